import { gate as words } from '$lib/messages/egress';
import { ungated } from './ledger/entry';
import { ledger } from './ledger/ledger.svelte';
import { policyHere } from './policy/here';

/** Opens the browser's own dialog; what is printed there nobody tells us, so the ledger says that it was opened. */
export async function printPage(title: string, rows: number): Promise<void> {
  await ledger.add(
    {
      at: new Date().toISOString(),
      kind: 'print',
      ...ungated,
      outcome: 'left',
      way: 'printer',
      what: words.kinds.print(title),
      to: 'printer',
      bytes: 0,
      rows,
      fingerprint: '',
      notebook: title,
      cell: '',
      allowed: 'you',
      minCell: (await policyHere()).minCell
    },
    { name: '' }
  );
  window.print();
}

import { ledgerWords as words } from '$lib/messages/egress';
import { ungated } from '../ledger/entry';
import { ledger } from '../ledger/ledger.svelte';
import { notebookHere } from '../place';
import { policyHere } from '../policy/here';
import { isSelfTest, type Attempt } from './attempt';
import { Tally, type Counted } from './tally';

/** Repeats come in bursts: they are gathered soon after the first, since they would go with the page. */
const soon = 3_000;
const minute = 60_000;

const tally = new Tally();
let counting = false;

/** An attempt that was refused becomes an entry of the ledger, repeats together. */
export async function tellBlocked(attempt: Attempt): Promise<void> {
  if (isSelfTest(attempt.address)) return;
  const now = tally.note(attempt);
  if (!counting) {
    counting = true;
    setTimeout(() => tellAll(tally.gather()), soon);
    setTimeout(() => {
      counting = false;
      tellAll(tally.end());
    }, minute);
  }
  if (now) await tell(now);
}

function tellAll(all: readonly Counted[]): void {
  for (const one of all) void tell(one);
}

async function tell({ to, rule, cell, times, several }: Counted): Promise<void> {
  await ledger.add(
    {
      at: new Date().toISOString(),
      kind: 'blocked',
      ...ungated,
      outcome: 'blocked',
      way: 'network',
      what: several ? words.blockedSeveral(times) : words.blockedWhat(cell, to, times),
      to,
      rule,
      times,
      bytes: 0,
      rows: 0,
      fingerprint: '',
      notebook: notebookHere() ?? '',
      cell,
      allowed: 'nobody',
      minCell: (await policyHere()).minCell
    },
    { name: '' }
  );
}

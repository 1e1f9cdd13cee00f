import { largestOf } from '$workers/shared/extent';
import { gate as words } from '$lib/messages/egress';
import { exactText } from '$workers/shared/exact-text';
import type { Table } from '$workers/shared/table';
import type { Copied } from '$lib/ui/clipboard-way';
import { lookedColumn, type LookedTable } from '../checks';
import { ungated, type Told } from '../ledger/entry';
import { ledger } from '../ledger/ledger.svelte';
import { notebookHere } from '../place';
import { policyHere } from '../policy/here';
import { writeClipboard } from '../write-clipboard';
import { fingerprintOf } from './fingerprint';
import { plainTable } from './looked';
import { openGate } from './open-gate';

const noPause = () => Promise.resolve();

/** More rows than may be copied unasked. Few enough after all (the policy was not read yet): told only. */
export async function copyAtGate(copied: Copied): Promise<boolean> {
  const policy = await policyHere();
  if ((copied.rows ?? 0) <= policy.clipboardRows) {
    const done = await writeClipboard(copied);
    if (done) await tellCopied(copied);
    return done;
  }
  const table = copiedTable(copied);
  let text = copied.text;
  return openGate({
    kind: 'clipboard',
    way: 'clipboard',
    name: 'clipboard',
    content: new Blob([text], { type: 'text/plain' }),
    what: words.kinds.clipboard(copied.cells ?? 0, table.name),
    ...(copied.from === undefined ? {} : { cell: copied.from }),
    tables: [{ name: table.name, table: plainTable(table) }],
    remake: ([mended]) => {
      text = mended ? tabbed(mended, copied.header === true) : text;
      return Promise.resolve(new Blob([text], { type: 'text/plain' }));
    },
    // The markup beside the text holds what was there before mending.
    release: async (content) => writeClipboard(text === copied.text ? copied : { text: await content.text() })
  });
}

/** So little that nobody is asked: a line in the ledger. */
export async function tellCopied(copied: Copied): Promise<void> {
  const content = new Blob([copied.text]);
  const { cells = 0, rows = 0, from, notebookCells } = copied;
  const told: Told = {
    at: new Date().toISOString(),
    kind: 'clipboard',
    ...ungated,
    outcome: 'left',
    way: 'clipboard',
    what: notebookCells ? words.kinds.notebookCells(notebookCells) : words.kinds.clipboard(cells, from ?? '–'),
    to: 'clipboard',
    bytes: content.size,
    rows,
    fingerprint: await fingerprintOf(content, noPause),
    notebook: notebookHere() ?? '',
    cell: from ?? '',
    allowed: 'limit',
    minCell: (await policyHere()).minCell
  };
  await ledger.add(told, { name: 'clipboard.txt', content });
}

function copiedTable({ text, names = [], header, from }: Copied): LookedTable {
  const lines = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const rows = header ? lines.slice(1) : lines;
  const width = Math.max(0, largestOf(rows.map((row) => row.length)));
  const columns = Array.from({ length: width }, (_, at) =>
    lookedColumn(names[at] ?? `${at + 1}`, figures(rows.map((row) => row[at] ?? '')))
  );
  return { name: from ?? '–', columns, rows: rows.length };
}

/** Texts of figures as figures, where all of a column are such. */
function figures(texts: readonly string[]): (string | number)[] {
  const isFigure = texts.every((text) => text === '' || /^-?\d{1,15}(?:\.\d+)?$/.test(text));
  return isFigure ? texts.map((text) => (text === '' ? text : Number(text))) : [...texts];
}

function tabbed({ columns, rows }: Table, header: boolean): string {
  const lines = Array.from({ length: rows }, (_, row) => columns.map((column) => exactText(column, row)).join('\t'));
  return (header ? [columns.map(({ name }) => name).join('\t'), ...lines] : lines).join('\n');
}

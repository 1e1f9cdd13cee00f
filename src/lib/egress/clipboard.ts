import type { Copied } from '$lib/ui/clipboard-way';
import { writeClipboard, writeEvent } from './write-clipboard';

/** Rows that are copied without being asked about; undefined until the policy is read. */
let mostRows: number | undefined;

/** Called when the policy is known. */
export function copyFreely(rows: number): void {
  mostRows = rows;
}

/**
 * The way to the clipboard. Own text and a single cell go as they are; more cells are told in the ledger; more rows than
 * the policy has pass the gate.
 */
export function copy(copied: Copied, event?: ClipboardEvent): boolean | Promise<boolean> {
  const { cells = 0, rows = 0 } = copied;
  if (cells <= 1) return written(copied, event, () => {});
  if (mostRows !== undefined && rows <= mostRows) return written(copied, event, () => void told(copied));
  event?.preventDefault();
  return asked(copied);
}

function written(copied: Copied, event: ClipboardEvent | undefined, then: () => void): boolean | Promise<boolean> {
  if (copied.notebookCells) then = () => void told(copied);
  if (!event?.clipboardData) return writeClipboard(copied).then((done) => (done && then(), done));
  writeEvent(event, copied);
  then();
  return true;
}

async function told(copied: Copied): Promise<void> {
  const { tellCopied } = await import('./gate/copying');
  await tellCopied(copied);
}

async function asked(copied: Copied): Promise<boolean> {
  const { copyAtGate } = await import('./gate/copying');
  return copyAtGate(copied);
}

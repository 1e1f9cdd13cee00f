import { parseNotebook, type Parsed } from '../format/parse';
import type { KeptText } from './contract';

/** The notebook as it was when the last edit was kept. An edit of a cell that is not there counts for nothing. */
export function recovered({ text, edits }: KeptText, kinds: Iterable<string>): Parsed {
  const { notebook, problems } = parseNotebook(text, kinds);
  const cells = [...notebook.cells];
  for (const edit of edits) {
    const cell = cells[edit.index];
    if (cell) cells[edit.index] = { ...cell, text: edit.text };
  }
  return { notebook: { ...notebook, cells }, problems };
}

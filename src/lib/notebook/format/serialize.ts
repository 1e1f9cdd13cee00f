import type { Cell, Notebook } from '../model';
import { readBlocks } from './blocks';
import { writeKeys } from './info';
import { normalised, withLineFeeds } from './parse';

function fenced({ kind, id, attributes, text }: Cell, kinds: ReadonlySet<string>): string {
  const known = kinds.has(kind) && kind !== 'markdown';
  const keys = writeKeys(id, attributes);
  // Without an id a kind of another version would be prose when it is read again.
  const info = [kind, ...(id === undefined && !known ? ['id='] : []), ...(keys === '' ? [] : [keys])].join(' ');
  const mark = info.includes('`') ? '~' : '`';
  let longest = 2;
  for (const [, run] of text.matchAll(mark === '`' ? /^ {0,3}(`{3,})/gm : /^ {0,3}(~{3,})/gm)) {
    longest = Math.max(longest, (run as string).length);
  }
  const ticks = mark.repeat(longest + 1);
  return `${ticks}${info}\n${text === '' ? '' : `${text}\n`}${ticks}`;
}

function prose({ id, attributes, text }: Cell, kinds: ReadonlySet<string>, needsMarker: boolean): string {
  // The reader itself decides whether it would read this text as what it is.
  const { blocks, problems } = readBlocks(text.split('\n'), kinds);
  const alone = blocks.length === 1 && problems.length === 0 ? blocks[0] : undefined;
  const plain = alone?.kind === 'markdown' && !alone.marked && alone.text === text;
  const keys = writeKeys(id, attributes);
  if (plain && keys === '' && !needsMarker) return text;
  const counted = (!plain && text !== '') || attributes.some((one) => one.name === 'lines');
  const count = text === '' ? 0 : text.split('\n').length;
  const marker = ['<!-- cell', ...(counted ? [`lines=${count}`] : []), ...(keys === '' ? [] : [keys]), '-->'].join(' ');
  return text === '' ? marker : `${marker}\n${text}`;
}

/**
 * Writes a notebook in the one canonical way: `parseNotebook` gives it back (but for the cells' keys),
 * and writing that again gives the same bytes. Results are never written.
 *
 * @param kinds the same names as for `parseNotebook`
 */
export function serializeNotebook(notebook: Notebook, kinds: Iterable<string>): string {
  const known = new Set(kinds);
  const pieces: string[] = [];
  notebook.cells.forEach((each, index) => {
    const cell = { ...each, text: withLineFeeds(each.text) };
    if (cell.kind !== 'markdown') {
      pieces.push(fenced(cell, known));
      return;
    }
    const afterProse = notebook.cells[index - 1]?.kind === 'markdown';
    const likeFront = index === 0 && notebook.front === '' && /^(---[ \t]*(\n|$)|\uFEFF)/.test(cell.text);
    pieces.push(prose(cell, known, afterProse || likeFront));
  });
  const body = pieces.join('\n\n');
  const front = notebook.front === '' ? '' : `---\n${normalised(notebook.front)}\n---\n`;
  return front + (body === '' ? '' : `${body}\n`);
}

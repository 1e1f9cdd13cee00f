import { newCellKey } from '../cell-key';
import type { Notebook } from '../model';
import { readBlocks } from './blocks';
import { readFront } from './front';
import { problem, type Problem } from './problem';

export type { Problem } from './problem';

const rule = /^---[ \t]*$/;

/** What a file holds. With problems it must not be saved over unasked. */
export interface Parsed {
  notebook: Notebook;
  problems: Problem[];
}

/** Line ends as `\n`, no byte order mark: what the format does not keep. */
export function normalised(text: string): string {
  return withLineFeeds(text.replace(/^\uFEFF/, ''));
}

/** Line ends as `\n`. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * Reads a notebook file. Any text can be read: what was not understood is kept as prose or text and listed.
 *
 * @param kinds names of the cell kinds of this version; fences of other names are cells only if they have an id
 */
export function parseNotebook(text: string, kinds: Iterable<string>): Parsed {
  const lines = normalised(text).split('\n');
  if (lines.at(-1) === '') lines.pop();
  const problems: Problem[] = [];
  let front = '';
  let body = 0;
  if (rule.test(lines[0] ?? '')) {
    const end = lines.findIndex((line, index) => index > 0 && rule.test(line));
    if (end < 0) problems.push(problem('front-unclosed', 1));
    else {
      front = lines.slice(1, end).join('\n');
      body = end + 1;
      problems.push(...readFront(front).problems);
    }
  }
  const read = readBlocks(lines.slice(body), new Set(kinds), body);
  const cells = read.blocks.map(({ kind, id, attributes, text }) => ({
    key: newCellKey(),
    kind,
    id,
    attributes,
    text
  }));
  return { notebook: { front, cells }, problems: [...problems, ...read.problems] };
}

/** Whether a text can be front matter: a line `---` would end it. */
export function canBeFront(text: string): boolean {
  return !text.split('\n').some((line) => rule.test(line));
}

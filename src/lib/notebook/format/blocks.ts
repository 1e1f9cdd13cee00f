import type { Attribute } from '../model';
import { readKeys } from './info';
import { problem, type Problem, type ProblemCode } from './problem';

export type { Problem } from './problem';

/** A cell as it stands in the file. */
export interface Block {
  kind: string;
  id: string | undefined;
  attributes: Attribute[];
  text: string;
  /** Begins with a marker line; only Markdown. */
  marked: boolean;
  /** Of its fence, its marker or its first line of prose. */
  line: number;
}

const fence = /^( {0,3})(?:(`{3,})([^`\n]*)|(~{3,})([^\n]*))$/;
const marker = /^<!--[ \t]+cell(|[ \t][^\n]*)-->[ \t]*$/;
const isBlank = (line: string) => line.trim() === '';

function closes(line: string, opener: string): boolean {
  const found = fence.exec(line);
  const run = found?.[2] ?? found?.[4];
  if (run === undefined || run[0] !== opener[0] || run.length < opener.length) return false;
  return isBlank(found?.[3] ?? found?.[5] ?? '');
}

/** @returns the line that closes the fence, or the number of lines where none does */
function closing(lines: readonly string[], from: number, opener: string): number {
  let at = from;
  while (at < lines.length && !closes(lines[at] as string, opener)) at++;
  return at;
}

function trimBlank(lines: readonly string[]): string[] {
  let from = 0;
  let to = lines.length;
  while (from < to && isBlank(lines[from] as string)) from++;
  while (to > from && isBlank(lines[to - 1] as string)) to--;
  return lines.slice(from, to);
}

/**
 * Reads the lines below the front matter.
 *
 * @param kinds names whose fences are cells. A fence of `markdown` belongs to the prose unless it has an id.
 * @param before lines of the file above these
 */
export function readBlocks(
  lines: readonly string[],
  kinds: ReadonlySet<string>,
  before = 0
): { blocks: Block[]; problems: Problem[] } {
  const blocks: Block[] = [];
  const problems: Problem[] = [];
  let prose: string[] = [];
  let head: Pick<Block, 'id' | 'attributes' | 'line'> | undefined;
  let proseLine = 0;

  const report = (code: ProblemCode, index: number, values: Problem['values'] = {}) =>
    problems.push(problem(code, before + index + 1, values));
  const endProse = () => {
    const text = trimBlank(prose).join('\n');
    if (head) blocks.push({ kind: 'markdown', ...head, text, marked: true });
    else if (text !== '')
      blocks.push({ kind: 'markdown', id: undefined, attributes: [], text, marked: false, line: proseLine });
    prose = [];
    head = undefined;
  };
  const addProse = (from: number, to: number) => {
    if (prose.length === 0) proseLine = before + from + 1;
    // One by one: a text of a hundred thousand lines is more than a call takes arguments.
    for (const line of lines.slice(from, to)) prose.push(line);
  };

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const marked = marker.exec(line);
    if (marked) {
      endProse();
      const { id, attributes } = readKeys(marked[1] as string);
      head = { id, attributes, line: before + at + 1 };
      if (attributes[0]?.name !== 'lines') continue;
      const count = Number((attributes.shift() as Attribute).value);
      if (!Number.isSafeInteger(count) || count < 0) {
        report('lines-count', at);
        continue;
      }
      const rest = lines.length - at - 1;
      if (count > rest) report('lines-beyond', at, { count, rest });
      const text = lines.slice(at + 1, at + 1 + count).join('\n');
      blocks.push({ kind: 'markdown', ...head, text, marked: true });
      head = undefined;
      at += count;
      continue;
    }
    const opened = fence.exec(line);
    if (!opened) {
      addProse(at, at + 1);
      continue;
    }
    const opener = (opened[2] ?? opened[4]) as string;
    const [kind = '', ...words] = (opened[3] ?? opened[5] ?? '').trim().split(/(?<=^\S+)(?=\s)/);
    const { id, hasId, attributes } = readKeys(words.join(''));
    const end = closing(lines, at + 1, opener);
    const known = kinds.has(kind) && kind !== 'markdown';
    if (opened[1] === '' && kind !== '' && !kind.includes('=') && (known || hasId)) {
      endProse();
      if (end === lines.length) report('fence-unclosed', at, { kind });
      const text = lines.slice(at + 1, end).join('\n');
      blocks.push({ kind, id, attributes, text, marked: false, line: before + at + 1 });
    } else {
      if (end === lines.length) report('prose-fence-unclosed', at);
      addProse(at, end + 1);
    }
    at = end;
  }
  endProse();
  return { blocks, problems };
}

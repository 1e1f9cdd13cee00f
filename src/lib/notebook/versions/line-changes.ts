import { commonPlaces } from './common';

/** A piece of a line; `changed` pieces are what the other side does not have. */
export interface Piece {
  text: string;
  changed: boolean;
}

/** One line of a comparison. */
export interface LineChange {
  sort: 'same' | 'added' | 'removed';
  pieces: readonly Piece[];
}

/** Compares two texts by line; lines that stand for each other also by word. Empty where both are the same. */
export function lineChanges(before: string, after: string): LineChange[] {
  if (before === after) return [];
  const a = before === '' ? [] : before.split('\n');
  const b = after === '' ? [] : after.split('\n');
  const found: LineChange[] = [];
  let [atA, atB] = [0, 0];
  for (const [x, y] of [...commonPlaces(a, b), [a.length, b.length] as const]) {
    found.push(...between(a.slice(atA, x), b.slice(atB, y)));
    if (x < a.length) found.push({ sort: 'same', pieces: [{ text: a[x] as string, changed: false }] });
    [atA, atB] = [x + 1, y + 1];
  }
  return found;
}

/** Lines that one side has and the other has not. */
function between(removed: readonly string[], added: readonly string[]): LineChange[] {
  const pairs = removed.map((line, at) => (added[at] === undefined ? undefined : wordChanges(line, added[at])));
  return [
    ...removed.map((line, at): LineChange => ({ sort: 'removed', pieces: pairs[at]?.before ?? whole(line) })),
    ...added.map((line, at): LineChange => ({ sort: 'added', pieces: pairs[at]?.after ?? whole(line) }))
  ];
}

const whole = (text: string): Piece[] => [{ text, changed: false }];

/** @returns undefined where the lines have too little in common for words to help */
export function wordChanges(before: string, after: string): { before: Piece[]; after: Piece[] } | undefined {
  const split = (line: string) => line.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
  const [a, b] = [split(before), split(after)];
  const pairs = commonPlaces(a, b);
  const common = pairs.reduce((sum, [x]) => sum + (a[x] as string).trim().length, 0);
  if (common * 3 < Math.max(before.trim().length, after.trim().length)) return undefined;
  return {
    before: pieces(a, new Set(pairs.map(([x]) => x))),
    after: pieces(b, new Set(pairs.map(([, y]) => y)))
  };
}

function pieces(words: readonly string[], common: ReadonlySet<number>): Piece[] {
  const found: Piece[] = [];
  for (const [at, text] of words.entries()) {
    const changed = !common.has(at);
    const last = found.at(-1);
    if (last?.changed === changed) last.text += text;
    else found.push({ text, changed });
  }
  return found;
}

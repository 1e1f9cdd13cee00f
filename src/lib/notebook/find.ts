import type { Edit } from './change';
import type { CellKey, Notebook } from './model';

/** A place where a notebook's text says what is looked for. */
export interface TextHit {
  key: CellKey;
  from: number;
  to: number;
  /** Which one of its cell's hits it is, from 0. */
  nth: number;
}

export interface FindOptions {
  /** Capitals count. */
  exact?: boolean;
}

function pattern(query: string, { exact = false }: FindOptions): RegExp {
  return new RegExp(query.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), exact ? 'gu' : 'giu');
}

/** Every place, in the order of the page: the texts of all cells, whatever of them is shown. */
export function findText({ cells }: Notebook, query: string, options: FindOptions = {}): TextHit[] {
  if (query === '') return [];
  const wanted = pattern(query, options);
  return cells.flatMap(({ key, text }) =>
    [...text.matchAll(wanted)].map((match, nth) => ({
      key,
      from: match.index,
      to: match.index + match[0].length,
      nth
    }))
  );
}

/** Writes something else in these places, as one change. */
export function replaceText({ cells }: Notebook, hits: readonly TextHit[], by: string): Edit {
  const edits = cells.flatMap(({ key, text }): Edit[] => {
    const mine = hits.filter((hit) => hit.key === key).sort((a, b) => b.from - a.from);
    if (mine.length === 0) return [];
    const after = mine.reduce((now, { from, to }) => now.slice(0, from) + by + now.slice(to), text);
    return [{ type: 'edit', key, text: after }];
  });
  return { type: 'several', edits };
}

/** The hit after a place, or before it; round at the ends. @returns an index, −1 where there is none */
export function stepHit(count: number, from: number, step: 1 | -1): number {
  return count === 0 ? -1 : (from + step + count) % count;
}

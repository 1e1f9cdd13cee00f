import { usesIn, type CodeLanguage } from '$workers/sandbox/analysis';
import type { Rename } from '$lib/notebook/kind';
import { renameInSql } from '../sql/rename';

/** Code with another cell's new name in the place of the old; names of its own, texts and comments stay as they are. */
export function renameInCode(text: string, language: CodeLanguage, change: Rename): string {
  let uses;
  try {
    uses = usesIn(text, language, change.from);
  } catch {
    // What cannot be read is left alone.
    return text;
  }
  const { names, queries } = uses;
  const inQueries = queries.map(({ start, end }) => ({ start, end, by: renameInSql(text.slice(start, end), change) }));
  // A column is a word like any other in code: only queries say what they mean.
  const inCode = change.sort === 'column' ? [] : names;
  const pieces = [
    ...inQueries.filter(({ start, end }) => !inCode.some((one) => one.start >= start && one.end <= end)),
    ...inCode.map(({ start, end, shorthand }) => ({
      start,
      end,
      by: shorthand ? `${change.from}: ${change.to}` : change.to
    }))
  ];
  return pieces
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, by }) => now.slice(0, start) + by + now.slice(end), text);
}

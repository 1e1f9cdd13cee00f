import { gate as words } from '$lib/messages/egress';
import type { Finding, Mend } from '../checks';

/** A finding as a sentence. */
export function findingWords(finding: Finding, leastCount: number): string {
  const { code, table, column, count, identifier } = finding;
  return words.findings[code]({
    table,
    column,
    count,
    least: leastCount,
    what: identifier && words.identifiers[identifier]
  });
}

/** What a mend does, as the name of a button. */
export function mendWords(mend: Mend): string {
  switch (mend.kind) {
    case 'drop':
      return words.mends.drop(mend.column);
    case 'suppress':
      return words.mends.suppress(mend.cells.length);
    case 'year':
      return words.mends.year(mend.column);
    case 'round':
      return words.mends.round(mend.base);
    case 'counts':
      return words.mends.counts();
  }
}

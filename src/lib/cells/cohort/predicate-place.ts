import type { Place } from '$workers/shared/errors';

/**
 * Where in the cell's text a place of a condition lies. The condition was checked one line below the begin of a query.
 *
 * @param sql the condition as YAML gives it
 * @param start where its value begins in the text
 * @param found the engine's place in the query
 */
export function placeInPredicate(sql: string, start: Place, found: Place | undefined): Place {
  const line = (found?.line ?? 0) - 2;
  const column = found?.column ?? 1;
  const lines = sql.replace(/\n$/, '').split('\n');
  if (found?.line === undefined || line < 0 || line >= lines.length) return start;
  // In a block (`sql: |`) the first line of the condition stands below the mark.
  if (lines.length > 1 || sql.endsWith('\n')) return { line: (start.line ?? 1) + 1 + line };
  return { line: start.line ?? 1, column: (start.column ?? 1) + column - 1 };
}

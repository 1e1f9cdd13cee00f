import type { Int64Column } from '../../../shared/table';
import { quoteText, type Duck, type StatementOptions } from '../../duck';
import type { ImportColumn } from '../contract';
import type { Staged } from '../source';

export interface TokenCount {
  token: string;
  count: number;
}

/** How often each token that is read as missing stands in its column, over the whole file; undefined where none is read so. */
export async function countTokens(
  duck: Duck,
  staged: Staged,
  columns: readonly ImportColumn[],
  options: StatementOptions
): Promise<(readonly TokenCount[] | undefined)[]> {
  const asked = columns.flatMap(({ missing = [] }, at) => missing.map((token) => ({ at, token })));
  if (asked.length === 0) return columns.map(() => undefined);
  const sums = asked.map(
    ({ at, token }) => `count(CASE WHEN trim(${staged.columns[at]!.key}) = ${quoteText(token)} THEN 1 END)`
  );
  const table = await duck.query(`SELECT ${sums.join(', ')} FROM ${staged.from}`, [], options);
  const counts = asked.map((one, nth) => ({ ...one, count: Number((table.columns[nth] as Int64Column).values[0]) }));
  return columns.map(({ missing }, at) =>
    missing?.length ? counts.filter((one) => one.at === at).map(({ token, count }) => ({ token, count })) : undefined
  );
}

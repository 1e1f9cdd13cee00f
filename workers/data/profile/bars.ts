import type { Bin, ProfileShape, ValueCount } from '../../shared/profile';
import { edgeAt, type Cut } from './bins';
import { asDouble, isCountable, type Asked } from './classify';
import type { Result } from './results';
import { keptCount, type Rows } from './rows';

/** Longer values are cut: a bar's name is no place to read. */
const longestText = 200;

/** Rows a bin. Those of a value at the very end may fall one beyond by rounding. */
export function binsQuery(rows: Rows, column: Asked, { origin, width }: Cut, { carefully = false } = {}): string {
  const bin = `floor((${asDouble(column)} - ${literal(origin)}) / ${literal(width)})::TINYINT`;
  const where = carefully ? ` WHERE ${isCountable(column)}` : '';
  return `SELECT ${bin} AS bin, count(*) AS n, ${keptCount(rows)} AS kept FROM ${rows.from}${where} GROUP BY 1`;
}

export function readBins(result: Result, cut: Cut, filtered: boolean): Bin[] {
  const bins = Array.from({ length: cut.count }, (_, index): Bin => ({
    from: edgeAt(cut, index),
    to: edgeAt(cut, index + 1),
    n: 0,
    kept: filtered ? 0 : undefined
  }));
  for (let row = 0; row < result.rows; row++) {
    // Rows without a value are a group of their own.
    if (!result.has('bin', row)) continue;
    const bin = bins[Math.min(Math.max(result.number('bin', row), 0), cut.count - 1)]!;
    bin.n += result.number('n', row);
    if (filtered) bin.kept = (bin.kept ?? 0) + result.number('kept', row);
  }
  return bins;
}

/** The most frequent values, and how many there are in all. Equal counts in the order of the values. */
export function valuesQuery(rows: Rows, { sql }: Asked, most: number): string {
  const groups = `SELECT ${sql} AS v, count(*) AS n, ${keptCount(rows)} AS kept FROM ${rows.from} WHERE ${sql} IS NOT NULL GROUP BY 1`;
  // Read twice instead of summed over a window, which costs a quarter of the whole.
  return `WITH counted AS MATERIALIZED (${groups})
    SELECT left(v::VARCHAR, ${longestText}) AS v, n, kept, groups, total, passed
    FROM counted, (SELECT count(*) AS groups, sum(n)::BIGINT AS total, sum(kept)::BIGINT AS passed FROM counted)
    ORDER BY n DESC, v LIMIT ${most}`;
}

/** @param shown whether values are shown by name */
export function readValues(result: Result, { shown }: { shown: boolean }): { shape: ProfileShape; distinct: number } {
  if (result.rows === 0) return { shape: { of: 'none', why: 'nothing' }, distinct: 0 };
  const values = Array.from({ length: result.rows }, (_, row): ValueCount => ({
    text: shown ? result.text('v', row) : undefined,
    n: result.number('n', row),
    kept: result.count('kept', row)
  }));
  const distinct = result.number('groups');
  const sum = (of: 'n' | 'kept') => values.reduce((total, value) => total + (value[of] ?? 0), 0);
  const passed = result.count('passed');
  const others =
    distinct > values.length
      ? {
          values: distinct - values.length,
          n: result.number('total') - sum('n'),
          kept: passed === undefined ? undefined : passed - sum('kept')
        }
      : undefined;
  return { shape: { of: 'values', values, others }, distinct };
}

/** A number as SQL reads it: exactly this double. */
function literal(value: number): string {
  return `(${value < 0 ? '-' : ''}${Math.abs(value).toExponential()})`;
}

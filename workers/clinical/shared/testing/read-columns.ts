import type { Table } from '../../../shared/table';

/** A column as doubles, missing as NaN. Only for columns that doubles hold. */
export function numbers(table: Table, name: string): Float64Array {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`no column ${name}`);
  const { validity, values } = column;
  return Float64Array.from({ length: table.rows }, (_, row) =>
    validity && !((validity[row >> 3] ?? 0) & (1 << (row & 7))) ? NaN : Number(values[row])
  );
}

export function mean(values: Iterable<number>): number {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    sum += value;
    count += 1;
  }
  return sum / count;
}

/** Median of what is there. */
export function median(values: Float64Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  return sorted[sorted.length >> 1] ?? NaN;
}

export function missing(values: Float64Array): number {
  return mean(values.map((value) => Number(Number.isNaN(value))));
}

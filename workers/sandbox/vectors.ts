import type { Column } from '../shared/table';

/** The values of a column as code meets them: numbers stay in a typed array, missing numbers are `NaN`, others `null`. */
export type Vector = Float64Array | Int32Array | readonly unknown[];

const dayMilliseconds = 86_400_000;

const present = (validity: Uint8Array, row: number) => ((validity[row >> 3]! >> (row & 7)) & 1) === 1;

/**
 * Without a copy where the column is numbers and none is missing. Whole numbers beyond 2^53 are `bigint`, decimals numbers,
 * days and times `Date` (UTC): what charts and sums expect. The exact column stays at hand beside it.
 */
export function vectorOf(column: Column, rows: number): Vector {
  const { validity } = column;
  switch (column.type) {
    case 'float64':
    case 'int32':
      return validity ? numbers(rows, validity, (row) => column.values[row]!) : column.values;
    case 'int64':
      return wholes(column.values, rows, validity);
    case 'decimal': {
      const unit = 10 ** column.scale;
      return numbers(rows, validity, (row) => Number(column.values[row]!) / unit);
    }
    case 'bool':
      return others(rows, validity, (row) => column.values[row] === 1);
    case 'text':
      return others(rows, validity, (row) => column.dictionary[column.values[row]!]);
    case 'date':
      return others(rows, validity, (row) => new Date(column.values[row]! * dayMilliseconds));
    case 'timestamp':
      return others(rows, validity, (row) => new Date(Number(column.values[row]!) / 1000));
  }
}

function numbers(rows: number, validity: Uint8Array | undefined, of: (row: number) => number): Float64Array {
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) values[row] = validity && !present(validity, row) ? NaN : of(row);
  return values;
}

function others(rows: number, validity: Uint8Array | undefined, of: (row: number) => unknown): unknown[] {
  const values = new Array<unknown>(rows);
  for (let row = 0; row < rows; row++) values[row] = validity && !present(validity, row) ? null : of(row);
  return values;
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

function wholes(values: BigInt64Array, rows: number, validity: Uint8Array | undefined): Vector {
  let exact = true;
  for (let row = 0; exact && row < rows; row++) exact = values[row]! <= safe && values[row]! >= -safe;
  if (exact) return numbers(rows, validity, (row) => Number(values[row]!));
  return others(rows, validity, (row) => {
    const value = values[row]!;
    return value <= safe && value >= -safe ? Number(value) : value;
  });
}

/** A missing number of a typed array, as a row shows it. */
export function rowValue(vector: Vector, row: number, missing: Uint8Array | undefined): unknown {
  return missing && !present(missing, row) ? null : vector[row];
}

import { isPresent } from '../../shared/exact-text';
import type { Column, Int64Column, Table } from '../../shared/table';
import { fail } from './errors';

/** Where a column lies: for the words of a failure. */
interface Place {
  /** What the table is of: `doses`, `levels` … */
  table: string;
  column: string;
}

const MICROSECONDS_AN_HOUR = 3.6e9;

/** The column of that name, if there is one. */
export function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** @throws `pk-column-missing` */
export function neededColumn(table: Table, place: Place, known: string): Column {
  const found = columnOf(table, place.column);
  if (!found) throw fail('pk-column-missing', { ...place, known });
  return found;
}

/**
 * A numeric column as float64, NaN where a value is missing.
 *
 * @throws `pk-column-type`
 */
export function numbersOf(column: Column, place: Place): Float64Array {
  const numeric = column.type === 'float64' || column.type === 'int32' || column.type === 'int64';
  if (!numeric && column.type !== 'decimal') throw fail('pk-column-type', { ...place, wanted: 'numbers' });
  const scale = column.type === 'decimal' ? Number(`1e${column.scale}`) : 1;
  return Float64Array.from({ length: column.values.length }, (_, row) =>
    isPresent(column, row) ? Number(column.values[row]) / scale : NaN
  );
}

/**
 * Hours, NaN where missing: numbers with the unit h, or none, or d or min; or points in time, as hours since 1970 (exact to
 * a microsecond).
 *
 * @throws `pk-column-type`, `pk-column-unit`
 */
export function hoursOf(column: Column, place: Place): Float64Array {
  if (column.type === 'timestamp') {
    return Float64Array.from({ length: column.values.length }, (_, row) =>
      isPresent(column, row) ? Number(column.values[row]) / MICROSECONDS_AN_HOUR : NaN
    );
  }
  return inUnit(numbersOf(column, place), column.unit, { h: 1, d: 24, min: 1 / 60 }, place);
}

/**
 * Numbers brought to the first unit of a list; without a declared unit they have it.
 *
 * @throws `pk-column-unit`
 */
export function inUnit(
  values: Float64Array,
  unit: string | undefined,
  factors: Readonly<Record<string, number>>,
  place: Place
): Float64Array {
  if (unit === undefined || unit.trim() === '') return values;
  const factor = factorOf(unit, factors);
  if (factor === undefined) throw fail('pk-column-unit', { ...place, known: Object.keys(factors).join(', ') });
  return factor === 1 ? values : values.map((value) => value * factor);
}

/** How many of the first unit one of this unit is; capital letters do not matter. */
export function factorOf(unit: string, factors: Readonly<Record<string, number>>): number | undefined {
  const wanted = unit.trim().toLowerCase();
  return Object.entries(factors).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/**
 * 0 or 1 a row; missing is 0.
 *
 * @throws `pk-column-type`
 */
export function flagsOf(column: Column, place: Place): Uint8Array {
  if (column.type === 'bool') return column.values.map((flag, row) => (isPresent(column, row) ? flag : 0));
  const numbers = numbersOf(column, { ...place });
  if (numbers.some((value) => !Number.isNaN(value) && value !== 0 && value !== 1)) {
    throw fail('pk-column-type', { ...place, wanted: 'yes or no' });
  }
  return Uint8Array.from(numbers, (value) => (value === 1 ? 1 : 0));
}

/**
 * Ids as they are, never as floating-point numbers.
 *
 * @throws `pk-column-type`; `pk-value-missing` naming the row
 */
export function idsOf(column: Column, place: Place): BigInt64Array {
  if (column.type !== 'int64' && column.type !== 'int32') {
    throw fail('pk-column-type', { ...place, wanted: 'whole numbers' });
  }
  refuseMissing(column, place);
  return column.type === 'int64' ? column.values : BigInt64Array.from(column.values, BigInt);
}

/** An id column of a result. */
export function idColumn(name: string, values: BigInt64Array): Int64Column {
  return { name, type: 'int64', values };
}

/** @throws `pk-value-missing` naming the first row without a value */
export function refuseMissing(column: Column, place: Place): void {
  for (let row = 0; row < column.values.length; row++) {
    const missing = !isPresent(column, row) || (column.type === 'float64' && Number.isNaN(column.values[row]));
    if (missing) throw fail('pk-value-missing', { ...place, row: row + 1 });
  }
}

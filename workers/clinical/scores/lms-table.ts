import { isPresent } from '../../shared/exact-text';
import type { Column, Table } from '../../shared/table';
import { fail } from './errors';

/** The reference values of one variable and sex, by age. */
export interface LmsCurve {
  ages: Float64Array;
  L: Float64Array;
  M: Float64Array;
  S: Float64Array;
}

/** One curve a sex (0 male, 1 female), or `both` for a table that makes no difference. */
export interface LmsCurves {
  both?: LmsCurve;
  bySex: readonly [LmsCurve | undefined, LmsCurve | undefined];
}

type Rows = (readonly [age: number, L: number, M: number, S: number])[];

function columnOf(table: Table, name: string, type: 'text' | 'number'): Column {
  const column = table.columns.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const isFit =
    column &&
    (type === 'text' ? column.type === 'text' : ['float64', 'int32', 'int64', 'decimal'].includes(column.type));
  if (!isFit) throw fail('score-lms-column', { column: name });
  return column;
}

function numberAt(column: Column, row: number): number {
  if (!isPresent(column, row)) return NaN;
  const value = Number(column.values[row]);
  return column.type === 'decimal' ? value / 10 ** column.scale : value;
}

function textAt(column: Column | undefined, row: number): string {
  if (column?.type !== 'text' || !isPresent(column, row)) return '';
  return (column.dictionary[column.values[row] as number] ?? '').trim();
}

function curveOf(rows: Rows): LmsCurve | undefined {
  if (rows.length === 0) return undefined;
  rows.sort(([a], [b]) => a - b);
  rows.forEach(([age], row) => {
    if (row > 0 && rows[row - 1]?.[0] === age) throw fail('score-lms-twice', { age });
  });
  const part = (at: 0 | 1 | 2 | 3) => Float64Array.from(rows, (row) => row[at]);
  return { ages: part(0), L: part(1), M: part(2), S: part(3) };
}

const MALE = /^(m|male|boys?)$/i;
const FEMALE = /^(f|w|female|girls?)$/i;

/**
 * Reads a table (variable, sex?, age in months, L, M, S) for one variable. Rows without a sex hold for both.
 *
 * @throws `score-lms-column`, `score-lms-variable`, `score-lms-values`, `score-lms-twice`
 */
export function readLms(table: Table, variable: string): LmsCurves {
  const names = columnOf(table, 'variable', 'text');
  const numbers = ['age', 'L', 'M', 'S'].map((name) => columnOf(table, name, 'number'));
  const sexes = table.columns.find(({ name }) => name.toLowerCase() === 'sex');
  const rows: Record<'both' | 'male' | 'female', Rows> = { both: [], male: [], female: [] };
  const known = new Set<string>();
  for (let row = 0; row < table.rows; row++) {
    const name = textAt(names, row);
    known.add(name);
    if (name !== variable) continue;
    const [age, L, M, S] = numbers.map((column) => numberAt(column, row)) as [number, number, number, number];
    const isUsable = [age, L, M, S].every(Number.isFinite) && M > 0 && S > 0;
    const sex = textAt(sexes, row);
    const group = sex === '' ? 'both' : MALE.test(sex) ? 'male' : FEMALE.test(sex) ? 'female' : undefined;
    if (!isUsable || !group) throw fail('score-lms-values', { row: row + 1 });
    rows[group].push([age, L, M, S]);
  }
  const both = curveOf(rows.both);
  const bySex = [curveOf(rows.male), curveOf(rows.female)] as const;
  if (!both && !bySex[0] && !bySex[1]) {
    throw fail('score-lms-variable', { variable, known: [...known].slice(0, 20).join(', ') });
  }
  return { bySex, ...(both && { both }) };
}

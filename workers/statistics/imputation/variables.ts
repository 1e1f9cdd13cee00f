import { isPresent } from '../../shared/exact-text';
import type { Column, Table } from '../../shared/table';
import { groupsOf, numbersOf } from '../columns';
import { fail } from './errors';

export type ImputationMethod = 'pmm' | 'norm' | 'logreg';

/** A column in the models: as numbers, as yes and no, or by the levels of its words. */
export interface Variable {
  name: string;
  column: Column;
  /** Values as numbers, levels of words counted from 0; NaN where missing. */
  values: Float64Array;
  /** Columns it takes in a design: itself, or each level but the first. */
  levels: number;
  isBinary: boolean;
  missing: Int32Array;
  observed: Int32Array;
  method: ImputationMethod;
}

/** More levels would need more rows than there are. */
const MOST_LEVELS = 50;

/** @throws `imputation-predictor`, `imputation-method`, `imputation-observed`, `imputation-one-class`, `column-not-exact` */
export function variablesOf(
  table: Table,
  columns: readonly Column[],
  methods: Readonly<Record<string, ImputationMethod>>
): Variable[] {
  const rows = Int32Array.from({ length: table.rows }, (_, row) => row);
  return columns.map((column) => {
    const { name, type } = column;
    if (type === 'date' || type === 'timestamp') throw fail('imputation-predictor', { column: name, most: MOST_LEVELS }); // prettier-ignore
    const values = type === 'text' ? codesOf(column) : numbersOf(column);
    const missing = rows.filter((row) => Number.isNaN(values[row]));
    const observed = rows.filter((row) => !Number.isNaN(values[row]));
    const distinct = new Set(observed.map((row) => values[row] as number));
    if (type === 'text' && distinct.size > MOST_LEVELS) throw fail('imputation-predictor', { column: name, most: MOST_LEVELS }); // prettier-ignore
    const isBinary = [...distinct].every((value) => value === 0 || value === 1);
    const method = methods[name] ?? (isBinary ? 'logreg' : 'pmm');
    if (missing.length > 0) checkFillable({ name, type, method, isBinary, observed: observed.length, distinct: distinct.size }); // prettier-ignore
    const levels = type === 'text' ? Math.max(1, distinct.size - 1) : 1;
    return { name, column, values, levels, isBinary, missing, observed, method };
  });
}

function codesOf(column: Column): Float64Array {
  const { codes } = groupsOf(column);
  return Float64Array.from(codes, (code, row) => (isPresent(column, row) ? code : NaN));
}

function checkFillable(of: {
  name: string;
  type: Column['type'];
  method: ImputationMethod;
  isBinary: boolean;
  observed: number;
  distinct: number;
}): void {
  // prettier-ignore
  const { name, type, method, isBinary, observed, distinct } = of;
  const fits = method === 'logreg' ? isBinary : type !== 'text' && type !== 'bool';
  if (observed > 0 && !fits) throw fail('imputation-method', { column: name, method });
  if (observed < 2) throw fail('imputation-observed', { column: name, rows: observed });
  if (distinct < 2) throw fail('imputation-one-class', { column: name });
}

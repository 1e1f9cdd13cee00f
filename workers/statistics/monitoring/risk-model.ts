import { isPresent } from '../../shared/exact-text';
import type { Column, Float64Column, Table } from '../../shared/table';
import { logistic } from '../../shared/elementary';
import { nearNames } from '../../shared/near-names';
import { float64Column, keyOf, numbersOf } from '../columns';
import { fail } from './errors';

/** One column's part of the logit: β·x of a number, β of a yes, or the coefficient of the level. */
export type RiskTerm =
  | { kind: 'linear' | 'binary'; column: string; coefficient: number }
  | { kind: 'category'; column: string; levels: ReadonlyMap<string, number> };

/** logit of the risk = intercept + terms. */
export interface RiskModel {
  intercept: number;
  terms: readonly RiskTerm[];
}

const INTERCEPT = 'intercept';

/**
 * A risk model from a table of coefficients: columns `term` and `coefficient`, and where there are categories `level`; `kind`
 * (binary, linear, category) if the table has it. The term `intercept` is the intercept. Without a kind, a row with a level
 * is a category and any other linear. Every level of a category has its row, the one to compare with too (0).
 *
 * @throws `risk-column-missing`, `risk-coefficient-missing`, `risk-term-unnamed`, `risk-kind-unknown`, `risk-level-missing`,
 *   `risk-term-twice`, `risk-intercept-missing`, `column-not-numeric`
 */
export function readRiskModel(table: Table): RiskModel {
  const column = (name: string) => table.columns.find((one) => one.name === name);
  const terms = column('term');
  const coefficients = column('coefficient');
  if (!terms || !coefficients) throw fail('risk-column-missing', { column: terms ? 'coefficient' : 'term' });
  const numbers = numbersOf(coefficients);
  const found = new Map<string, RiskTerm>();
  let intercept: number | undefined;
  for (let row = 0; row < table.rows; row++) {
    const term = wordAt(terms, row);
    if (!term) throw fail('risk-term-unnamed', { row: row + 1 });
    const coefficient = numbers[row] as number;
    if (Number.isNaN(coefficient)) throw fail('risk-coefficient-missing', { term });
    const level = wordAt(column('level'), row);
    const kind = wordAt(column('kind'), row).toLowerCase();
    if (term.toLowerCase().replace(/[()]/g, '') === INTERCEPT) {
      if (intercept !== undefined) throw fail('risk-term-twice', { term });
      intercept = coefficient;
    } else {
      addTerm(found, { term, coefficient, level, kind });
    }
  }
  if (intercept === undefined) throw fail('risk-intercept-missing');
  return { intercept, terms: [...found.values()] };
}

function wordAt(column: Column | undefined, row: number): string {
  return column && isPresent(column, row) ? String(keyOf(column, row)).trim() : '';
}

function addTerm(
  found: Map<string, RiskTerm>,
  { term, coefficient, level, kind }: { term: string; coefficient: number; level: string; kind: string }
): void {
  const meant = kind || (level ? 'category' : 'linear');
  const before = found.get(term);
  if (meant === 'category') {
    if (!level) throw fail('risk-level-missing', { term });
    const levels = before?.kind === 'category' ? before.levels : new Map<string, number>();
    if ((before && before.kind !== 'category') || levels.has(level)) throw fail('risk-term-twice', { term });
    found.set(term, { kind: 'category', column: term, levels: new Map([...levels, [level, coefficient]]) });
  } else if (meant === 'linear' || meant === 'binary') {
    if (before) throw fail('risk-term-twice', { term });
    found.set(term, { kind: meant, column: term, coefficient });
  } else {
    throw fail('risk-kind-unknown', { term, kind });
  }
}

export interface ExpectedRisks {
  /** `expected`, a probability a row; missing where a term of the model is missing. */
  risk: Float64Column;
  used: number;
  dropped: number;
}

/**
 * Expected probabilities of a table's rows by a risk model. Nothing is imputed: a row with a missing term has none.
 *
 * @throws `risk-term-missing` naming a term the table lacks; `risk-level-unknown`, `risk-binary`, `risk-extreme`;
 *   `column-not-numeric`
 */
export function expectedRisks({ intercept, terms }: RiskModel, table: Table): ExpectedRisks {
  const logit = new Float64Array(table.rows).fill(intercept);
  for (const term of terms) {
    const column = table.columns.find((one) => one.name === term.column);
    if (!column) {
      const [near] = nearNames(
        term.column,
        table.columns.map((one) => one.name)
      );
      throw fail('risk-term-missing', { term: term.column, near });
    }
    const parts = term.kind === 'category' ? levelParts(term, column) : numberParts(term, column);
    parts.forEach((part, row) => (logit[row] = (logit[row] as number) + part));
  }
  const risk = logit.map((value) => (Number.isNaN(value) ? NaN : logistic(value)));
  const extreme = risk.reduce((sum, value) => sum + Number(value === 0 || value === 1), 0);
  if (extreme > 0) throw fail('risk-extreme', { rows: extreme });
  const dropped = risk.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0);
  return { risk: float64Column('expected', risk), used: table.rows - dropped, dropped };
}

function numberParts(term: RiskTerm & { kind: 'linear' | 'binary' }, column: Column): Float64Array {
  const values = numbersOf(column);
  if (term.kind === 'binary') {
    const others = values.reduce((sum, value) => sum + Number(value !== 0 && value !== 1 && !Number.isNaN(value)), 0);
    if (others > 0) throw fail('risk-binary', { term: term.column, rows: others });
  }
  return values.map((value) => value * term.coefficient);
}

function levelParts(term: RiskTerm & { kind: 'category' }, column: Column): Float64Array {
  let unknown = 0;
  const parts = Float64Array.from({ length: column.values.length }, (_, row) => {
    if (!isPresent(column, row)) return NaN;
    const part = term.levels.get(levelOf(column, row));
    if (part === undefined) unknown += 1;
    return part ?? NaN;
  });
  if (unknown > 0) throw fail('risk-level-unknown', { term: term.column, rows: unknown });
  return parts;
}

/** A level as it is written in the table of coefficients: yes and no as true and false. */
function levelOf(column: Column, row: number): string {
  const key = keyOf(column, row);
  if (column.type === 'bool') return key === 1 ? 'true' : 'false';
  return String(key).trim();
}

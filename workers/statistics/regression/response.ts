import type { Column, Table } from '../../shared/table';
import type { StatisticsRemark } from '../estimate';
import { eventOf } from '../yes-no';
import { compute } from './design/compute';
import { categoriesOf } from './design/levels';
import { fail } from './errors';
import { textOf, type Expression } from './formula/expression';
import { parseFormula } from './formula/parse';

export interface Response {
  text: string;
  /** One number a row of the table; NaN where it is missing. */
  values: Float64Array;
  remarks?: StatisticsRemark[];
}

/** The column, if the outcome is one by its name. */
function plainColumn(table: Table, expression: Expression): Column | undefined {
  if (expression.kind !== 'name') return undefined;
  return table.columns.find(({ name }) => name === expression.name);
}

/** An outcome of numbers. @throws `regression-response-numeric`, `formula-…` */
export function numericResponse(table: Table, formula: string): Response {
  const { response } = parseFormula(formula);
  const text = textOf(response);
  const type = plainColumn(table, response)?.type;
  if (type === 'text' || type === 'date' || type === 'timestamp')
    throw fail('regression-response-numeric', { response: text });
  return { text, values: compute({ table, formula }, response).values };
}

/**
 * An outcome of whole numbers from 0.
 *
 * @throws `regression-response-count`, `regression-response-numeric`, `formula-…`
 */
export function countResponse(table: Table, formula: string): Response {
  const found = numericResponse(table, formula);
  const rows = found.values.reduce((sum, value) => {
    return sum + Number(!Number.isNaN(value) && !(value >= 0 && Number.isSafeInteger(value)));
  }, 0);
  if (rows > 0) throw fail('regression-response-count', { response: found.text, rows });
  return found;
}

/**
 * An outcome of yes and no: 1 and 0, true and false, or two words, of which `event` is 1; where none is named yes of yes
 * and no, else the later by code point.
 *
 * @throws `regression-response-binary`, `formula-…`
 */
export function binaryResponse(event?: string): (table: Table, formula: string) => Response {
  return (table, formula) => {
    const { response } = parseFormula(formula);
    const text = textOf(response);
    const column = plainColumn(table, response);
    if (column?.type !== 'text' && event === undefined) {
      const found = numericResponse(table, formula);
      if (found.values.some((value) => !(value === 0 || value === 1 || Number.isNaN(value)))) {
        throw fail('regression-response-binary', { response: text });
      }
      return found;
    }
    if (!column) throw fail('regression-response-binary', { response: text });
    const { codes, levels } = categoriesOf(column);
    const one = event ?? eventOf(levels);
    if (levels.length > 2 || (event !== undefined && !levels.includes(event))) {
      throw fail('regression-response-binary', { response: text });
    }
    const values = Float64Array.from(codes, (code) => (code < 0 ? NaN : Number(levels[code] === one)));
    return { text, values, remarks: [{ code: 'regression-event', values: { response: text, event: one ?? '' } }] };
  };
}

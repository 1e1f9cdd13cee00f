import { nearNames } from '../../../shared/near-names';
import type { Table } from '../../../shared/table';
import { categoriesOf } from '../design/levels';
import { fail } from '../errors';
import { textOf } from '../formula/expression';
import { failFormula } from '../formula/formula-errors';
import { parseFormula } from '../formula/parse';
import type { Response } from '../response';

/** More categories than this are a measurement. */
const MOST_LEVELS = 50;

export interface OrdinalResponse extends Response {
  /** From the lowest to the highest. */
  levels: readonly string[];
}

/**
 * An outcome of ordered categories: numbers in their order, words in the order given.
 *
 * @throws `regression-response-order` for words without an order, `regression-response-level` for a value that the
 *   order lacks, `regression-response-levels-many`, `formula-column`, `formula-term`
 */
export function orderedResponse(table: Table, formula: string, order: readonly string[] | undefined): OrdinalResponse {
  const { response } = parseFormula(formula);
  const text = textOf(response);
  if (response.kind !== 'name') throw failFormula('formula-term', formula, response.at, { term: text });
  const column = table.columns.find(({ name }) => name === response.name);
  if (!column) {
    const [near] = nearNames(
      response.name,
      table.columns.map(({ name }) => name)
    );
    throw failFormula('formula-column', formula, response.at, { column: response.name, near });
  }
  if (column.type === 'text' && !order) throw fail('regression-response-order', { response: text });
  const { codes, levels } = categoriesOf(column);
  if (levels.length > MOST_LEVELS) throw fail('regression-response-levels-many', { response: text, most: MOST_LEVELS });
  const wanted = order ?? levels;
  const lacking = levels.find((level) => !wanted.includes(level));
  if (lacking !== undefined || new Set(wanted).size < wanted.length) {
    throw fail('regression-response-level', {
      response: text,
      level: lacking ?? wanted.find((level, at) => wanted.indexOf(level) !== at)
    });
  }
  const place = levels.map((level) => wanted.indexOf(level));
  return { text, levels: wanted, values: Float64Array.from(codes, (code) => (code < 0 ? NaN : place[code]!)) };
}

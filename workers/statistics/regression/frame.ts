import { nearNames } from '../../shared/near-names';
import type { Column, Table } from '../../shared/table';
import { commonRows, numbersOf } from '../columns';
import type { StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import { designOf, type Design } from './design/design';
import { categoriesOf } from './design/levels';
import { fail } from './errors';
import { parseFormula } from './formula/parse';
import type { RegressionOptions } from './options';
import { randomGroups, type RandomGroups } from './random-groups';
import type { Response } from './response';

/** A model's numbers: one a used row. */
export interface Frame {
  design: Design;
  /** Text of the outcome in the formula. */
  response: string;
  y: Float64Array;
  /** Prior weights, all above 0. */
  weights?: Float64Array;
  offset?: Float64Array;
  /** Cluster of each row, counted from 0, and their number. */
  clusters?: { codes: Int32Array; count: number };
  /** Groups of the random intercept. */
  groups?: RandomGroups;
  n: number;
  nDropped: number;
  level: number;
  remarks: StatisticsRemark[];
}

/** Finds the outcome of a formula in a table. */
export type ResponseReader = (table: Table, formula: string) => Response;

/**
 * Outcome, design, weights and clusters of the rows that have all of them.
 *
 * @param random the model has a random intercept, of the groups in the formula or of a column named beside it
 * @param exposure name of a column of times or person-years, whose logarithm is added to the offset
 * @throws `formula-…`, `regression-response-…`, `rows-none`, `regression-weights-impossible`,
 *   `regression-weights-none`, `regression-exposure-impossible`, `regression-one-cluster`, `regression-errors-twice`,
 *   `level-range`
 */
export function frameOf(
  table: Table,
  formula: string,
  readResponse: ResponseReader,
  options: RegressionOptions & { exposure?: string; random?: { group?: string } }
): Frame {
  const level = options.level ?? 0.95;
  checkLevel(level);
  commonRows(table.columns);
  if (options.cluster !== undefined && (options.errors ?? 'model') !== 'model') throw fail('regression-errors-twice');
  const remarks: StatisticsRemark[] = [];
  const response = readResponse(table, formula);
  const usable = Uint8Array.from(response.values, (value) => Number(Number.isFinite(value)));
  const weights = options.weights === undefined ? undefined : weightsOf(table, options.weights, usable, remarks);
  const clusterColumn = options.cluster === undefined ? undefined : namedColumn(table, options.cluster);
  if (clusterColumn) categoriesOf(clusterColumn).codes.forEach((code, row) => code < 0 && (usable[row] = 0));
  const random = options.random && randomGroups(table, formula, options.random.group);
  if (random) usable.forEach((_, row) => !random.hasGroup(row) && (usable[row] = 0));
  const terms = options.exposure === undefined ? formula : withExposure(table, formula, options.exposure);
  const design = designOf(terms, table, {
    usable,
    ...(options.references && { references: options.references }),
    ...(random && { randomIntercepts: 'leave' })
  });
  const pick = (values: Float64Array) =>
    design.rows.length === values.length ? values : Float64Array.from(design.rows, (row) => values[row]!);
  remarks.push(...(response.remarks ?? []));
  return {
    design,
    response: response.text,
    y: pick(response.values),
    ...(weights && { weights: pick(weights) }),
    ...(design.offset && { offset: design.offset }),
    ...(clusterColumn && { clusters: clustersOf(clusterColumn, design.rows, remarks) }),
    ...(random && { groups: random.within(design.rows) }),
    n: design.rows.length,
    nDropped: design.dropped,
    level,
    remarks
  };
}

/** A column named by an option, which has no place in the formula. */
function namedColumn(table: Table, name: string): Column {
  const found = table.columns.find((column) => column.name === name);
  if (found) return found;
  const names = table.columns.map((column) => column.name);
  throw fail('formula-column', { column: name, near: nearNames(name, names)[0] });
}

function weightsOf(table: Table, name: string, usable: Uint8Array, remarks: StatisticsRemark[]): Float64Array {
  const weights = numbersOf(namedColumn(table, name));
  let [negative, zero, positive] = [0, 0, 0];
  weights.forEach((weight, row) => {
    if (weight < 0) negative += 1;
    else if (weight === 0) zero += usable[row]!;
    else if (weight > 0) positive += 1;
    if (!(weight > 0)) usable[row] = 0;
  });
  if (negative > 0) throw fail('regression-weights-impossible', { column: name, rows: negative });
  if (positive === 0) throw fail('regression-weights-none');
  if (zero > 0) remarks.push({ code: 'regression-weights-zero', values: { rows: zero } });
  return weights;
}

function withExposure(table: Table, formula: string, name: string): string {
  const exposure = numbersOf(namedColumn(table, name));
  const rows = exposure.reduce((sum, value) => sum + Number(value <= 0), 0);
  if (rows > 0) throw fail('regression-exposure-impossible', { column: name, rows });
  parseFormula(formula);
  return `${formula} + offset(log(\`${name}\`))`;
}

/** From here on robust errors by cluster can be trusted without a correction. @see Cameron and Miller 2015, J Hum Resour 50:317 */
const MANY_CLUSTERS = 40;

function clustersOf(
  column: Column,
  rows: Int32Array,
  remarks: StatisticsRemark[]
): { codes: Int32Array; count: number } {
  const mask = new Uint8Array(column.values.length);
  for (const row of rows) mask[row] = 1;
  const { codes, levels } = categoriesOf(column, mask);
  if (levels.length < 2) throw fail('regression-one-cluster', { clusters: levels.length });
  if (levels.length < MANY_CLUSTERS) {
    remarks.push({ code: 'regression-clusters-few', values: { clusters: levels.length, enough: MANY_CLUSTERS } });
  }
  return { codes: Int32Array.from(rows, (row) => codes[row]!), count: levels.length };
}

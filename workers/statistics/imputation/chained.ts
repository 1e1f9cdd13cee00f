import type { JobOptions } from '../../shared/job';
import { randomStream, type RandomStream } from '../../shared/random';
import type { Column, Table } from '../../shared/table';
import { TableBuilder } from '../../shared/column-builder';
import { momentsOf } from '../moments';
import type { StatisticsRemark } from '../estimate';
import { Pacer } from '../pacer';
import { completedColumn } from './completed-column';
import { fail } from './errors';
import { drawDonors, drawNormal, type Split } from './linear-draw';
import { drawLogistic } from './logistic-draw';
import { variablesOf, type ImputationMethod, type Variable } from './variables';

export interface ChainedOptions extends JobOptions {
  /** Completed data sets, default 20. */
  completed?: number;
  /** Rounds through the variables, default 10. */
  iterations?: number;
  /** A whole number from 0: the same seed gives the same data sets on every machine. */
  seed: number;
  /** Default: logreg for yes and no and for words of two levels, pmm for numbers. */
  methods?: Readonly<Record<string, ImputationMethod>>;
  /** Rows to choose from in pmm, default 5. */
  donors?: number;
}

export interface Imputed {
  /** The table, completed so often; columns without gaps are shared, not copied. */
  tables: Table[];
  /** A row a variable with gaps: variable, method, missing. */
  filled: Table;
  /** How the chains went: set, iteration, variable, mean and sd of the filled values. */
  trace: Table;
  n: number;
  /** Rows with a gap. */
  incomplete: number;
  method: string;
  remarks: StatisticsRemark[];
}

/**
 * Multiple imputation by chained equations: each variable with gaps is filled from all others, in turn, several times.
 *
 * Assumes that what is missing depends only on what is known (missing at random). The outcome of the later analysis belongs
 * among the columns.
 *
 * @param columns of the table, those that are filled and those that help; rows keep their order
 * @throws `imputation-…`, `column-not-exact`, `stopped`
 * @see van Buuren and Groothuis-Oudshoorn 2011, J Stat Softw 45(3), mice
 */
export async function imputeChained(
  table: Table,
  columns: readonly Column[],
  options: ChainedOptions
): Promise<Imputed> {
  const { completed = 20, iterations = 10, seed, methods = {}, donors = 5 } = options;
  checkWhole('completed', completed, 2, 1000);
  checkWhole('iterations', iterations, 1, 1000);
  checkWhole('donors', donors, 1, 100);
  checkWhole('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  const variables = variablesOf(table, columns, methods);
  const gaps = variables.filter(({ missing }) => missing.length > 0);
  if (gaps.length === 0) throw fail('imputation-complete');
  const trace = new TableBuilder([
    { name: 'set', type: 'int32' },
    { name: 'iteration', type: 'int32' },
    { name: 'variable', type: 'text' },
    { name: 'mean', type: 'float64' },
    { name: 'sd', type: 'float64' }
  ]);
  const total = completed * iterations * gaps.length;
  const pace = new Pacer(options, { step: 'impute', total });
  await pace.begin();
  const tables: Table[] = [];
  let done = 0;
  for (let set = 0; set < completed; set++) {
    const stream = randomStream(seed, 'chained-equations', set);
    const chain = new Chain(table.rows, variables, stream);
    for (let iteration = 1; iteration <= iterations; iteration++) {
      for (const variable of gaps) {
        chain.fill(variable, donors);
        const { n, mean, variance } = momentsOf(chain.filledOf(variable));
        trace.push(set + 1, iteration, variable.name, mean, n > 1 ? Math.sqrt(variance) : undefined);
        done += 1;
        await pace.step(done);
      }
    }
    tables.push(chain.table(table));
  }
  const filled = new TableBuilder([
    { name: 'variable', type: 'text' },
    { name: 'method', type: 'text' },
    { name: 'missing', type: 'int32' }
  ]);
  for (const { name, method, missing } of gaps) filled.push(name, method, missing.length);
  const incomplete = new Set(gaps.flatMap(({ missing }) => [...missing])).size;
  const remarks: StatisticsRemark[] = [{ code: 'imputation-at-random', values: {} }];
  const percent = Math.ceil((100 * incomplete) / table.rows);
  if (completed < percent) remarks.push({ code: 'imputation-more-sets', values: { completed, wanted: percent } });
  return { tables, filled: filled.finish(), trace: trace.finish(), n: table.rows, incomplete, method: 'Multiple imputation by chained equations', remarks }; // prettier-ignore
}

function checkWhole(option: string, value: number, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw fail('imputation-option', { option, rule: `is a whole number from ${least} to ${most}` });
  }
}

/** One completed data set on its way. */
class Chain {
  /** Values of each variable, gaps filled. */
  readonly #values = new Map<Variable, Float64Array>();
  /** Row that a gap of pmm was filled from. */
  readonly #donors = new Map<Variable, Int32Array>();

  constructor(
    readonly rows: number,
    readonly variables: readonly Variable[],
    readonly stream: RandomStream
  ) {
    for (const variable of variables) {
      const values = variable.values.slice();
      const donors = variable.missing.map(() => variable.observed[stream.integer(0, variable.observed.length)] as number); // prettier-ignore
      variable.missing.forEach((row, at) => {
        values[row] = variable.values[donors[at] as number] as number;
      });
      this.#values.set(variable, values);
      this.#donors.set(variable, donors);
    }
  }

  filledOf(variable: Variable): Float64Array {
    const values = this.#values.get(variable) as Float64Array;
    return Float64Array.from(variable.missing, (row) => values[row] as number);
  }

  /** @throws `imputation-not-fitted` */
  fill(variable: Variable, donors: number): void {
    const split = this.#split(variable);
    const values = this.#values.get(variable) as Float64Array;
    if (variable.method === 'pmm') {
      const chosen = drawDonors(split, donors, this.stream);
      if (!chosen) throw fail('imputation-not-fitted', { column: variable.name });
      const rows = chosen.map((place) => variable.observed[place] as number);
      this.#donors.set(variable, rows);
      variable.missing.forEach((row, at) => {
        values[row] = variable.values[rows[at] as number] as number;
      });
      return;
    }
    const drawn = variable.method === 'norm' ? drawNormal(split, this.stream) : drawLogistic(split, this.stream);
    if (!drawn?.every(Number.isFinite)) throw fail('imputation-not-fitted', { column: variable.name });
    variable.missing.forEach((row, at) => {
      values[row] = drawn[at] as number;
    });
  }

  /** The intercept and all other variables, words as levels. */
  #split(variable: Variable): Split {
    const { observed, missing, values } = variable;
    const of = (rows: Int32Array) => [new Float64Array(rows.length).fill(1), ...this.variables.flatMap((other) => (other === variable ? [] : this.#columns(other, rows)))]; // prettier-ignore
    return {
      observed: of(observed),
      missing: of(missing),
      y: Float64Array.from(observed, (row) => values[row] as number)
    };
  }

  #columns(variable: Variable, rows: Int32Array): Float64Array[] {
    const values = this.#values.get(variable) as Float64Array;
    if (variable.column.type !== 'text') return [Float64Array.from(rows, (row) => values[row] as number)];
    return Array.from({ length: variable.levels }, (_, level) =>
      Float64Array.from(rows, (row) => Number(values[row] === level + 1))
    );
  }

  table(given: Table): Table {
    const filled = new Map(
      this.variables
        .filter(({ missing }) => missing.length > 0)
        .map((variable) => [
          variable.column,
          completedColumn(
            variable,
            this.#values.get(variable) as Float64Array,
            this.#donors.get(variable) as Int32Array
          )
        ])
    );
    return { rows: given.rows, columns: given.columns.map((column) => filled.get(column) ?? column) };
  }
}

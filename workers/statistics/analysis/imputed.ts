import { may } from '../../shared/call-arguments';
import type { JobOptions } from '../../shared/job';
import { isPresent } from '../../shared/exact-text';
import type { Column, Float64Column, Int32Column, Table, TextColumn } from '../../shared/table';
import { float64Column, textColumn } from '../columns';
import type { Estimate, StatisticsRemark } from '../estimate';
import { imputeChained, poolEstimates, type Imputed, type Pooled } from '../imputation';
import type { Fact, MeasuredEstimate } from './contract';
import type { LinesFigure } from './figures';
import type { Given } from './given';

/** Key of multiple imputation; without it rows with a gap are left out. */
export const imputeTakes = may('impute', 'object', [
  may('datasets', 'number'),
  may('iterations', 'number'),
  may('seed', 'number')
]);

/** Chains of more variables than this are in the table of own code's `imputeChained` only. */
const MOST_TRACES = 4;

interface Asked {
  datasets?: number;
  iterations?: number;
  seed?: number;
}

/** Whether imputation is asked for. */
export const imputes = (given: Given): boolean => given.has('impute');

/**
 * The table completed several times, its columns filled from each other.
 *
 * @param names columns that are filled and help to fill, the outcome among them
 * @param helpers further columns that help to fill, without gaps
 * @returns undefined where nothing is missing in them
 * @throws `imputation-…`, `column-…`, `stopped`
 */
export async function completedTables(
  given: Given,
  table: Table,
  names: readonly string[],
  job: JobOptions & { helpers?: readonly Column[] }
): Promise<Imputed | undefined> {
  const { datasets, iterations, seed = 1 } = given.option<Asked>('impute') ?? {};
  const columns = table.columns.filter(({ name }) => names.includes(name));
  const isWhole = columns.every((column) =>
    column.values.every((value: number | bigint, row: number) => isPresent(column, row) && !Number.isNaN(value))
  );
  if (isWhole) return undefined;
  const { helpers = [], ...rest } = job;
  return imputeChained(table, [...columns, ...helpers], {
    ...rest,
    seed,
    ...(datasets !== undefined && { completed: datasets }),
    ...(iterations !== undefined && { iterations })
  });
}

/** Estimates of the completed tables as one, each with what it measures and whose its name is. */
export function pooledEstimates(
  fits: readonly (readonly MeasuredEstimate[])[],
  options: { dfComplete?: number; level?: number }
): { estimates: MeasuredEstimate[]; pooled: Pooled } {
  const pooled = poolEstimates(fits, options);
  const kinds = fits[0]!.map(({ measure, named }) => ({ measure, ...(named && { named }) }));
  return { pooled, estimates: pooled.estimates.map((one: Estimate, at) => ({ ...one, ...kinds[at]! })) };
}

/** What a result says of its imputation: facts, figures, remarks. */
export function toldOfImputation(imputed: Imputed, { parts, remarks }: Pooled) {
  const worst = parts.reduce((most, { fmi }) => Math.max(most, fmi), 0);
  const datasets = imputed.tables.length;
  // Both rooms may ask for more data sets: the pooled estimates know better.
  const own = imputed.remarks.filter(({ code }) => remarks.length === 0 || code !== 'imputation-more-sets');
  return {
    says: [{ code: 'imputed', values: { rows: imputed.incomplete, of: imputed.n, datasets } }],
    facts: [
      { code: 'datasets', value: datasets, as: 'count' },
      { code: 'missing-information', value: worst, as: 'share' }
    ] satisfies Fact[],
    figures: tracesOf(imputed.trace),
    remarks: [...own, ...remarks] as StatisticsRemark[]
  };
}

/** Tables of an imputation: there, empty, also without one. */
export const imputationTables = (pooled?: Pooled, imputed?: Imputed): { name: string; table: Table }[] => [
  { name: 'pooling', table: poolingTable(pooled) },
  { name: 'filled', table: filledTable(imputed) }
];

/** How much each estimate hangs on what is missing; no row without imputation. */
function poolingTable(pooled?: Pooled): Table {
  const parts = pooled?.parts ?? [];
  const number = (name: string, of: (part: (typeof parts)[number]) => number | null) =>
    float64Column(
      name,
      Float64Array.from(parts, (part) => of(part) ?? NaN)
    );
  return {
    rows: parts.length,
    columns: [
      textColumn(
        'name',
        parts.map(({ name }) => name)
      ),
      number('missing_information', ({ fmi }) => fmi),
      number('relative_increase', ({ increase }) => increase),
      number('within', ({ within }) => within),
      number('between', ({ between }) => between),
      number('df', ({ df }) => df)
    ]
  };
}

/** Which columns were filled, how, and how many values; no row without imputation. */
function filledTable(imputed?: Imputed): Table {
  return (
    imputed?.filled ?? {
      rows: 0,
      columns: [
        textColumn('variable', []),
        textColumn('method', []),
        { name: 'missing', type: 'int32', values: new Int32Array(0) }
      ]
    }
  );
}

/** Means of what was filled in, by iteration: the lines of the data sets are to mingle without a trend. */
function tracesOf(trace: Table): LinesFigure[] {
  const [set, iteration, variable, mean] = trace.columns as [Int32Column, Int32Column, TextColumn, Float64Column];
  return variable.dictionary.slice(0, MOST_TRACES).map((name, code): LinesFigure => {
    const rows = Array.from(variable.values.keys()).filter((row) => variable.values[row] === code);
    const sets = [...new Set(rows.map((row) => set.values[row]!))];
    return {
      kind: 'lines',
      what: 'trace',
      y: name,
      series: sets.map((one) => {
        const own = rows.filter((row) => set.values[row] === one);
        return {
          name: String(one),
          look: 'line',
          x: Float64Array.from(own, (row) => iteration.values[row]!),
          y: Float64Array.from(own, (row) => mean.values[row]!)
        };
      })
    };
  });
}

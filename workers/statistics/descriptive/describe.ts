import type { Column, Table } from '../../shared/table';
import { commonRows, float64Column, numbersOf, textColumn } from '../columns';
import type { Estimate } from '../estimate';
import { summaryOf, type Summary } from './summary';

export interface Description {
  /** A row a column: variable, n, missing, mean, sd, se, lower, upper, min, q1, median, q3, max, iqr, mad, skewness, excess_kurtosis. */
  table: Table;
  /** The means. */
  estimates: Estimate[];
  method: string;
}

const FIGURES: readonly (readonly [string, (summary: Summary) => number | null])[] = [
  ['n', ({ n }) => n],
  ['missing', ({ missing }) => missing],
  ['mean', ({ mean }) => mean],
  ['sd', ({ sd }) => sd],
  ['se', ({ se }) => se],
  ['lower', ({ lower }) => lower],
  ['upper', ({ upper }) => upper],
  ['min', ({ min }) => min],
  ['q1', ({ q1 }) => q1],
  ['median', ({ median }) => median],
  ['q3', ({ q3 }) => q3],
  ['max', ({ max }) => max],
  ['iqr', ({ iqr }) => iqr],
  ['mad', ({ mad }) => mad],
  ['skewness', ({ skewness }) => skewness],
  ['excess_kurtosis', ({ excessKurtosis }) => excessKurtosis]
];

/**
 * Summaries of columns of numbers, each over the rows in which it is there.
 *
 * @param level of the limits of the means, default 0.95
 * @throws `column-not-numeric`, `column-not-exact`, `columns-unlike`, `summary-large`, `level-range`
 */
export function describeColumns(columns: readonly Column[], level = 0.95): Description {
  commonRows(columns);
  const method = 'Summary statistics';
  const summaries = columns.map((column) => summaryOf(numbersOf(column), { level, name: column.name }));
  const estimates = summaries.flatMap(({ n, missing, mean, se, lower, upper }, index): Estimate[] =>
    mean === null
      ? []
      : [
          {
            name: columns[index]!.name,
            estimate: mean,
            se,
            lower,
            upper,
            level,
            scale: 'identity',
            null: 0,
            df: n > 1 ? n - 1 : null,
            p: null,
            n,
            nDropped: missing,
            method: 'Mean'
          }
        ]
  );
  return {
    table: {
      rows: columns.length,
      columns: [
        textColumn('variable', columns.map(({ name }) => name)), // prettier-ignore
        ...FIGURES.map(([name, of]) =>
          float64Column(
            name,
            Float64Array.from(summaries, (one) => of(one) ?? NaN)
          )
        )
      ]
    },
    estimates,
    method
  };
}

import type { Table } from '../../../shared/table';
import { float64Column, textColumn } from '../../columns';
import type { MetaAnalysis } from '../../meta-analysis';
import type { Measure } from '../contract';

/** Of each study, on the scale of the analysis. */
export type Numbers = Readonly<Record<'estimate' | 'lower' | 'upper', Float64Array>>;

/** A row a study: study, measure, estimate, lower, upper (ratios as ratios), weight (share). */
export function studiesTable(
  names: readonly string[],
  { estimate, lower, upper, weight }: Numbers & { weight: Float64Array },
  limit: (value: number) => number | null,
  measure: Measure
): Table {
  const shown = (value: number) => limit(value) ?? NaN;
  return {
    rows: names.length,
    columns: [
      textColumn('study', names),
      textColumn(
        'measure',
        names.map(() => measure)
      ),
      float64Column('estimate', estimate.map(shown)),
      float64Column('lower', lower.map(shown)),
      float64Column('upper', upper.map(shown)),
      float64Column('weight', weight.slice())
    ]
  };
}

/** One row: the pooled effect, its limits, those of the next study, and how far the studies differ. */
export function pooledTable(
  { estimates, heterogeneity, prediction }: MetaAnalysis,
  limit: (value: number) => number | null
): Table {
  const [pooled] = estimates as [MetaAnalysis['estimates'][number]];
  const or = (value: number | null | undefined) => value ?? NaN;
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? NaN : (limit(value) ?? NaN);
  const cells: [string, number][] = [
    ['estimate', shown(pooled.estimate)],
    ['lower', shown(pooled.lower)],
    ['upper', shown(pooled.upper)],
    ['p', or(pooled.p)],
    ['coefficient', pooled.estimate],
    ['se', or(pooled.se)],
    ['prediction_lower', shown(prediction?.lower)],
    ['prediction_upper', shown(prediction?.upper)],
    ['q', heterogeneity.q],
    ['q_df', heterogeneity.df],
    ['q_p', heterogeneity.p],
    ['i_squared', heterogeneity.iSquared],
    ['tau_squared', or(heterogeneity.tauSquared)]
  ];
  return { rows: 1, columns: cells.map(([name, value]) => float64Column(name, Float64Array.of(value))) };
}

import { AppError } from '../../../shared/errors';
import { exp } from '../../../shared/elementary';
import { exactText, isPresent } from '../../../shared/exact-text';
import { normalQuantile } from '../../../shared/normal';
import type { Column, Float64Column, Table } from '../../../shared/table';
import { float64Column, textColumn } from '../../columns';
import type { StatisticsRemark } from '../../estimate';
import { eggerTest, type Egger, type MetaAnalysis, type StudyColumns } from '../../meta-analysis';
import type { AnalysisTest, Fact, Measure, MeasuredEstimate, Said } from '../contract';
import type { Found } from '../define';
import type { ForestFigure, ForestRow, PointsFigure } from '../figures';
import { saysEstimate } from '../tidy';

const FUNNEL_STEPS = 40;

export interface Pooling {
  found: MetaAnalysis;
  measure: Measure;
  /** Of the forest: ratios on a logarithmic axis. */
  scale: 'identity' | 'log';
  /** Names of the studies, a row each; absent: their numbers. */
  study: Column | undefined;
  level: number;
  asymmetry: Asymmetry;
}

/** What every pooling of studies shows: forest with the pooled effect, heterogeneity, funnel, Egger's test. */
export function pooledResult({ found, measure, scale, study, level, asymmetry }: Pooling): Omit<Found, 'name'> {
  const back = scale === 'log' ? exp : (value: number) => value;
  const numbers = (name: string) => (found.studies.columns.find((one) => one.name === name) as Float64Column).values;
  const [row, estimate, lower, upper, weight] = ['row', 'estimate', 'lower', 'upper', 'weight'].map(numbers) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]; // prettier-ignore
  const names = Array.from(row, (at) => nameOf(study, at));
  const [pooled] = found.estimates as [MetaAnalysis['estimates'][number]];
  const { heterogeneity, prediction } = found;
  const estimates: MeasuredEstimate[] = found.estimates.map((one) => ({ ...one, scale, measure }));
  const rows: ForestRow[] = names.map((name, at) => ({
    name,
    estimate: back(estimate[at]!),
    lower: back(lower[at]!),
    upper: back(upper[at]!),
    weight: weight[at]!
  }));
  rows.push({ name: pooled.name, estimate: back(pooled.estimate), lower: back(pooled.lower!), upper: back(pooled.upper!), p: pooled.p, look: 'pooled' }); // prettier-ignore
  if (prediction) {
    const limits = { lower: back(prediction.lower), upper: back(prediction.upper) };
    rows.push({ name: 'prediction', estimate: back(pooled.estimate), ...limits, look: 'prediction' });
  }
  const forest: ForestFigure = { kind: 'forest', measure, scale, null: back(0), level, rows };
  return {
    says: [
      ...estimates.map(saysEstimate),
      heterogeneitySaid(found),
      ...(prediction ? [predictionSaid(measure, back(prediction.lower), back(prediction.upper), level)] : [])
    ],
    estimates,
    tests: [
      {
        code: 'heterogeneity',
        statistic: { name: 'Q', value: heterogeneity.q },
        df: [heterogeneity.df],
        p: heterogeneity.p
      },
      ...eggerTests(asymmetry.egger)
    ],
    facts: factsOf(heterogeneity),
    table: studiesTable(names, { estimate, lower, upper, weight }, back, measure),
    more: [{ name: 'pooled', table: pooledTable(found, back) }],
    figures: [forest, funnelOf(pooled.estimate, names, { estimate, lower, upper }, level, measure)],
    remarks: [...found.remarks, ...asymmetry.remarks],
    counted: 'studies',
    n: found.n,
    nDropped: found.nDropped
  };
}

/** What Egger's test says, or why it cannot say anything: then the funnel stands alone. */
export interface Asymmetry {
  egger: Egger | undefined;
  remarks: readonly StatisticsRemark[];
}

/** Egger's test, where the studies can carry it. */
export function asymmetryOf(columns: StudyColumns, level: number): Asymmetry {
  try {
    const egger = eggerTest(columns, { level });
    return { egger, remarks: egger.remarks };
  } catch (error) {
    const code = error instanceof AppError ? error.code : undefined;
    const remarks: StatisticsRemark[] = [];
    if (code === 'meta-collinear') remarks.push({ code: 'meta-egger-collinear', values: {} });
    else if (code === 'meta-perfect-fit') remarks.push({ code: 'meta-egger-perfect', values: {} });
    else if (code === 'meta-too-few') remarks.push({ code: 'meta-egger-two', values: {} });
    else throw error;
    return { egger: undefined, remarks };
  }
}

function nameOf(study: Column | undefined, row: number): string {
  return study && isPresent(study, row) ? exactText(study, row) : String(row + 1);
}

function heterogeneitySaid({ heterogeneity: { iSquared, p, tauSquared } }: MetaAnalysis): Said {
  const values = { share: iSquared, p };
  return tauSquared === null ? { code: 'pool-differ-fixed', values } : { code: 'pool-differ', values };
}

const predictionSaid = (measure: Measure, lower: number, upper: number, level: number): Said => ({
  code: 'pool-prediction',
  values: { measure, lower, upper, level }
});

function eggerTests(egger: Egger | undefined): AnalysisTest[] {
  const [one] = egger?.estimates ?? [];
  if (!one || one.p === null || one.se === null) return [];
  return [{ code: 'egger', statistic: { name: 't', value: one.estimate / one.se }, df: [one.df ?? 0], p: one.p }];
}

function factsOf({ iSquared, iLower, iUpper, tauSquared, tauLower, tauUpper }: MetaAnalysis['heterogeneity']): Fact[] {
  const fact = (code: string, value: number | null, as: Fact['as']): Fact[] =>
    value === null ? [] : [{ code, value, as }];
  return [
    ...fact('i-squared', iSquared, 'share'),
    ...fact('i-squared-lower', iLower, 'share'),
    ...fact('i-squared-upper', iUpper, 'share'),
    ...fact('tau-squared', tauSquared, 'number'),
    ...fact('tau-squared-lower', tauLower, 'number'),
    ...fact('tau-squared-upper', tauUpper, 'number')
  ];
}

type Numbers = Readonly<Record<'estimate' | 'lower' | 'upper', Float64Array>>;

function studiesTable(
  names: readonly string[],
  { estimate, lower, upper, weight }: Numbers & { weight: Float64Array },
  back: (value: number) => number,
  measure: Measure
): Table {
  return {
    rows: names.length,
    columns: [
      textColumn('study', names),
      textColumn(
        'measure',
        names.map(() => measure)
      ),
      float64Column('estimate', estimate.map(back)),
      float64Column('lower', lower.map(back)),
      float64Column('upper', upper.map(back)),
      float64Column('weight', weight.slice())
    ]
  };
}

/** One row: the pooled effect, its limits, those of the next study, and how far the studies differ. */
function pooledTable({ estimates, heterogeneity, prediction }: MetaAnalysis, back: (value: number) => number): Table {
  const [pooled] = estimates as [MetaAnalysis['estimates'][number]];
  const or = (value: number | null | undefined) => value ?? NaN;
  const shown = (value: number | null | undefined) => (value === null || value === undefined ? NaN : back(value));
  const cells: [string, number][] = [
    ['estimate', back(pooled.estimate)],
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

/** Effects against their standard errors, on the scale of the analysis, with the limits that chance alone would give. */
function funnelOf(
  centre: number,
  names: readonly string[],
  { estimate, lower, upper }: Numbers,
  level: number,
  measure: Measure
): PointsFigure {
  // The limits of the studies are Wald's: half their width is z standard errors.
  const z = normalQuantile((1 + level) / 2);
  const errors = estimate.map((_, at) => (upper[at]! - lower[at]!) / (2 * z));
  const largest = errors.reduce((most, one) => Math.max(most, one), 0) * 1.05;
  const steps = Float64Array.from({ length: FUNNEL_STEPS + 1 }, (_, at) => (largest * at) / FUNNEL_STEPS);
  return {
    kind: 'points',
    what: 'study-funnel',
    x: estimate.slice(),
    y: errors,
    xName: measure,
    names,
    lines: [{ code: 'pooled', value: centre }],
    limits: [
      { name: 'lower', x: steps.map((se) => centre - z * se), y: steps },
      { name: 'upper', x: steps.map((se) => centre + z * se), y: steps.slice() }
    ]
  };
}

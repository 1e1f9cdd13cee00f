import { AppError } from '../../../shared/errors';
import { exp } from '../../../shared/elementary';
import { exactText, isPresent } from '../../../shared/exact-text';
import type { Column, Float64Column } from '../../../shared/table';
import type { StatisticsRemark } from '../../estimate';
import { eggerTest, type Egger, type MetaAnalysis, type StudyColumns } from '../../meta-analysis';
import type { AnalysisTest, Fact, Measure, MeasuredEstimate, Said } from '../contract';
import type { Found } from '../define';
import type { ForestFigure, ForestRow } from '../figures';
import { ownName } from '../tidy';
import { funnelOf } from './study-funnel';
import { pooledTable, studiesTable } from './study-tables';

export interface Pooling {
  found: MetaAnalysis;
  measure: Measure;
  /** Of the forest: ratios on a logarithmic axis. */
  scale: 'identity' | 'log';
  /** Names of the studies, a row each; absent: their numbers. */
  study: Column | undefined;
  level: number;
  asymmetry: Asymmetry;
  /** Which way it points, where columns tell. */
  direction?: Said;
}

/** What every pooling of studies shows: forest with the pooled effect, heterogeneity, funnel, Egger's test. */
export function pooledResult(pooling: Pooling): Omit<Found, 'name'> {
  const { found, measure, scale, study, level, asymmetry, direction } = pooling;
  const back = scale === 'log' ? exp : (value: number) => value;
  // A limit beyond all numbers is none.
  const limit = (value: number | null) => (value === null || !Number.isFinite(back(value)) ? null : back(value));
  const numbers = (name: string) => (found.studies.columns.find((one) => one.name === name) as Float64Column).values;
  const [row, estimate, lower, upper, weight] = ['row', 'estimate', 'lower', 'upper', 'weight'].map(numbers) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]; // prettier-ignore
  const names = Array.from(row, (at) => nameOf(study, at));
  const [pooled] = found.estimates as [MetaAnalysis['estimates'][number]];
  const { heterogeneity, prediction } = found;
  const estimates: MeasuredEstimate[] = found.estimates.map((one) => ({
    ...one,
    ...ownName('pooled'),
    scale,
    measure
  }));
  const rows: ForestRow[] = names.map((name, at) => ({
    name,
    estimate: back(estimate[at]!),
    lower: limit(lower[at]!),
    upper: limit(upper[at]!),
    weight: weight[at]!
  }));
  const centre = back(pooled.estimate);
  const about = { estimate: centre, lower: limit(pooled.lower), upper: limit(pooled.upper) };
  rows.push({ ...ownName('pooled'), ...about, p: pooled.p, look: 'pooled' });
  if (prediction) {
    const limits = { lower: limit(prediction.lower), upper: limit(prediction.upper) };
    rows.push({ ...ownName('prediction'), estimate: centre, ...limits, look: 'prediction' });
  }
  const forest: ForestFigure = { kind: 'forest', measure, scale, null: back(0), level, rows };
  return {
    says: [
      saysPooled(pooling, about, pooled.p),
      ...(direction ? [direction] : []),
      saysHeterogeneity(found),
      ...saysPrediction(pooling, limit)
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
    table: studiesTable(names, { estimate, lower, upper, weight }, limit, measure),
    more: [{ name: 'pooled', table: pooledTable(found, limit) }],
    figures: [forest, funnelOf(pooled.estimate, names, { estimate, lower, upper }, { level, measure, back })],
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
export function asymmetryOf(columns: StudyColumns, measure: Measure, level: number): Asymmetry {
  try {
    const egger = eggerTest(columns, { level });
    const remarks: StatisticsRemark[] = [...egger.remarks];
    // Their error depends on the effect itself: Sterne et al. 2011, BMJ 343:d4002.
    if (measure === 'odds-ratio') remarks.push({ code: 'meta-egger-odds', values: {} });
    return { egger, remarks };
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

interface Shown {
  estimate: number;
  lower: number | null;
  upper: number | null;
}

/** A mean of effects that may differ, or one that is taken to be common to all studies. */
function saysPooled({ found, measure, level }: Pooling, { estimate, lower, upper }: Shown, p: number | null): Said {
  return {
    code: found.heterogeneity.tauSquared === null ? 'pool-common' : 'pool-random',
    values: {
      measure,
      studies: found.n,
      estimate,
      level,
      ...(lower !== null && { lower }),
      ...(upper !== null && { upper }),
      ...(p !== null && { p })
    }
  };
}

function saysHeterogeneity({ heterogeneity: { iSquared, p, tauSquared } }: MetaAnalysis): Said {
  const values = { share: iSquared, p };
  // So few studies rarely reach 0.05 that a test of heterogeneity is read at 0.1.
  if (p >= 0.1) return { code: 'pool-alike', values };
  return tauSquared === null ? { code: 'pool-differ-common', values } : { code: 'pool-differ', values };
}

function saysPrediction({ found, measure, level }: Pooling, limit: (value: number) => number | null): Said[] {
  const { prediction } = found;
  if (!prediction) return [];
  const [lower, upper] = [limit(prediction.lower), limit(prediction.upper)];
  if (lower === null || upper === null) return [];
  const values = { measure, lower, upper, level };
  const isBoth = prediction.lower < 0 && prediction.upper > 0;
  return [isBoth ? { code: 'pool-prediction-both', values } : { code: 'pool-prediction', values }];
}

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

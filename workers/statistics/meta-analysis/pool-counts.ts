import { chiSquare } from '../../shared/distributions';
import { sumOf } from '../../shared/compensated-sum';
import type { Table } from '../../shared/table';
import { float64Column } from '../columns';
import type { Estimate, StatisticsRemark } from '../estimate';
import { mantelHaenszel } from '../epidemiology';
import { checkLevel } from '../proportion';
import { waldEstimate } from '../wald';
import { effectsOf, readCounts, type CountColumns, type CountedStudies, type CountMeasure } from './counts';
import { fail } from './errors';
import { DIFFER, poolStudies, type MetaAnalysis, type PoolOptions } from './pool';

export interface CountPoolOptions extends Omit<PoolOptions, 'method' | 'scale'> {
  measure: CountMeasure;
  /** `mantel-haenszel` unless given; `peto` for odds ratios only. */
  method?: NonNullable<PoolOptions['method']> | 'mantel-haenszel' | 'peto';
}

const MEASURES: readonly string[] = ['odds-ratio', 'risk-ratio', 'risk-difference'];
const METHODS: readonly string[] = ['mantel-haenszel', 'peto', 'fixed', 'dersimonian-laird', 'reml', 'paule-mandel'];

/**
 * Pools 2×2 tables of studies. Ratios are on the log scale. Mantel-Haenszel and Peto use the counts as they are, without
 * anything added; Q of Mantel-Haenszel is taken around its estimate by inverse variance. Weights of `studies` are shares of all
 * tables, so those of Mantel and Haenszel's risk ratio stay below 1 together where a study had nothing but events.
 *
 * @throws `meta-counts`, `meta-too-few`, `meta-no-events`, `meta-option`, and as {@link metaAnalysis}
 * @see Mantel and Haenszel 1959, J Natl Cancer Inst 22:719; Yusuf et al. 1985, Prog Cardiovasc Dis 27:335 (Peto). Equals
 *   metafor 3.8 `rma.mh(correct = FALSE)` and `rma.peto`
 */
export function metaAnalysisOfCounts(columns: CountColumns, options: CountPoolOptions): MetaAnalysis {
  const { measure, method = 'mantel-haenszel', level = 0.95, knappHartung = false } = options;
  checkLevel(level);
  if (!MEASURES.includes(measure)) throw fail('meta-option', { option: 'The measure', rule: `is one of ${MEASURES.join(', ')}` }); // prettier-ignore
  if (!METHODS.includes(method)) throw fail('meta-option', { option: 'The method', rule: `is one of ${METHODS.join(', ')}` }); // prettier-ignore
  const weightsCounts = method === 'mantel-haenszel' || method === 'peto';
  if (method === 'peto' && measure !== 'odds-ratio') {
    throw fail('meta-option', { option: 'Peto’s method', rule: 'pools odds ratios' });
  }
  if (knappHartung && (weightsCounts || method === 'fixed')) {
    throw fail('meta-option', { option: 'The adjustment of Knapp and Hartung', rule: 'belongs to random effects' });
  }
  const counted = readCounts(columns);
  const { studies, places, remarks } = effectsOf(counted, measure);
  if (studies.rows.length < 2) throw fail('meta-too-few', { studies: studies.rows.length, least: 2 });
  const scale = measure === 'risk-difference' ? 'identity' : 'log';
  const inverse = poolStudies(studies, { method: weightsCounts ? 'fixed' : method, knappHartung, level, scale });
  if (!weightsCounts) return { ...inverse, remarks: [...inverse.remarks, ...remarks] };
  const pooled = method === 'peto' ? peto(counted, level) : commonEffect(counted, measure, level);
  const about = { n: studies.rows.length, nDropped: studies.nDropped };
  const q =
    pooled.q ??
    sumOf(studies.estimate.map((value, study) => (value - pooled.estimate.estimate) ** 2 / studies.variance[study]!));
  const df = studies.rows.length - 1;
  const iSquared = q > df ? (q - df) / q : 0;
  // Not in what is pooled, but in what is shown of each study, and in Q.
  const kept: StatisticsRemark[] = remarks.map((remark) =>
    remark.code === 'meta-half-added' ? { ...remark, code: 'meta-half-shown' } : remark
  );
  const p = chiSquare(df).upper(q);
  if (p < DIFFER) kept.push({ code: 'meta-fixed-heterogeneous', values: { q, df } });
  const all = sumOf(pooled.weights);
  const weights = Float64Array.from(places, (study) => pooled.weights[study]! / all);
  return {
    ...inverse,
    ...about,
    studies: withWeights(inverse.studies, weights),
    estimates: [{ ...pooled.estimate, ...about, name: 'pooled' }],
    heterogeneity: { ...inverse.heterogeneity, q, df, p, iSquared },
    remarks: kept,
    method: pooled.estimate.method
  };
}

function withWeights({ rows, columns }: Table, weights: Float64Array): Table {
  const weight = float64Column('weight', weights);
  return { rows, columns: columns.map((column) => (column.name === 'weight' ? weight : column)) };
}

interface Pooled {
  estimate: Estimate;
  q?: number;
  /** Of each counted study, not yet shares. */
  weights: number[];
}

function commonEffect({ a, b, c, d }: CountedStudies, measure: CountMeasure, level: number): Pooled {
  const events = sumOf(a) + sumOf(c);
  if (events === 0 || sumOf(b) + sumOf(d) === 0) throw fail('meta-no-events');
  const { estimates } = mantelHaenszel({ a, b, c, d }, { level });
  const found = estimates.find(({ name }) => name === `mh-${measure}`);
  if (!found || found.se === null) throw fail('meta-no-events');
  const weights = Array.from(a, (events, study) => {
    const [first, second] = [events + b[study]!, c[study]! + d[study]!];
    if (measure === 'odds-ratio') return (b[study]! / (first + second)) * c[study]!;
    return (first / (first + second)) * (measure === 'risk-ratio' ? c[study]! : second);
  });
  return { estimate: found, weights };
}

/** Observed less expected events over their hypergeometric variance. */
function peto({ a, b, c, d }: CountedStudies, level: number): Pooled {
  const tables = Array.from(a, (events, study) => {
    const [first, second] = [events + b[study]!, c[study]! + d[study]!];
    const [yes, no] = [events + c[study]!, b[study]! + d[study]!];
    const total = first + second;
    const difference = events - (first / total) * yes;
    const variance = total > 1 ? (first / total) * (second / total) * (yes * (no / (total - 1))) : 0;
    return { difference, variance };
  });
  const informative = tables.filter(({ variance }) => variance > 0);
  const information = sumOf(tables.map(({ variance }) => variance));
  if (informative.length < 2) throw fail('meta-no-events');
  const estimate = sumOf(tables.map(({ difference }) => difference)) / information;
  return {
    estimate: waldEstimate({
      name: 'pooled',
      estimate,
      se: 1 / Math.sqrt(information),
      scale: 'log',
      level,
      n: informative.length,
      nDropped: 0,
      method: 'Fixed effect, Peto'
    }),
    weights: tables.map(({ variance }) => variance),
    q: sumOf(informative.map(({ difference, variance }) => (difference / variance - estimate) ** 2 * variance))
  };
}

import { chiSquare, studentT } from '../../shared/distributions';
import { normalQuantile } from '../../shared/normal';
import type { Table } from '../../shared/table';
import { float64Column } from '../columns';
import type { Estimate, StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import { waldEstimate } from '../wald';
import { fail } from './errors';
import { readStudies, type Studies, type StudyColumns } from './studies';
import { qProfile, tauSquaredBy, type RandomMethod } from './tau-squared';
import { weigh, type Weighed } from './weigh';

export interface PoolOptions {
  /** `reml` unless given. */
  method?: 'fixed' | RandomMethod;
  /** Standard error from the spread of the studies, and Student's t; for random effects only. False unless given. */
  knappHartung?: boolean;
  /** Level of confidence, 0.95 unless given. */
  level?: number;
  /** The scale of the estimates, carried into the result. `identity` unless given. */
  scale?: Estimate['scale'];
}

/** How far the studies differ beyond chance. */
export interface Heterogeneity {
  q: number;
  df: number;
  p: number;
  /** Share of the variation that is not chance, 0 to 1: τ² / (τ² + typical variance), with fixed effect from Q. */
  iSquared: number;
  iLower: number | null;
  iUpper: number | null;
  /** Null with a fixed effect. Squared units of the estimates. */
  tauSquared: number | null;
  /** Q-profile limits; null with a fixed effect. */
  tauLower: number | null;
  tauUpper: number | null;
}

export interface MetaAnalysis {
  /** `pooled`; n counts studies. */
  estimates: Estimate[];
  heterogeneity: Heterogeneity;
  /** Where the effect in a new study lies, t with k − 2 degrees of freedom; null with a fixed effect or two studies. */
  prediction: { lower: number; upper: number; level: number } | null;
  /** row (of the table, from 0), estimate, lower, upper, weight (share): a row for every study used. */
  studies: Table;
  n: number;
  nDropped: number;
  remarks: StatisticsRemark[];
  method: string;
}

const NAMES = {
  fixed: 'Fixed effect, inverse variance',
  'dersimonian-laird': 'Random effects, DerSimonian-Laird',
  reml: 'Random effects, REML',
  'paule-mandel': 'Random effects, Paule-Mandel'
} as const;

/** Few studies rarely reach 0.05, so that a test of heterogeneity is read at 0.1. */
export const DIFFER = 0.1;
/** With fewer studies a variance between them is hardly known. */
const FEW = 5;

/**
 * Pools estimates of studies by inverse variance.
 *
 * @throws `meta-too-few` below two studies; `meta-standard-error`, `meta-estimate-range`, `meta-option`, `meta-no-spread`,
 *   `meta-not-converged`, `level-range`, `columns-unlike`, `column-not-numeric`
 * @see Knapp and Hartung 2003, Stat Med 22:2693; Higgins, Thompson and Spiegelhalter 2009, J R Stat Soc A 172:137
 *   (prediction interval); Higgins and Thompson 2002, Stat Med 21:1539 (I²). Equals metafor 3.8 `rma.uni`
 */
export function metaAnalysis(columns: StudyColumns, options: PoolOptions = {}): MetaAnalysis {
  const { method = 'reml', level = 0.95, knappHartung = false } = options;
  checkLevel(level);
  if (!Object.hasOwn(NAMES, method)) throw fail('meta-option', { option: 'The method', rule: `is one of ${Object.keys(NAMES).join(', ')}` }); // prettier-ignore
  if (method === 'fixed' && knappHartung) {
    throw fail('meta-option', { option: 'The adjustment of Knapp and Hartung', rule: 'belongs to random effects' });
  }
  return poolStudies(readStudies(columns, 2), options);
}

/** The same of studies that are read already. */
export function poolStudies(
  studies: Studies,
  { method = 'reml', knappHartung = false, level = 0.95, scale = 'identity' }: PoolOptions
): MetaAnalysis {
  const k = studies.estimate.length;
  const tauSquared = method === 'fixed' ? 0 : tauSquaredBy(method, studies);
  const common = weigh(studies, 0);
  const weighed = weigh(studies, tauSquared);
  const name = NAMES[method] + (knappHartung ? ', Knapp-Hartung' : '');
  const inflation = knappHartung ? weighed.q / (k - 1) : 1;
  if (!(inflation > 0)) throw fail('meta-no-spread');
  const pooled = waldEstimate({
    name: 'pooled',
    estimate: weighed.mean,
    se: Math.sqrt(inflation / weighed.sum),
    scale,
    level,
    df: knappHartung ? k - 1 : null,
    n: k,
    nDropped: studies.nDropped,
    method: name
  });
  const heterogeneity = heterogeneityOf(studies, common, method === 'fixed' ? null : tauSquared, level);
  return {
    estimates: [pooled],
    heterogeneity,
    prediction: method === 'fixed' || k < 3 ? null : predictionOf(pooled, tauSquared, k),
    studies: studyTable(studies, weighed, level),
    n: k,
    nDropped: studies.nDropped,
    remarks: remarksOf(k, method, inflation, heterogeneity),
    method: name
  };
}

function heterogeneityOf(
  studies: Studies,
  { q, sum, squares }: Weighed,
  tauSquared: number | null,
  level: number
): Heterogeneity {
  const df = studies.estimate.length - 1;
  const p = chiSquare(df).upper(q);
  if (tauSquared === null) {
    const iSquared = q > df ? (q - df) / q : 0;
    const none = { iLower: null, iUpper: null, tauSquared: null, tauLower: null, tauUpper: null };
    return { q, df, p, iSquared, ...none };
  }
  // The variance within a typical study.
  const typical = (df * sum) / (sum * sum - squares);
  const share = (variance: number) => variance / (variance + typical);
  const { lower, upper } = qProfile(studies, level);
  const limits = { tauLower: lower, tauUpper: upper, iLower: share(lower), iUpper: share(upper) };
  return { q, df, p, iSquared: tauSquared / (tauSquared + typical), tauSquared, ...limits };
}

function predictionOf({ estimate, se, level }: Estimate, tauSquared: number, k: number) {
  const half = studentT(k - 2).upperQuantile((1 - level) / 2) * Math.sqrt(tauSquared + (se as number) ** 2);
  return { lower: estimate - half, upper: estimate + half, level };
}

function studyTable({ estimate, variance, rows }: Studies, { weights, sum }: Weighed, level: number): Table {
  const z = normalQuantile((1 + level) / 2);
  return {
    rows: rows.length,
    columns: [
      { name: 'row', type: 'int32', values: rows },
      float64Column('estimate', estimate.slice()),
      float64Column('lower', estimate.map((value, study) => value - z * Math.sqrt(variance[study]!))), // prettier-ignore
      float64Column('upper', estimate.map((value, study) => value + z * Math.sqrt(variance[study]!))), // prettier-ignore
      float64Column('weight', weights.map((weight) => weight / sum)) // prettier-ignore
    ]
  };
}

function remarksOf(k: number, method: string, inflation: number, { q, df, p, tauUpper, tauSquared }: Heterogeneity) {
  const remarks: StatisticsRemark[] = [];
  if (method !== 'fixed' && k < FEW) remarks.push({ code: 'meta-few-studies', values: { studies: k } });
  // The adjustment is meant to widen; here it makes the interval narrower than the plain one.
  if (inflation < 1) remarks.push({ code: 'meta-knapp-hartung-narrower', values: { factor: inflation } });
  if (method === 'fixed' && p < DIFFER) remarks.push({ code: 'meta-fixed-heterogeneous', values: { q, df } });
  if (tauSquared !== null && tauUpper === 0) remarks.push({ code: 'meta-tau-limits-collapsed', values: { q, df } });
  return remarks;
}

import { chiSquare } from '../../shared/distributions';
import type { JobOptions } from '../../shared/job';
import type { Table } from '../../shared/table';
import type { Estimate, StatisticsRemark } from '../estimate';
import { coefficientsOf, coefficientTable, unscaled } from './coefficients';
import { concordanceOf, type Concordance } from './concordance';
import { arrange, withoutAliases, type Arranged, type Design, type DesignOptions } from './cox-design';
import { maximise, type Maximum } from './cox-newton';
import { fail } from './errors';
import type { FollowUp } from './follow-up';
import { checkOptions } from './options';
import { partialLikelihood } from './partial-likelihood';
import { byCluster, crossProduct, rowResiduals, timesMatrix } from './residuals';
import { predictors } from './risk-sets';
import { quadraticForm } from './symmetric';

const EVENTS_WANTED = 10;

export interface CoxOptions extends Omit<DesignOptions, 'endings'>, JobOptions {
  level?: number;
  /** Sandwich standard errors; default: with clusters or weights. */
  robust?: boolean;
}

export interface Test {
  statistic: number;
  df: number;
  p: number;
}

export interface CoxFit {
  /** term, coefficient, se (of the model), robust_se (where asked for), z, p, hazard_ratio, lower, upper (of the ratio). */
  coefficients: Table;
  names: readonly string[];
  /** p × p, of the coefficients: inverse information, and the sandwich where asked for. */
  covariance: Float64Array;
  robustCovariance: Float64Array | undefined;
  logLikelihood: number;
  nullLogLikelihood: number;
  likelihoodRatio: Test;
  score: Test;
  wald: Test;
  /** Score test by the sandwich at 0. */
  robustScore: Test | undefined;
  /** Harrell's C of the model on its own data; undefined without a pair of known order. */
  concordance: Concordance | undefined;
  /** Terms left out, because they are constant among those at risk or repeat earlier terms. */
  aliased: readonly string[];
  events: number;
  clusters: number | undefined;
  steps: number;
  estimates: Estimate[];
  remarks: StatisticsRemark[];
  n: number;
  nDropped: number;
  method: string;
  /** For baseline, residuals and the test of proportional hazards. */
  model: CoxModel;
}

/** What the functions of this folder go on with; standardised coefficients and their covariance. */
export interface CoxModel {
  arranged: Arranged;
  coefficients: Float64Array;
  /** Of the model, and the one to use: the sandwich, where asked for. */
  covariance: Float64Array;
  used: Float64Array;
}

/**
 * Proportional hazards by Cox's partial likelihood. Rows may be intervals (start, stop], so that covariates change over
 * time. Strata have hazards of their own and share the coefficients.
 *
 * @param design no intercept; dummy columns for categories
 * @throws `survival-too-few` with fewer events than terms, `survival-no-finite-estimate`, `survival-not-converged`,
 *   `survival-collinear` when no term is left, `survival-no-event`, `survival-clusters`, `stopped`, those of the design and
 *   of the follow-up
 * @see Cox 1972, J R Stat Soc B 34:187; Efron 1977, J Am Stat Assoc 72:557; Lin and Wei 1989, J Am Stat Assoc 84:1074
 *   (sandwich). Agrees with R survival 3.5-3 `coxph`
 */
export async function coxRegression(followUp: FollowUp, design: Design, options: CoxOptions = {}): Promise<CoxFit> {
  const { level = 0.95 } = options;
  checkOptions({ level });
  const whole = arrange(followUp, design, options);
  const events = whole.status.reduce((sum, one) => sum + one, 0);
  if (events === 0) throw fail('survival-no-event');
  const { arranged, aliased } = withoutAliases(whole, partialLikelihood(whole, new Float64Array(whole.p)).information);
  const { p, n } = arranged;
  if (events < p) throw fail('survival-too-few', { events, terms: p });
  const likelihood = (coefficients: Float64Array) => partialLikelihood(arranged, coefficients);
  const maximum = await maximise(arranged, likelihood, options);
  const robust = options.robust ?? (options.cluster !== undefined || options.weights !== undefined);
  const clusters = arranged.cluster && new Set(arranged.cluster).size;
  if (robust && (clusters ?? n) < 2) throw fail('survival-clusters');
  const sandwich = robust ? sandwichOf(arranged, maximum) : undefined;
  const used = sandwich?.covariance ?? maximum.covariance;
  const test = (form: { value: number; rank: number }): Test => ({
    statistic: form.value,
    df: form.rank,
    p: chiSquare(form.rank).upper(form.value)
  });
  const method = `Cox regression (${arranged.ties === 'efron' ? 'Efron' : 'Breslow'} ties${options.strata ? ', stratified' : ''}${robust ? ', robust standard errors' : ''})`;
  const remarks = remarksOf({ arranged, aliased, events, clusters: robust ? clusters : undefined });
  const shared = { level, n, nDropped: whole.prepared.dropped, method };
  const rows = coefficientsOf(arranged, maximum.coefficients, { model: maximum.covariance, used }, shared);
  return {
    coefficients: coefficientTable(rows, { withModel: true, withRobust: sandwich !== undefined }),
    names: arranged.names,
    covariance: unscaled(arranged, maximum.covariance),
    robustCovariance: sandwich && unscaled(arranged, sandwich.covariance),
    logLikelihood: maximum.value,
    nullLogLikelihood: maximum.start.value,
    likelihoodRatio: test({ value: Math.max(0, 2 * (maximum.value - maximum.start.value)), rank: p }),
    score: test(quadraticForm(maximum.start.information, maximum.start.score)),
    wald: test(quadraticForm(used, maximum.coefficients)),
    robustScore: sandwich && test(sandwich.score),
    concordance: concordanceOf(arranged, predictors(arranged, maximum.coefficients)),
    aliased,
    events,
    clusters,
    steps: maximum.steps,
    estimates: rows.map(({ estimate }) => estimate),
    remarks,
    n,
    nDropped: shared.nDropped,
    method,
    model: { arranged, coefficients: maximum.coefficients, covariance: maximum.covariance, used }
  };
}

function sandwichOf(arranged: Arranged, { coefficients, covariance }: Maximum) {
  const { p } = arranged;
  const influence = timesMatrix(rowResiduals(arranged, coefficients).score, covariance, p);
  const atZero = byCluster(arranged, rowResiduals(arranged, new Float64Array(p)).score);
  const total = new Float64Array(p);
  atZero.forEach((value, at) => {
    total[at % p]! += value;
  });
  return {
    covariance: crossProduct(byCluster(arranged, influence), p),
    score: quadraticForm(crossProduct(atZero, p), total)
  };
}

function remarksOf(facts: {
  arranged: Arranged;
  aliased: readonly string[];
  events: number;
  clusters: number | undefined;
}): StatisticsRemark[] {
  const { arranged, aliased, events, clusters } = facts;
  const remarks: StatisticsRemark[] = [{ code: 'survival-proportional-assumed', values: {} }];
  if (aliased.length > 0) remarks.push({ code: 'survival-aliased', values: { terms: aliased.join(', ') } });
  if (events < EVENTS_WANTED * arranged.p) {
    remarks.push({ code: 'survival-few-events', values: { events, terms: arranged.p, wanted: EVENTS_WANTED } });
  }
  if (clusters !== undefined && clusters < 30) remarks.push({ code: 'survival-few-clusters', values: { clusters } });
  return remarks;
}

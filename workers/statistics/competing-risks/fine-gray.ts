import { exp } from '../../shared/elementary';
import { expm1 } from '../../shared/distributions';
import type { JobOptions } from '../../shared/job';
import type { Table } from '../../shared/table';
import { float64Column } from '../columns';
import type { Estimate, StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import {
  arrange,
  coefficientsOf,
  coefficientTable,
  crossProduct,
  maximise,
  timesMatrix,
  unscaled,
  withoutAliases,
  type Arranged,
  type Design
} from '../survival';
import { checkCause, type Endings } from './endings';
import { fail } from './errors';
import { influences, stepsOf } from './influence';
import { subdistributionLikelihood, uncensoredBefore } from './subdistribution';

const EVENTS_WANTED = 10;

export interface FineGrayOptions extends JobOptions {
  /** Code of the cause, from 1. */
  cause?: number;
  level?: number;
}

export interface FineGrayFit {
  /** term, coefficient, robust_se, z, p, subdistribution_hazard_ratio, lower, upper (of the ratio). */
  coefficients: Table;
  names: readonly string[];
  /** p × p, of the coefficients, robust. */
  covariance: Float64Array;
  logLikelihood: number;
  nullLogLikelihood: number;
  /** Terms left out, because they are constant among those at risk or repeat earlier terms. */
  aliased: readonly string[];
  cause: string;
  /** People with the cause, and with another. */
  events: number;
  competing: number;
  steps: number;
  estimates: Estimate[];
  remarks: StatisticsRemark[];
  n: number;
  nDropped: number;
  method: string;
  model: { arranged: Arranged; coefficients: Float64Array; before: Float64Array; code: number };
}

/**
 * Proportional subdistribution hazards of one cause.
 *
 * @param design no intercept; dummy columns for categories
 * @throws `competing-cause-unknown`, `competing-no-event`, `competing-too-few` with fewer events than terms, `level-range`,
 *   and those of Cox regression and of a follow-up (`survival-…`), as `survival-no-finite-estimate`
 * @see Fine and Gray 1999, J Am Stat Assoc 94:496; agrees with R cmprsk 2.2-11 `crr`
 */
export async function fineGray(endings: Endings, design: Design, options: FineGrayOptions = {}): Promise<FineGrayFit> {
  const { cause = 1, level = 0.95 } = options;
  checkLevel(level);
  const name = checkCause(endings, cause);
  const followUp = { time: endings.time, status: endings.ending };
  const everything = arrange(followUp, design, { endings: endings.causes.length });
  const events = everything.status.reduce((sum, one) => sum + +(one === cause), 0);
  if (events === 0) throw fail('competing-no-event', { cause: name });
  const before = uncensoredBefore(everything);
  const nothing = new Float64Array(everything.p);
  const { arranged, aliased } = withoutAliases(
    everything,
    subdistributionLikelihood(everything, nothing, { before, cause }).information
  );
  const { p, n, prepared } = arranged;
  if (events < p) throw fail('competing-too-few', { events, terms: p });
  const maximum = await maximise(
    arranged,
    (coefficients) => subdistributionLikelihood(arranged, coefficients, { before, cause }),
    options
  );
  const parts = timesMatrix(influences(arranged, maximum.coefficients, { before, cause }), maximum.covariance, p);
  const covariance = crossProduct(parts, p);
  const method = 'Fine-Gray regression (robust standard errors)';
  const shared = { level, n, nDropped: prepared.dropped, method };
  const rows = coefficientsOf(arranged, maximum.coefficients, { model: maximum.covariance, used: covariance }, shared);
  return {
    coefficients: coefficientTable(rows, {
      ratio: 'subdistribution_hazard_ratio',
      withModel: false,
      withRobust: true
    }),
    names: arranged.names,
    covariance: unscaled(arranged, covariance),
    logLikelihood: maximum.value,
    nullLogLikelihood: maximum.start.value,
    aliased,
    cause: name,
    events,
    competing: arranged.status.reduce((sum, one) => sum + +(one !== 0 && one !== cause), 0),
    steps: maximum.steps,
    estimates: rows.map(({ estimate }) => estimate),
    remarks: remarksOf(aliased, events, p),
    n,
    nDropped: prepared.dropped,
    method,
    model: { arranged, coefficients: maximum.coefficients, before, code: cause }
  };
}

function remarksOf(aliased: readonly string[], events: number, terms: number): StatisticsRemark[] {
  const remarks: StatisticsRemark[] = [{ code: 'competing-proportional-assumed', values: {} }];
  if (aliased.length > 0) remarks.push({ code: 'competing-aliased', values: { terms: aliased.join(', ') } });
  if (events < EVENTS_WANTED * terms) {
    remarks.push({ code: 'competing-few-events', values: { events, terms, wanted: EVENTS_WANTED } });
  }
  return remarks;
}

/**
 * Predicted cumulative incidence of the cause at given covariates, a row a time with events of the cause.
 *
 * @param values one a term of the fit, in its order
 * @returns time, incidence
 * @throws `competing-values`, `competing-not-finite`
 */
export function predictIncidence({ model }: FineGrayFit, values: ArrayLike<number>): Table {
  const { arranged, coefficients, before, code } = model;
  const { p, centre, scale, prepared } = arranged;
  if (values.length !== p) throw fail('competing-values', { values: values.length, terms: p });
  let shift = 0;
  for (let term = 0; term < p; term++) shift += (coefficients[term]! * (values[term]! - centre[term]!)) / scale[term]!;
  const factor = exp(shift);
  if (!Number.isFinite(factor)) throw fail('competing-not-finite');
  const { hazard } = stepsOf(arranged, coefficients, { before, cause: code });
  const times: number[] = [];
  const incidences: number[] = [];
  let sum = 0;
  hazard.forEach((step, at) => {
    if (step === 0) return;
    sum += step;
    times.push(prepared.times[at]!);
    incidences.push(-expm1(-sum * factor));
  });
  return {
    rows: times.length,
    columns: [
      float64Column('time', Float64Array.from(times)),
      float64Column('incidence', Float64Array.from(incidences))
    ]
  };
}

import type { Table } from '../../shared/table';
import { fail } from './errors';
import { logisticFamily } from './fit/family';
import { irls, type Irls } from './fit/irls';
import { frameOf, type Frame } from './frame';
import { fitFrame, generalisedInference, nullDeviance, scoreOf, type GeneralisedFit } from './glm';
import { withLimits } from './inference';
import type { RegressionOptions } from './options';
import { profileLimits } from './profile';
import { gridLimits } from './profile-grid';
import { binaryResponse } from './response';

export type LogisticInterval = 'wald' | 'profile' | 'profile-interpolated';

export interface LogisticOptions extends RegressionOptions {
  /** The value of the outcome that is the event, where it is words; else the later by code point. */
  event?: string;
  /** Intervals by Wald (default), by the profile of the likelihood, or by the profile as R's `confint` interpolates it. */
  interval?: LogisticInterval;
}

export interface LogisticRegression extends GeneralisedFit {
  model: 'logistic';
  interval: LogisticInterval;
  /** Rows with the event. */
  events: number;
}

/** Below so many events for each coefficient estimates are biased and intervals too short. @see Peduzzi et al. 1996 */
const EVENTS_PER_COEFFICIENT = 10;

/**
 * Logistic regression by maximum likelihood. Estimates are logarithms of odds ratios.
 *
 * @param formula as R's: `died ~ age + sex * hospital`
 * @throws `regression-separation` with the column that has no finite estimate, `regression-one-class`,
 *   `regression-too-few-events`, `regression-not-converged`, `regression-profile-open`, `regression-response-binary`,
 *   `formula-…`, `rows-none`, `regression-too-few`, `regression-weights-…`, `regression-one-cluster`, `level-range`
 * @see R 4.2.2 `glm(family = binomial)`; profile limits as MASS 7.3 `confint` with its interpolation or without
 */
export async function logisticRegression(
  table: Table,
  formula: string,
  options: LogisticOptions = {}
): Promise<LogisticRegression> {
  const frame = frameOf(table, formula, binaryResponse(options.event), options);
  const events = countEvents(frame);
  checkEvents(frame, events);
  const fit = await fitFrame(logisticFamily, frame, options);
  const words = { scale: 'logit' as const, method: 'Logistic regression' };
  const { coefficients, errors } = generalisedInference(frame, fit, options, words);
  const interval = options.interval ?? 'wald';
  const shown =
    interval === 'wald'
      ? coefficients
      : withLimits(coefficients, ...(await profile(frame, fit, coefficients.se, options)));
  return {
    ...shown,
    model: 'logistic',
    interval,
    events,
    errors,
    deviance: fit.deviance,
    nullDeviance: await nullDeviance(logisticFamily, frame, options),
    degreesOfFreedom: frame.n - fit.kept.length,
    logLikelihood: -fit.deviance / 2,
    aic: fit.deviance + 2 * fit.kept.length,
    iterations: fit.iterations,
    rows: frame.design.rows,
    fitted: fit.working.mean
  };
}

export function countEvents({ y }: Frame): number {
  return y.reduce((sum, value) => sum + value, 0);
}

/** @throws `regression-one-class`, `regression-too-few-events` */
export function checkEvents(frame: Frame, events: number): void {
  const rarer = Math.min(events, frame.n - events);
  if (rarer === 0) throw fail('regression-one-class', { response: frame.response });
  const terms = frame.design.columns.length - Number(frame.design.terms.intercept);
  if (rarer < terms) throw fail('regression-too-few-events', { events: rarer, terms });
  if (rarer < EVENTS_PER_COEFFICIENT * terms) {
    frame.remarks.push({
      code: 'regression-events-few',
      values: { events: rarer, terms, each: EVENTS_PER_COEFFICIENT }
    });
  }
}

async function profile(
  frame: Frame,
  fit: Irls,
  se: Float64Array,
  options: LogisticOptions
): Promise<[Float64Array, Float64Array]> {
  const { design, coefficients } = fit;
  const names = fit.kept.map((column) => frame.design.names[column]!);
  const limits = await (options.interval === 'profile' ? profileLimits : gridLimits)({
    ...options,
    names,
    coefficients,
    se,
    logLikelihood: -fit.deviance / 2,
    level: frame.level,
    held: async (column, value) => {
      const held = design[column]!;
      const offset = held.map((one, row) => one * value + (frame.offset ? frame.offset[row]! : 0));
      const others = design.filter((_, index) => index !== column);
      const found = await irls(logisticFamily, others, frame.y, {
        names: names.filter((_, index) => index !== column),
        offset,
        start: coefficients.filter((_, index) => index !== column),
        ...(frame.weights && { prior: frame.weights }),
        ...(options.signal && { signal: options.signal })
      });
      return { logLikelihood: -found.deviance / 2, slope: scoreOf(held, found) };
    }
  });
  return [limits.lower, limits.upper];
}

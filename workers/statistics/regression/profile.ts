import { chiSquare } from '../../shared/distributions';
import type { JobOptions } from '../../shared/job';
import { fail } from './errors';

/** The likelihood with one coefficient held. */
export interface Held {
  logLikelihood: number;
  /** Its derivative by the held coefficient, the others at their best. */
  slope: number;
}

export interface ProfileOptions extends JobOptions {
  names: readonly string[];
  coefficients: Float64Array;
  se: Float64Array;
  logLikelihood: number;
  level: number;
  /** The best fit with coefficient `column` held at `value`. */
  held: (column: number, value: number) => Promise<Held>;
}

const MOST_STEPS = 60;
/** Within this distance of the χ² limit, the limit of the coefficient has more digits than are shown. */
const NEAR = 1e-9;
/** Farther from the estimate than so many standard errors there is no limit to find. */
const FAR = 100;

/**
 * Profile likelihood intervals: where twice the fall of the log-likelihood, the other coefficients at their best, reaches
 * the χ² limit with one degree of freedom.
 *
 * @throws `regression-profile-open` where it never does, and what the fits throw
 * @see Venzon and Moolgavkar 1988, Applied Statistics 37:87
 */
export async function profileLimits(options: ProfileOptions): Promise<{ lower: Float64Array; upper: Float64Array }> {
  const limits = { lower: new Float64Array(options.se.length), upper: new Float64Array(options.se.length) };
  const limit = chiSquare(1).quantile(options.level);
  for (let column = 0; column < options.se.length; column++) {
    options.progress?.({ step: 'regression-profile', done: column, total: options.se.length });
    limits.lower[column] = await oneLimit(options, column, -1, limit);
    limits.upper[column] = await oneLimit(options, column, 1, limit);
  }
  return limits;
}

async function oneLimit(options: ProfileOptions, column: number, side: 1 | -1, limit: number): Promise<number> {
  const { se, coefficients, logLikelihood, names } = options;
  const centre = coefficients[column]!;
  const error = se[column]!;
  let near = 0;
  let far = Infinity;
  let distance = Math.sqrt(limit) * error;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (distance > FAR * error) break;
    const { logLikelihood: found, slope } = await options.held(column, centre + side * distance);
    const excess = 2 * (logLikelihood - found) - limit;
    if (Math.abs(excess) < NEAR) return centre + side * distance;
    if (excess < 0) near = distance;
    else far = distance;
    // On the root of the fall, which is nearly straight, Newton's step hits at once.
    const fall = Math.sqrt(Math.max(excess + limit, 0));
    const rate = fall === 0 ? 0 : (-side * slope) / fall;
    const wanted = rate > 0 ? distance + (Math.sqrt(limit) - fall) / rate : NaN;
    const last = distance;
    distance =
      wanted > near && wanted < far && wanted < 4 * (last + error)
        ? wanted
        : far === Infinity
          ? 2 * last
          : (near + far) / 2;
    if (Math.abs(distance - last) < 1e-13 * error) return centre + side * distance;
  }
  throw fail('regression-profile-open', { column: names[column] });
}

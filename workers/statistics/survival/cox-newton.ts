import { cholesky, inverseOf, solve } from '../../shared/optimise';
import type { JobOptions } from '../../shared/job';
import { largestOf } from '../../shared/extent';
import { Pacer } from '../pacer';
import type { Arranged } from './cox-design';
import { fail } from './errors';
import type { Likelihood } from './partial-likelihood';
import { predictors } from './risk-sets';

const MOST_STEPS = 50;
const MOST_HALVINGS = 30;
/** Growth of the log-likelihood below this, relative to its size, is none. */
const FLAT = 1e-12;
/** At a maximum Newton's next step moves no predictor by as much; on a likelihood that keeps growing it moves one by 1. */
const STILL_MOVING = 1e-3;

export interface Maximum extends Likelihood {
  /** Standardised. */
  coefficients: Float64Array;
  /** Inverse of the information, p × p. */
  covariance: Float64Array;
  /** The likelihood at 0. */
  start: Likelihood;
  steps: number;
}

/**
 * Newton's method with halved steps from 0.
 *
 * @param likelihoodAt of standardised coefficients
 * @throws `survival-no-finite-estimate`, `survival-not-converged`, `stopped`
 */
export async function maximise(
  arranged: Arranged,
  likelihoodAt: (coefficients: Float64Array) => Likelihood,
  job: JobOptions
): Promise<Maximum> {
  const { p } = arranged;
  let coefficients: Float64Array = new Float64Array(p);
  const pacer = new Pacer(job, { step: 'survival-fitting', total: MOST_STEPS });
  await pacer.begin();
  const start = likelihoodAt(coefficients);
  let here = start;
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    const step = newtonStep(arranged, here, coefficients);
    let halvings = 0;
    let next: Float64Array;
    let there: Likelihood;
    do {
      if (halvings > MOST_HALVINGS) throw fail('survival-not-converged', { iterations: steps });
      const length = 2 ** -halvings;
      next = coefficients.map((value, term) => value + length * step[term]!);
      there = likelihoodAt(next);
      halvings += 1;
      await pacer.step(steps);
    } while (!(there.value >= here.value - FLAT * (Math.abs(here.value) + 1)));
    const isFlat = Math.abs(there.value - here.value) <= FLAT * (Math.abs(there.value) + 1);
    coefficients = next;
    here = there;
    if (!isFlat || halvings > 1) continue;
    const rest = newtonStep(arranged, here, coefficients);
    const moving = predictors(arranged, rest).some((value) => Math.abs(value) > STILL_MOVING);
    if (moving) throw fail('survival-no-finite-estimate', { term: widest(arranged, rest) });
    const factor = cholesky(here.information, p);
    if (!factor) throw fail('survival-not-converged', { iterations: steps });
    return { ...here, coefficients, covariance: inverseOf(factor, p), start, steps };
  }
  throw fail('survival-not-converged', { iterations: MOST_STEPS });
}

function newtonStep(arranged: Arranged, { score, information }: Likelihood, coefficients: Float64Array): Float64Array {
  const factor = cholesky(information, arranged.p);
  // The information at 0 was positive definite: it can only be gone because a coefficient went far out.
  if (!factor) throw fail('survival-no-finite-estimate', { term: widest(arranged, coefficients) });
  return solve(factor, score);
}

/** The term whose part of the predictors spreads most. */
function widest({ n, p, x, names }: Arranged, coefficients: Float64Array): string | undefined {
  const spread = Array.from(coefficients, (coefficient, term) => {
    let low = Infinity;
    let high = -Infinity;
    for (let row = 0; row < n; row++) {
      low = Math.min(low, x[row * p + term]!);
      high = Math.max(high, x[row * p + term]!);
    }
    return Math.abs(coefficient) * (high - low);
  });
  return names[spread.indexOf(largestOf(spread))];
}

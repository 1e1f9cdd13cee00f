import { exp, log } from '../../../shared/elementary';
import { devianceTerm, log1p } from '../../../shared/distributions';

/** Rows as one step of the iteration sees them; arrays of one number a row. */
export interface Working {
  /** Linear predictor, the offset included. */
  eta: Float64Array;
  mean: Float64Array;
  /** Weight of each row in the normal equations. */
  weights: Float64Array;
  /** Working outcome minus the linear predictor: (y − μ)/(dμ/dη). */
  shift: Float64Array;
}

/** A model of the mean by a linear predictor. */
export interface Family {
  name: 'logistic' | 'poisson' | 'negative-binomial';
  /** Linear predictor of a mean. */
  link: (mean: number) => number;
  /** Linear predictor to begin with, from the outcome alone. */
  start: (y: number) => number;
  /** Fills mean, weights and shift of the rows and returns their deviance. */
  fill: (working: Working, y: Float64Array, prior: Float64Array | undefined, from: number, to: number) => number;
  /** What a row would need of its linear predictor to be foretold without error: up, down, or a finite value. */
  end: (y: number) => 1 | -1 | 0;
}

/** R's bound: below it a weight says nothing. */
const LEAST = 2.220446049250313e-16;

export const logisticFamily: Family = {
  name: 'logistic',
  link: (mean) => log(mean) - log(1 - mean),
  start: (y) => (y > 0.5 ? 1.0986122886681098 : -1.0986122886681098),
  end: (y) => (y > 0.5 ? 1 : -1),
  fill: ({ eta, mean, weights, shift }, y, prior, from, to) => {
    let sum = 0;
    for (let row = from; row < to; row++) {
      // One exponential a row: e = e^−|η|, and −ln of the likelier outcome's probability is ln(1 + e).
      const size = Math.abs(eta[row]!);
      const e = exp(-size);
      const [likelier, rarer] = [1 / (1 + e), e / (1 + e)];
      const isUp = eta[row]! > 0;
      const slope = Math.max(likelier * rarer, LEAST);
      const weight = prior ? prior[row]! : 1;
      const isEvent = y[row]! > 0.5;
      mean[row] = isUp ? likelier : rarer;
      weights[row] = weight * slope;
      const missed = isUp === isEvent ? rarer : likelier;
      shift[row] = (isEvent ? missed : -missed) / slope;
      sum += 2 * weight * (log1p(e) + (isUp === isEvent ? 0 : size));
    }
    return sum;
  }
};

export const poissonFamily: Family = {
  name: 'poisson',
  link: log,
  start: (y) => log(y + 0.1),
  end: (y) => (y === 0 ? -1 : 0),
  fill: ({ eta, mean, weights, shift }, y, prior, from, to) => {
    let sum = 0;
    for (let row = from; row < to; row++) {
      const mu = Math.max(exp(eta[row]!), LEAST);
      const weight = prior ? prior[row]! : 1;
      mean[row] = mu;
      weights[row] = weight * mu;
      shift[row] = (y[row]! - mu) / mu;
      sum += 2 * weight * devianceTerm(y[row]!, mu);
    }
    return sum;
  }
};

/**
 * Negative binomial with a given θ: variance μ + μ²/θ.
 *
 * @param information that of the weights. `expected`: errors as MASS gives them. `observed`: Newton's steps, which reach the one
 *   maximum; those by the expected weights swing to and fro, ever longer where a few rows hold most of the counts.
 */
export function negativeBinomialFamily(theta: number, information: 'expected' | 'observed' = 'expected'): Family {
  return {
    name: 'negative-binomial',
    link: log,
    start: (y) => log(y + (y === 0 ? 1 / 6 : 0)),
    end: (y) => (y === 0 ? -1 : 0),
    fill: ({ eta, mean, weights, shift }, y, prior, from, to) => {
      let sum = 0;
      for (let row = from; row < to; row++) {
        const mu = Math.max(exp(eta[row]!), LEAST);
        const weight = prior ? prior[row]! : 1;
        const count = y[row]!;
        mean[row] = mu;
        const bend = information === 'observed' ? (1 + count / theta) / (1 + mu / theta) : 1;
        weights[row] = (bend * weight * mu) / (1 + mu / theta);
        shift[row] = (count - mu) / mu / bend;
        const own = count === 0 ? 0 : count * (log(count) - log(mu));
        sum += 2 * weight * (own - (count + theta) * (log(count + theta) - log(mu + theta)));
      }
      return sum;
    }
  };
}

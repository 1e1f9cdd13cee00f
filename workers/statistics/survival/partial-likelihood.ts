import { log } from '../../shared/elementary';
import type { Arranged } from './cox-design';
import { eachPart, predictors, relativeRisks, walkRiskSets } from './risk-sets';

/** Cox's partial log-likelihood with its first and negative second derivative, in standardised coefficients. */
export interface Likelihood {
  value: number;
  score: Float64Array;
  /** p × p, row by row, whole. */
  information: Float64Array;
}

/** @returns a value that is not finite where the coefficients are too large for numbers */
export function partialLikelihood(arranged: Arranged, coefficients: Float64Array): Likelihood {
  const { n, p, x, status, weight, ties } = arranged;
  const eta = predictors(arranged, coefficients);
  const risk = relativeRisks(arranged, eta);
  let value = 0;
  const score = new Float64Array(p);
  const half = new Float64Array((p * (p + 1)) / 2);
  const mean = new Float64Array(p);
  for (let row = 0; row < n; row++) {
    if (status[row] === 0) continue;
    value += weight[row]! * eta[row]!;
    for (let term = 0; term < p; term++) score[term]! += weight[row]! * x[row * p + term]!;
  }
  walkRiskSets(arranged, risk, (set) => {
    const { sum1, sum2, death1, death2 } = set;
    eachPart(set, ties, (share, off, left) => {
      value -= share * log(left);
      let at = 0;
      for (let term = 0; term < p; term++) {
        const own = (sum1[term]! - off * death1[term]!) / left;
        mean[term] = own;
        score[term]! -= share * own;
        for (let other = 0; other <= term; other++, at++) {
          half[at]! += share * ((sum2[at]! - off * death2[at]!) / left - own * mean[other]!);
        }
      }
    });
  });
  return { value, score, information: whole(half, p) };
}

/** A symmetric matrix from its lower half. */
export function whole(half: Float64Array, p: number): Float64Array {
  const matrix = new Float64Array(p * p);
  let at = 0;
  for (let row = 0; row < p; row++) {
    for (let column = 0; column <= row; column++, at++) {
      matrix[row * p + column] = half[at]!;
      matrix[column * p + row] = half[at]!;
    }
  }
  return matrix;
}

import type { Arranged } from './cox-design';
import { deathTimesOf, stepAtOrBefore } from './death-times';
import { predictors, relativeRisks } from './risk-sets';

/**
 * Martingale and score residuals of the arranged rows, in standardised covariates and without their weights.
 *
 * @returns martingale: observed minus expected events, n; score: n × p, row by row
 * @see Therneau, Grambsch and Fleming 1990, Biometrika 77:147; by Efron as R survival 3.5-3 `residuals.coxph`
 */
export function rowResiduals(
  arranged: Arranged,
  coefficients: Float64Array
): { martingale: Float64Array; score: Float64Array } {
  const { n, p, x, weight, stop, start, status, strata } = arranged;
  const risk = relativeRisks(arranged, predictors(arranged, coefficients));
  const steps = deathTimesOf(arranged, risk);
  const martingale = new Float64Array(n);
  const score = new Float64Array(n * p);
  const drift = new Float64Array(p);
  for (let stratum = 0; stratum + 1 < strata.length; stratum++) {
    const end = steps.strata[stratum + 1]!;
    let hazard = 0;
    const add = (step: number, sign: 1 | -1) => {
      if (step >= end) return;
      hazard += sign * steps.sumHazard[step]!;
      for (let term = 0; term < p; term++) drift[term]! += sign * steps.sumDrift[step * p + term]!;
    };
    for (let row = strata[stratum]!; row < strata[stratum + 1]!; row++) {
      hazard = 0;
      drift.fill(0);
      const step = stepAtOrBefore(steps, stratum, stop[row]!);
      const died = status[row] === 1;
      add(died ? step + 1 : step, 1);
      if (start) add(stepAtOrBefore(steps, stratum, start[row]!), -1);
      if (died) hazard += steps.ownHazard[step]!;
      const relative = risk[row]! / weight[row]!;
      martingale[row] = status[row]! - relative * hazard;
      for (let term = 0; term < p; term++) {
        const at = row * p + term;
        const own = died ? steps.ownDrift[step * p + term]! : 0;
        score[at] = -relative * (x[at]! * hazard - drift[term]! - own);
        if (died) score[at]! += x[at]! - steps.mean[step * p + term]!;
      }
    }
  }
  return { martingale, score };
}

/** n × p times p × p. */
export function timesMatrix(rows: Float64Array, matrix: Float64Array, p: number): Float64Array {
  const product = new Float64Array(rows.length);
  for (let base = 0; base < rows.length; base += p) {
    for (let column = 0; column < p; column++) {
      let sum = 0;
      for (let term = 0; term < p; term++) sum += rows[base + term]! * matrix[term * p + column]!;
      product[base + column] = sum;
    }
  }
  return product;
}

/** Rows times their weights, added up by cluster where there are clusters. */
export function byCluster({ n, p, weight, cluster }: Arranged, rows: Float64Array): Float64Array {
  const count = cluster ? cluster.reduce((most, one) => Math.max(most, one + 1), 0) : n;
  const sums = new Float64Array(count * p);
  for (let row = 0; row < n; row++) {
    const base = (cluster ? cluster[row]! : row) * p;
    for (let term = 0; term < p; term++) sums[base + term]! += weight[row]! * rows[row * p + term]!;
  }
  return sums;
}

/** RᵀR of rows with p places. */
export function crossProduct(rows: Float64Array, p: number): Float64Array {
  const product = new Float64Array(p * p);
  for (let base = 0; base < rows.length; base += p) {
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) product[a * p + b]! += rows[base + a]! * rows[base + b]!;
    }
  }
  return product;
}

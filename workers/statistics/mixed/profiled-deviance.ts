import { log } from '../../shared/elementary';
import { log1p } from '../../shared/distributions';
import { dot, inverseOfSquare, solveUpper, solveUpperTransposed, triangleOf } from '../../shared/matrix';
import { stacked, type GroupedMoments } from './moments';

const LOG_TWO_PI = 1.8378770664093453;

export type Criterion = 'reml' | 'ml';

/** The deviance and all that belongs to it at one ratio of the variances. */
export interface DevianceAt {
  /** τ = σ_b²/σ². */
  ratio: number;
  /** −2 log-likelihood (or REML criterion) with the best coefficients and σ. */
  deviance: number;
  /** Its derivative by τ. */
  slope: number;
  coefficients: Float64Array;
  /** (XᵀV⁻¹X)⁻¹, k × k, row by row: times σ² the covariance of the coefficients. */
  inverse: Float64Array;
  /** R of XᵀV⁻¹X = RᵀR, k × k, row by row. */
  r: Float64Array;
  /** (y − Xβ)ᵀV⁻¹(y − Xβ) */
  squares: number;
  /** σ² */
  variance: number;
}

/** Weight of a group's mean of n rows, and minus its derivative's root: d(m)/dτ = −m². */
export const meanWeight = (size: number, ratio: number): number => size / (1 + ratio * size);

/** What σ² divides the squares by. */
export const degreesOf = (rows: number, terms: number, criterion: Criterion): number =>
  criterion === 'reml' ? rows - terms : rows;

/**
 * The profiled deviance of a random intercept model with V = I + τZZᵀ.
 *
 * @param ratio τ ≥ 0
 * @see Bates, Mächler, Bolker and Walker 2015, J Stat Softw 67(1), equations 34 and 41, with θ² = τ
 */
export function devianceAt(moments: GroupedMoments, ratio: number, criterion: Criterion): DevianceAt {
  const columns = stacked(moments, (size) => meanWeight(size, ratio));
  const width = columns.length - 1;
  const { r, right, rest } = triangleOf(columns.slice(0, width), { right: columns[width]! });
  const coefficients = solveUpper(r, right);
  const degrees = degreesOf(moments.rows, width, criterion);
  const variance = rest / degrees;
  let deviance = degrees * (1 + LOG_TWO_PI + log(variance));
  let slope = 0;
  for (const { size, groups } of moments.strata) {
    deviance += groups * log1p(ratio * size);
    slope += groups * meanWeight(size, ratio);
  }
  if (criterion === 'reml') {
    for (let row = 0; row < width; row++) deviance += 2 * log(Math.abs(r[row * width + row]!));
  }
  for (const { size, means } of moments.strata) {
    const square = meanWeight(size, ratio) ** 2;
    for (let line = 0; line < means[0]!.length; line++) {
      const x = Float64Array.from({ length: width }, (_, column) => means[column]![line]!);
      const residual = means[width]![line]! - dot(x, coefficients);
      slope -= (square * residual * residual) / variance;
      if (criterion === 'ml') continue;
      const turned = solveUpperTransposed(r, x);
      slope -= square * dot(turned, turned);
    }
  }
  const inverse = inverseOfSquare({ r, width });
  return { ratio, deviance, slope, coefficients, inverse, r, squares: rest, variance };
}

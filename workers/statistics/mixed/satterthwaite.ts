import { dot, symmetricEigen, squareProduct } from '../../shared/matrix';
import type { DegreesOfFreedom } from '../regression';
import { fail } from './errors';
import type { GroupedMoments } from './moments';
import { degreesOf, meanWeight, type Criterion, type DevianceAt } from './profiled-deviance';

/**
 * Degrees of freedom of the coefficients by Satterthwaite's approximation: 2·v²/var(v) for the variance v of a coefficient
 * as a function of σ² and τ, whose own covariance is twice the inverse of the deviance's second derivatives. Those are
 * written out here, not taken by differences. At τ = 0 only σ² varies, which gives least squares' n − k.
 *
 * @param at the minimum
 * @returns also the denominators of joint F tests, from the eigenvectors of the coefficients' covariance
 * @throws `mixed-flat` where the second derivatives are not those of a minimum
 * @see Giesbrecht and Burns 1985, Biometrics 41:477; Fai and Cornelius 1996, J Stat Comput Simul 54:363
 */
export function satterthwaite(moments: GroupedMoments, at: DevianceAt, criterion: Criterion): DegreesOfFreedom {
  const width = at.coefficients.length;
  const { ratio, variance, inverse } = at;
  const bySigma = degreesOf(moments.rows, width, criterion) / variance ** 2;
  const curve = ratio === 0 ? undefined : curvature(moments, at, criterion);
  const mixed = curve ? -curve.squaresSlope / variance ** 2 : 0;
  const determinant = curve ? bySigma * curve.deviance - mixed * mixed : 1;
  if (!(determinant > 0 && Number.isFinite(determinant))) throw fail('mixed-flat');
  const degreesOfContrast = (contrast: Float64Array): number => {
    const solved = product(inverse, contrast);
    // Both by the variance of the contrast, which then cancels.
    const size = variance * dot(contrast, solved);
    const bySquare = 1 / variance;
    if (!curve) return bySigma / bySquare ** 2;
    const byRatio = (variance * dot(solved, product(curve.fall, solved))) / size;
    // gᵀH⁻¹g, of a matrix H of two rows.
    const spread =
      (bySquare ** 2 * curve.deviance - 2 * bySquare * byRatio * mixed + byRatio ** 2 * bySigma) / determinant;
    return 1 / spread;
  };
  const alone = (place: number) => Float64Array.from({ length: width }, (_, row) => Number(row === place));
  return {
    each: Float64Array.from({ length: width }, (_, place) => degreesOfContrast(alone(place))),
    joint: (places) => {
      const size = places.length;
      if (size === 1) return degreesOfContrast(alone(places[0]!));
      const block = Float64Array.from({ length: size * size }, (_, cell) => {
        return inverse[places[Math.floor(cell / size)]! * width + places[cell % size]!]!;
      });
      const { vectors } = symmetricEigen(block, size);
      return joined(
        places.map((_, direction) => {
          const contrast = new Float64Array(width);
          places.forEach((place, row) => (contrast[place] = vectors[row * size + direction]!));
          return degreesOfContrast(contrast);
        })
      );
    }
  };
}

/** Denominator of an F statistic that is the mean of squared t statistics. */
function joined(each: readonly number[]): number {
  if (each.some((df) => df <= 2)) return 2;
  const surplus = each.reduce((sum, df) => sum + 2 / (df - 2), 0);
  return (2 * (each.length + surplus)) / surplus;
}

interface Curvature {
  /** Second derivative of the deviance by τ at a held σ². */
  deviance: number;
  /** Derivative of (y − Xβ)ᵀV⁻¹(y − Xβ) by τ. */
  squaresSlope: number;
  /** Minus the derivative of XᵀV⁻¹X by τ, k × k. */
  fall: Float64Array;
}

function curvature({ strata }: GroupedMoments, at: DevianceAt, criterion: Criterion): Curvature {
  const { ratio, coefficients, inverse, variance } = at;
  const width = coefficients.length;
  const fall = new Float64Array(width * width);
  const bend = new Float64Array(width * width);
  const pull = new Float64Array(width);
  let [deviance, squaresSlope, squaresBend] = [0, 0, 0];
  for (const { size, groups, means } of strata) {
    const weight = meanWeight(size, ratio);
    const square = weight * weight;
    deviance -= groups * square;
    for (let line = 0; line < means[0]!.length; line++) {
      const x = Float64Array.from({ length: width }, (_, column) => means[column]![line]!);
      const residual = means[width]![line]! - dot(x, coefficients);
      squaresSlope -= square * residual * residual;
      squaresBend += 2 * square * weight * residual * residual;
      for (let row = 0; row < width; row++) {
        pull[row]! += square * x[row]! * residual;
        for (let column = 0; column < width; column++) {
          fall[row * width + column]! += square * x[row]! * x[column]!;
          bend[row * width + column]! += 2 * square * weight * x[row]! * x[column]!;
        }
      }
    }
  }
  squaresBend -= 2 * dot(pull, product(inverse, pull));
  deviance += squaresBend / variance;
  if (criterion === 'reml') {
    const share = squareProduct(inverse, fall, width);
    const twice = squareProduct(share, share, width);
    const curved = squareProduct(inverse, bend, width);
    for (let row = 0; row < width; row++) deviance += curved[row * width + row]! - twice[row * width + row]!;
  }
  return { deviance, squaresSlope, fall };
}

/** A square matrix times a vector. */
function product(matrix: Float64Array, vector: Float64Array): Float64Array {
  const width = vector.length;
  return vector.map((_, row) => dot(matrix.subarray(row * width, (row + 1) * width), vector));
}

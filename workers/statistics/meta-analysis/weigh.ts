import { CompensatedSum } from '../../shared/compensated-sum';
import type { Studies } from './studies';

/** Studies weighted by 1 / (variance + τ²). */
export interface Weighed {
  weights: Float64Array;
  /** Σ w, Σ w², Σ w³ */
  sum: number;
  squares: number;
  cubes: number;
  mean: number;
  /** Σ w (y − mean)², Cochran's Q at τ² = 0. */
  q: number;
}

export function weigh({ estimate, variance }: Pick<Studies, 'estimate' | 'variance'>, tauSquared: number): Weighed {
  const weights = variance.map((value) => 1 / (value + tauSquared));
  const [sum, squares, cubes, shifted] = [0, 0, 0, 0].map(() => new CompensatedSum()) as [
    CompensatedSum,
    CompensatedSum,
    CompensatedSum,
    CompensatedSum
  ];
  // From the first study on: a common offset costs no digits.
  const origin = estimate[0]!;
  weights.forEach((weight, study) => {
    sum.add(weight);
    squares.add(weight * weight);
    cubes.add(weight * weight * weight);
    shifted.add(weight * (estimate[study]! - origin));
  });
  const rest = shifted.value / sum.value;
  const q = new CompensatedSum();
  weights.forEach((weight, study) => q.add(weight * (estimate[study]! - origin - rest) ** 2));
  return { weights, sum: sum.value, squares: squares.value, cubes: cubes.value, mean: origin + rest, q: q.value };
}

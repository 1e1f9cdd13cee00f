import { cholesky } from '../../shared/optimise';
import { randomStream } from '../../shared/random';
import type { Individual } from './individual';

/** Draws of η from N(η, covariance): the same seed gives the same persons whatever is made of them. */
export function sampler(individual: Individual, seed: number): () => Float64Array {
  const { eta, covariance } = individual;
  const n = eta.length;
  const factor = cholesky(covariance, n)!;
  const stream = randomStream(seed, 'pk-curve');
  return () => {
    const normal = Float64Array.from({ length: n }, () => stream.normal());
    return eta.map((centre, row) => {
      let value = centre;
      for (let column = 0; column <= row; column++) value += factor[row * n + column]! * normal[column]!;
      return value;
    });
  };
}

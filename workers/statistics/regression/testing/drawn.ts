import { randomStream } from '../../../shared/random';
import type { Cell } from './tables';

/** Rows with a little of everything: numbers x and z, a category g, an outcome of each kind (y, e, k, s) and a person. */
export function drawn(rows: number, seed = 1): Record<string, Cell[]> {
  const random = randomStream('regression', seed);
  const data: Record<string, Cell[]> = { x: [], z: [], g: [], y: [], e: [], k: [], s: [], person: [] };
  for (let row = 0; row < rows; row++) {
    const [x, z] = [Math.round(random.normal() * 100) / 100, Math.round(random.normal() * 100) / 100];
    const g = ['a', 'b', 'c'][random.integer(0, 3)]!;
    const eta = 0.4 * x + (g === 'b' ? 0.5 : 0);
    data['x']!.push(x);
    data['z']!.push(z);
    data['g']!.push(g);
    data['y']!.push(eta + random.normal());
    data['e']!.push(Number(random.uniform() < 1 / (1 + Math.exp(-eta))));
    data['k']!.push(Math.floor(random.exponential(2) * Math.exp(eta)));
    data['s']!.push(Math.min(3, Math.floor(random.exponential(1.5))));
    data['person']!.push(random.integer(0, 20));
  }
  return data;
}

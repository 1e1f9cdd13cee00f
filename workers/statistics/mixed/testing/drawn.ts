import { randomStream } from '../../../shared/random';
import type { Cell } from '../../regression/testing/tables';

export interface Draw {
  groups: number;
  /** Rows of each group: from 1 up to this many, or exactly so many where `equal`. */
  most: number;
  equal?: boolean;
  spread?: number;
  seed?: number;
}

/** Rows of groups h: numbers x (within) and z (of the group), a category g, outcomes y and e whose slope by x is 0.5. */
export function drawn({ groups, most, equal, spread = 1, seed = 1 }: Draw): Record<string, Cell[]> {
  const random = randomStream('mixed', seed);
  const data: Record<string, Cell[]> = { h: [], x: [], z: [], g: [], y: [], e: [] };
  for (let group = 0; group < groups; group++) {
    const [b, z] = [spread * random.normal(), random.normal()];
    const rows = equal ? most : random.integer(1, most + 1);
    for (let row = 0; row < rows; row++) {
      const x = random.normal();
      const eta = 0.5 * x + b;
      data['h']!.push(`H${group}`);
      data['x']!.push(x);
      data['z']!.push(z);
      data['g']!.push(['a', 'b', 'c'][random.integer(0, 3)]!);
      data['y']!.push(eta + random.normal());
      data['e']!.push(Number(random.uniform() < 1 / (1 + Math.exp(-eta))));
    }
  }
  return data;
}

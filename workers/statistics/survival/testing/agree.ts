import { expect } from 'vitest';

/** As R's JSON has it: one number may stand for a list of one. */
export type Numbers = readonly (number | null)[] | number | null | undefined;

export const listOf = (numbers: Numbers): readonly (number | null)[] =>
  Array.isArray(numbers) ? numbers : numbers === undefined ? [] : [numbers as number | null];

/** Missing in R is missing here; `tolerance` is relative, below `least` absolute to it. */
export function agree(got: ArrayLike<number | null>, expected: Numbers, tolerance = 1e-9, least = 1e-3): void {
  const list = listOf(expected);
  expect(got).toHaveLength(list.length);
  list.forEach((value, at) => {
    const mine = got[at] ?? null;
    if (value === null || mine === null) expect(mine, `entry ${at}`).toBe(value);
    else
      expect(Math.abs(mine - value), `entry ${at}`).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(value), least));
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { largestOf, smallestOf } from './extent';

describe('the largest and the smallest of numbers', () => {
  test.each([
    [[3, -1, 2], 3, -1],
    [[0], 0, 0],
    [[], -Infinity, Infinity],
    [[1, NaN], NaN, NaN],
    [[-Infinity, Infinity], Infinity, -Infinity]
  ])('%j', (numbers, largest, smallest) => {
    expect([largestOf(numbers), smallestOf(numbers)]).toEqual([largest, smallest]);
  });

  test('takes more numbers than a call takes arguments', () => {
    const many = Float64Array.from({ length: 1_000_000 }, (_, at) => at);
    expect([largestOf(many), smallestOf(many)]).toEqual([999_999, 0]);
  });
});

test('nothing in the workers and cells spreads a list into Math.max or Math.min', () => {
  const root = new URL('../../', import.meta.url);
  const spreading = ['workers', 'src/lib/cells', 'src/lib/egress'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
      .filter((path) =>
        /Math\.(max|min)\(([^()]*,)?\s*\.\.\./.test(readFileSync(new URL(`${folder}/${path}`, root), 'utf8'))
      )
      .map((path) => `${folder}/${path}`)
  );
  expect(spreading).toEqual([]);
});

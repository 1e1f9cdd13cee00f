import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fallingOrder } from './falling-order';
import { randomStream } from './random';

const compared = (numbers: Float64Array) =>
  Array.from(numbers.keys()).sort((a, b) => (numbers[a]! > numbers[b]! ? -1 : numbers[a]! < numbers[b]! ? 1 : a - b));

test('few numbers fall, equal ones as they stand', () => {
  expect(Array.from(fallingOrder(Float64Array.of(0, 3, -0, Infinity, -Infinity, 3)))).toEqual([3, 1, 5, 0, 2, 4]);
  expect(fallingOrder(new Float64Array())).toHaveLength(0);
});

test.each<[string, (uniform: () => number) => number]>([
  ['of every size and sign', (uniform) => (uniform() - 0.5) * 10 ** (600 * (uniform() - 0.5))],
  ['with many ties', (uniform) => Math.round(20 * (uniform() - 0.5)) / 4],
  [
    'with both zeros and infinities',
    (uniform) => [0, -0, Infinity, -Infinity, 5e-324, -5e-324][Math.floor(6 * uniform())]!
  ],
  ['all the same', () => 0.3]
])('many numbers %s are ordered as by comparing', (_, draw) => {
  const stream = randomStream(4, 'order');
  const numbers = Float64Array.from({ length: 10_000 }, () => draw(() => stream.uniform()));
  expect(Array.from(fallingOrder(numbers))).toEqual(compared(numbers));
});

test('both ways agree', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 30 }), (few) => {
      const many = Float64Array.from({ length: 4096 }, (_, row) => few[row % few.length]!);
      expect(Array.from(fallingOrder(many))).toEqual(compared(many));
    }),
    { seed: 6, numRuns: 20 }
  );
});

import { describe, expect, test } from 'vitest';
import { normalQuantile } from './normal';
import { RandomStream, randomStream } from './random';

const draws = (count: number, draw: () => number) => Float64Array.from({ length: count }, draw);

function moments(values: Float64Array): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length };
}

/** Largest distance of the sample's distribution from quantiles known at the given levels. */
function distance(values: Float64Array, levels: readonly number[], quantiles: readonly number[]): number {
  return Math.max(
    ...levels.map((level, index) => {
      const below = values.filter((value) => value <= (quantiles[index] as number)).length;
      return Math.abs(below / values.length - level);
    })
  );
}

const LEVELS = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
const COUNT = 40_000;
/** Kolmogorov-Smirnov at 0.1 %: 1.95 / √n. */
const LIMIT = 1.95 / Math.sqrt(COUNT);

test('xoshiro128** gives the numbers of its definition', () => {
  const stream = new RandomStream(1, 2, 3, 4);
  // From the state (1, 2, 3, 4); computed from the authors' definition in Python.
  expect(Array.from({ length: 6 }, () => stream.word())).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
});

describe('streams', () => {
  test('of one name are equal', () => {
    expect(draws(50, streamOf(1, 'a', 17))).toEqual(draws(50, streamOf(1, 'a', 17)));
  });
  test.each([
    [
      [1, 'a', 17],
      [1, 'a', 18]
    ],
    [
      [1, 'a', 17],
      [2, 'a', 17]
    ],
    [
      [1, 'a', 17],
      [1, 'b', 17]
    ],
    [
      [1, 2],
      [2, 1]
    ],
    [[1], [1, 0]],
    [
      ['1', 2],
      [1, '2']
    ],
    [[4294967296], [0]],
    [
      ['ab', 'c'],
      ['a', 'bc']
    ]
  ])('%j and %j differ', (one, other) => {
    expect(randomStream(...one).word()).not.toBe(randomStream(...other).word());
  });
  test('of neighbouring persons do not move together', () => {
    const first = draws(
      2000,
      (() => {
        let person = 0;
        return () => randomStream(1, 'x', person++).uniform();
      })()
    );
    const { mean, variance } = moments(first);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.006);
    let product = 0;
    for (let row = 1; row < first.length; row++) product += ((first[row] ?? 0) - 0.5) * ((first[row - 1] ?? 0) - 0.5);
    expect(Math.abs((product / first.length) * 12)).toBeLessThan(0.07);
  });
  test.each([[-1], [1.5], [NaN], [2 ** 53]])('%d cannot name a stream', (key) => {
    expect(() => randomStream(key)).toThrow(RangeError);
  });
});

function streamOf(...keys: (number | string)[]): () => number {
  const stream = randomStream(...keys);
  return () => stream.uniform();
}

describe('distributions', () => {
  const stream = randomStream(3, 'distributions');
  test.each<[string, () => number, number, number]>([
    ['uniform', () => stream.uniform(), 0.5, 1 / 12],
    ['normal', () => stream.normal(2, 3), 2, 9],
    ['exponential', () => stream.exponential(2), 2, 4],
    ['gamma 2', () => stream.gamma(2, 0.5), 1, 0.5],
    ['gamma 0.45', () => stream.gamma(0.45), 0.45, 0.45],
    ['beta 0.6, 1.3', () => stream.beta(0.6, 1.3), 0.6 / 1.9, 0.0743817],
    ['Poisson 0.4', () => stream.poisson(0.4), 0.4, 0.4],
    ['Poisson 5', () => stream.poisson(5), 5, 5],
    ['Poisson 50', () => stream.poisson(50), 50, 50],
    ['integer −2…3', () => stream.integer(-2, 4), 0.5, 35 / 12]
  ])('%s has its mean and variance', (_name, draw, mean, variance) => {
    const got = moments(draws(COUNT, draw));
    expect(Math.abs(got.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / COUNT));
    expect(Math.abs(got.variance / variance - 1)).toBeLessThan(0.06);
  });

  test('normal follows its quantiles', () => {
    expect(
      distance(
        draws(COUNT, () => stream.normal()),
        LEVELS,
        LEVELS.map(normalQuantile)
      )
    ).toBeLessThan(LIMIT);
  });
  // Quantiles by scipy 1.17.1: gamma.ppf, beta.ppf at LEVELS.
  test.each<[string, () => number, number[]]>([
    [
      'gamma 1.2',
      () => stream.gamma(1.2),
      [0.023608723, 0.093145199, 0.40903367, 0.88793621, 1.6581295, 3.3726633, 5.0486095]
    ],
    [
      'gamma 0.3',
      () => stream.gamma(0.3),
      [1.5022227e-7, 3.2110347e-5, 0.0068998026, 0.073131136, 0.34289946, 1.3723499, 2.6394092]
    ],
    [
      'beta 0.45, 2',
      () => stream.beta(0.45, 2),
      [1.573855e-5, 0.00056285337, 0.020399651, 0.10071543, 0.28357634, 0.63808629, 0.83066954]
    ],
    [
      'beta 2, 18',
      () => stream.beta(2, 18),
      [0.0080008869, 0.01903312, 0.050657927, 0.086775164, 0.13553872, 0.22637425, 0.30180103]
    ]
  ])('%s follows its quantiles', (_name, draw, quantiles) => {
    expect(distance(draws(COUNT, draw), LEVELS, quantiles)).toBeLessThan(LIMIT);
  });
  test('uniform never reaches its ends', () => {
    const values = draws(COUNT, () => stream.uniform());
    expect(Math.min(...values)).toBeGreaterThan(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });
  test('integer keeps to its bounds and refuses an empty span', () => {
    const seen = new Set(draws(1000, () => stream.integer(-2, 4)));
    expect([...seen].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3]);
    expect(() => stream.integer(3, 3)).toThrow(RangeError);
  });
});

describe('tally', () => {
  test.each([1, 7, 1000, 65_537])('of %i adds up as many draws, and leaves the stream where they end', (span) => {
    const [counted, drawn] = [randomStream(3, 'tally'), randomStream(3, 'tally')];
    const counts = new Float64Array(span);
    counted.tally(counts);
    const wanted = new Float64Array(span);
    for (let draw = 0; draw < span;) {
      const product = BigInt(drawn.word()) * BigInt(span);
      if (product % 4294967296n < 4294967296n % BigInt(span)) continue;
      wanted[Number(product >> 32n)]! += 1;
      draw++;
    }
    expect(counts).toEqual(wanted);
    expect(counted.word()).toBe(drawn.word());
  });

  test('is even: χ² of 1,000 numbers over 200 samples', () => {
    const counts = new Float64Array(1000);
    for (let sample = 0; sample < 200; sample++) randomStream(sample, 'even').tally(counts);
    const statistic = counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    // 999 degrees of freedom: 4 standard deviations.
    expect(Math.abs(statistic - 999)).toBeLessThan(4 * Math.sqrt(2 * 999));
  });

  test('of more than a product holds exactly is refused', () => {
    expect(() => randomStream(1).tally(new Float64Array(2_097_153))).toThrow(RangeError);
  });
});

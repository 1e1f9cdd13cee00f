import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import oracle from '../../tests/oracles/shared/elementary.json';
import { exp, log, logistic, pow } from './elementary';
import { normalQuantile } from './normal';

/** Distance of two neighbours at x. */
function unitInTheLastPlace(x: number): number {
  const size = Math.abs(x);
  if (size < 2.2250738585072014e-308) return 5e-324;
  const bits = new BigUint64Array(new Float64Array([size]).buffer);
  bits[0] = (bits[0] ?? 0n) + 1n;
  return (new Float64Array(bits.buffer)[0] ?? NaN) - size;
}

function worst(rows: readonly (readonly number[])[], of: (row: readonly number[]) => number): number {
  let most = 0;
  for (const row of rows) {
    const [value, left] = row.slice(-2) as [number, number];
    most = Math.max(most, Math.abs(of(row) - value - left) / unitInTheLastPlace(value));
  }
  return most;
}

const isNormal = (row: readonly number[]) => (row.at(-2) ?? 0) >= 2.2250738585072014e-308;

describe('elementary functions agree with 60-digit values', () => {
  test('exp to 0.6 units in the last place', () => {
    expect(worst(oracle.exp.filter(isNormal), (row) => exp(row[0] ?? NaN))).toBeLessThan(0.6);
  });
  test('exp to 1 unit where the result is subnormal', () => {
    expect(
      worst(
        oracle.exp.filter((row) => !isNormal(row)),
        (row) => exp(row[0] ?? NaN)
      )
    ).toBeLessThanOrEqual(1);
  });
  test('log to 0.52 units in the last place', () => {
    expect(worst(oracle.log, (row) => log(row[0] ?? NaN))).toBeLessThan(0.52);
  });
  test('pow to 1 unit in the last place', () => {
    expect(worst(oracle.pow, (row) => pow(row[0] ?? NaN, row[1] ?? NaN))).toBeLessThan(1);
  });
  test('normalQuantile to 2e-15 of its value', () => {
    for (const [p, z] of oracle.normalQuantile as [number, number][]) {
      expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(2e-15 * Math.max(Math.abs(z), 0.1));
    }
  });
});

describe('the edges follow Math', () => {
  test.each([0, -0, Infinity, -Infinity, NaN, 710, -746, 1e308, -1e308])('exp(%d)', (x) => {
    expect(exp(x)).toBe(Math.exp(x));
  });
  test.each([0, -0, 1, -1, Infinity, -Infinity, NaN])('log(%d)', (x) => {
    expect(log(x)).toBe(Math.log(x));
  });
  const odd = [0, -0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, Infinity, -Infinity, NaN, 1e300, -1e300, 1e-300];
  test.each(odd.flatMap((x) => odd.map((y): [number, number] => [x, y])))('pow(%d, %d)', (x, y) => {
    const expected = Math.pow(x, y);
    if (Number.isFinite(expected) && expected !== 0) expect(pow(x, y) / expected).toBeCloseTo(1, 14);
    else expect(pow(x, y)).toBe(expected);
  });
});

test('exp and log undo each other', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -700, max: 700, noNaN: true }),
      (x) => Math.abs(log(exp(x)) - x) <= 2.3e-16 * 1.2 + Math.abs(x) * 2.3e-16
    ),
    { seed: 1, numRuns: 2000 }
  );
});

test('logistic stays in [0, 1] and is symmetric', () => {
  fc.assert(
    fc.property(fc.double({ min: -800, max: 800, noNaN: true }), (x) => {
      const p = logistic(x);
      return p >= 0 && p <= 1 && Math.abs(p + logistic(-x) - 1) < 1e-15;
    }),
    { seed: 1 }
  );
});

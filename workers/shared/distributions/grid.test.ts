import { describe, expect, test, type TestContext } from 'vitest';
import grid from '../../../tests/oracles/shared/distributions-grid.json';
import { tellMeasured } from '../testing/measured';
import {
  beta,
  binomial,
  chiSquare,
  digamma,
  fDistribution,
  gamma,
  hypergeometric,
  logGamma,
  negativeBinomial,
  normal,
  poisson,
  studentT,
  trigamma,
  type Distribution
} from './index';

/** A point is central where its smaller tail is at least this. */
const CENTRE = 1e-10;
const CENTRE_ERROR = 1e-12;
const TAIL_ERROR = 1e-10;

type Row = readonly (number | null)[];
type Make = (...parameters: number[]) => Distribution;

type Family = readonly [name: Exclude<keyof typeof grid, 'about' | 'source' | 'shape'>, parameters: number, make: Make];

const continuous: readonly Family[] = [
  ['normal', 2, normal as Make],
  ['t', 1, studentT],
  ['chiSquare', 1, chiSquare],
  ['gamma', 2, gamma as Make],
  ['F', 2, fDistribution as Make],
  ['beta', 2, beta as Make]
];
const discrete: readonly Family[] = [
  ['binomial', 2, binomial as Make],
  ['Poisson', 1, poisson],
  ['negativeBinomialByP', 2, ((size: number, p: number) => negativeBinomial(size, { p })) as Make],
  ['negativeBinomialByMean', 2, ((size: number, mean: number) => negativeBinomial(size, { mean })) as Make],
  ['hypergeometric', 3, hypergeometric as Make]
];

/** The largest relative error of each number, in the centre and in the tails, and where. */
class Worst {
  readonly found = new Map<string, { error: number; at: string }>();
  points = 0;

  see(what: string, part: string, got: number, expected: number, row: Row): void {
    const error = got === expected ? 0 : Math.abs(got / expected - 1);
    const key = `${part}: ${what}`;
    if (!(error <= (this.found.get(key)?.error ?? -1))) {
      this.found.set(key, { error, at: `${JSON.stringify(row)} gave ${got}` });
    }
  }

  /** For the report of a run, then held against what is promised. */
  hold(context: TestContext): void {
    tellMeasured(context, {
      points: this.points,
      ...Object.fromEntries([...this.found].map(([key, { error }]) => [key, Number(error.toPrecision(2))]))
    });
    for (const [key, { error, at }] of this.found) {
      expect.soft(error, `${key} at ${at}`).toBeLessThanOrEqual(key.startsWith('centre') ? CENTRE_ERROR : TAIL_ERROR);
    }
  }
}

/** Both tails, their logarithms and the density. Gives what the row says, and in which part it lies. */
function seeTails(worst: Worst, family: Distribution, row: Row, place: number) {
  const [x, lower, upper, density] = row.slice(place) as [number, number, number, number];
  const small = Math.min(lower, upper);
  const part = small >= CENTRE ? 'centre' : 'tail';
  worst.points++;
  worst.see('lower', part, family.lower(x), lower, row);
  worst.see('upper', part, family.upper(x), upper, row);
  worst.see('density', part, family.density(x), density, row);
  const [logSmall, logLarge] = lower < upper ? [family.logLower(x), family.logUpper(x)] : [family.logUpper(x), family.logLower(x)]; // prettier-ignore
  worst.see('logarithm of the smaller tail', part, logSmall, Math.log(small), row);
  worst.see('logarithm of the larger tail', part, logLarge, Math.log1p(-small), row);
  return { lower, upper, density, part };
}

describe('10,000 points agree with mpmath to 1e-12, where a tail is below 1e-10 to 1e-10', () => {
  test('there are 10,000', () => {
    const rows = Object.values(grid).filter(Array.isArray);
    expect(rows.reduce((sum, { length }) => sum + length, 0)).toBe(10_000);
  });

  test.for(continuous)('%s', ([name, parameters, make], context) => {
    const worst = new Worst();
    for (const row of grid[name] as readonly Row[]) {
      const family = make(...(row.slice(0, parameters) as number[]));
      const x = row[parameters] as number;
      const [near, far] = row.slice(parameters + 4);
      const { lower, upper, part } = seeTails(worst, family, row, parameters);
      const [fromLower, fromUpper] = lower <= upper ? [near, far] : [far, near];
      // The larger tail says where its point is only while it can be told from 1.
      const tellsBoth = Math.min(lower, upper) > 1e-3;
      if (lower <= upper || tellsBoth) worst.see('quantile', part, family.quantile(lower), fromLower ?? x, row);
      if (lower > upper || tellsBoth)
        worst.see('upper quantile', part, family.upperQuantile(upper), fromUpper ?? x, row);
    }
    worst.hold(context);
  });

  test.for(discrete)('%s', ([name, parameters, make], context) => {
    const worst = new Worst();
    for (const row of grid[name] as readonly Row[]) {
      const family = make(...(row.slice(0, parameters) as number[]));
      const k = row[parameters] as number;
      const { lower, upper, density, part } = seeTails(worst, family, row, parameters);
      // Half of its own probability inside its step: the whole number is certain, rounding cannot move it.
      if (lower <= upper) {
        if (density > lower * 1e-9) worst.see('quantile', part, family.quantile(lower - density / 2), k, row);
      } else if (density > upper * 1e-9)
        worst.see('upper quantile', part, family.upperQuantile(upper + density / 2), k, row);
    }
    worst.hold(context);
  });

  test('ln Γ, digamma and trigamma, also around their zeros', (context) => {
    const worst = new Worst();
    for (const row of grid.gammaFunction as readonly Row[]) {
      const [x, ...values] = row as readonly number[] as [number, number, number, number];
      worst.points++;
      [logGamma, digamma, trigamma].forEach((of, at) => worst.see(of.name, 'centre', of(x), values[at] as number, row));
    }
    worst.hold(context);
  });
});

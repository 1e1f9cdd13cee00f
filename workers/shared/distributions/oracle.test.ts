import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/distributions.json';
import {
  beta,
  binomial,
  chiSquare,
  digamma,
  fDistribution,
  gamma,
  logGamma,
  normal,
  poisson,
  studentT,
  trigamma,
  type Distribution
} from './index';

type Numbers = Record<string, number[]>;

/** The oracle's own tolerance; what is below 1e-300 may be taken for 0. */
function agree(got: readonly number[], expected: readonly number[] | undefined): void {
  expect(got).toHaveLength(expected?.length ?? NaN);
  expected?.forEach((value, index) => {
    const found = got[index] ?? NaN;
    if (Math.abs(value) < 1e-300) expect(Math.abs(found), `entry ${index}`).toBeLessThan(1e-15);
    else expect(Math.abs(found / value - 1), `entry ${index}: ${found}, expected ${value}`).toBeLessThanOrEqual(1e-10);
  });
}

function caseOf(name: string): { input: Numbers; expected: Numbers } {
  const found = oracle.cases.find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found as unknown as { input: Numbers; expected: Numbers };
}

describe('distributions agree with R 4.2.2', () => {
  test.each(['lgamma, digamma, trigamma'])('%s', (name) => {
    const { input, expected } = caseOf(name);
    agree((input.x ?? []).map(logGamma), expected.lgamma);
    agree((input.x ?? []).map(digamma), expected.digamma);
    agree((input.x ?? []).map(trigamma), expected.trigamma);
  });

  const families: [name: string, of: (input: Numbers, row: number) => Distribution][] = [
    ['normal cdf', () => normal()],
    ['Student t cdf', (input, row) => studentT(input.df?.[row] ?? NaN)],
    ['chi-square cdf', (input, row) => chiSquare(input.df?.[row] ?? NaN)],
    ['F cdf', (input, row) => fDistribution(input.d1?.[row] ?? NaN, input.d2?.[row] ?? NaN)],
    ['regularised incomplete beta', (input, row) => beta(input.a?.[row] ?? NaN, input.b?.[row] ?? NaN)],
    ['regularised incomplete gamma (rate 1)', (input, row) => gamma(input.a?.[row] ?? NaN)]
  ];
  test.each(families)('%s, both tails', (name, of) => {
    const { input, expected } = caseOf(name);
    const each = (face: (family: Distribution, x: number) => number) =>
      (input.x ?? []).map((x, row) => face(of(input, row), x));
    agree(
      each((family, x) => family.lower(x)),
      expected.lower
    );
    agree(
      each((family, x) => family.upper(x)),
      expected.upper
    );
    if (expected.log_lower) {
      agree(
        each((family, x) => family.logLower(x)),
        expected.log_lower
      );
    }
    if (expected.log_upper) {
      agree(
        each((family, x) => family.logUpper(x)),
        expected.log_upper
      );
    }
  });

  const quantiles: [name: string, of: (input: Numbers, row: number) => Distribution][] = [
    ['normal quantile', () => normal()],
    ['t quantile', (input, row) => studentT(input.df?.[row] ?? NaN)],
    ['chi-square quantile', (input, row) => chiSquare(input.df?.[row] ?? NaN)],
    ['beta quantile', (input, row) => beta(input.a?.[row] ?? NaN, input.b?.[row] ?? NaN)],
    ['gamma quantile (rate 1)', (input, row) => gamma(input.a?.[row] ?? NaN)]
  ];
  test.each(quantiles)('%s', (name, of) => {
    const { input, expected } = caseOf(name);
    agree(
      (input.p ?? []).map((p, row) => of(input, row).quantile(p)),
      expected.x
    );
  });

  test('binomial and Poisson', () => {
    const { input, expected } = caseOf('binomial and Poisson');
    const { n, p, mu } = input as unknown as { n: number; p: number; mu: number };
    const counts = input.k ?? [];
    const trials = binomial(n, p);
    const events = poisson(mu);
    agree(
      counts.map((k) => trials.lower(k)),
      expected.pbinom
    );
    agree(
      counts.map((k) => trials.density(k)),
      expected.dbinom
    );
    agree(
      counts.map((k) => events.lower(k)),
      expected.ppois
    );
    agree(
      counts.map((k) => events.upper(k)),
      expected.ppois_upper
    );
    agree(
      counts.map((k) => events.density(k)),
      expected.dpois
    );
  });

  test('every case of the oracle is read here', () => {
    expect(oracle.cases).toHaveLength(families.length + quantiles.length + 2);
  });
});

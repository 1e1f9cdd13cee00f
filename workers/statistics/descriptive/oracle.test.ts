import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/descriptive.json';
import ours from '../../../tests/oracles/statistics/r-descriptive.json';
import { momentsOf } from '../moments';
import { cellsOf, column } from '../testing/cells';
import { levelsDifference, meanDifference, proportionDifferenceOf, summaryOf, tableOne } from './index';

type Figure = number | null | (number | null)[];

function agree(got: unknown, expected: Figure, relative: number, what: string): void {
  if (Array.isArray(expected)) expected.forEach((value, at) => agree((got as unknown[])[at], value, relative, `${what} ${at}`));
  else if (expected === null) expect(got, what).toBeNull();
  else expect(Math.abs((got as number) - expected), `${what}: ${String(got)}`).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1e-4)); // prettier-ignore
}

/** Names of the oracle for what a summary says. */
const names: Readonly<Record<string, string>> = {
  var: 'variance',
  'mad_scaled_1.4826': 'mad',
  skewness_g1: 'skewness',
  excess_kurtosis_g2: 'excessKurtosis',
  quantile_type7: 'quantiles'
};

test.each(oracle.cases.map((one) => [one.name, one] as const))('%s agrees with R 4.2.2', (_, one) => {
  const { t_ci95: limits, quantile_p: quantiles, ...expected } = one.expected as Record<string, Figure>;
  const x = [one.input.x].flat().map((value) => value ?? NaN);
  const got = summaryOf(x, { quantiles: quantiles as number[] });
  for (const [key, value] of Object.entries(expected)) {
    agree(got[(names[key] ?? key) as keyof typeof got], value, oracle.tolerance.rel, key);
  }
  if (limits !== undefined) agree([got.lower, got.upper], limits, oracle.tolerance.rel, 'limits');
});

interface Case {
  name: string;
  call: string;
  input: Record<string, never> & {
    x: number[];
    a: number[];
    b: number[];
    p: [number, number];
    counts: [number[], number[]];
  };
  expected: Record<string, number> & { p: Record<string, number>; adjusted: Record<string, number> };
}
const cases = ours.cases as unknown as Case[];

describe('agree with R 4.2.2 and with the definitions', () => {
  const smds: Readonly<Record<string, (input: Case['input']) => number | null>> = {
    meanDifference: ({ a, b }) => meanDifference(momentsOf(Float64Array.from(a)), momentsOf(Float64Array.from(b))),
    proportionDifference: ({ p }) => proportionDifferenceOf(...p),
    levelsDifference: ({ counts }) => levelsDifference(...counts)
  };

  test.each(cases.filter(({ call }) => call in smds).map((one) => [one.name, one] as const))('%s', (_, one) => {
    agree(smds[one.call]!(one.input), one.expected.smd!, ours.tolerance.rel, 'smd');
  });

  test.each(cases.filter(({ call }) => call === 'summary').map((one) => [one.name, one] as const))('%s', (_, one) => {
    const got = summaryOf(one.input.x, { level: 0.9 });
    for (const [key, value] of Object.entries(one.expected)) {
      agree(got[key as keyof typeof got], value as unknown as number, ours.tolerance.rel, key);
    }
  });

  test.each(cases.filter(({ call }) => call === 'tableOne').map((one) => [one.name, one] as const))(
    '%s',
    async (_, one) => {
      const { g, ...variables } = one.input as unknown as Record<string, (string | number | null)[]>;
      const columns = Object.entries(variables).map(
        ([name, values]) =>
      column(name, typeof values[0] === 'string' ? 'text' : 'float64', values.map((value) => value ?? undefined)) // prettier-ignore
      );
      const group = column('g', 'text', g as string[]);
      const { comparisons } = await tableOne(columns, { group });
      const [p, adjusted] = [cellsOf(comparisons, 'p'), cellsOf(comparisons, 'p_adjusted')];
      expect(cellsOf(comparisons, 'variable')).toEqual(Object.keys(variables));
      Object.keys(variables).forEach((name, at) => {
        agree(p[at], one.expected.p[name]!, ours.tolerance.rel, name);
        agree(adjusted[at], one.expected.adjusted[name]!, ours.tolerance.rel, `${name} adjusted`);
      });
    }
  );

  test('every case is read', () => {
    expect(cases).toHaveLength(18);
  });
});

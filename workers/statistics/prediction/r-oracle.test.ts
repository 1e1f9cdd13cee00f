import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/r-prediction.json';
import type { Column } from '../../shared/table';
import type { Estimate } from '../estimate';
import { calibration, calibrationCurve, compareRoc, roc } from './index';

interface Case {
  name: string;
  input: { y: number[]; p: number[]; q?: number[]; span?: number };
  expected: Record<string, number>;
}

const cases = oracle.cases as unknown as Case[];
const of = (kind: string) => cases.filter(({ name }) => name.startsWith(kind)).map((one) => [one.name, one] as const);
const floats = (values: number[] = []): Column => ({ name: 'x', type: 'float64', values: Float64Array.from(values) });
const named = ({ estimates }: { estimates: readonly Estimate[] }, name: string) =>
  estimates.find((one) => one.name === name)!;

function agree(got: Record<string, number | null>, expected: Case['expected'], relative = oracle.tolerance.rel): void {
  for (const [name, wanted] of Object.entries(expected)) {
    const away = Math.abs((got[name] ?? NaN) - wanted);
    expect(away, `${name}: ${got[name]} for ${wanted}`).toBeLessThanOrEqual(relative * Math.abs(wanted));
  }
}

describe('equal to R', () => {
  test.each(of('roc'))('%s', (_, { input: { y, p, q }, expected }) => {
    const { estimate, se, lower, upper } = named(roc({ outcome: floats(y), score: floats(p) }, { level: 0.9 }), 'auc');
    const compared = compareRoc({ outcome: floats(y), first: floats(p), second: floats(q) });
    const difference = named(compared, 'auc-difference');
    const z = difference.estimate / difference.se!;
    agree({ auc: estimate, variance: se! ** 2, lower, upper, z, p: difference.p }, expected);
  });

  test.each(of('recalibration'))('%s', (_, { input: { y, p }, expected }) => {
    const got = calibration({ outcome: floats(y), risk: floats(p) });
    const [slope, intercept, large] = ['slope', 'intercept', 'in-the-large'].map((name) =>
      named(got, `calibration-${name}`)
    ) as [Estimate, Estimate, Estimate];
    agree(
      {
        slope: slope.estimate,
        slopeSe: slope.se,
        intercept: intercept.estimate,
        interceptSe: intercept.se,
        large: large.estimate,
        largeSe: large.se
      },
      expected
    );
  });

  test.each(of('curve'))('%s', async (_, { input: { y, p, span = 0.75 }, expected }) => {
    const got = await calibrationCurve({ outcome: floats(y), risk: floats(p) }, { span });
    const values = Object.fromEntries(got.estimates.map(({ name, estimate }) => [name, estimate]));
    agree(values, expected, oracle.tolerance.loess_rel);
  });

  test('every case is read', () => {
    expect(of('roc').length + of('recalibration').length + of('curve').length).toBe(cases.length);
  });
});

import { describe, expect, test } from 'vitest';
import { column as cells } from '../testing/cells';
import { bootstrapComparison, bootstrapPerformance, calibration, decisionCurve, riskGroups } from './index';

const column = (name: string, values: number[]) => cells(name, 'float64', values);

describe('what the analyses add', () => {
  const persons = Array.from({ length: 60 }, (_, row) => row >> 1);
  const y = persons.map((person) => Number(person % 3 === 0));
  const first = y.map((value, row) => value + ((row * 7) % 11) / 6);
  const second = y.map((value, row) => value + ((row * 5) % 13) / 4);
  const columns = { outcome: column('y', y), person: column('person', persons) };

  test('two areas are resampled together, as each alone', async () => {
    const options = { seed: 3, resamples: 200 };
    const both = await bootstrapComparison({ ...columns, first: column('a', first), second: column('b', second) }, options); // prettier-ignore
    const alone = await bootstrapPerformance({ ...columns, score: column('a', first) }, options);
    const [one, , difference] = both.estimates;
    expect(one).toMatchObject({
      estimate: alone.estimates[0]!.estimate,
      lower: alone.estimates[0]!.lower,
      upper: alone.estimates[0]!.upper
    });
    expect(difference!.estimate).toBeCloseTo(both.estimates[0]!.estimate - both.estimates[1]!.estimate, 12);
    expect(difference!.p).toBeGreaterThan(0);
    const same = await bootstrapComparison({ ...columns, first: column('a', first), second: column('b', first) }, options); // prettier-ignore
    expect(same.estimates[2]).toMatchObject({ estimate: 0, se: null, p: null });
  });

  test('net benefit at a threshold is a mean with its error', () => {
    const risk = y.map((value, row) => (value + ((row * 7) % 11) / 6) / 3);
    const { estimates, curve } = decisionCurve({ outcome: columns.outcome, risk: column('p', risk) }, { thresholds: [0.2], at: [0.2] }); // prettier-ignore
    const worth = risk.map((one, row): number => (one < 0.2 ? 0 : y[row] ? 1 : -0.25));
    const mean = worth.reduce((sum, one) => sum + one, 0) / 60;
    const se = Math.sqrt(worth.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 59 / 60);
    expect(estimates[0]).toMatchObject({ estimate: expect.closeTo(mean, 12), se: expect.closeTo(se, 12) });
    const [benefit, all] = ['net_benefit', 'treat_all'].map((name) => curve.columns.find((one) => one.name === name)!.values[0] as number); // prettier-ignore
    expect(benefit).toBeCloseTo(mean, 12);
    expect(estimates[1]!.estimate).toBeCloseTo(benefit! - all!, 12);
  });

  test('observed over expected and groups are given where no slope can be', () => {
    const certain = { outcome: columns.outcome, risk: column('p', y.map((value, row) => (row < 3 ? value : 0.4))) }; // prettier-ignore
    expect(() => calibration(certain)).toThrow(expect.objectContaining({ code: 'prediction-risk-certain' }));
    const { estimates, groups } = riskGroups(certain);
    expect(Math.exp(estimates[0]!.estimate)).toBeCloseTo(20 / (2 + 0.4 * 57), 12);
    expect(groups.rows).toBeGreaterThan(0);
  });
});

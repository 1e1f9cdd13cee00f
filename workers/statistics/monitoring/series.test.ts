import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/monitoring.json';
import type { Column, Table } from '../../shared/table';
import { cusum, interruptedTimeSeries, vlad, type Cases } from '../index';

type Case = { input: Record<string, number[] & number>; expected: Record<string, number[] & number> };

function caseOf(name: string): Case {
  const found = oracle.cases.find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found as unknown as Case;
}

/** The oracle's own tolerance. */
function agree(got: ArrayLike<number>, expected: readonly number[] | undefined): void {
  expect(got).toHaveLength(expected?.length ?? NaN);
  expected?.forEach((value, index) => {
    expect(Math.abs((got[index] ?? NaN) - value), `entry ${index}`).toBeLessThanOrEqual(
      1e-9 * Math.max(Math.abs(value), 1e-3)
    );
  });
}

const casesOf = (input: Case['input']): Cases => ({
  outcome: Uint8Array.from(input.y ?? []),
  risk: Float64Array.from(input.p ?? [])
});
const column = (values: readonly number[]): Column => ({
  name: 'y',
  type: 'float64',
  values: Float64Array.from(values)
});
const valuesOf = (table: Table, name: string) => table.columns.find((one) => one.name === name)?.values as Float64Array;

describe('agree with R 4.2.2', () => {
  test.each(['VLAD'])('%s', (name) => {
    const { input, expected } = caseOf(name);
    agree(vlad(casesOf(input)), expected.vlad);
  });

  test.each(['risk-adjusted CUSUM for doubling of odds, h=2'])('%s', (name) => {
    const { input, expected } = caseOf(name);
    const got = cusum(casesOf(input), { oddsRatio: input.odds_ratio ?? NaN, limit: input.h ?? NaN });
    agree(got.statistic, expected.cusum);
    expect(got.firstAlarm).toBe(expected.first_alarm);
  });

  test.each(['ITS: OLS with level and slope change; Newey-West lag 1'])('%s', (name) => {
    const { input, expected } = caseOf(name);
    const got = interruptedTimeSeries(column(input.y ?? []), { start: input.start ?? NaN, lag: 1 });
    agree(valuesOf(got.coefficients, 'estimate'), expected.coef);
    agree(valuesOf(got.coefficients, 'se'), expected.se);
    agree(valuesOf(got.coefficients, 'se_newey_west'), expected.se_newey_west_lag1);
    agree([got.durbinWatson], [expected.durbin_watson ?? NaN]);
  });

  test('every case of the oracle is read here', () => {
    expect(oracle.cases).toHaveLength(3);
  });
});

const few: Cases = { outcome: Uint8Array.of(0, 1, 0), risk: Float64Array.of(0.1, 0.2, 0.5) };

describe('VLAD and CUSUM by hand', () => {
  test('VLAD: up by the risk without an event, down by the rest of it with one', () => {
    agree(vlad(few), [0.1, -0.7, -0.2]);
  });

  test('both directions: 1/(1 + p) and 2/(1 + p) for a doubling, 1/(1 − p/2) and 0.5/(1 − p/2) for a halving', () => {
    const up = Math.log(2 / 1.2);
    agree(cusum(few, { oddsRatio: 2 }).statistic, [0, up, up - Math.log(1.5)]);
    const none = -Math.log(0.95);
    agree(cusum(few, { oddsRatio: 0.5 }).statistic, [none, 0, -Math.log(0.75)]);
  });

  test('an alarm is at the limit, not only above it; without a limit there is none', () => {
    const [, height = NaN] = cusum(few, { oddsRatio: 2 }).statistic;
    expect(cusum(few, { oddsRatio: 2, limit: height }).firstAlarm).toBe(2);
    expect(cusum(few, { oddsRatio: 2 })).not.toHaveProperty('firstAlarm');
  });

  test.each([
    ['no case', { outcome: new Uint8Array(0), risk: new Float64Array(0) }, 'cases-none'],
    ['a risk of 0', { outcome: Uint8Array.of(0), risk: Float64Array.of(0) }, 'risk-outside'],
    ['a risk of 1', { outcome: Uint8Array.of(0), risk: Float64Array.of(1) }, 'risk-outside'],
    ['a percentage', { outcome: Uint8Array.of(0), risk: Float64Array.of(2) }, 'risk-outside'],
    ['no number', { outcome: Uint8Array.of(0), risk: Float64Array.of(NaN) }, 'risk-outside'],
    ['an outcome of 2', { outcome: Uint8Array.of(2), risk: Float64Array.of(0.1) }, 'outcome-other'],
    ['a risk too few', { outcome: Uint8Array.of(0, 1), risk: Float64Array.of(0.1) }, 'cases-unlike']
  ])('%s is refused', (_, cases, code) => {
    expect(() => vlad(cases)).toThrowError(expect.objectContaining({ code }));
    expect(() => cusum(cases, { oddsRatio: 2 })).toThrowError(expect.objectContaining({ code }));
  });

  test.each([0, 1, -2, NaN, Infinity])('an odds ratio of %d is refused', (oddsRatio) => {
    expect(() => cusum(few, { oddsRatio })).toThrowError(expect.objectContaining({ code: 'odds-ratio-range' }));
  });

  test.each([0, -1, NaN])('a limit of %d is refused', (limit) => {
    expect(() => cusum(few, { oddsRatio: 2, limit })).toThrowError(
      expect.objectContaining({ code: 'control-limit-range' })
    );
  });
});

describe('interrupted time series', () => {
  test('finds what was put in, and the counterfactual goes on as before', () => {
    const noise = [0.3, -0.2, 0.1, -0.4, 0.2, 0.1, -0.1, 0.3, -0.3, 0.05, 0.2, -0.25];
    const y = noise.map((value, index) => 10 + 2 * (index + 1) + (index >= 6 ? 5 - (index - 5) : 0) + value);
    const got = interruptedTimeSeries(column(y), { start: 7 });
    const estimates = valuesOf(got.coefficients, 'estimate');
    [10, 2, 5, -1].forEach((truth, index) => expect(Math.abs((estimates[index] ?? NaN) - truth)).toBeLessThan(0.6));
    const counterfactual = got.series.columns.find((one) => one.name === 'counterfactual');
    expect(counterfactual?.validity?.[0]).toBe(0b11000000);
    expect(counterfactual?.values[11]).toBeCloseTo((estimates[0] ?? NaN) + 12 * (estimates[1] ?? NaN), 10);
  });

  test('adding a line to the series moves the first two coefficients only', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 8, maxLength: 40 }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (noise, slope) => {
          const start = Math.floor(noise.length / 2) + 1;
          const jagged = noise.map((value, index) => value + (index % 2) * 3);
          const plain = valuesOf(interruptedTimeSeries(column(jagged), { start }).coefficients, 'estimate');
          const tilted = jagged.map((value, index) => value + 7 + slope * (index + 1));
          const moved = valuesOf(interruptedTimeSeries(column(tilted), { start }).coefficients, 'estimate');
          return [7, slope, 0, 0].every(
            (change, index) => Math.abs((moved[index] ?? NaN) - (plain[index] ?? NaN) - change) < 1e-9
          );
        }
      ),
      { seed: 1 }
    );
  });

  test.each<[string, number[], { start: number; lag?: number }, string]>([
    ['a gap', [1, 2, NaN, 4, 3, 2, 1], { start: 4 }, 'series-gap'],
    ['a constant', [3, 3, 3, 3, 3, 3], { start: 4 }, 'series-exact'],
    ['nothing but zeros', [0, 0, 0, 0, 0, 0], { start: 4 }, 'series-exact'],
    ['too few points', [1, 2, 4, 3], { start: 3 }, 'series-start'],
    ['one point before', [1, 2, 4, 3, 5, 4], { start: 2 }, 'series-start'],
    ['one point after', [1, 2, 4, 3, 5, 4], { start: 6 }, 'series-start'],
    ['an empty series', [], { start: 1 }, 'series-start'],
    ['a lag too long', [1, 2, 4, 3, 5, 4], { start: 4, lag: 6 }, 'series-lag']
  ])('%s is refused', (_, y, options, code) => {
    expect(() => interruptedTimeSeries(column(y), options)).toThrowError(expect.objectContaining({ code }));
  });
});

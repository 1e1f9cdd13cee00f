import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kaplanMeier, logRank, restrictedMeanDifference, type Classes, type FollowUp } from './index';
import { valuesOf } from './testing/values';

const followUp = (time: number[], status: number[], start?: number[]): FollowUp => ({
  time: Float64Array.from(time),
  status,
  ...(start && { start: Float64Array.from(start) })
});
const classes = (codes: number[]): Classes => ({
  codes: Int32Array.from(codes),
  names: Array.from({ length: Math.max(...codes) + 1 }, (_, code) => `g${code}`)
});
const code = (name: string) => expect.objectContaining({ code: name }) as Error;

describe('follow-up', () => {
  test.each<[string, FollowUp, string]>([
    ['an empty table', followUp([], []), 'survival-rows-none'],
    ['nothing but missing times', followUp([NaN, NaN], [1, 0]), 'survival-rows-none'],
    ['nothing but missing endings', followUp([1, 2], [-1, NaN]), 'survival-rows-none'],
    ['a negative time', followUp([1, -2], [1, 0]), 'survival-time-negative'],
    ['a start that is no start', followUp([2, 3], [1, 0], [1, 3]), 'survival-stop-before-start'],
    ['a start one rounding before the end', followUp([0.3, 3], [1, 0], [0.1 + 0.2, 1]), 'survival-stop-before-start'],
    ['an ending of 2', followUp([1, 2], [1, 2]), 'survival-status-other'],
    ['columns of different length', followUp([1, 2], [1]), 'survival-unlike']
  ])('%s is refused', (_, data, name) => {
    expect(() => kaplanMeier(data)).toThrowError(code(name));
  });

  test('rows that miss something are left out and counted', () => {
    const got = kaplanMeier(followUp([1, NaN, 2, 3, Infinity], [1, 1, -1, 0, 1]));
    expect([got.n, got.nDropped]).toEqual([2, 3]);
  });

  test('0.1 + 0.2 and 0.3 are the same time', () => {
    expect(valuesOf(kaplanMeier(followUp([0.1 + 0.2, 0.3], [1, 0])).curves, 'at_risk')).toEqual([2]);
  });
});

describe('kaplanMeier', () => {
  test('all censored: survival 1, no median, and a remark', () => {
    const got = kaplanMeier(followUp([1, 2, 3], [0, 0, 0]));
    expect(valuesOf(got.curves, 'survival')).toEqual([1, 1, 1]);
    expect(valuesOf(got.curves, 'lower')).toEqual([null, null, null]);
    expect(valuesOf(got.quantiles, 'time')).toEqual([null, null, null]);
    expect(got.estimates.map(({ name }) => name)).toEqual(['restricted mean: all']);
    expect(got.remarks).toEqual([{ code: 'survival-all-censored', values: { group: 'all' } }]);
  });

  test('one patient', () => {
    const got = kaplanMeier(followUp([4], [1]));
    expect(valuesOf(got.curves, 'survival')).toEqual([0]);
    expect(valuesOf(got.curves, 'se')).toEqual([null]);
    expect(got.estimates.find(({ name }) => name === 'median: all')?.estimate).toBe(4);
  });

  test('all at time 0: a curve, but no mean', () => {
    const got = kaplanMeier(followUp([0, 0], [1, 0]));
    expect(valuesOf(got.curves, 'survival')).toEqual([0.5]);
    expect(got.restrictedMeans.rows).toBe(0);
  });

  test('numbers at risk: who has at least that time; counts so far; nothing known behind the last time', () => {
    const got = kaplanMeier(followUp([1, 2, 2, 5], [1, 1, 0, 0]), { at: [0, 1, 1.5, 2, 5, 6] }).at;
    expect(valuesOf(got, 'at_risk')).toEqual([4, 4, 3, 3, 1, 0]);
    expect(valuesOf(got, 'events')).toEqual([0, 1, 1, 2, 2, 2]);
    expect(valuesOf(got, 'censored')).toEqual([0, 0, 0, 1, 2, 2]);
    expect(valuesOf(got, 'survival')).toEqual([1, 0.75, 0.75, 0.5, 0.5, null]);
  });

  test('a curve that came down to 0 stays there', () => {
    expect(valuesOf(kaplanMeier(followUp([1, 2], [1, 1]), { at: [9] }).at, 'survival')).toEqual([0]);
  });

  test('delayed entry that empties the risk set is told', () => {
    const got = kaplanMeier(followUp([1, 4, 5], [1, 1, 0], [0, 2, 2]));
    expect(got.remarks).toEqual([{ code: 'survival-risk-set-emptied', values: { group: 'all', time: 1 } }]);
    expect(valuesOf(got.curves, 'survival')).toEqual([0, 0, 0]);
  });

  test.each([
    ['a level of 95', { level: 95 }, 'level-range'],
    ['a quantile of 1', { quantiles: [1] }, 'survival-options'],
    ['a time of −1', { at: [-1] }, 'survival-options'],
    ['a mean to 0', { tau: 0 }, 'survival-options'],
    ['a mean behind the last time', { tau: 9 }, 'survival-tau-beyond']
  ])('%s is refused', (_, options, name) => {
    expect(() => kaplanMeier(followUp([1, 2], [1, 0]), options)).toThrowError(code(name));
  });

  const patients = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 1 })), {
    minLength: 1,
    maxLength: 40
  });

  test('falls from 1, stays in [0, 1], its limits around it, and does not care for the order of rows', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const of = (list: typeof rows) =>
          kaplanMeier(
            followUp(
              list.map(([time]) => time),
              list.map(([, status]) => status)
            )
          ).curves;
        const [survival, lower, upper] = ['survival', 'lower', 'upper'].map((name) => valuesOf(of(rows), name)) as [
          number[],
          number[],
          number[]
        ];
        expect(valuesOf(of([...rows].reverse()), 'survival')).toEqual(survival);
        return survival.every(
          (value, at) =>
            value >= 0 &&
            value <= (survival[at - 1] ?? 1) &&
            (lower[at] === null || (lower[at]! <= value && value <= upper[at]!))
        );
      }),
      { seed: 6, numRuns: 60 }
    );
  });
});

describe('logRank', () => {
  const time = [1, 2, 3, 4, 5, 6];
  test.each<[string, () => unknown, string]>([
    ['one group', () => logRank(followUp(time, [1, 1, 1, 1, 1, 1]), classes([0, 0, 0, 0, 0, 0])), 'survival-one-group'],
    [
      'nobody with the event',
      () => logRank(followUp(time, [0, 0, 0, 0, 0, 0]), classes([0, 1, 0, 1, 0, 1])),
      'survival-no-event'
    ],
    [
      'groups that are never at risk together',
      () =>
        logRank(followUp(time, [1, 1, 1, 1, 1, 1]), classes([0, 1, 0, 1, 0, 1]), {
          strata: classes([0, 1, 0, 1, 0, 1])
        }),
      'survival-not-comparable'
    ],
    [
      'rho of −1',
      () => logRank(followUp(time, [1, 1, 1, 1, 1, 1]), classes([0, 1, 0, 1, 0, 1]), { rho: -1 }),
      'survival-options'
    ],
    ['only a last patient at risk', () => logRank(followUp([1, 2], [0, 1]), classes([0, 1])), 'survival-not-comparable']
  ])('%s is refused', (_, run, name) => {
    expect(run).toThrowError(code(name));
  });

  test('two pairs of groups, each compared in its own stratum, have 2 degrees of freedom', () => {
    const got = logRank(
      followUp([1, 2, 3, 4, 1, 2, 3, 5], [1, 1, 1, 0, 1, 0, 1, 1]),
      classes([0, 1, 0, 1, 2, 3, 2, 3]),
      {
        strata: classes([0, 0, 0, 0, 1, 1, 1, 1])
      }
    );
    expect(got.df).toBe(2);
  });

  test('observed and expected add up to the same; names of groups do not matter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 2 })), {
          minLength: 8,
          maxLength: 40
        }),
        (rows) => {
          const data = followUp([1, ...rows.map(([value]) => value)], [1, ...rows.map((_, row) => +(row % 3 > 0))]);
          const codes = [0, ...rows.map(([, group], row) => (row < 3 ? row : group))];
          const got = logRank(data, classes(codes));
          const turned = logRank(data, classes(codes.map((group) => 2 - group)));
          const total = got.groups.reduce((sum, { observed, expected }) => sum + observed - expected, 0);
          return Math.abs(total) < 1e-9 && Math.abs(got.statistic - turned.statistic) < 1e-8 * (1 + got.statistic);
        }
      ),
      { seed: 6, numRuns: 60 }
    );
  });
});

describe('restrictedMeanDifference', () => {
  const data = followUp([1, 2, 3, 4], [1, 0, 1, 0]);
  test.each<[string, () => unknown, string]>([
    ['three groups', () => restrictedMeanDifference(data, classes([0, 1, 2, 0])), 'survival-groups-two'],
    ['one group', () => restrictedMeanDifference(data, classes([0, 0, 0, 0])), 'survival-groups-two'],
    [
      'no event before tau',
      () => restrictedMeanDifference(data, classes([0, 1, 0, 1]), { tau: 0.5 }),
      'survival-no-event'
    ],
    [
      'a time behind the follow-up',
      () => restrictedMeanDifference(data, classes([0, 1, 0, 1]), { tau: 5 }),
      'survival-tau-beyond'
    ]
  ])('%s is refused', (_, run, name) => {
    expect(run).toThrowError(code(name));
  });
});

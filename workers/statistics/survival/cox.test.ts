import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  baselineHazard,
  coxRegression,
  coxResiduals,
  proportionalHazards,
  type Classes,
  type CoxOptions,
  type Design,
  type FollowUp
} from './index';
import { valuesOf } from './testing/values';

const followUp = (time: number[], status: number[], start?: number[]): FollowUp => ({
  time: Float64Array.from(time),
  status,
  ...(start && { start: Float64Array.from(start) })
});
const design = (columns: Record<string, number[]>): Design => ({
  names: Object.keys(columns),
  values: Float64Array.from(Object.values(columns).flat())
});
const classes = (codes: number[]): Classes => ({
  codes: Int32Array.from(codes),
  names: Array.from({ length: Math.max(...codes) + 1 }, (_, code) => String(code))
});
const code = (name: string) => expect.objectContaining({ code: name }) as Error;

const time = [5, 8, 3, 9, 12, 4, 7, 2, 11, 6, 10, 1];
const status = [1, 1, 0, 1, 0, 1, 1, 1, 1, 0, 1, 1];
const x = [0.2, -1, 0.5, 1.4, -0.3, 0.8, -0.6, 1.1, 0.1, -1.2, 0.4, 0.3];
const data = followUp(time, status);

describe('coxRegression refuses', () => {
  const ones = time.map(() => 1);
  test.each<[string, () => Promise<unknown>, string]>([
    ['an empty table', () => coxRegression(followUp([], []), design({ x: [] })), 'survival-rows-none'],
    ['one patient', () => coxRegression(followUp([1], [1]), design({ x: [1] })), 'survival-collinear'],
    ['no term', () => coxRegression(data, design({})), 'survival-terms-none'],
    ['a design of another length', () => coxRegression(data, design({ x: [1] })), 'survival-design'],
    [
      'all censored',
      () =>
        coxRegression(
          followUp(
            time,
            time.map(() => 0)
          ),
          design({ x })
        ),
      'survival-no-event'
    ],
    ['a constant', () => coxRegression(data, design({ x: ones })), 'survival-collinear'],
    ['a huge constant', () => coxRegression(data, design({ x: time.map(() => 1e9 / 3) })), 'survival-collinear'],
    [
      'what is constant within strata',
      () =>
        coxRegression(data, design({ x: time.map((_, row) => (row % 2) / 3) }), {
          strata: classes(time.map((_, row) => row % 2))
        }),
      'survival-collinear'
    ],
    [
      'fewer events than terms',
      () =>
        coxRegression(
          followUp(
            time,
            time.map((_, row) => +(row === 0))
          ),
          design({ x, y: x.map((value) => value ** 2) })
        ),
      'survival-too-few'
    ],
    ['values too large', () => coxRegression(data, design({ x: x.map((value) => value * 1e200) })), 'survival-large'],
    [
      'a weight of 0',
      () => coxRegression(data, design({ x }), { weights: Float64Array.from(ones).fill(0, 0, 1) }),
      'survival-weights'
    ],
    [
      'one cluster',
      () => coxRegression(data, design({ x }), { cluster: classes(time.map(() => 0)) }),
      'survival-clusters'
    ],
    ['a level of 1', () => coxRegression(data, design({ x }), { level: 1 }), 'level-range'],
    [
      'a start after the end',
      () => coxRegression(followUp(time, status, time), design({ x })),
      'survival-stop-before-start'
    ],
    [
      'a negative time',
      () => coxRegression(followUp([-1, ...time.slice(1)], status), design({ x })),
      'survival-time-negative'
    ]
  ])('%s', async (_, run, name) => {
    await expect(run()).rejects.toThrowError(code(name));
  });

  test.each<[string, Record<string, number[]>, string]>([
    ['a group without events', { a: x, b: time.map((_, row) => +(status[row] === 0)) }, 'b'],
    ['a covariate that orders the deaths', { a: time.map((value) => -value) }, 'a'],
    ['a rare one among many', { a: x, b: time.map((_, row) => +(row === 11)) }, 'b'],
    ['in a large unit', { a: x, b: time.map((_, row) => 1e6 * +(status[row] === 0)) }, 'b']
  ])('%s: no finite estimate', async (_, columns, term) => {
    await expect(coxRegression(data, design(columns))).rejects.toThrowError(
      expect.objectContaining({ code: 'survival-no-finite-estimate', values: { term } })
    );
  });

  test('to go on when stopped', async () => {
    const rows = 40_000;
    const many = Float64Array.from({ length: rows }, (_, row) => ((row * 7919) % 10007) + 1);
    const values = Float64Array.from({ length: rows * 8 }, (_, at) => Math.sin(at * at));
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const run = coxRegression(
      { time: many, status: many.map((_, row) => row % 2) },
      { names, values },
      { signal: AbortSignal.abort() }
    );
    await expect(run).rejects.toThrowError(code('stopped'));
  });
});

describe('coxRegression', () => {
  const slope = async (given: FollowUp, terms: Design, options?: CoxOptions) =>
    (await coxRegression(given, terms, options)).estimates.map(({ estimate }) => estimate);

  test('a rare group with a finite coefficient is no monotone likelihood', async () => {
    const rows = 3000;
    const rare = Array.from({ length: rows }, (_, row) => +(row === 1200 || row === 2100));
    const times = Array.from({ length: rows }, (_, row) => ((row * 7919) % rows) + 1);
    const got = await slope(
      followUp(
        times,
        times.map(() => 1)
      ),
      design({ rare })
    );
    expect(Math.abs(got[0]!)).toBeLessThan(5);
  });

  test('a repeated term is left out and named, and the rest is as without it', async () => {
    const got = await coxRegression(
      data,
      design({ x, twice: x.map((value) => 2 * value + 3), one: time.map(() => 7) })
    );
    expect(got.aliased).toEqual(['twice', 'one']);
    expect(got.remarks).toContainEqual({ code: 'survival-aliased', values: { terms: 'twice, one' } });
    expect(got.estimates[0]?.estimate).toBeCloseTo((await slope(data, design({ x })))[0]!, 12);
  });

  test('few events for a term are told', async () => {
    const { remarks } = await coxRegression(data, design({ x }));
    expect(remarks).toContainEqual({ code: 'survival-few-events', values: { events: 9, terms: 1, wanted: 10 } });
  });

  test('rows that miss a covariate, stratum, cluster or weight are left out and counted', async () => {
    const got = await coxRegression(data, design({ x: [NaN, ...x.slice(1)] }), {
      strata: { codes: Int32Array.from(time, (_, row) => (row === 1 ? -1 : 0)), names: ['all'] },
      weights: Float64Array.from(time, (_, row) => (row === 2 ? NaN : 1)),
      cluster: {
        codes: Int32Array.from(time, (_, row) => (row === 3 ? -1 : row % 5)),
        names: ['a', 'b', 'c', 'd', 'e']
      }
    });
    expect([got.n, got.nDropped]).toEqual([8, 4]);
    expect(got.clusters).toBe(5);
    const residuals = coxResiduals(got, 'martingale');
    expect(
      valuesOf(residuals, 'martingale')
        .slice(0, 5)
        .map((value) => value === null)
    ).toEqual([true, true, true, true, false]);
  });

  test('cutting follow-up into intervals changes nothing', async () => {
    const cut = time.map((value) => value / 2 - 0.1);
    const whole = await coxRegression(data, design({ x }));
    const parts = await coxRegression(
      followUp([...cut, ...time], [...time.map(() => 0), ...status], [...time.map(() => 0), ...cut]),
      design({ x: [...x, ...x] })
    );
    expect(parts.estimates[0]?.estimate).toBeCloseTo(whole.estimates[0]!.estimate, 10);
    expect(parts.concordance?.value).toBeCloseTo(whole.concordance!.value, 12);
  });

  test('everything tied: Efron and Breslow stand, and proportional hazards cannot be seen', async () => {
    const tied = followUp(
      time.map(() => 4),
      status
    );
    const got = await coxRegression(tied, design({ x }));
    expect(got.concordance?.value).toBeGreaterThan(0);
    expect(() => proportionalHazards(got)).toThrowError(code('survival-ph-times'));
    await expect(coxRegression(tied, design({ x }), { ties: 'breslow' })).resolves.toBeDefined();
  });

  test('terms of a category are tested for proportional hazards together', async () => {
    const fit = await coxRegression(data, design({ x, y: x.map((value) => value ** 2) }));
    const got = proportionalHazards(fit, { terms: [{ name: 'both', columns: [0, 1] }] }).tests;
    expect(valuesOf(got, 'df')).toEqual([2, 2]);
    const [both, all] = valuesOf(got, 'statistic');
    expect(both).toBe(all);
  });

  test('a baseline that no number holds is an error, at the means it stands', async () => {
    const fit = await coxRegression(data, design({ x: x.map((value) => 5000 + value) }));
    expect(valuesOf(baselineHazard(fit, 'mean'), 'survival').every((value) => value! > 0 && value! < 1)).toBe(true);
    expect(() => baselineHazard(fit, [1e6])).toThrowError(code('survival-not-finite'));
    expect(() => baselineHazard(fit, [1, 2])).toThrowError(code('survival-design'));
  });

  test('order of rows, units and relabelled groups only turn the numbers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 11 }),
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        async (turn, unit) => {
          const turned = <T>(values: T[]) => [...values.slice(turn), ...values.slice(0, turn)];
          const [plain] = await slope(data, design({ x }));
          const [rows] = await slope(followUp(turned(time), turned(status)), design({ x: turned(x) }));
          const [units] = await slope(
            followUp(
              time.map((value) => value * unit),
              status
            ),
            design({ x: x.map((value) => 50 - unit * value) })
          );
          return Math.abs(rows! - plain!) < 1e-9 && Math.abs(units! * -unit - plain!) < 1e-9;
        }
      ),
      { seed: 6, numRuns: 20 }
    );
  });

  test('martingale residuals add up to 0', async () => {
    const fit = await coxRegression(data, design({ x }));
    const sum = valuesOf(coxResiduals(fit, 'martingale'), 'martingale').reduce<number>(
      (total, value) => total + value!,
      0
    );
    expect(Math.abs(sum)).toBeLessThan(1e-12);
  });
});

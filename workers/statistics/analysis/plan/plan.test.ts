import { describe, expect, test } from 'vitest';
import oracle from '../../../../tests/oracles/statistics/r-power.json';
import { byTable } from '../../by-table';
import { analyse, columnsOf, type LinesFigure } from '../index';

const plan = (method: string, request: Readonly<Record<string, unknown>>) => analyse(method, undefined, request);
const estimate = (found: Awaited<ReturnType<typeof plan>>, name: string) =>
  found.estimates.find((one) => one.name === name)?.estimate;
const cases = (of: string) => (oracle.cases as unknown as { name: string; of: string; input: Record<string, number & string>; expected: Record<string, number> }[]).filter((one) => one.of === of); // prettier-ignore
/** Whole persons of what R gives as a fraction. */
const whole = (n: number | undefined) => Math.ceil((n ?? NaN) * (1 - 1e-9));
const digits = 7;

describe('plans, against R', () => {
  test.each(cases('means size'))('$name', async ({ input: { design, ...rest }, expected }) => {
    const paired = design === 'paired';
    const found = await plan('plan-means', { ...rest, ...(paired && { design: 'paired' }) });
    expect(estimate(found, paired ? 'pairs' : 'first-group')).toBe(whole(expected.n));
    expect(found.says[0]?.code).toBe(paired ? 'plan-pairs-size' : 'plan-means-size');
  });

  test.each(cases('means power'))('$name', async ({ input: { design, n, ...rest }, expected }) => {
    const groups = design === 'paired' ? { design: 'paired', first: n } : { first: n, second: n };
    expect(estimate(await plan('plan-means', { ...rest, ...groups }), 'power')).toBeCloseTo(expected.power!, digits);
  });

  test.each(cases('proportions size'))('$name', async ({ input: { first, second, ...rest }, expected }) => {
    const found = await plan('plan-proportions', { firstProportion: first, secondProportion: second, ...rest });
    expect(estimate(found, 'second-group')).toBe(whole(expected.n));
  });

  test.each(cases('proportions power'))('$name', async ({ input: { first, second, n, ...rest }, expected }) => {
    const asked = { firstProportion: first, secondProportion: second, first: n, second: n, ...rest };
    expect(estimate(await plan('plan-proportions', asked), 'power')).toBeCloseTo(expected.power!, digits);
  });

  test.each(cases('log-rank'))('$name', async ({ input: { controlShare, ...rest }, expected }) => {
    const found = await plan('plan-survival', { ...rest, eventShare: controlShare });
    expect(estimate(found, 'events')).toBe(whole(expected.schoenfeld));
    const persons = found.n - expected.n!;
    expect(persons).toBeGreaterThanOrEqual(-1e-6);
    expect(persons).toBeLessThan(2);
    expect(estimate(await plan('plan-survival', { ...rest, by: 'freedman' }), 'events')).toBe(whole(expected.freedman));
  });

  test.each(cases('log-rank power'))('$name', async ({ input, expected }) => {
    expect(estimate(await plan('plan-survival', input), 'power')).toBeCloseTo(expected.schoenfeld!, digits);
  });

  test.each(cases('proportion precision'))('$name', async ({ input, expected }) => {
    expect(estimate(await plan('plan-precision', input), 'persons')).toBe(Math.max(1, whole(expected.wilson)));
    expect(estimate(await plan('plan-precision', { ...input, interval: 'wald' }), 'persons')).toBe(Math.max(1, whole(expected.wald))); // prettier-ignore
  });

  test.each(cases('rate precision'))('$name', async ({ input: { rate, halfWidth, factor, level }, expected }) => {
    const time = await plan('plan-precision', { rate, halfWidth, level });
    expect(estimate(time, 'person-time')! / expected.personTime!).toBeCloseTo(1, 8);
    expect(estimate(await plan('plan-precision', { rate, factor, level }), 'events')).toBe(whole(expected.events));
  });

  test.each(cases('clusters'))('$name', async ({ input: { n, ...rest }, expected }) => {
    const found = await plan('plan-clusters', { persons: n, ...rest });
    expect([estimate(found, 'persons'), estimate(found, 'clusters')]).toEqual([whole(expected.n), whole(expected.clusters)]); // prettier-ignore
    expect(found.facts[0]?.value).toBeCloseTo(expected.designEffect!, 9);
  });
});

describe('a plan', () => {
  test('reads no table, and own code calls it with its request alone', async () => {
    const request = { difference: 5, sd: 10 };
    expect(columnsOf('plan-means', request)).toEqual([]);
    expect(await byTable('planMeans', [request])).toEqual(await plan('plan-means', request));
    expect(await plan('plan-means', request)).toMatchObject({ counted: 'none', n: 128, nDropped: 0, question: 'plan' });
  });

  test('draws power by its own number, and the plan lies on the curve', async () => {
    const of = async (method: string, request: object) =>
      (await plan(method, { ...request })).figures[0] as LinesFigure;
    const [means, pairs, events] = [
      await of('plan-means', { difference: 5, sd: 10 }),
      await of('plan-means', { difference: 5, sd: 10, design: 'paired' }),
      await of('plan-survival', { hazardRatio: 0.5 })
    ];
    expect([means.x, pairs.x, events.x]).toEqual(['persons', 'pairs', 'events']);
    for (const { series } of [means, pairs, events]) {
      const [curve, point] = series as [LinesFigure['series'][0], LinesFigure['series'][0]];
      expect([...curve.y]).toEqual([...curve.y].sort((a, b) => a - b));
      const near = curve.x.findIndex((x) => x >= point.x[0]!);
      expect(curve.y[near]).toBeGreaterThanOrEqual(point.y[0]! - 1e-12);
      expect(curve.y[near - 1]).toBeLessThanOrEqual(point.y[0]!);
    }
  });

  test('of nearly all people there are has a curve, too', async () => {
    const found = await plan('plan-means', { difference: 0.0001, sd: 1, first: 9e8, second: 9e8 });
    expect(found.more[0]?.table.rows).toBeGreaterThan(10);
  });

  test.each([
    ['plan-means', { difference: 1, sd: 1, first: 10 }, 'plan-groups'],
    ['plan-means', { difference: 1, sd: 1, first: 10, second: 10, power: 0.8 }, 'plan-both'],
    ['plan-means', { difference: 1, sd: 1, design: 'paired', first: 10, second: 10 }, 'plan-pairs'],
    ['plan-means', { difference: 1, sd: 1, first: 10, second: 10, ratio: 2 }, 'plan-ratio'],
    ['plan-means', { difference: 1, sd: 1, design: 'paired', ratio: 2 }, 'plan-ratio'],
    ['plan-means', { difference: 0, sd: 1 }, 'power-no-difference'],
    ['plan-proportions', { firstProportion: 0.2, secondProportion: 0.2 }, 'power-no-difference'],
    ['plan-survival', { hazardRatio: 0.5, events: 90, power: 0.8 }, 'plan-both'],
    ['plan-survival', { hazardRatio: 0.5, events: 90, eventShare: 0.4 }, 'plan-share'],
    ['plan-precision', { proportion: 0.1 }, 'plan-width'],
    ['plan-precision', { proportion: 0.1, factor: 2 }, 'plan-width'],
    ['plan-precision', { proportion: 0.1, rate: 2, halfWidth: 0.1 }, 'plan-what'],
    ['plan-clusters', { persons: 100, size: 20, icc: 2 }, 'power-range']
  ])('%s of %o is refused: %s', async (method, request, code) => {
    await expect(plan(method, request)).rejects.toMatchObject({ code });
  });

  test('few clusters are told', async () => {
    const { remarks } = await plan('plan-clusters', { persons: 100, size: 20, icc: 0.05 });
    expect(remarks.slice(0, 1)).toEqual([{ code: 'power-few-clusters', values: { clusters: 10 } }]);
  });
});

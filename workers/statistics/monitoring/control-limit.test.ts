import { describe, expect, test } from 'vitest';
import { controlLimit, cusum } from '../index';

describe('control limits', () => {
  const mix = Float64Array.of(0.02, 0.05, 0.1, 0.3);

  test('one case of one risk, a probability that can be counted', async () => {
    // S after one case is ln(2/1.1) with probability 0.1: above 5 %, so the limit must be beyond it.
    const risk = Float64Array.of(0.1);
    const rare = await controlLimit(risk, { oddsRatio: 2, target: { falseAlarm: 0.05, cases: 1 }, seed: 1 });
    expect(rare.limit).toBeGreaterThan(Math.log(2 / 1.1));
    expect(rare.achieved).toBe(0);
    const often = await controlLimit(risk, { oddsRatio: 2, target: { falseAlarm: 0.2, cases: 1 }, seed: 1 });
    expect(often.limit).toBeLessThan(Math.log(2 / 1.1));
    expect(often.achieved).toBeGreaterThan(0.08);
    expect(often.achieved).toBeLessThan(0.12);
  });

  test.each([2, 0.5])('odds ratio %d: a new simulation has the false alarms asked for', async (oddsRatio) => {
    const target = { falseAlarm: 0.1, cases: 300 };
    const first = await controlLimit(mix, { oddsRatio, target, seed: 1, runs: 4000 });
    expect(first.achieved).toBeLessThanOrEqual(0.1);
    expect(first.lower).toBeLessThanOrEqual(first.limit);
    expect(first.limit).toBeLessThanOrEqual(first.upper);
    const second = await controlLimit(mix, { oddsRatio, target, seed: 2, runs: 4000 });
    expect(second.limit).toBeGreaterThan(first.lower - (first.upper - first.lower));
    expect(second.limit).toBeLessThan(first.upper + (first.upper - first.lower));
  });

  test('ten cases of one risk: the false alarms of all 1,024 courses there are', async () => {
    const risk = 0.2;
    const got = await controlLimit(Float64Array.of(risk), {
      oddsRatio: 2,
      target: { falseAlarm: 0.1, cases: 10 },
      seed: 3,
      runs: 20_000
    });
    let exact = 0;
    for (let course = 0; course < 1024; course++) {
      const outcome = Uint8Array.from({ length: 10 }, (_, index) => (course >> index) & 1);
      const { firstAlarm } = cusum(
        { outcome, risk: new Float64Array(10).fill(risk) },
        { oddsRatio: 2, limit: got.limit }
      );
      const events = outcome.reduce((sum, one) => sum + one, 0);
      if (firstAlarm !== undefined) exact += risk ** events * (1 - risk) ** (10 - events);
    }
    // Four standard errors of a share of 20,000 runs.
    expect(Math.abs(got.achieved - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 20_000));
    expect(exact).toBeLessThan(0.11);
  });

  test('mean run length of a height that the first event passes is geometric', async () => {
    // Any event lifts S from 0 to ln(2/1.1); before it S is 0. So below that height the mean is 1/0.1.
    const got = await controlLimit(Float64Array.of(0.1), { oddsRatio: 2, target: { averageRunLength: 8 }, seed: 1 });
    expect(got.limit).toBeLessThan(Math.log(2 / 1.1));
    expect(got.achieved).toBeGreaterThan(9.3);
    expect(got.achieved).toBeLessThan(10.7);
  });

  test('a longer time between false alarms is a higher limit, and the same seed the same limit', async () => {
    const of = (averageRunLength: number) =>
      controlLimit(mix, { oddsRatio: 2, target: { averageRunLength }, seed: 7, runs: 500 });
    const [short, long, again] = [await of(200), await of(1000), await of(200)];
    expect(long.limit).toBeGreaterThan(short.limit);
    expect(again).toEqual(short);
    // The bits are fixed: only exactly defined arithmetic is used.
    expect(short.limit).toBe(1.8094571240199002);
    expect(short.achieved).toBeGreaterThanOrEqual(200);
    expect(short.achieved).toBeLessThan(215);
  });

  const target = { falseAlarm: 0.05, cases: 100 };
  test.each([
    [{ oddsRatio: 2, target, seed: 1, runs: 99 }, 'control-options'],
    [{ oddsRatio: 2, target, seed: 1, runs: 150 }, 'control-options'],
    [{ oddsRatio: 2, target, seed: -1 }, 'control-options'],
    [{ oddsRatio: 2, target: { falseAlarm: 1, cases: 100 }, seed: 1 }, 'control-options'],
    [{ oddsRatio: 2, target: { falseAlarm: 0.05, cases: 0 }, seed: 1 }, 'control-options'],
    [{ oddsRatio: 2, target: { averageRunLength: 1 }, seed: 1 }, 'control-options'],
    [{ oddsRatio: 2, target: { averageRunLength: 1e9 }, seed: 1 }, 'control-work'],
    [{ oddsRatio: 1, target, seed: 1 }, 'odds-ratio-range']
  ])('%o is refused', async (options, code) => {
    await expect(controlLimit(mix, options)).rejects.toMatchObject({ code });
  });

  test('impossible risks are refused, and it stops when it is told', async () => {
    const options = { oddsRatio: 2, target, seed: 1 };
    await expect(controlLimit(Float64Array.of(0.1, 1), options)).rejects.toMatchObject({ code: 'risk-outside' });
    await expect(controlLimit(new Float64Array(0), options)).rejects.toMatchObject({ code: 'cases-none' });
    await expect(controlLimit(mix, options, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'stopped'
    });
  });
});

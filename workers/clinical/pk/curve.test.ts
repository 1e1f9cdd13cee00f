import { describe, expect, test } from 'vitest';
import type { Table } from '../../shared/table';
import {
  bjorkmanFactorEight,
  curve,
  estimate,
  levelAt,
  populationIndividual,
  regimenDoses,
  type CurveOptions
} from './index';

const child = { weightKg: 25, ageYears: 8 };
const doses = regimenDoses({ doses: [{ atHour: 0, amount: 1250, durationHours: 0.1 }], cycleHours: 48, cycles: 3 });
const person = populationIndividual(bjorkmanFactorEight, child, 1);
const column = (table: Table, name: string) =>
  table.columns.find((found) => found.name === name)?.values as Float64Array;
const window: CurveOptions = { fromHour: 0, toHour: 144, stepHours: 6 };

describe('a curve with its band', () => {
  test('is the person’s own curve, in hours and IU/dL', async () => {
    const table = await curve(person, doses, { ...window, samples: 0 });
    expect(table.columns.map(({ name, unit }) => [name, unit])).toEqual([
      ['time', 'h'],
      ['level', 'IU/dL']
    ]);
    expect([...column(table, 'time')]).toEqual(Array.from({ length: 25 }, (_, row) => 6 * row));
    for (const [row, time] of column(table, 'time').entries()) {
      expect(column(table, 'level')[row]).toBeCloseTo(1 + levelAt(person.disposition, doses, time), 10);
    }
  });

  test('holds the curve, and the population’s is wider than the patient’s', async () => {
    const levels = {
      time: Float64Array.of(1, 24, 48),
      level: Float64Array.of(95, 14, 3.2),
      below: new Uint8Array(3)
    };
    const found = estimate(bjorkmanFactorEight, child, doses, levels, { endogenous: 1 });
    const wide = await curve(person, doses, window);
    const narrow = await curve(found, doses, window);
    for (const table of [wide, narrow]) {
      const [level, lower, upper] = ['level', 'lower', 'upper'].map((name) => column(table, name)) as Float64Array[];
      level!.forEach((value, row) => {
        expect(lower![row]).toBeLessThanOrEqual(value);
        expect(upper![row]).toBeGreaterThanOrEqual(value);
      });
    }
    const width = (table: Table, row: number) => column(table, 'upper')[row]! - column(table, 'lower')[row]!;
    expect(width(narrow, 4)).toBeLessThan(width(wide, 4));
  });

  test('right after a bolus is the log-normal band of 1/V1', async () => {
    const bolus = regimenDoses({ doses: [{ atHour: 0, amount: 1000 }], cycleHours: 48, cycles: 1 });
    const table = await curve(populationIndividual(bjorkmanFactorEight, child), bolus, { ...window, samples: 20_000 });
    const spread = 1.959963984540054 * Math.sqrt(Math.log(1 + 0.21 ** 2));
    const level = column(table, 'level')[0]!;
    expect(column(table, 'lower')[0]! / (level * Math.exp(-spread))).toBeCloseTo(1, 1.7);
    expect(column(table, 'upper')[0]! / (level * Math.exp(spread))).toBeCloseTo(1, 1.7);
  });

  test('is the same for the same seed, another for another', async () => {
    const first = await curve(person, doses, { ...window, samples: 100, seed: 7 });
    const again = await curve(person, doses, { ...window, samples: 100, seed: 7 });
    const other = await curve(person, doses, { ...window, samples: 100, seed: 8 });
    expect(again).toEqual(first);
    expect(column(other, 'lower')).not.toEqual(column(first, 'lower'));
  });

  test('has 501 points without a step, and ends on the last hour', async () => {
    const table = await curve(person, doses, { fromHour: 0, toHour: 0.7, samples: 0 });
    expect(table.rows).toBe(501);
    expect(column(table, 'time').at(-1)).toBe(0.7);
  });

  test('without a dose is the endogenous level', async () => {
    const none = { time: new Float64Array(0), amount: new Float64Array(0), duration: new Float64Array(0) };
    const table = await curve(person, none, { ...window, samples: 3 });
    expect(new Set([...column(table, 'level'), ...column(table, 'lower'), ...column(table, 'upper')])).toEqual(
      new Set([1])
    );
  });

  test('of a year of doses every other day ends before anybody gives up', { timeout: 15_000 }, async () => {
    const year = regimenDoses({ doses: [{ atHour: 0, amount: 1000 }], cycleHours: 48, cycles: 182 });
    await curve(person, year, { fromHour: 0, toHour: 8736, stepHours: 4 });
  });
});

describe('a curve that cannot be', () => {
  test.each<[string, Partial<CurveOptions>, string]>([
    ['ends before it begins', { toHour: -1 }, 'pk-option-impossible'],
    ['never ends', { toHour: Infinity }, 'pk-option-impossible'],
    ['has no step', { stepHours: 0 }, 'pk-option-impossible'],
    ['has half a sample', { samples: 0.5 }, 'pk-option-impossible'],
    ['has a negative seed', { seed: -1 }, 'pk-option-impossible'],
    ['has a band of everything', { level: 1 }, 'pk-option-impossible'],
    ['has too many points', { stepHours: 1e-6 }, 'pk-curve-large']
  ])('%s', async (_, options, code) => {
    await expect(curve(person, doses, { ...window, ...options })).rejects.toMatchObject({ code });
  });

  test('is stopped on the way', async () => {
    const stop = new AbortController();
    const running = curve(person, doses, window, {
      signal: stop.signal,
      progress: ({ done }) => {
        if (done === 100) stop.abort();
      }
    });
    await expect(running).rejects.toMatchObject({ code: 'pk-stopped' });
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { Table } from '../../shared/table';
import { simulate } from '../index';
import { features, signs } from './testing/features';
import { logisticScores } from './testing/logistic-regression';
import { phoenixByHour } from './testing/phoenix-hours';
import { auroc, averagePrecision } from './testing/ranking';
import { mean, median, missing, numbers } from '../shared/testing/read-columns';

// Targets and bands: the specification of PHEMS-sim, use case A. Slow: 2,000 persons × 3 seeds.

type Read = (name: string) => Float64Array;
const reader =
  (table: Table): Read =>
  (name) =>
    numbers(table, name);

describe.each([1, 2, 3])('2,000 persons with seed %i', (seed) => {
  let table: Table;
  let hours: Read;
  let episodes: Read;
  let label: Float64Array;
  beforeAll(async () => {
    const { tables } = await simulate({ useCase: 'picu-sepsis', persons: 2000, seed, tables: ['hours', 'episodes'] });
    table = tables.hours as Table;
    hours = reader(table);
    episodes = reader(tables.episodes as Table);
    label = hours('SepsisLabel');
  });
  const where = (values: Float64Array, wanted: number) => values.filter((_, row) => label[row] === wanted);

  test('stays are as long and sepsis as frequent as specified', () => {
    const stay = episodes('stay_hours');
    expect(mean(stay)).toBeWithin(90, 105);
    expect(median(stay)).toBeWithin(61, 73);
    expect(mean(label)).toBeWithin(0.017, 0.027);
    expect(mean(episodes('sepsis'))).toBeWithin(0.075, 0.115);
    expect(mean(episodes('surgical'))).toBeWithin(0.245, 0.325);
    expect(mean(episodes('central_line'))).toBeWithin(0.375, 0.455);
  });

  test.each([
    ['heart_rate', 0.12, 0.02],
    ['resp_rate', 0.15, 0.02],
    ['map', 0.25, 0.02],
    ['temperature', 0.67, 0.02],
    ['spo2', 0.12, 0.02],
    ['lactate', 0.905, 0.01],
    ['crp', 0.957, 0.01],
    ['platelets', 0.944, 0.01],
    ['gcs', 0.72, 0.02]
  ])('%s is missing in %d of the hours', (name, share, band) => {
    expect(missing(hours(name))).toBeWithin(share - band, share + band);
  });

  test.each([
    ['heart_rate', 111, 4],
    ['resp_rate', 27, 1.5],
    ['map', 58, 2],
    ['temperature', 36.95, 0.1],
    ['spo2', 97.3, 0.35]
  ])('%s has the median %d', (name, middle, band) => {
    expect(median(hours(name))).toBeWithin(middle - band, middle + band);
  });

  test('lactate is higher in label hours', () => {
    expect(median(where(hours('lactate'), 0))).toBeWithin(1.13, 1.3);
    expect(median(where(hours('lactate'), 1))).toBeWithin(1.56, 1.9);
  });

  test('the charted antibiotic gives the label away', () => {
    const charted = hours('iv_antibiotic_charted');
    const both = charted.filter((value, row) => value === 1 && label[row] === 1).length;
    expect(both / charted.filter((value) => value === 1).length).toBeWithin(0.87, 0.95);
    expect(both / label.filter((value) => value === 1).length).toBeWithin(0.94, 0.98);
  });

  test('vasoactive agents run more often in label hours', () => {
    const running = hours('vasoactives').map((agents) => Number(agents > 0));
    expect(mean(where(running, 0))).toBeWithin(0.05, 0.15);
    expect(mean(where(running, 1))).toBeWithin(0.2, 0.5);
  });

  test('death is rare, and less rare with sepsis', () => {
    const septic = episodes('sepsis');
    const died = (wanted: number) => mean(episodes('died').filter((_, row) => septic[row] === wanted));
    expect(died(0)).toBeWithin(0.008, 0.03);
    expect(died(1)).toBeWithin(0.03, 0.14);
  });

  test('Phoenix by hour ranks the label, but poorly', async () => {
    const total = await phoenixByHour(table);
    expect(auroc(total, label)).toBeWithin(0.62, 0.78);
    const high = total.map((points) => Number(points >= 2));
    expect(mean(where(high, 0))).toBeWithin(0.03, 0.12);
    expect(mean(where(high, 1))).toBeWithin(0.22, 0.48);
  });
});

describe('vital signs by age, without sepsis', () => {
  const BANDS = [0, 3, 12, 24, 60, 144, 216];
  test('medians follow the norms of the specification', { timeout: 180_000 }, async () => {
    const { tables } = await simulate({ useCase: 'picu-sepsis', persons: 3000, seed: 4 });
    const hours = reader(tables.hours as Table);
    const age = hours('age_months');
    const episode = hours('episode');
    const label = hours('SepsisLabel');
    const septic = new Set(episode.filter((_, row) => label[row] === 1));
    const medians = (name: string) => {
      const values = hours(name);
      return BANDS.slice(0, -1).map((from, band) =>
        median(
          values.filter(
            (_, row) =>
              (age[row] ?? 0) >= from && (age[row] ?? 0) < (BANDS[band + 1] ?? 0) && !septic.has(episode[row] ?? 0)
          )
        )
      );
    };
    const expected = {
      heart_rate: { by: [152, 144, 132, 113, 90, 80], band: 0.04 },
      resp_rate: { by: [44, 39, 33, 27.5, 21.7, 18.2], band: 0.05 },
      map: { by: [43, 49.5, 55.7, 58, 65, 75], band: 0.05 }
    };
    for (const [name, { by, band }] of Object.entries(expected)) {
      medians(name).forEach((value, index) => {
        const target = by[index] ?? NaN;
        expect(value, `${name} from ${BANDS[index]} months`).toBeWithin(target * (1 - band), target * (1 + band));
      });
    }
  });
});

describe('hospitals, 20,000 persons', () => {
  test('differ in sepsis and age as specified', { timeout: 180_000 }, async () => {
    const { tables } = await simulate({ useCase: 'picu-sepsis', persons: 20_000, seed: 5, tables: ['episodes'] });
    const episodes = reader(tables.episodes as Table);
    const hospital = episodes('hospital');
    const of = (name: string, number: number) => episodes(name).filter((_, row) => hospital[row] === number);
    const [h1 = 0, h2 = 0, h3 = 0, h4 = 0] = [1, 2, 3, 4].map((number) => mean(of('sepsis', number)));
    expect(h3).toBeLessThan(h1);
    expect(h1).toBeLessThan(h2);
    expect(h2).toBeLessThan(h4);
    [53, 22.5, 86.5, 23].forEach((age, index) => {
      expect(median(of('age_months', index + 1)), `age in hospital ${index + 1}`).toBeWithin(age * 0.75, age * 1.25);
    });
    [0.4, 0.3, 0.2, 0.1].forEach((share, index) => {
      expect(of('age_months', index + 1).length / hospital.length).toBeWithin(share - 0.02, share + 0.02);
    });
  });
});

describe('what can be learned, 2,700 persons', () => {
  test('early warning is possible, by no single sign, and the leak spoils it', { timeout: 180_000 }, async () => {
    const { tables } = await simulate({ useCase: 'picu-sepsis', persons: 2700, seed: 6 });
    const table = tables.hours as Table;
    const hours = reader(table);
    const label = hours('SepsisLabel');
    const person = hours('person_id');
    const isTraining = (row: number) => (person[row] ?? 0) % 10 < 7;
    const held = <T extends Float64Array>(values: T) => values.filter((_, row) => !isTraining(row));
    const columns = features(table);
    const honest = held(logisticScores(columns, label, isTraining, 10));
    expect(averagePrecision(honest, held(label))).toBeWithin(0.22, 0.5);
    expect(auroc(honest, held(label))).toBeWithin(0.79, 0.9);
    const leaky = logisticScores([...columns, hours('iv_antibiotic_charted')], label, isTraining, 10);
    expect(averagePrecision(held(leaky), held(label))).toBeGreaterThan(0.9);
    const carried = signs(table);
    for (const name of ['lactate', 'heartRate', 'temperature']) {
      const values = carried[name] ?? new Float64Array();
      const middle = median(values);
      const seen = values.map((value) => (Number.isNaN(value) ? middle : value));
      expect(auroc(seen, label), name).toBeWithin(0.58, 0.8);
    }
  });
});

expect.extend({
  toBeWithin(value: number, low: number, high: number) {
    return {
      pass: value >= low && value <= high,
      message: () => `${value} lies outside ${low} to ${high}`
    };
  }
});

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  interface Assertion<T = any> {
    toBeWithin(low: number, high: number): T;
  }
}

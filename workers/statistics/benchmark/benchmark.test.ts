import { describe, expect, test } from 'vitest';
import type { Column, Table } from '../../shared/table';
import { float64Column, textColumn } from '../columns';
import { benchmark, type BenchmarkRequest } from '.';

const numbers = (name: string, ...values: number[]): Column => float64Column(name, Float64Array.from(values));
const dates = (name: string, ...values: number[]): Column => ({
  ...(float64Column(name, Float64Array.from(values)) as unknown as { validity?: Uint8Array }),
  name,
  type: 'date',
  values: Int32Array.from(values, (value) => (Number.isNaN(value) ? 0 : value))
});
const named = ({ columns }: Table, name: string) => columns.find((column) => column.name === name) as Column;
const read = (table: Table, name: string) => {
  const column = named(table, name);
  return [...column.values].map((value) => (column.type === 'text' ? column.dictionary[Number(value)] : Number(value)));
};

/** Forty cases in each of two hospitals: B has eight events, A one. */
const rows = 80;
const each = <T>(of: (row: number) => T) => Array.from({ length: rows }, (_, row) => of(row));
const hospital = textColumn(
  'unit',
  each((row) => (row < 40 ? 'B' : 'A'))
);
const event = numbers('event', ...each((row) => Number(row === 70 || (row < 40 && row % 5 === 0))));
const risk = numbers('p', ...each(() => 0.05));
const time = dates('day', ...each((row) => 20_000 + ((row * 37) % rows)));
const plain: BenchmarkRequest = { hospital, outcome: { event }, risk, time };

describe('benchmark', () => {
  test('gives each hospital in the order of the names, with its place in both funnels', async () => {
    const found = await benchmark(plain);
    expect(found).toMatchObject({ cases: 80, used: 80, excluded: [], observed: 9, rate: { estimate: 9 / 80 } });
    expect(found.all?.expected).toBeCloseTo(4, 12);
    expect(read(found.table, 'hospital')).toEqual(['A', 'B']);
    expect(read(found.table, 'observed')).toEqual([1, 8]);
    // P(X ≥ 8) at a mean of 2 is 0.0011, just not below 0.001; the funnel around O = E is wider still.
    expect(read(found.table, 'position')).toEqual(['inside', 'above 95 %']);
    const [, ratio] = read(found.table, 'ratio');
    expect(ratio).toBeCloseTo(4, 12);
    expect(found.adjusted?.target).toBe(1);
    expect(found.crude?.target).toBeCloseTo(9 / 80, 12);
  });

  test('counts every case that is left out, with its reason', async () => {
    const gaps = numbers('p', ...each((row) => (row < 3 ? NaN : 0.05)));
    const unit = { ...hospital, validity: new Uint8Array(10).fill(255) } as Column;
    (unit.validity as Uint8Array)[9] = 127;
    const unknown = numbers('event', ...each((row) => (row === 40 ? NaN : 0)));
    const found = await benchmark({ hospital: unit, outcome: { event: unknown }, risk: gaps });
    expect(found.excluded).toEqual([
      ['no outcome', 1],
      ['no hospital', 1],
      ['no expected risk', 3]
    ]);
    expect(found.used).toBe(75);
    // No event at all: nothing for a funnel of proportions to stand around; its ratios have one.
    expect(found.crude).toBeUndefined();
    expect(read(found.table, 'ratio')).toEqual([0, 0]);
  });

  test.each([
    ['days', (day: number) => numbers('d', ...each((row) => (row === 0 ? day : NaN)))],
    ['dates', (day: number) => dates('d', ...each((row) => (row === 0 ? 20_000 + day : NaN)))]
  ])('counts a death on day 30 and not on day 31, in %s', async (_, death) => {
    const followUp = numbers('f', ...each((row) => (row === 1 ? 29 : 30)));
    const of = (day: number) => {
      const outcome = { death: death(day), followUp, operation: dates('operated', ...each(() => 20_000)) };
      return benchmark({ hospital, outcome });
    };
    const on = await of(30);
    expect(on).toMatchObject({ observed: 1, used: 79, excluded: [['follow-up too short', 1]] });
    expect((await of(31)).observed).toBe(0);
    expect(on.all).toBeUndefined();
  });

  test('takes the first operation of an episode', async () => {
    const episode = numbers('e', ...each((row) => (row === 1 ? 0 : row)));
    const operation = dates('o', ...each((row) => (row === 0 ? 20_020 : 20_000)));
    const death = dates('d', ...each((row) => (row <= 1 ? 20_045 : NaN)));
    const followUp = numbers('f', ...each(() => 400));
    const found = await benchmark({ hospital, outcome: { death, followUp, operation, episode } });
    expect(found).toMatchObject({ cases: 79, used: 79, observed: 0 });
  });

  test('follows each hospital in the order of time, with limits of its own case mix and the same seed', async () => {
    const course = { limits: { falseAlarm: 0.05, seed: 3, runs: 500 } };
    const [one, two] = await Promise.all([benchmark({ ...plain, course }), benchmark({ ...plain, course })]);
    expect(one.course).toEqual(two.course);
    const { units, table, undated, few } = one.course as NonNullable<typeof one.course>;
    expect({ undated, few }).toEqual({ undated: 0, few: 0 });
    expect(units.map((unit) => unit.cases)).toEqual([40, 40]);
    expect(units[1]?.vlad).toBeCloseTo(2 - 8, 10);
    expect(units[1]?.limits?.worse.seed).toBe(3);
    expect(units[1]?.firstAlarm.worse).toBeGreaterThan(1);
    expect(units[0]?.firstAlarm.worse).toBeUndefined();
    const days = read(table, 'time').slice(0, 40) as number[];
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(read(table, 'case').slice(38, 42)).toEqual([39, 40, 1, 2]);
  });

  test('does not follow a hospital of a few cases, and counts cases without a time', async () => {
    const few = textColumn(
      'unit',
      each((row) => (row < 4 ? 'C' : 'A'))
    );
    const gaps = dates('day', ...each((row) => (row === 9 ? NaN : 20_000)));
    const { course } = await benchmark({ ...plain, hospital: few, time: gaps, course: {} });
    expect(course).toMatchObject({ undated: 1, few: 1, beyond: 0 });
    expect(course?.units[0]).toMatchObject({ hospital: 0, cases: 75 });
    expect(course?.units[0]?.limits).toBeUndefined();
  });

  test('takes risks from a table of coefficients, of cases with an outcome only', async () => {
    const coefficients: Table = {
      rows: 3,
      columns: [
        textColumn('term', ['intercept', 'kind', 'kind']),
        textColumn('level', ['', 'x', 'y']),
        numbers('coefficient', Math.log(0.05 / 0.95), 0, 1)
      ]
    };
    const kind = textColumn(
      'kind',
      each((row) => (row === 0 ? 'never seen' : 'x'))
    );
    const unknown = numbers('event', ...each((row) => (row === 0 ? NaN : Number(row === 70))));
    const of = { rows, columns: [kind] };
    const found = await benchmark({ hospital, outcome: { event: unknown }, risk: { coefficients, of } });
    expect(found.all?.expected).toBeCloseTo(79 * 0.05, 10);
  });

  test('fits risks to all hospitals together, all moved alike', async () => {
    const mixed = numbers('p', ...each((row) => (row % 2 ? 0.02 : 0.2)));
    const { all, shift } = await benchmark({ ...plain, risk: mixed, recalibrate: true });
    expect(all?.ratio).toBeCloseTo(1, 12);
    // logit p = logit p₀ + shift solves 40 p₁ + 40 p₂ = 9.
    const moved = (p: number) => 1 / (1 + ((1 - p) / p) * Math.exp(-(shift as number)));
    expect(40 * moved(0.02) + 40 * moved(0.2)).toBeCloseTo(9, 10);
    const none = numbers('event', ...each(() => 0));
    await expect(benchmark({ ...plain, outcome: { event: none }, recalibrate: true })).rejects.toMatchObject({
      code: 'benchmark-recalibrate'
    });
  });

  test('tells complications by hospital, missing ones apart', async () => {
    const aki = numbers('aki', ...each((row) => (row < 2 ? NaN : Number(row === 2))));
    const { complications } = await benchmark({ hospital, outcome: { event }, complications: [aki] });
    expect(read(complications as Table, 'events')).toEqual([0, 1]);
    expect(read(complications as Table, 'missing')).toEqual([0, 2]);
  });

  test('tells complications of cases that have no outcome or no risk, too', async () => {
    const aki = numbers('aki', ...each((row) => Number(row < 2)));
    const unit = textColumn(
      'unit',
      each((row) => (row === 79 ? 'C' : row < 40 ? 'B' : 'A'))
    );
    const outcome = {
      death: numbers('d', ...each(() => NaN)),
      followUp: numbers('f', ...each((row) => (row === 0 || row === 79 ? 3 : 30)))
    };
    const gaps = numbers('p', ...each((row) => (row === 1 ? NaN : 0.05)));
    const found = await benchmark({ hospital: unit, outcome, risk: gaps, complications: [aki] });
    expect(found.used).toBe(77);
    expect(read(found.table, 'hospital')).toEqual(['A', 'B']);
    const complications = found.complications as Table;
    expect(read(complications, 'hospital')).toEqual(['A', 'B', 'C']);
    expect(read(complications, 'cases')).toEqual([39, 40, 1]);
    expect(read(complications, 'events')).toEqual([0, 2, 0]);
    // Two operations of one episode are one case, of the first.
    const episode = numbers('e', ...each((row) => (row === 1 ? 0 : row)));
    const operation = dates('o', ...each((row) => (row === 0 ? 20_020 : 20_000)));
    const grouped = await benchmark({ hospital, outcome: { ...outcome, operation, episode }, complications: [aki] });
    expect(read(grouped.complications as Table, 'cases')).toEqual([40, 39]);
    expect(read(grouped.complications as Table, 'events')).toEqual([0, 1]);
  });

  test.each([
    ['benchmark-nothing-left', { ...plain, risk: numbers('p', ...each(() => NaN)) }],
    ['risk-outside', { ...plain, risk: numbers('p', ...each(() => 0)) }],
    ['column-not-binary', { ...plain, outcome: { event: risk } }],
    ['columns-unlike', { ...plain, time: dates('day', 1) }],
    [
      'benchmark-operation-missing',
      { hospital, outcome: { death: dates('d', ...each(() => 1)), followUp: numbers('f', ...each(() => 1)) } }
    ],
    [
      'benchmark-days-impossible',
      { hospital, outcome: { death: numbers('d', ...each(() => 1e9)), followUp: numbers('f', ...each(() => 1)) } }
    ]
  ])('refuses: %s', async (code, request) => {
    await expect(benchmark(request)).rejects.toMatchObject({ code });
  });

  test('an empty table has nothing to compare', async () => {
    const none = { hospital: textColumn('unit', []), outcome: { event: numbers('event') } };
    await expect(benchmark(none)).rejects.toMatchObject({ code: 'benchmark-nothing-left' });
  });
});

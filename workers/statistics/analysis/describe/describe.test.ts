import { describe, expect, test } from 'vitest';
import type { Table } from '../../../shared/table';
import { cellsOf, column, type Cell } from '../../testing/cells';
import { analyse } from '../analyse';
import { hiddenCounts } from '../shown-table';
import { shown } from '../tidy';

const tableOf = (columns: Record<string, Cell[]>): Table => ({
  rows: Object.values(columns)[0]?.length ?? 0,
  columns: Object.entries(columns).map(([name, cells]) =>
    column(name, cells.some((one) => typeof one === 'string') ? 'text' : 'float64', cells)
  )
});
const near = (got: readonly (Cell | null)[], wanted: readonly number[]) =>
  wanted.forEach((value, at) => expect(got[at]).toBeCloseTo(value, 9));

// Expected values: R 4.2.2.
const x = [2.1, 3.4, 1.9, 8.8, 4.4, 4.4, 0, -1.5, 3.3, 5.1, 6.2, 7.1];
const persons = tableOf({
  x,
  g: x.map((_, row) => row % 2),
  y: [1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1],
  how: ['p', 'q', 'r', 'p', 'q', 'r', 'p', 'q', 'r', 'p', 'q', undefined]
});

describe('table one', () => {
  test('differences, tests and standardised differences by group', async () => {
    const found = await analyse('table-one', persons, { variables: ['x', 'y', 'how'], group: 'g' });
    const { table } = found.more.find(({ name }) => name === 'comparisons')!;
    near(cellsOf(table, 'p').slice(0, 2), [0.381363152326, 0.5670995671]);
    near(cellsOf(table, 'smd').slice(0, 2), [0.533846239674, -0.707106781187]);
    const { estimate, lower, upper } = shown(found.estimates[0]!);
    near([estimate, lower, upper], [1.566666666667, -2.319054526388, 5.452387859721]);
    expect(found.estimates.map(({ measure }) => measure)).toEqual(['mean-difference', 'risk-difference']);
    expect(found.tests.map(({ code, of }) => [code, of])).toEqual([['welch-t', 'x'], ['fisher', 'y'], ['fisher', 'how']]); // prettier-ignore
    expect(found.shown?.rows.map(({ cells: [first], look }) => [first, look])).toEqual([
      [{ as: 'word', code: 'mean-of', values: { variable: 'x' } }, undefined],
      [{ as: 'word', code: 'share-of', values: { variable: 'y' } }, undefined],
      [{ as: 'word', code: 'share-of', values: { variable: 'how' } }, undefined],
      ...['p', 'q', 'r'].map((text) => [{ as: 'said', text }, 'part'])
    ]);
    // Of yes and no the yes is shown: two of six, four of six and six of twelve.
    expect(found.shown?.rows[1]?.cells.slice(1, 4)).toMatchObject([
      { value: 4 },
      { value: 2, few: true },
      { value: 6 }
    ]);
  });

  test('without a group, without tests, and shown as asked', async () => {
    const all = await analyse('table-one', persons, { variables: ['x'] });
    expect(all).toMatchObject({ tests: [], estimates: [], says: [{ code: 'table-one', values: { variables: 1 } }] });
    expect(all.shown?.head).toHaveLength(3);
    const asked = await analyse('table-one', persons, {
      variables: ['x'],
      group: 'g',
      tests: false,
      show: { x: 'median' }
    });
    expect(asked.tests).toEqual([]);
    expect(asked.estimates[0]?.measure).toBe('location-shift');
    expect(asked.shown?.head.at(-1)).toEqual({ as: 'word', code: 'smd' });
    await expect(analyse('table-one', persons, { variables: ['x'], show: { x: 'mode' } })).rejects.toMatchObject({
      code: 'choice-unknown'
    });
  });

  test('tells sizes of differences without their sign, between which groups, and the yes alone', async () => {
    const rows = tableOf({
      x,
      g: x.map((_, row) => 'uvw'[row % 3]!),
      said: x.map((_, row) => (row % 4 < 2 ? 'No' : 'Yes'))
    });
    const found = await analyse('table-one', rows, { variables: ['x', 'said'], group: 'g' });
    expect(found.says.find(({ code }) => code === 'smd-differs')?.values.pair).toMatch(/^[vw] − [uv]$/);
    expect(found.shown?.rows).toHaveLength(2);
    for (const { cells } of found.shown!.rows) {
      const smd = cells[6];
      expect(smd?.as === 'number' && smd.value !== null && smd.value >= 0).toBe(true);
    }
  });

  test.each([
    ['ei', 'kyllä', 7],
    ['nej', 'ja', 5],
    ['nein', 'ja', 7],
    ['FALSE', 'TRUE', 5]
  ])('shows of %s and %s the yes alone, whichever comes first by its letters', async (no, yes, count) => {
    const rows = tableOf({ x, said: x.map((_, row) => (row < count ? no : yes)) });
    const { shown: table } = await analyse('table-one', rows, { variables: ['said'] });
    expect(table?.rows).toHaveLength(1);
    expect(table?.rows[0]?.cells[1]).toMatchObject({ value: x.length - count, of: x.length });
  });

  test('shows two levels of which only one is such a word both', async () => {
    const rows = tableOf({ x, said: x.map((_, row) => (row < 6 ? 'no' : 'perhaps')) });
    expect((await analyse('table-one', rows, { variables: ['said'] })).shown?.rows).toHaveLength(3);
  });

  test('hides so many counts that none can be computed', () => {
    // Of 3 and 47, both; the others add up without them.
    expect(hiddenCounts([[3, 20], [47, 30]], { all: false })).toEqual([[true, false], [true, false]]); // prettier-ignore
    const all = hiddenCounts([[3, 20, 9], [47, 30, 41]], { all: true }); // prettier-ignore
    for (const row of all) expect(row.filter(Boolean).length).not.toBe(1);
    for (const group of [0, 1, 2, 3]) expect(all.filter((row) => row[group]).length).not.toBe(1);
    expect(hiddenCounts([[5, 20], [47, 30]], { all: true }).flat()).not.toContain(true); // prettier-ignore
  });
});

test('summaries of columns', async () => {
  const found = await analyse('describe', persons, { variables: ['x'] });
  near([cellsOf(found.table, 'mean')[0]!, cellsOf(found.table, 'median')[0]!], [45.2 / 12, 3.9]);
  expect(found.says[0]).toMatchObject({ code: 'describe-one', values: { variable: 'x' } });
  expect(found.estimates[0]).toMatchObject({ name: 'x', measure: 'mean' });
  await expect(analyse('describe', persons, { variables: ['x', 'how'] })).rejects.toMatchObject({
    code: 'describe-words',
    values: { column: 'how' }
  });
  const many = await analyse('describe', persons, { variables: ['x', 'y'] });
  expect(many.says[0]).toMatchObject({ code: 'describe-columns', values: { columns: 2, rows: 12 } });
});

describe('incidence rates', () => {
  const table = tableOf({ n: [10, 5, 9, 1], days: [100, 20, 200, undefined], g: ['new', 'new', 'old', 'old'] });

  test('rates, and their ratio with exact limits', async () => {
    const found = await analyse('incidence-rates', table, { events: 'n', time: 'days', group: 'g', reference: 'old', per: 100 }); // prettier-ignore
    const ratio = shown(found.estimates[0]!);
    expect(found.estimates[0]).toMatchObject({ name: 'new / old', measure: 'rate-ratio', scale: 'log' });
    near([ratio.estimate, ratio.lower, ratio.upper], [2.7777777777777777, 1.1388690062821276, 7.198915047816721]);
    near([found.tests[0]!.p], [0.0182949763990127]);
    expect(found.says[0]).toMatchObject({ code: 'rate-ratio-differs', values: { group: 'new', reference: 'old' } });
    expect(cellsOf(found.table, 'group')).toEqual(['old', 'new']);
    near([cellsOf(found.table, 'rate')[1]!, cellsOf(found.table, 'lower')[1]!, cellsOf(found.table, 'upper')[1]!], [12.5, 6.99615511065276, 20.61684905957154]); // prettier-ignore
    expect(found).toMatchObject({ n: 3, nDropped: 1 });
  });

  test('words are an event or none, once it is said which', async () => {
    const stays = tableOf({ sick: ['ill', 'well', 'ill', undefined], days: [10, 20, 30, 40] });
    const request = { events: 'sick', time: 'days' };
    await expect(analyse('incidence-rates', stays, request)).rejects.toMatchObject({ code: 'event-words' });
    const found = await analyse('incidence-rates', stays, { ...request, eventsIs: 'ill' });
    near([shown(found.estimates[0]!).estimate], [2 / 60]);
    // Of few: not before an audience. Without a unit, the name of the column says what time is counted in.
    expect(found.says[0]).toMatchObject({ few: true, values: { events: 2, unit: 'days' } });
    expect(found).toMatchObject({ n: 3, nDropped: 1, estimates: [{ few: true }] });
  });

  test('of more than two groups: one test of all, and the ratios that are clear', async () => {
    const three = tableOf({ n: [40, 12, 14], days: [100, 90, 80], g: ['a', 'b', 'c'] });
    const found = await analyse('incidence-rates', three, { events: 'n', time: 'days', group: 'g' });
    // R 4.2.2: chisq.test(c(40, 12, 14), p = c(100, 90, 80) / 270)
    expect(found.tests).toMatchObject([{ code: 'rates-alike', df: [2] }]);
    near([found.tests[0]!.statistic!.value, found.tests[0]!.p], [16.0227272727273, 3.31672130293203e-4]);
    expect(found.says[0]).toMatchObject({ code: 'rates-groups-differ', values: { groups: 3, column: 'g' } });
    expect(found.says[1]).toMatchObject({ code: 'rate-ratio-differs', values: { group: 'b', reference: 'a' } });
  });

  test('of all together', async () => {
    const found = await analyse('incidence-rates', table, { events: 'n', time: 'days' });
    near([shown(found.estimates[0]!).estimate], [24 / 320]);
    expect(found.says[0]?.code).toBe('rate-all');
    expect(found.table.columns.map(({ name }) => name)).toEqual(['events', 'time', 'rate', 'lower', 'upper']);
  });
});

describe('standardised rates', () => {
  const rows = tableOf({ d: [5, 12, 30], n: [1000, 900, 500], age: ['young', 'middle', 'old'] });
  const standard = tableOf({ age: ['middle', 'old', 'young'], people: [400, 200, 400], deaths: [4, 8, 1] });
  const request = { events: 'd', time: 'n', strata: 'age', standard, standardTime: 'people', per: 1000 };

  test('directly, with the limits of Fay and Feuer', async () => {
    const found = await analyse('standardise', rows, request);
    const { estimate, lower, upper } = shown(found.estimates[0]!);
    near([estimate, lower, upper], [19.3333333333333, 14.2001717113358, 25.7596129217388]);
    near([cellsOf(found.table, 'adjusted')[0]!], [19.3333333333333]);
    expect(found.says.map(({ code }) => code)).toEqual(['standardised-rate', 'standard-given']);
  });

  test('groups of few events are not told to an audience', async () => {
    const two = tableOf({ d: [5, 12, 30, 1, 0, 2], n: [1000, 900, 500, 50, 40, 30], age: ['young', 'middle', 'old', 'young', 'middle', 'old'], g: ['A', 'A', 'A', 'B', 'B', 'B'] }); // prettier-ignore
    for (const how of ['direct', 'indirect']) {
      const found = await analyse('standardise', two, { events: 'd', time: 'n', strata: 'age', group: 'g', how });
      expect(found.estimates.map(({ name, few }) => [name, few])).toEqual([['A', undefined], ['B', true]]); // prettier-ignore
      expect(found.says.slice(0, 2).map(({ few }) => few)).toEqual([undefined, true]);
    }
  });

  test('indirectly: events over those expected', async () => {
    const found = await analyse('standardise', rows, { ...request, how: 'indirect', standardEvents: 'deaths' });
    near([shown(found.estimates[0]!).estimate], [47 / (1000 / 400 + 900 * 0.01 + 500 * 0.04)]);
    expect(found.estimates[0]?.measure).toBe('standardised-ratio');
    await expect(analyse('standardise', rows, { ...request, how: 'indirect' })).rejects.toMatchObject({ code: 'standard-unnamed' }); // prettier-ignore
  });

  test('by all groups together, where there is no other standard', async () => {
    const groups = tableOf({
      d: [5, 12, 3, 9],
      n: [100, 50, 40, 90],
      age: ['y', 'o', 'y', 'o'],
      g: ['a', 'a', 'b', 'b']
    });
    const found = await analyse('standardise', groups, { events: 'd', time: 'n', strata: 'age', group: 'g' });
    near(cellsOf(found.table, 'adjusted'), [(140 * 0.05 + 140 * 0.24) / 280, (140 * 0.075 + 140 * 0.1) / 280]);
    expect(found.says.at(-1)?.code).toBe('standard-own');
  });
});

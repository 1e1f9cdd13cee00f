import { describe, expect, test } from 'vitest';
import { cellsOf, column, type Cell } from '../testing/cells';
import { describeColumns, levelsDifference, meanDifference, summaryOf, tableOne, wideTableOne } from './index';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const group = column('arm', 'text', ['a', 'b', 'a', 'b', 'a', 'b', undefined, 'a', 'b', 'b']);
const age = column('age', 'float64', [4, 6, 5, 9, undefined, 8, 3, 7, 5, 10]);
const sex = column('sex', 'text', ['f', 'm', 'f', 'm', 'm', undefined, 'f', 'f', 'm', 'f']);
const died = column('died', 'float64', [0, 1, 0, 0, 0, 1, 0, 0, 1, 1]);

describe('Table 1', () => {
  test('shows means and levels by group and all together, and counts what is missing', async () => {
    const got = await tableOne([age, sex], { group });
    expect([got.n, got.nDropped, got.sizes]).toEqual([9, 1, [4, 5]]);
    const rows = (name: string) => cellsOf(got.cells, name);
    expect(rows('variable')).toEqual(['age', 'age', 'age', ...Array<string>(6).fill('sex')]);
    expect(rows('level').slice(3)).toEqual(['f', 'f', 'f', 'm', 'm', 'm']);
    expect(rows('group').slice(0, 3)).toEqual(['a', 'b', undefined]);
    expect(rows('n').slice(0, 4)).toEqual([3, 5, 8, 4]);
    expect(rows('missing').slice(0, 5)).toEqual([1, 0, 1, 0, 1]);
    expect(rows('share').slice(3, 6)).toEqual([0.75, 0.25, 0.5]);
    expect(rows('mean')[0]).toBeCloseTo(16 / 3, 12);
  });

  test('names the tests and gives the differences as second − first', async () => {
    const got = await tableOne([age, sex, died], { group });
    expect(cellsOf(got.comparisons, 'test')).toEqual([
      'Welch two-sample t test',
      "Fisher's exact test",
      "Fisher's exact test"
    ]);
    expect(got.estimates.map(({ name, nDropped }) => [name, nDropped])).toEqual([['age', 1], ['sex', 1], ['died', 0]]); // prettier-ignore
    expect(got.estimates[0]!.estimate).toBeCloseTo(7.6 - 16 / 3, 12);
    expect(got.estimates[2]!.estimate).toBeCloseTo(0.8, 12);
    expect(cellsOf(got.differences, 'smd')[0] as number).toBeGreaterThan(0);
    expect(got.method).toBe('Table 1; p-values adjusted by Holm');
  });

  test('chooses the median for skewed values and says so; the choice can be overruled', async () => {
    const stay = column('stay', 'float64', [1, 1, 2, 1, 2, 2, 1, 3, 60, 1, 1, 2, 1, 1, 1, 90, 2, 1]);
    const arm = column(
      'arm',
      'text',
      Array.from({ length: 18 }, (_, at) => (at < 9 ? 'a' : 'b'))
    );
    const chosen = await tableOne([stay], { group: arm });
    expect(chosen.remarks.map(({ code: one }) => one)).toContain('table-one-median');
    expect(cellsOf(chosen.comparisons, 'test')[0]).toContain('rank-sum');
    const overruled = await tableOne([stay], { group: arm, show: { stay: 'mean' } });
    expect(cellsOf(overruled.comparisons, 'test')[0]).toContain('Welch');
    expect(overruled.remarks).toEqual([]);
  });

  test('a variable that cannot be compared stays in the table, with the reason', async () => {
    const constant = column('unit', 'float64', Array<number>(10).fill(5));
    const got = await tableOne([constant], { group });
    expect(got.remarks).toEqual([expect.objectContaining({ code: 'table-one-not-tested' })]);
    expect(cellsOf(got.comparisons, 'p')).toEqual([undefined]);
    expect(cellsOf(got.differences, 'smd')).toEqual([0]);
  });

  test('without groups, or with one, nothing is compared', async () => {
    const all = await tableOne([age]);
    expect([all.comparisons.rows, all.differences.rows, cellsOf(all.cells, 'n')[0]]).toEqual([0, 0, 9]);
    const one = await tableOne([age], { group: column('arm', 'text', Array<string>(10).fill('a')) });
    expect(one.remarks[0]?.code).toBe('table-one-single-group');
  });

  test('groups of identifiers beyond 2^53 keep their digits', async () => {
    const ids = column(
      'id',
      'int64',
      Array.from({ length: 10 }, (_, at) => 2n ** 60n + BigInt(at % 2))
    );
    const got = await tableOne([age], { group: ids });
    expect(cellsOf(got.cells, 'group').slice(0, 2)).toEqual(['1152921504606846976', '1152921504606846977']);
  });

  const many = (length: number) =>
    column(
      'id',
      'text',
      Array.from({ length }, (_, at) => `p${at}`)
    );
  test.each<[string, () => Promise<unknown>, string]>([
    ['no column', () => tableOne([]), 'table-one-empty'],
    ['an empty table', () => tableOne([column('x', 'float64', [])]), 'table-one-empty'],
    ['no row with a group', () => tableOne([age], { group: column('g', 'text', Array<Cell>(10).fill(undefined)) }), 'table-one-empty'], // prettier-ignore
    ['groups by identifier', () => tableOne([column('x', 'float64', Array<number>(30).fill(1))], { group: many(30) }), 'table-one-groups'], // prettier-ignore
    ['a variable of identifiers', () => tableOne([many(60)]), 'table-one-levels'],
    ['numbers that doubles do not hold', () => tableOne([column('id', 'int64', [2n ** 60n])]), 'column-not-exact'],
    ['dates', () => tableOne([column('born', 'date', [1, 2])]), 'table-one-dates'],
    ['the mean of words', () => tableOne([sex], { show: { sex: 'mean' } }), 'table-one-numbers'],
    ['a column that is not there', () => tableOne([age], { show: { agee: 'mean' } }), 'table-one-show'],
    ['columns of two tables', () => tableOne([age, column('x', 'float64', [1])]), 'columns-unlike'],
    ['values too large', () => tableOne([column('x', 'float64', [1e300, -1e300])]), 'summary-large']
  ])('%s is refused', async (_, run, wanted) => {
    await expect(run()).rejects.toThrowError(code(wanted));
  });

  test('can be stopped', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(tableOne([age], {}, { signal: stop.signal })).rejects.toThrowError(code('stopped'));
  });
});

describe('Table 1 as it is printed', () => {
  test('a column a group, decimals by the spread, comparisons in the first row of a variable', async () => {
    const wide = wideTableOne(await tableOne([age, sex], { group }));
    const row = (at: number) => wide.columns.map(({ name }) => cellsOf(wide, name)[at]);
    expect(wide.columns.map(({ name }) => name)).toEqual(
      ['variable', 'level', 'shown', 'a (n = 4)', 'b (n = 5)', 'all (n = 9)', 'missing', 'p', 'smd', 'test'] // prettier-ignore
    );
    expect(row(0).slice(0, 7)).toEqual(['age', '', 'mean (sd)', '5.3 (1.5)', '7.6 (2.1)', '6.8 (2.1)', '1']);
    expect(row(0)[9]).toBe('Welch two-sample t test');
    expect(row(1).slice(0, 7)).toEqual(['sex', 'f', 'n (%)', '3 (75.0)', '1 (25.0)', '4 (50.0)', '1']);
    expect(row(2).slice(6)).toEqual(['', '', '', '']);
  });

  test('without groups there is nothing to compare; what is all missing is empty', async () => {
    const none = column('none', 'float64', Array<Cell>(10).fill(undefined));
    const wide = wideTableOne(await tableOne([age, none]));
    expect(wide.columns.map(({ name }) => name)).toEqual(['variable', 'level', 'shown', 'all (n = 10)', 'missing']);
    expect(cellsOf(wide, 'all (n = 10)')[1]).toBe('');
  });
});

test('a summary of nothing, and of one value', () => {
  expect(summaryOf([NaN])).toMatchObject({ n: 0, missing: 1, mean: null, sd: null, median: null, lower: null });
  const { table, estimates } = describeColumns([age, column('none', 'float64', Array<Cell>(10).fill(undefined))]);
  expect(cellsOf(table, 'mean')).toEqual([57 / 9, undefined]);
  expect(estimates).toHaveLength(1);
});

test('standardised differences that do not exist are null, never a huge number', () => {
  expect(meanDifference({ mean: 1, variance: 0 }, { mean: 2, variance: 0 })).toBeNull();
  expect(levelsDifference([5, 5, 0, 0], [0, 0, 4, 6])).toBeNull();
  expect(levelsDifference([0, 0], [3, 4])).toBeNull();
});

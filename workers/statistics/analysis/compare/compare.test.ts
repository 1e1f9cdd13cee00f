import { describe, expect, test } from 'vitest';
import type { Table } from '../../../shared/table';
import { cellsOf, column, type Cell } from '../../testing/cells';
import { analyse } from '../analyse';
import type { Analysis } from '../contract';
import { shown } from '../tidy';

const tableOf = (columns: Record<string, Cell[]>): Table => ({
  rows: Object.values(columns)[0]?.length ?? 0,
  columns: Object.entries(columns).map(([name, cells]) =>
    column(name, cells.some((one) => typeof one === 'string') ? 'text' : 'float64', cells)
  )
});
/** Estimate, lower, upper, as they are read. */
const read = ({ estimates }: Analysis, at = 0) => {
  const { estimate, lower, upper } = shown(estimates[at]!);
  return [estimate, lower, upper];
};
const near = (got: readonly (number | null | undefined)[], wanted: readonly number[]) =>
  wanted.forEach((value, at) => expect(got[at]).toBeCloseTo(value, 9));
const repeated = (...parts: [string | number, number][]): Cell[] => parts.flatMap(([cell, times]) => Array<Cell>(times).fill(cell)); // prettier-ignore

// Expected values: R 4.2.2 (t.test, oneway.test, wilcox.test, kruskal.test, chisq.test, fisher.test, mcnemar.test,
// mantelhaen.test, p.adjust).
const value = [3.1, 4.2, 5.0, 2.7, 6.3, 4.9, 5.8, 7.7, 6.6, 8.1, 5.2, 7.0, 9.4, 4.4, 6.1, 8.8, 7.9, 10.2];
const three = tableOf({ v: value, g: repeated(['a', 6], ['b', 6], ['c', 6]) });
const two = tableOf({ v: [...value.slice(0, 12), undefined, 3], g: [...repeated(['a', 6], ['b', 6]), 'a', undefined] });

describe('means', () => {
  test('of two groups, the later minus the earlier, rows without a value or a group left out', async () => {
    const found = await analyse('means', two, { outcomes: ['v'], group: 'g' });
    expect(found.estimates[0]).toMatchObject({ name: 'b − a', measure: 'mean-difference', scale: 'identity', n: 12 });
    near(read(found), [2.3666666666666663, 0.7868494592143468, 3.946483874118986]);
    near([found.tests[0]?.p, found.tests[0]?.df[0]], [0.00766486654937004, 9.67944713565958]);
    expect(found).toMatchObject({ n: 12, nDropped: 2, name: 'Welch two-sample t test' });
    expect(found.says[0]).toMatchObject({ code: 'means-differ', values: { of: 'v', group: 'b', reference: 'a' } });
    expect(found.remarks.map(({ code }) => code)).toEqual(['test-variances-free', 'test-normal-checked']);
  });

  test.each<[string, Cell[], object, string, string]>([
    ['a group of several', [1, 1, 2, 5, 3, 4], {}, 'flat', 'a'],
    ['two groups alike', [1, 1, 1, 1, 3, 4], { variances: 'equal-variances' }, 'flat', 'a, b'],
    ['all of it', [1, 1, 1, 1, 1, 1], { variances: 'equal-variances' }, 'flat', 'a, b, c']
  ])('%s that does not vary is told by its column and groups', async (_, flat, options, name, groups) => {
    const table = tableOf({ v: [1, 2, 4, 3, 5, 9], flat, g: ['a', 'a', 'b', 'b', 'c', 'c'] });
    await expect(analyse('means', table, { outcomes: ['v', 'flat'], group: 'g', ...options })).rejects.toMatchObject({
      code: 'outcome-constant',
      values: { column: name, groups }
    });
  });

  test('with equal variances, and the other way round', async () => {
    const found = await analyse('means', two, {
      outcomes: ['v'],
      group: 'g',
      reference: 'b',
      variances: 'equal-variances'
    });
    near(read(found), [-2.3666666666666663, -3.9393953182248604, -0.79393801510847]);
    expect(found.tests[0]).toMatchObject({ code: 'student-t' });
    expect(found.remarks.map(({ code }) => code)).toContain('test-variances-checked');
  });

  test('of three groups: all together, and every two with p adjusted by Holm', async () => {
    const found = await analyse('means', three, { outcomes: ['v'], group: 'g' });
    near([found.tests[0]?.statistic?.value, ...found.tests[0]!.df, found.tests[0]?.p], [7.3696733589632535, 2, 9.478586032317528, 0.0117285080700253]); // prettier-ignore
    expect(found.estimates.map(({ name }) => name)).toEqual(['b − a', 'c − a', 'c − b']);
    near(found.estimates.map(({ p }) => p), [0.00766486654937004, 0.0104906880008425, 0.318828127643069]); // prettier-ignore
    near(found.estimates.map(({ adjusted }) => adjusted), [0.0229945996481101, 0.0229945996481101, 0.318828127643069]); // prettier-ignore
    expect(cellsOf(found.table, 'p_adjusted')).toHaveLength(3);
    expect(found.figures.map(({ kind }) => kind)).toEqual(['boxes', 'forest']);
    expect(found.says.map(({ code }) => code)).toEqual(['means-groups-differ', 'means-pair', 'means-pair']);
    expect(found.says[1]?.values).toMatchObject({ pair: 'b − a', by: 'Holm' });
  });

  test('with equal variances of three groups, adjusted otherwise or not', async () => {
    const request = { outcomes: ['v'], group: 'g', variances: 'equal-variances' };
    const found = await analyse('means', three, { ...request, adjust: 'benjamini-hochberg' });
    near([found.tests[0]?.statistic?.value, found.tests[0]?.p], [7.175933895677119, 0.0065075329175511]);
    expect(found.name).toContain('p adjusted by Benjamini-Hochberg');
    const without = await analyse('means', three, { ...request, adjust: 'unadjusted' });
    expect(without.estimates.every(({ adjusted }) => adjusted === undefined)).toBe(true);
  });

  test('several outcomes of two groups are one family', async () => {
    const both = { ...two, columns: [...two.columns, { ...two.columns[0]!, name: 'w' }] };
    const found = await analyse('means', both, { outcomes: ['v', 'w'], group: 'g' });
    expect(found.estimates.map(({ name }) => name)).toEqual(['v: b − a', 'w: b − a']);
    near(found.tests.map(({ adjusted }) => adjusted), [2 * 0.00766486654937004, 2 * 0.00766486654937004]); // prettier-ignore
    expect(cellsOf(found.more.find(({ name }) => name === 'groups')!.table, 'outcome')).toEqual(['v', 'v', 'w', 'w']);
  });

  test('against a value', async () => {
    const found = await analyse('means', three, { outcomes: ['v'], against: 5 });
    near(read(found), [6.3, 5.250068218964264, 7.349931781035735]);
    expect(found.estimates[0]).toMatchObject({ name: 'v', measure: 'mean', null: 5 });
    expect(found.says[0]).toMatchObject({ code: 'means-against-differ', values: { against: 5 } });
    await expect(analyse('means', three, { outcomes: ['v'] })).rejects.toMatchObject({ code: 'compare-with-nothing' });
  });
});

test('a group of hardly anybody is named, without its number', async () => {
  const rare = tableOf({ v: value, g: repeated(['a', 8], ['b', 7], ['c', 3]) });
  for (const method of ['means', 'ranks']) {
    const { remarks } = await analyse(method, rare, { outcomes: ['v'], group: 'g' });
    expect(remarks[0]).toEqual({ code: 'test-groups-small', values: { groups: 'c', least: 5 } });
  }
});

test('a group without enough values is refused by its name', async () => {
  const one = tableOf({ v: value, g: repeated(['a', 9], ['b', 8], ['c', 1]) });
  await expect(analyse('means', one, { outcomes: ['v'], group: 'g' })).rejects.toMatchObject({
    code: 'group-values-few',
    values: { group: 'c', values: 1, column: 'v', needed: 2 }
  });
  await expect(analyse('ranks', one, { outcomes: ['v'], group: 'g' })).resolves.toMatchObject({ n: 18 });
});

describe('ranks', () => {
  test('shift of two groups with its exact interval', async () => {
    const found = await analyse('ranks', two, { outcomes: ['v'], group: 'g' });
    near([found.tests[0]?.statistic?.value, found.tests[0]?.p], [34, 0.00865800865800866]);
    near(read(found), [2.45, 0.7, 3.9]);
    expect(found.estimates[0]).toMatchObject({ measure: 'location-shift', name: 'b − a' });
    near([found.facts[0]?.value], [34 / 36]);
  });

  test('three groups by Kruskal and Wallis', async () => {
    const found = await analyse('ranks', three, { outcomes: ['v'], group: 'g' });
    near([found.tests[0]?.statistic?.value, found.tests[0]?.p], [8.315789473684205, 0.0156404505483271]);
    expect(found.says[0]?.code).toBe('ranks-groups-differ');
  });
});

describe('paired', () => {
  const [before, after] = [value.slice(0, 9), value.slice(9)];
  const wide = tableOf({ before, after });

  test('after minus before, of two columns', async () => {
    const found = await analyse('paired', wide, { before: 'before', after: 'after' });
    near(read(found), [2.311111111111111, 0.316478834362148, 4.305743387860074]);
    expect(found).toMatchObject({ counted: 'pairs', n: 9, nDropped: 0 });
    expect(found.says[0]).toMatchObject({ code: 'paired-differ', values: { after: 'after', before: 'before' } });
  });

  test('of rows a person and condition in any order, an incomplete pair left out', async () => {
    const rows = tableOf({
      v: [...after, ...before, 5],
      when: [...repeated(['two', 9], ['one', 9]), 'one'],
      id: [...before.keys(), ...before.keys(), 99]
    });
    const request = { value: 'v', condition: 'when', person: 'id' };
    const found = await analyse('paired', rows, request);
    near(read(found), [2.311111111111111, 0.316478834362148, 4.305743387860074]);
    expect(found).toMatchObject({ n: 9, nDropped: 1 });
    near(read(await analyse('paired', rows, { ...request, reference: 'two' })), [-2.311111111111111]);
    const ranks = await analyse('paired', rows, { ...request, test: 'signed-rank' });
    near([ranks.tests[0]?.statistic?.value, ranks.tests[0]?.p, ...read(ranks).slice(0, 1)], [41, 0.02734375, 2.3]);
  });

  test('refuses what makes no pairs', async () => {
    const twice = tableOf({ v: [1, 2, 3], when: ['a', 'a', 'b'], id: [1, 1, 1] });
    const request = { value: 'v', condition: 'when', person: 'id' };
    await expect(analyse('paired', twice, request)).rejects.toMatchObject({ code: 'pairs-repeated' });
    await expect(analyse('paired', wide, { before: 'before' })).rejects.toMatchObject({ code: 'pairs-unnamed' });
    const more = tableOf({ v: [1, 2, 3], when: ['a', 'b', 'c'], id: [1, 1, 1] });
    await expect(analyse('paired', more, request)).rejects.toMatchObject({ code: 'pairs-conditions' });
  });
});

const risks = tableOf({
  g: repeated(['a', 40], ['b', 40]),
  died: repeated([1, 12], [0, 28], [1, 21], [0, 19]),
  how: repeated(['dead', 12], ['alive', 28], ['dead', 21], ['alive', 19])
});

describe('proportions', () => {
  test('difference, ratio and odds ratio of two groups carry the p of the one test', async () => {
    const found = await analyse('proportions', risks, { outcome: 'died', group: 'g' });
    expect(found.estimates.map(({ measure }) => measure)).toEqual(['risk-difference', 'risk-ratio', 'odds-ratio']);
    near(read(found), [0.225]);
    near(read(found, 1), [1.75, 1.00196618030935, 3.05649038878186]);
    near(read(found, 2), [2.57894736842105, 1.02998484586256, 6.45734697534895]);
    near(found.estimates.map(({ p }) => p), Array(3).fill(0.0692336718056839)); // prettier-ignore
    expect(found.tests[0]).toMatchObject({ code: 'chi-square', df: [1] });
    expect(found.says[0]).toMatchObject({ code: 'risk-difference-alike', values: { event: 'died', group: 'b', reference: 'a' } }); // prettier-ignore
    const plain = await analyse('proportions', risks, {
      outcome: 'died',
      group: 'g',
      yates: false,
      effect: 'risk-ratio'
    });
    near([plain.tests[0]?.p], [0.0409532158397655]);
    expect(plain.says[0]?.code).toBe('risk-ratio-differs');
  });

  test('a word may be the outcome', async () => {
    const found = await analyse('proportions', risks, { outcome: 'how', outcomeIs: 'dead', group: 'g' });
    near(read(found), [0.225]);
    expect(found.says[0]?.values).toMatchObject({ event: 'how = dead' });
  });

  test('what says nothing by itself stands with its column', async () => {
    const codes = tableOf({ g: repeated(['no', 40], ['yes', 40]), sex: repeated(['F', 12], ['M', 28], ['F', 21], ['M', 19]) }); // prettier-ignore
    const found = await analyse('proportions', codes, { outcome: 'sex', group: 'g' });
    expect(found.says[0]?.values).toMatchObject({ event: 'sex = M', group: 'g yes', reference: 'g no' });
    const yes = await analyse('proportions', codes, { outcome: 'g', group: 'sex' });
    expect(yes.says[0]?.values).toMatchObject({ event: 'g', group: 'sex M', reference: 'sex F' });
  });

  test('a few small cells of many need no warning, by the rule that chooses the test', async () => {
    const rare = tableOf({ g: repeated(['a', 60], ['b', 60]), k: repeated(['u', 20], ['v', 20], ['w', 17], ['x', 3], ['u', 25], ['v', 15], ['w', 19], ['x', 1]) }); // prettier-ignore
    const found = await analyse('proportions', rare, { outcome: 'k', group: 'g' });
    expect(found.tests[0]?.code).toBe('fisher');
    const five = tableOf({ g: repeated(['a', 60], ['b', 60]), k: repeated(['u', 20], ['v', 10], ['w', 10], ['x', 17], ['y', 3], ['u', 25], ['v', 10], ['w', 5], ['x', 19], ['y', 1]) }); // prettier-ignore
    const whole = await analyse('proportions', five, { outcome: 'k', group: 'g' });
    expect([whole.tests[0]?.code, whole.remarks]).toEqual(['chi-square', []]);
    const asked = await analyse('proportions', rare, { outcome: 'k', group: 'g', test: 'chi-square' });
    expect(asked.remarks.map(({ code }) => code)).toContain('test-expected-small');
  });

  test('Fisher’s test and its odds ratio where few are expected, which is said', async () => {
    const few = tableOf({ g: repeated(['x', 9], ['y', 7]), died: repeated([1, 7], [0, 2], [1, 1], [0, 6]) });
    const found = await analyse('proportions', few, { outcome: 'died', group: 'g', reference: 'y' });
    expect(found.tests[0]).toMatchObject({ code: 'fisher' });
    near([found.tests[0]?.p], [0.0405594405594406]);
    // R finds it by a root finder of tolerance 1e-4.
    expect(read(found, 2)[0]).toBeCloseTo(16.2, 1);
    expect(found.remarks.map(({ code }) => code)).toContain('test-fisher-chosen');
    // Counts below five are not told to an audience, nor those that tell of them.
    expect(found.says.find(({ code }) => code === 'proportions-shares')?.few).toBe(true);
    expect(found.figures[0]).toMatchObject({
      kind: 'bars',
      rows: [{ hidden: [true, true] }, { hidden: [true, true] }]
    });
  });

  test('a zero cell has no ratio, but a difference', async () => {
    const none = tableOf({ g: repeated(['x', 30], ['y', 30]), died: repeated([1, 12], [0, 18], [0, 30]) });
    const found = await analyse('proportions', none, { outcome: 'died', group: 'g' });
    expect(found.estimates.map(({ measure }) => measure)).toEqual(['risk-difference']);
    const half = await analyse('proportions', none, { outcome: 'died', group: 'g', addHalf: true });
    expect(half.estimates).toHaveLength(3);
    expect(half.remarks.map(({ code }) => code)).toContain('epidemiology-corrected');
  });

  test('more than two groups in pairs, more than two levels as a whole', async () => {
    const more = tableOf({ g: repeated(['a', 40], ['b', 40], ['c', 40]), died: repeated([1, 12], [0, 28], [1, 21], [0, 19], [1, 30], [0, 10]), k: repeated(['x', 50], ['y', 40], ['z', 30]) }); // prettier-ignore
    const found = await analyse('proportions', more, { outcome: 'died', group: 'g', effect: 'odds-ratio' });
    expect(found.estimates.map(({ name }) => name)).toEqual(['b / a, OR', 'c / a, OR', 'c / b, OR']);
    expect(found.estimates.every(({ adjusted }) => adjusted !== undefined)).toBe(true);
    expect(found.figures.map(({ kind }) => kind)).toEqual(['bars', 'forest']);
    const levels = await analyse('proportions', more, { outcome: 'k', group: 'g' });
    expect(levels).toMatchObject({ estimates: [], tests: [{ code: 'chi-square', df: [4] }] });
  });
});

describe('paired proportions', () => {
  // 30 neither, 18 gained it, 7 lost it, 15 both.
  const pairs = tableOf({
    before: repeated([0, 30], [0, 18], [1, 7], [1, 15]),
    after: repeated([0, 30], [1, 18], [0, 7], [1, 15])
  });

  test('of those that gained it and lost it', async () => {
    const found = await analyse('paired-proportions', pairs, { before: 'before', after: 'after' });
    near([found.tests[0]?.statistic?.value, found.tests[0]?.p], [4, 0.0455002638963586]);
    near(read(found), [2.57142857142857, 1.02479637805779, 7.28385878035672]);
    expect(found.says[0]?.code).toBe('paired-proportions-differ');
    expect(found.says[1]?.values).toMatchObject({ gained: 18, lost: 7, n: 70 });
  });

  test('the event may be the other level, and few changes are tested exactly', async () => {
    const found = await analyse('paired-proportions', pairs, { before: 'before', after: 'after', outcomeIs: '0', test: 'exact' }); // prettier-ignore
    near(read(found), [1 / 2.57142857142857]);
    expect(found.tests[0]).toMatchObject({ code: 'mcnemar-exact', df: [] });
  });

  test('more levels by Bowker', async () => {
    const levels = tableOf({ before: ['a', 'a', 'b', 'c', 'b', 'a'], after: ['b', 'c', 'b', 'a', 'c', 'b'] });
    const found = await analyse('paired-proportions', levels, { before: 'before', after: 'after' });
    expect(found.tests[0]).toMatchObject({ code: 'bowker', df: [3] });
  });
});

test('two groups are compared within strata, not three', async () => {
  const table = tableOf({ died: [1, 0, 1, 0], g: ['a', 'b', 'c', 'a'], s: ['x', 'x', 'y', 'y'] });
  await expect(analyse('stratified', table, { outcome: 'died', group: 'g', strata: 's' })).rejects.toMatchObject({ code: 'strata-groups', values: { column: 'g', groups: 3 } }); // prettier-ignore
});

test('Mantel-Haenszel within strata, with the test of Breslow and Day', async () => {
  const cells = (a: number, b: number, c: number, d: number) => ({
    died: repeated([1, a], [0, b], [1, c], [0, d]),
    g: repeated(['treated', a + b], ['control', c + d])
  });
  const [first, second] = [cells(10, 20, 5, 25), cells(8, 4, 12, 16)];
  const table = tableOf({
    died: [...first.died, ...second.died],
    g: [...first.g, ...second.g],
    s: repeated(['one', 60], ['two', 40])
  });
  const found = await analyse('stratified', table, { outcome: 'died', group: 'g', strata: 's' });
  near(read(found), [2.5697674418604652, 1.0183903274967527, 6.484453482073293]);
  near([found.tests[0]?.statistic?.value, found.tests[0]?.p], [3.191055060781382, 0.0740422101435978]);
  expect(found.tests.map(({ code }) => code)).toEqual(['mantel-haenszel', 'breslow-day', 'tarone']);
  expect(found.says.map(({ code }) => code)).toEqual(['odds-ratio-stratified-differs', 'stratified-crude', 'strata-alike']); // prettier-ignore
  expect(found.says[0]?.values).toMatchObject({ event: 'died', group: 'treated', reference: 'control' });
  expect(found.figures[0]).toMatchObject({
    kind: 'forest',
    rows: [{ name: 'one' }, { name: 'two' }, { look: 'pooled' }]
  });
  expect(cellsOf(found.more[0]!.table, 'odds_ratio').map(Number)[0]).toBeCloseTo(2.5, 12);
});

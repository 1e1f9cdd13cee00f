import { describe, expect, test } from 'vitest';
import oracle from '../../../../tests/oracles/statistics/r-agreement.json';
import type { Table } from '../../../shared/table';
import { cellsOf, column } from '../../testing/cells';
import { analyse } from '../analyse';
import type { Analysis } from '../contract';

interface Case {
  name: string;
  call: string;
  input: { counts: number[][]; weights: string; ratings: number[][]; x: number[]; y: number[]; raters: number[][]; person: number[]; level: number }; // prettier-ignore
  expected: Record<string, number & number[]> & { forms: number[][] };
}
const cases = oracle.cases as unknown as Case[];
const caseOf = (call: string, place = 0) => cases.filter((one) => one.call === call)[place] as Case;
const tableOf = (columns: Record<string, (number | string | undefined)[]>): Table => ({
  rows: Object.values(columns)[0]?.length ?? 0,
  columns: Object.entries(columns).map(([name, cells]) =>
    column(name, cells.some((one) => typeof one === 'string') ? 'text' : 'float64', cells)
  )
});
const says = (found: Analysis) => found.says.map(({ code }) => code);
const codes = ({ remarks }: Analysis) => remarks.map(({ code }) => code);
const closeTo = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 8));
const limitsOf = (found: Analysis, at: number) => {
  const { estimate, lower, upper } = found.estimates[at] as Analysis['estimates'][0];
  return [estimate, lower, upper];
};

/** Ratings of persons, made of a table of counts; the last person was rated by one alone. */
function rated(counts: readonly (readonly number[])[], levels: readonly string[]): Table {
  const pairs = counts.flatMap((row, one) => row.flatMap((n, two) => new Array<[string, string]>(n).fill([levels[one] as string, levels[two] as string]))); // prettier-ignore
  return tableOf({
    nurse: [...pairs.map(([one]) => one), levels[0]],
    doctor: [...pairs.map(([, two]) => two), undefined]
  });
}

describe('kappa', () => {
  test('of two raters in words agrees with R, without the person whom one did not rate', async () => {
    const { input, expected } = caseOf('kappa');
    const found = await analyse('kappa', rated(input.counts, ['no', 'yes']), { raters: ['nurse', 'doctor'] });
    const [kappa] = found.estimates;
    expect(kappa).toMatchObject({ name: 'nurse, doctor', measure: 'kappa', n: 50, nDropped: 1 });
    expect(limitsOf(found, 0)).toEqual(['estimate', 'lower', 'upper'].map((key) => expect.closeTo(expected[key] as number, 6))); // prettier-ignore
    expect(found.says).toMatchObject([{ code: 'kappa-two', values: { share: 0.7 } }, { code: 'kappa-chance', values: { share: expect.closeTo(0.5, 12) } }]); // prettier-ignore
    expect(cellsOf(found.more[1]?.table as Table, 'n')).toEqual([20, 5, 10, 15]);
  });

  test('weighs levels in their order, which is told', async () => {
    const { input, expected } = caseOf('kappa', 5);
    expect(input.weights).toBe('quadratic');
    const levels = ['low', 'middle', 'high'];
    const request = { raters: ['nurse', 'doctor'], weights: 'quadratic', order: levels };
    const found = await analyse('kappa', rated(input.counts, levels), request);
    expect(found.estimates[0]?.estimate).toBeCloseTo(expected.estimate as number, 8);
    expect(says(found)).toEqual(['kappa-weighted']);
    expect(found.remarks).toContainEqual({ code: 'agreement-order', values: { levels: 'low < middle < high' } });
    // Words have no order of their own; two of them need none, and numbers rise.
    const without = { ...request, order: [] };
    await expect(analyse('kappa', rated(input.counts, levels), without)).rejects.toMatchObject({ code: 'kappa-order' });
    const byAlphabet = await analyse('kappa', rated(caseOf('kappa').input.counts, ['no', 'yes']), without);
    expect(byAlphabet.estimates[0]?.estimate).toBeCloseTo(caseOf('kappa').expected['estimate'] as number, 8);
  });

  test('of several raters is that of Fleiss, with every two of them beside', async () => {
    const { input, expected } = caseOf('fleiss');
    const table = tableOf(Object.fromEntries(input.ratings.map((ratings, at) => [`r${at}`, ratings])));
    const raters = table.columns.map(({ name }) => name);
    const found = await analyse('kappa', table, { raters });
    expect(limitsOf(found, 0)).toEqual(['estimate', 'lower', 'upper'].map((key) => expect.closeTo(expected[key] as number, 6))); // prettier-ignore
    expect(found.more[0]?.table.rows).toBe((raters.length * (raters.length - 1)) / 2);
    expect(found.figures[0]).toMatchObject({ kind: 'forest', measure: 'kappa' });
    await expect(analyse('kappa', table, { raters, weights: 'linear' })).rejects.toMatchObject({ code: 'kappa-weights' }); // prettier-ignore
    await expect(analyse('kappa', table, { raters: ['r0', 'r0'] })).rejects.toMatchObject({ code: 'columns-same' });
  });
});

describe('bland-altman', () => {
  const { input, expected } = caseOf('limits', 2);

  test('agrees with R: the first less the second', async () => {
    const table = tableOf({ new: [...input.x, undefined], old: [...input.y, 1] });
    const found = await analyse('bland-altman', table, { first: 'new', second: 'old', level: input.level });
    expect(limitsOf(found, 0)).toEqual(closeTo(expected.bias as unknown as number[]));
    expect(limitsOf(found, 1)).toEqual(closeTo(expected.low as unknown as number[]));
    expect(limitsOf(found, 2)).toEqual(closeTo(expected.high as unknown as number[]));
    expect([found.n, found.nDropped, found.counted]).toEqual([12, 1, 'pairs']);
    expect(found.figures[0]).toMatchObject({ kind: 'points', individual: true, yName: 'new − old' });
    const turned = await analyse('bland-altman', table, { first: 'old', second: 'new' });
    expect(turned.estimates[0]?.estimate).toBeCloseTo(-(found.estimates[0]?.estimate as number), 12);
  });

  test('says which is higher', async () => {
    const higher = tableOf({ a: [5, 7, 9, 12, 15], b: [3, 5.5, 7, 9, 13] });
    expect(says(await analyse('bland-altman', higher, { first: 'a', second: 'b' }))[0]).toBe('agreement-first-higher');
    expect(says(await analyse('bland-altman', higher, { first: 'b', second: 'a' }))[0]).toBe('agreement-first-lower');
  });

  test('looks at whether the difference depends on the size', async () => {
    const x = Array.from({ length: 30 }, (_, at) => 10 + at);
    const grows = tableOf({ x, y: x.map((one, at) => one * 0.8 + (at % 3)) });
    const found = await analyse('bland-altman', grows, { first: 'x', second: 'y' });
    expect(codes(found)).toContain('agreement-bias-changes');
    expect(found.tests[0]).toMatchObject({ code: 'bias-by-size', statistic: { name: 'r' } });
    const steady = tableOf({ x, y: x.map((one, at) => one + (at % 2)) });
    expect(codes(await analyse('bland-altman', steady, { first: 'x', second: 'y' }))).toContain('agreement-dependence-checked'); // prettier-ignore
  });

  test('takes several pairs of a person together', async () => {
    const repeated = caseOf('repeated', 4);
    const { x, y, person, level } = repeated.input;
    const table = tableOf({ x, y, person });
    const found = await analyse('bland-altman', table, { first: 'x', second: 'y', person: 'person', level });
    expect(limitsOf(found, 1)).toEqual(closeTo(repeated.expected.low as unknown as number[]));
    expect(limitsOf(found, 2)).toEqual(closeTo(repeated.expected.high as unknown as number[]));
    expect(codes(found)).toContain('agreement-repeated');
    expect(found.facts).toContainEqual({ code: 'persons', value: new Set(person).size, as: 'count' });
  });
});

describe('intraclass', () => {
  const { input, expected } = caseOf('icc');
  const raters = Object.fromEntries(input.raters.map((ratings, at) => [`r${at}`, ratings]));
  const names = Object.keys(raters);

  test('is ICC(2,1) unless another form is asked for; all six are in the table', async () => {
    const found = await analyse('intraclass', tableOf(raters), { raters: names });
    expect(found.estimates.map(({ name }) => name)).toEqual(['ICC(2,1)']);
    expect(limitsOf(found, 0)).toEqual(closeTo((expected.forms[1] as number[]).slice(0, 3)));
    expect(cellsOf(found.more[0]?.table as Table, 'estimate')).toEqual(closeTo(expected.forms.map(([one]) => one as number))); // prettier-ignore
    expect(says(found)).toEqual(['intraclass', 'intraclass-absolute']);
    const other = await analyse('intraclass', tableOf(raters), { raters: names, form: 'ICC(3,k)' });
    expect(limitsOf(other, 0)).toEqual(closeTo((expected.forms[5] as number[]).slice(0, 3)));
    await expect(analyse('intraclass', tableOf(raters), { raters: names, form: 'ICC(4,1)' })).rejects.toMatchObject({ code: 'choice-unknown' }); // prettier-ignore
  });

  test('reads rows of value, person and rater in any order', async () => {
    const rows = names.flatMap((rater) => (raters[rater] as number[]).map((value, person) => ({ rater, person, value }))).reverse(); // prettier-ignore
    const long = (of: typeof rows) => tableOf({ v: of.map(({ value }) => value), who: of.map(({ person }) => person), by: of.map(({ rater }) => rater) }); // prettier-ignore
    const request = { value: 'v', person: 'who', rater: 'by' };
    const [wide] = (await analyse('intraclass', tableOf(raters), { raters: names })).estimates;
    expect((await analyse('intraclass', long(rows), request)).estimates[0]?.estimate).toBeCloseTo(wide?.estimate as number, 12); // prettier-ignore
    await expect(analyse('intraclass', long([...rows, rows[0] as (typeof rows)[0]]), request)).rejects.toMatchObject({ code: 'intraclass-twice' }); // prettier-ignore
    await expect(analyse('intraclass', long(rows), { value: 'v', person: 'who' })).rejects.toMatchObject({ code: 'intraclass-columns' }); // prettier-ignore
  });
});

test('concordance agrees with R, and tells its two parts', async () => {
  const { input, expected } = caseOf('concordance', 2);
  const found = await analyse('concordance', tableOf({ a: input.x, b: input.y }), { first: 'a', second: 'b', level: input.level }); // prettier-ignore
  expect(found.estimates[0]).toMatchObject({ name: 'a, b', measure: 'concordance-correlation', estimate: expect.closeTo(expected.estimate as number, 8) }); // prettier-ignore
  const { r, correction } = found.says[1]?.values as { r: number; correction: number };
  expect(r * correction).toBeCloseTo(expected.estimate as number, 8);
  expect(found.figures[0]).toMatchObject({ individual: true, limits: [{ name: 'equality' }] });
});

import { describe, expect, test } from 'vitest';
import oracle from '../../../../tests/oracles/statistics/r-meta-analysis.json';
import type { CellInput } from '../../../shared/column-builder';
import type { Float64Column, Table } from '../../../shared/table';
import { column } from '../../testing/cells';
import { casesOf, expectClose, listOf } from '../../testing/oracle';
import { analyse, type ForestFigure, type PointsFigure } from '../index';

const REL = oracle.tolerance.rel;
const tableOf = (cells: Readonly<Record<string, readonly CellInput[]>>): Table => {
  const columns = Object.entries(cells).map(([name, values]) => column(name, name === 'study' ? 'text' : 'float64', [...values])); // prettier-ignore
  return { rows: columns[0]!.values.length, columns };
};
const numbersOf = (table: Table, name: string) => [...(table.columns.find((one) => one.name === name) as Float64Column).values]; // prettier-ignore
const codes = (all: readonly { code: string }[]) => all.map(({ code }) => code);

describe('estimates of studies, against metafor', () => {
  test.each(casesOf(oracle, 'pool,'))('$name', async ({ input, expected }) => {
    const table = tableOf({ effect: listOf(input.yi), error: listOf(input.sei) });
    const request = { estimate: 'effect', se: 'error', model: input.method, adjustment: input.knappHartung ? 'knapp-hartung' : 'none', level: input.level }; // prettier-ignore
    const found = await analyse('meta-analysis', table, request);
    const [pooled] = found.estimates;
    expectClose([pooled?.estimate, pooled?.se, pooled?.lower, pooled?.upper], [expected.estimate, expected.se, expected.lower, expected.upper], REL, 'pooled', 1e-10); // prettier-ignore
    const [heterogeneity] = found.tests;
    expectClose([heterogeneity?.statistic?.value, heterogeneity?.p], [expected.q, expected.qP], REL, 'Q', 1e-10);
    expectClose(numbersOf(found.table, 'weight'), expected.weights, REL, 'weights', 1e-10);
    expect(pooled).toMatchObject({ name: 'pooled', named: 'code', measure: 'effect', scale: 'identity', level: input.level }); // prettier-ignore
  });

  test('ratios with limits are logarithms with errors, given as they are read', async () => {
    const [yi, sei] = [[-0.62, -0.15, 0.31, -0.84, 0.05, -1.2], [0.21, 0.18, 0.25, 0.33, 0.12, 0.4]]; // prettier-ignore
    const z = 1.959963984540054;
    const at = (side: number) => yi.map((one, study) => Math.exp(one + side * z * sei[study]!));
    const study = ['A', 'B', 'C', 'D', 'E', 'F'];
    const ratios = tableOf({ study, or: at(0), low: at(-1), high: at(1) });
    const asked = { measure: 'odds-ratio', study: 'study' };
    const found = await analyse('meta-analysis', ratios, { ...asked, estimate: 'or', lower: 'low', upper: 'high' });
    const logs = tableOf({ study, log: yi, se: sei });
    const same = await analyse('meta-analysis', logs, { ...asked, estimate: 'log', se: 'se', logs: true });
    const [one, other] = [found.estimates[0]!, same.estimates[0]!];
    expectClose([one.estimate, one.lower, one.upper], [other.estimate, other.lower, other.upper], 1e-9, 'pooled');
    expectClose([other.estimate, other.lower, other.upper], [-0.344576103456269, -0.917728161932709, 0.228575955020171], REL, 'R'); // prettier-ignore
    expect(found).toMatchObject({ counted: 'studies', n: 6, nDropped: 0 });
    expect(one).toMatchObject({ scale: 'log', measure: 'odds-ratio' });
    const [forest, funnel] = found.figures as [ForestFigure, PointsFigure];
    expect(forest.rows.map(({ name, look }) => look ?? name)).toEqual([...study, 'pooled', 'prediction']);
    expect(forest.rows[0]?.estimate).toBeCloseTo(Math.exp(-0.62), 10);
    expect(forest.rows[6]).toMatchObject({ named: 'code', estimate: expect.closeTo(Math.exp(-0.344576103456269), 8) });
    expect(funnel.lines).toEqual([{ code: 'pooled', value: expect.closeTo(Math.exp(-0.344576103456269), 8) }]);
    expect(funnel.y[0]).toBeCloseTo(0.21, 9);
    expect(codes(found.says)).toEqual(['pool-random', 'pool-differ', 'pool-prediction-both']);
    expect(codes(found.remarks)).toEqual(['meta-egger-few', 'meta-egger-odds']);
    expect(numbersOf(found.more[0]!.table, 'estimate')[0]).toBeCloseTo(Math.exp(-0.344576103456269), 8);
  });

  test('a study without a limit is left out and counted; limits of another level are read as such', async () => {
    const table = tableOf({ d: [1, 2, 3, 4], low: [0, 1, undefined, 3], high: [2, 3, 4, 5] });
    const request = { estimate: 'd', lower: 'low', upper: 'high', limitsLevel: 0.9 };
    const found = await analyse('meta-analysis', table, request);
    expect(found).toMatchObject({ n: 3, nDropped: 1 });
    expect((found.figures[1] as PointsFigure).y[0]).toBeCloseTo(1 / 1.6448536269514722, 9);
    const narrow = tableOf({ d: [1, 2], low: [0, 1], high: [2, 3] });
    const two = await analyse('meta-analysis', narrow, { ...request, limitsLevel: 0.95 });
    expect(two.figures.map(({ kind }) => kind)).toEqual(['forest', 'points']);
    expect(codes(two.says)).not.toContain('pool-prediction');
    expect(codes(two.remarks)).toEqual(expect.arrayContaining(['meta-few-studies', 'meta-egger-two']));
  });

  test.each([
    ['a ratio of 0', { estimate: [0, 2, 3], se: [1, 1, 1] }, { measure: 'odds-ratio', se: 'se' }, 'pool-ratio'],
    [
      'a limit of 0',
      { estimate: [1, 2], lower: [0, 1], upper: [2, 3] },
      { measure: 'risk-ratio', lower: 'lower', upper: 'upper' },
      'pool-ratio'
    ],
    [
      'ratios taken for logarithms',
      { estimate: [80, 2], se: [1, 1] },
      { measure: 'odds-ratio', se: 'se', logs: true },
      'pool-logarithm'
    ],
    [
      'an estimate outside of its limits',
      { estimate: [5, 2], lower: [0, 1], upper: [2, 3] },
      { lower: 'lower', upper: 'upper' },
      'pool-limits'
    ],
    ['no error', { estimate: [5, 2] }, {}, 'pool-error-none'],
    ['one limit only', { estimate: [5, 2], lower: [0, 1] }, { lower: 'lower' }, 'pool-error-none'],
    ['a single study', { estimate: [5], se: [1] }, { se: 'se' }, 'meta-too-few'],
    ['an error of 0', { estimate: [5, 2], se: [0, 1] }, { se: 'se' }, 'meta-standard-error']
  ] as const)('%s is refused', async (_, cells, request, code) => {
    await expect(analyse('meta-analysis', tableOf(cells), { estimate: 'estimate', ...request })).rejects.toMatchObject({
      code
    });
  });

  test('limits that lie unevenly are told: ratios that are taken for differences', async () => {
    const table = tableOf({ or: [0.5, 2, 1.2], low: [0.2, 1, 0.5], high: [1.25, 4, 2.9] });
    const limits = { estimate: 'or', lower: 'low', upper: 'high' };
    const wrong = await analyse('meta-analysis', table, limits);
    expect(wrong.remarks).toContainEqual({ code: 'meta-limits-uneven', values: { studies: 3 } });
    const right = await analyse('meta-analysis', table, { ...limits, measure: 'odds-ratio' });
    expect(codes(right.remarks)).not.toContain('meta-limits-uneven');
  });

  test('limits beyond all numbers are none', async () => {
    const table = tableOf({ log: [1, 2], se: [400, 500] });
    const found = await analyse('meta-analysis', table, { estimate: 'log', se: 'se', logs: true, measure: 'odds-ratio' }); // prettier-ignore
    expect((found.figures[0] as ForestFigure).rows[0]?.upper).toBeNull();
  });
});

describe('counts of studies, against metafor', () => {
  test.each(casesOf(oracle, 'counts,'))('$name', async ({ input, expected }) => {
    const table = tableOf({
      with_drug: listOf(input.ai),
      treated: listOf(input.n1i),
      without: listOf(input.ci),
      controls: listOf(input.n2i)
    });
    const request = { events: 'with_drug', persons: 'treated', controlEvents: 'without', controlPersons: 'controls', measure: input.measure, model: input.method, adjustment: 'none' }; // prettier-ignore
    const found = await analyse('meta-counts', table, request);
    const [pooled] = found.estimates;
    expectClose([pooled?.estimate, pooled?.se], [expected.estimate, expected.se], 1e-7, 'pooled', 1e-9);
    expect(pooled).toMatchObject({ measure: input.measure, scale: input.measure === 'risk-difference' ? 'identity' : 'log', null: 0 }); // prettier-ignore
    expect(found.says[1]).toMatchObject({
      code: input.measure === 'risk-difference' ? 'pool-direction-difference' : 'pool-direction-ratio',
      values: { events: 'with_drug', controls: 'without' }
    });
    if (input.method === 'reml') return;
    expect(found.says[0]?.code).toBe('pool-common');
    expectClose([pooled?.lower, pooled?.upper, pooled?.p], [expected.lower, expected.upper, expected.p], 1e-7, 'interval', 1e-9); // prettier-ignore
  });

  test('more events in the group of interest are a ratio above 1', async () => {
    const table = tableOf({ a: [20, 30], n: [100, 100], c: [10, 15], m: [100, 100] });
    const request = { events: 'a', persons: 'n', controlEvents: 'c', controlPersons: 'm', measure: 'risk-ratio' };
    const found = await analyse('meta-counts', table, request);
    expect((found.figures[0] as ForestFigure).rows.at(-1)?.estimate).toBeCloseTo(2, 10);
    expect(found.says[0]).toMatchObject({ code: 'pool-common', values: { studies: 2 } });
  });
});

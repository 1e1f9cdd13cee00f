import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/r-imputation.json';
import { randomStream } from '../../shared/random';
import type { Column, Table } from '../../shared/table';
import { float64Column } from '../columns';
import { momentsOf } from '../moments';
import { cellsOf, column } from '../testing/cells';
import { casesOf, listOf } from '../testing/oracle';
import { imputeChained, type ChainedOptions } from './index';
import { drawDonors, drawNormal, type Split } from './linear-draw';
import { drawLogistic } from './logistic-draw';

describe('one step draws as mice does', () => {
  test.each(casesOf(oracle, 'one step'))('$name', ({ name, input, expected }) => {
    const missing = listOf(input.missing);
    const observed = listOf(input.y).map((_, row) => row).filter((row) => !missing.includes(row)); // prettier-ignore
    const of = (values: unknown, rows: number[]) => Float64Array.from(rows, (row) => listOf(values)[row] as number);
    const design = (rows: number[]) => [new Float64Array(rows.length).fill(1), of(input.x, rows), of(input.z, rows)];
    const split: Split = { observed: design(observed), missing: design(missing), y: of(input.y, observed) };
    const stream = randomStream(3, name);
    const draw = () => {
      if (name.endsWith('norm')) return drawNormal(split, stream);
      if (name.endsWith('logreg')) return drawLogistic(split, stream);
      return Float64Array.from(drawDonors(split, 5, stream) ?? [], (place) => split.y[place] as number);
    };
    const draws = 4000;
    const all = Array.from({ length: draws }, () => draw() as Float64Array);
    missing.forEach((_, at) => {
      const { mean, variance } = momentsOf(Float64Array.from(all, (values) => values[at] as number));
      const [wanted, spread] = [listOf(expected.mean)[at] as number, listOf(expected.sd)[at] as number];
      // Five errors of the difference of two means of so many draws.
      const error = spread * Math.sqrt(1 / draws + 1 / (expected.draws as number));
      expect(Math.abs(mean - wanted), `mean ${at}`).toBeLessThan(5 * error);
      expect(Math.abs(Math.sqrt(variance) - spread), `sd ${at}`).toBeLessThan(4 * error);
    });
  });
});

const gap = undefined;
function small(): { table: Table; columns: Column[] } {
  const stream = randomStream(1, 'small');
  const rows = Array.from({ length: 80 }, () => {
    const age = stream.integer(0, 18);
    const ward = ['a', 'b', 'c'][stream.integer(0, 3)] as string;
    const weight = 3 + 2.5 * age + stream.normal(0, 2);
    return { age, ward, weight, boy: stream.chance(0.5), sepsis: stream.chance(age < 2 ? 0.6 : 0.2) ? 'yes' : 'no', id: 2n ** 60n }; // prettier-ignore
  });
  const lose = <Of>(share: number, value: Of) => (stream.chance(share) ? gap : value);
  const columns = [
    column('id', 'int64', rows.map(({ id }, row) => id + BigInt(row))), // prettier-ignore
    column('age', 'float64', rows.map(({ age }) => age)), // prettier-ignore
    column('ward', 'text', rows.map(({ ward }) => ward)), // prettier-ignore
    column('weight', 'float64', rows.map(({ weight }) => lose(0.3, weight))), // prettier-ignore
    column('boy', 'bool', rows.map(({ boy }) => lose(0.1, boy))), // prettier-ignore
    column('sepsis', 'text', rows.map(({ sepsis }) => lose(0.2, sepsis))) // prettier-ignore
  ];
  return { table: { rows: 80, columns }, columns: columns.slice(1) };
}
const options: ChainedOptions = { completed: 3, iterations: 4, seed: 7 };

describe('completed tables', () => {
  test('have no gap in what was named, keep what was known, types, order and other columns', async () => {
    const { table, columns } = small();
    const { tables, filled, trace, incomplete } = await imputeChained(table, columns, options);
    expect(cellsOf(filled, 'variable')).toEqual(['weight', 'boy', 'sepsis']);
    expect(cellsOf(filled, 'method')).toEqual(['pmm', 'logreg', 'logreg']);
    expect(trace.rows).toBe(3 * 4 * 3);
    expect(incomplete).toBeGreaterThan(20);
    for (const one of tables) {
      expect(one.columns.map(({ type }) => type)).toEqual(table.columns.map(({ type }) => type));
      expect(one.columns[0]).toBe(table.columns[0]);
      for (const { name } of columns) {
        const [before, after] = [cellsOf(table, name), cellsOf(one, name)];
        expect(after).not.toContain(undefined);
        expect(after.filter((_, row) => before[row] !== undefined)).toEqual(before.filter((cell) => cell !== undefined)); // prettier-ignore
        expect(new Set(before)).toEqual(new Set([...after, ...(before.includes(undefined) ? [undefined] : [])]));
      }
    }
  });

  test('are the same for the same seed, and others for another', async () => {
    const { table, columns } = small();
    const weights = async (seed: number) => (await imputeChained(table, columns, { ...options, seed })).tables.map((one) => cellsOf(one, 'weight')); // prettier-ignore
    const [one, same, other] = [await weights(7), await weights(7), await weights(8)];
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
    expect(one[0]).not.toEqual(one[1]);
  });

  test('norm fills with numbers that nobody had', async () => {
    const { table, columns } = small();
    const { tables } = await imputeChained(table, columns, { ...options, methods: { weight: 'norm' } });
    const known = new Set(cellsOf(table, 'weight'));
    const fresh = cellsOf(tables[0] as Table, 'weight').filter((value) => !known.has(value));
    expect(fresh.length).toBe(cellsOf(table, 'weight').filter((value) => value === undefined).length);
  });

  test('values that follow exactly from another column come back, and repeated columns do no harm', async () => {
    const x = Array.from({ length: 60 }, (_, row) => row / 10);
    const columns = [
      float64Column('x', Float64Array.from(x)),
      float64Column('again', Float64Array.from(x)),
      column('y', 'float64', x.map((value, row) => (row % 4 === 1 ? gap : 2 * value + 1))) // prettier-ignore
    ];
    const { tables } = await imputeChained({ rows: 60, columns }, columns, { ...options, methods: { y: 'norm' } });
    x.forEach((value, row) => expect(cellsOf(tables[0] as Table, 'y')[row]).toBeCloseTo(2 * value + 1, 8));
  });

  test('data that separate are filled all the same', async () => {
    const x = Array.from({ length: 40 }, (_, row) => row);
    const columns = [
      float64Column('x', Float64Array.from(x)),
      column('b', 'bool', x.map((value) => (value % 5 === 0 ? gap : value > 20))) // prettier-ignore
    ];
    const { tables } = await imputeChained({ rows: 40, columns }, columns, options);
    expect(cellsOf(tables[0] as Table, 'b')).not.toContain(undefined);
  });
});

describe('what cannot be filled is refused with its reason', () => {
  const { table, columns } = small();
  const rows = (cells: (number | undefined)[]) => column('y', 'float64', cells);
  const of = (y: Column, x = column('x', 'float64', [1, 2, 3, 4])) => imputeChained({ rows: 4, columns: [x, y] }, [x, y], options); // prettier-ignore
  test.each<[string, string, () => Promise<unknown>]>([
    ['nothing missing', 'imputation-complete', () => imputeChained(table, [columns[0] as Column], options)],
    ['an empty table', 'imputation-complete', () => imputeChained({ rows: 0, columns: [] }, [], options)],
    ['all missing', 'imputation-observed', () => of(rows([gap, gap, gap, gap]))],
    ['a constant', 'imputation-one-class', () => of(rows([3, gap, 3, 3]))],
    ['fewer rows than coefficients', 'imputation-not-fitted', () => of(rows([1, 5, gap, gap]))],
    ['dates', 'imputation-predictor', () => of(column('y', 'date', [1, 2, gap, 4]))],
    ['words with three levels', 'imputation-method', () => of(column('y', 'text', ['a', 'b', 'c', gap]))],
    ['numbers by logistic regression', 'imputation-method', () => imputeChained(table, columns, { ...options, methods: { weight: 'logreg' } })], // prettier-ignore
    ['one data set', 'imputation-option', () => imputeChained(table, columns, { ...options, completed: 1 })],
    ['half a seed', 'imputation-option', () => imputeChained(table, columns, { ...options, seed: 0.5 })],
    ['a job stopped before', 'stopped', () => imputeChained(table, columns, { ...options, signal: AbortSignal.abort() })] // prettier-ignore
  ])('%s', async (_, code, call) => {
    await expect(call()).rejects.toMatchObject({ code });
  });

  test('ids beyond 2^53 are no predictor', async () => {
    await expect(imputeChained(table, table.columns, options)).rejects.toMatchObject({ code: 'column-not-exact' });
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { Variable } from '$workers/data/contract';
import type { CellKey } from '$lib/notebook/model';
import type { CellValue } from '$lib/notebook/kind';
import { openCells, type NodeCells } from '../node-context';
import { sql } from './index';
import { resultSource } from '../result-source';
import { parseSql } from './run';

const cell = { id: 'hourly', key: 'k1' as CellKey, kind: 'sql', attributes: [], text: '' };

describe('parseSql', () => {
  test('finds tables and values', () => {
    expect(parseSql('select * from a join B using (id) where x < ${limit + 1}', cell)).toMatchObject({
      name: 'hourly',
      tables: ['a', 'B'],
      values: ['limit']
    });
  });

  test.each([
    ['', 'sql-empty', 1, 1],
    ['  -- nothing yet\n/* ; */ ;', 'sql-empty', 1, 1],
    ["select *\nfrom 'a b.csv'", 'sql-file', 2, 6],
    ["select * from read_csv('x.csv')", 'sql-file', 1, 24],
    ['select ${1 + x}', 'sql-parameter', 1, 8],
    ['select\n ${}', 'sql-parameter', 2, 2]
  ])('%j is refused as %s', (text, code, line, column) => {
    expect(() => parseSql(text, cell)).toThrowError(expect.objectContaining({ code, place: { line, column } }));
  });

  test('comments do not hang the check for an empty cell', () => {
    const started = performance.now();
    expect(() => parseSql('/* */ '.repeat(5000), cell)).toThrowError(expect.objectContaining({ code: 'sql-empty' }));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('running SQL', () => {
  let cells: NodeCells;
  const value = (one: Variable): CellValue => ({ type: 'value', value: one });

  beforeAll(async () => {
    cells = await openCells();
  });

  const run = (text: string, inputs: Record<string, CellValue> = {}, id: string | undefined = 'result') =>
    sql.run(sql.parse(text, { ...cell, id }), cells.context(inputs, id));

  test('gives a table under its id, with the first rows and its pages', async () => {
    const { output, values } = await run('select range as i, range * 2 as twice from range(90)');
    expect(values.get('result')).toMatchObject({ type: 'table', relation: { name: 'result' } });
    expect(output.first.rows).toBe(90);
    const page = await resultSource(output, cells.data).page(80, 20);
    expect(page.rows).toBe(10);
    expect(page.columns[1]?.values[0]).toBe(160n);
  });

  test('a cell without an id is paged through under a name of its own, and can be forgotten', async () => {
    const spec = sql.parse('select 1 as one', { ...cell, id: undefined });
    const context = cells.context({}, undefined);
    const { output } = await sql.run(spec, context);
    const [name] = sql.defines(spec, undefined);
    expect(name).toBe('cell k1');
    expect((await resultSource(output, cells.data).page(0, 10)).rows).toBe(1);
    await sql.dispose?.([name as string], context.engines);
    expect((await cells.data.relations()).map((relation) => relation.name)).not.toContain('cell k1');
  });

  test('a view that it reads is made a table, so its cell does not run again', async () => {
    const relation = await cells.view('drawn', 'select random() as r from range(5)');
    await run('select * from drawn', { drawn: { type: 'table', relation } });
    const now = (await cells.data.relations()).find((one) => one.name === 'drawn');
    expect(now?.kind).toBe('table');
  });

  test('values are bound, whatever they hold', async () => {
    const nasty = 'o\'clock "; drop table x; -- \n😀';
    const { output } = await run('select ${said} as said, ${n} as n', { said: value(nasty), n: value(3) });
    expect(output.first.columns[0]).toMatchObject({ dictionary: [nasty] });
  });

  test.each([
    ['select * from age', { age: value(3) }, 'sql-value-as-table', 1, 15],
    [
      'select\n ${hours}',
      { hours: { type: 'table', relation: { name: 'hours' } } as CellValue },
      'sql-table-as-value',
      2,
      2
    ]
  ])('%j names the mistake', async (text, inputs, code, line, column) => {
    await expect(run(text, inputs as Record<string, CellValue>)).rejects.toMatchObject({
      code,
      place: { line, column }
    });
  });
});

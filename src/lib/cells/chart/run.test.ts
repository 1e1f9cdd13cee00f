import { beforeAll, describe, expect, test } from 'vitest';
import type { Relation } from '$workers/data/contract';
import type { Table } from '$workers/shared/table';
import { exactValue } from '../column-values';
import { openCells, type NodeCells } from '../node-context';
import { runChart } from './run';
import { parseChart } from './spec';

let cells: NodeCells;
let children: Relation;

beforeAll(async () => {
  cells = await openCells();
  children = await cells.table(
    'children',
    `select i as row, i % 4 + 1 as hospital, 'ward "' || (i % 9) || '''' as "the ward",
       case when i % 10 = 0 then null else 60 + i % 50 + 0.5 end as heart_rate,
       case when i % 7 = 0 then 'nan'::double else i / 10.0::double end as lactate,
       date '2024-01-01' + (i % 400)::int as day, timestamp '2024-01-01 00:30:00' + to_hours(i::int) as at,
       (i % 20)::int as age, 9007199254740993 + i as person_id, i % 3 = 0 as died
     from range(1000) t(i)`
  );
});

async function draw(text: string, relation = children) {
  const context = cells.context({ [relation.name]: { type: 'table', relation } });
  const { output } = await runChart(parseChart(`from: ${relation.name}\n${text}`), context);
  return { ...output, warnings: context.warnings };
}

function rowsOf(table: Table): Record<string, unknown>[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, exactValue(column, row)]))
  );
}

describe('runChart', () => {
  test('dots are the rows that have both values; what is missing is counted', async () => {
    const { marks, facts } = await draw('mark: dot\nx: age\ny: heart_rate\ncolor: hospital');
    expect(marks.rows).toBe(900);
    expect(facts).toMatchObject({ total: 1000, complete: 900 });
    expect(facts.missing.get('y')).toBe(100);
    expect(facts.range.get('x')).toEqual([0, 19]);
  });

  test('a number that is not finite has no place and counts as missing', async () => {
    const { facts } = await draw('mark: dot\nx: age\ny: lactate');
    expect(facts.missing.get('y')).toBe(143);
  });

  test('lines keep rows without a value, in the order of x', async () => {
    const relation = await cells.table('gaps', 'select * from (values (3, 1.5), (1, 2.5), (2, null)) t(x, y)');
    const { marks } = await draw('mark: line\nx: x\ny: y', relation);
    expect(rowsOf(marks)).toEqual([
      { x: 1, y: 2.5 },
      { x: 2, y: null },
      { x: 3, y: 1.5 }
    ]);
  });

  test.each([
    ['count', 25],
    ['mean', 84.5],
    ['median', 84.5],
    ['sum', 2112.5],
    ['min', 60.5],
    ['max', 108.5]
  ])('lines by %s are computed by the engine', async (aggregate, figure) => {
    const { marks } = await draw(`mark: line\nx: age\ny: heart_rate\naggregate: ${aggregate}`);
    const rows = rowsOf(marks);
    // age 2 and 12 never meet a missing heart rate: i % 10 = 2.
    const values = Array.from({ length: 50 }, (_, k) => 2 + 20 * k).map((i) => 60 + (i % 50) + 0.5);
    const sum = values.reduce((a, b) => a + b, 0);
    const expected = {
      count: 50,
      mean: sum / 50,
      median: figure,
      sum,
      min: Math.min(...values),
      max: Math.max(...values)
    };
    const row = rows.find((one) => one.x === 2);
    if (aggregate === 'median')
      expect(row?.figure).toBe(
        values.toSorted((a, b) => a - b)[25]! * 0.5 + values.toSorted((a, b) => a - b)[24]! * 0.5
      );
    else expect(row?.figure).toBeCloseTo(expected[aggregate as 'mean'], 9);
    expect(row?.n).toBe(50);
  });

  test('bars count without being asked, and a number names the bars in its own order', async () => {
    const { marks, domains, layout } = await draw('mark: bar\nx: age');
    expect(layout.aggregate).toBe('count');
    expect(domains.get('x')?.categories.slice(0, 12)).toEqual('0 1 2 3 4 5 6 7 8 9 10 11'.split(' '));
    expect(rowsOf(marks)[0]).toEqual({ x: '0', figure: 50, n: 50 });
  });

  test('bars lie down when the number is across', async () => {
    const relation = await cells.table('named', "select * from (values ('a', 3.5), ('b', 1.5)) t(who, how)");
    const { layout, marks } = await draw('mark: bar\nx: how\ny: who', relation);
    expect(layout.value).toBe('x');
    expect(marks.rows).toBe(2);
  });

  test('bars that would hide each other are refused', async () => {
    await expect(draw('mark: bar\nx: hospital\ny: heart_rate')).rejects.toMatchObject({
      code: 'chart-repeats',
      place: { line: 3, column: 4 }
    });
  });

  test('a histogram of whole numbers has its edges between them', async () => {
    const { marks } = await draw('mark: histogram\nx: age');
    expect(rowsOf(marks)[0]).toEqual({ x: -0.5, x_end: 0.5, figure: 50, n: 50 });
    expect(marks.rows).toBe(20);
  });

  test('a width of bins is taken as it is, and a value on an edge belongs above', async () => {
    const relation = await cells.table('tenths', 'select i / 10.0 as v from range(1, 11) t(i)');
    const { marks } = await draw('mark: histogram\nx: v\nbin: 0.1', relation);
    expect(rowsOf(marks).map((row) => [row.x, row.x_end, row.figure])).toEqual(
      [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((v) => [v, Number((v + 0.1).toPrecision(12)), 1])
    );
  });

  test('a histogram counts every row once, whatever the bins', async () => {
    for (const bin of ['auto', '0.7', '13']) {
      const { marks } = await draw(`mark: histogram\nx: lactate\nbin: ${bin}`);
      expect(rowsOf(marks).reduce((sum, row) => sum + Number(row.figure), 0)).toBe(857);
    }
  });

  test('days are counted by month, and end where the next month begins', async () => {
    const { marks } = await draw('mark: histogram\nx: day\nbin: month');
    expect(rowsOf(marks)[1]).toEqual({ x: '2024-02-01', x_end: '2024-03-01', figure: 87, n: 87 });
  });

  test('boxes hold quarters as R gives them, and whiskers as Tukey drew them', async () => {
    const relation = await cells.table(
      'boxed',
      "select 'a' as g, v::double as v from (values (1), (2), (3), (4), (5), (6), (7), (8), (9), (40)) t(v) union all select 'b', 5.0"
    );
    const { marks, outliers, layout } = await draw('mark: box\nx: g\ny: v', relation);
    expect(layout.value).toBe('y');
    expect(rowsOf(marks)).toEqual([
      { x: 'a', low: 1, q1: 3.25, median: 5.5, q3: 7.75, high: 9, n: 10 },
      { x: 'b', low: 5, q1: 5, median: 5, q3: 5, high: 5, n: 1 }
    ]);
    expect(rowsOf(outliers!)).toEqual([{ x: 'a', value: 40 }]);
  });

  test('one box needs no group, and whole numbers name the groups of a column of decimals', async () => {
    expect((await draw('mark: box\nx: heart_rate')).marks.rows).toBe(1);
    const { layout, marks } = await draw('mark: box\nx: heart_rate\ny: hospital');
    expect(layout.value).toBe('x');
    expect(rowsOf(marks).map((row) => row.y)).toEqual(['1', '2', '3', '4']);
    const byFewer = await draw('mark: box\nx: row\ny: hospital');
    expect(byFewer.layout.value).toBe('x');
  });

  test('beyond six colours the five largest stay and the others are counted together', async () => {
    const { marks, domains, warnings } = await draw('mark: bar\nx: hospital\ncolor: the ward');
    expect(domains.get('color')?.merged).toHaveLength(4);
    expect(new Set(rowsOf(marks).map((row) => row.color)).size).toBe(6);
    expect(rowsOf(marks).reduce((sum, row) => sum + Number(row.figure), 0)).toBe(1000);
    expect(warnings[0]).toContain('`the ward` has 9 groups');
  });

  test('lines that share a colour stay apart', async () => {
    const { marks } = await draw('mark: line\nx: row\ny: age\ncolor: the ward');
    expect(marks.columns.map((column) => column.name)).toContain('series');
  });

  test('a missing colour is a group of its own', async () => {
    const relation = await cells.table('some', "select * from (values (1, 'a'), (2, null)) t(x, g)");
    const { marks } = await draw('mark: dot\nx: x\ncolor: g', relation);
    expect(rowsOf(marks).map((row) => row.color)).toEqual(['a', '(missing)']);
  });

  test('a domain chooses and orders categories, and says what it leaves out', async () => {
    const { marks, domains } = await draw('mark: bar\nx: hospital\nscales: {x: {domain: [3, 1]}}');
    expect(
      rowsOf(marks)
        .map((row) => row.x)
        .toSorted()
    ).toEqual(['1', '3']);
    expect(domains.get('x')).toMatchObject({ categories: ['3', '1'], left: 500 });
  });

  test('a heat map counts over two cut axes', async () => {
    const { marks } = await draw('mark: cell\nx: at\ny: heart_rate\nbin: auto');
    expect(marks.columns.map((column) => column.name)).toEqual(['x', 'x_end', 'y', 'y_end', 'figure', 'n']);
    expect(rowsOf(marks).reduce((sum, row) => sum + Number(row.figure), 0)).toBe(900);
  });

  test('what a log scale or a domain cannot show is counted', async () => {
    const { facts, marks } = await draw(
      'mark: dot\nx: age\ny: heart_rate\nscales: {x: {type: log}, y: {domain: [70, 80]}}'
    );
    expect(facts.notPositive.get('x')).toBe(50);
    expect(facts.outside.get('y')).toBe(720);
    expect(marks.rows).toBe(900);
  });

  test('ids beyond 2^53 are never drawn as numbers, but exactly as groups', async () => {
    await expect(draw('mark: dot\nx: person_id\ny: age')).rejects.toMatchObject({ code: 'chart-beyond-exact' });
    const { marks } = await draw('mark: line\nx: row\ny: age\ngroup: person_id');
    expect(rowsOf(marks)[1]?.group).toBe('9007199254740994');
  });

  test('sums of whole numbers, which the engine gives as HUGEINT, are numbers', async () => {
    const relation = await cells.view(
      'sums',
      'select hospital, sum(age) as total from children group by hospital order by hospital'
    );
    const { marks } = await draw('mark: bar\nx: hospital\ny: total', relation);
    expect(rowsOf(marks)[0]).toEqual({ x: '1', y: 2000 });
  });

  test('a table without rows is an empty chart, no failure', async () => {
    const relation = await cells.view('none', 'select * from children where false');
    expect((await draw('mark: dot\nx: age\ny: heart_rate', relation)).marks.rows).toBe(0);
    expect((await draw('mark: histogram\nx: age', relation)).marks.rows).toBe(0);
    expect((await draw('mark: box\nx: hospital\ny: age', relation)).marks.rows).toBe(0);
  });

  test.each([
    ['mark: dot\nx: agee\ny: heart_rate', 'no-column', 3],
    ['mark: dot\nx: age\ny: heart_rate\nsize: the ward', 'chart-not-number', 5],
    ['mark: histogram\nx: the ward', 'chart-not-place', 3],
    ['mark: line\nx: the ward\ny: age', 'chart-not-place', 3],
    ['mark: bar\nx: died\ny: the ward\naggregate: mean', 'chart-not-number', 4],
    ['mark: bar\nx: the ward\nbin: auto', 'chart-bin-type', 4],
    ['mark: histogram\nx: age\nbin: month', 'chart-bin-type', 4],
    ['mark: histogram\nx: row\nbin: 0.001', 'chart-many-bins', 4],
    ['mark: bar\nx: row', 'chart-many-categories', 3],
    ['mark: dot\nx: age\nfacet: {x: row}', 'chart-many-categories', 4],
    ['mark: dot\nx: the ward\nscales: {x: {type: log}}', 'chart-scale-type', 3],
    ['mark: dot\nx: age\nscales: {x: {domain: [5]}}', 'chart-domain', 3]
  ])('%j is refused as %s', async (text, code, line) => {
    await expect(draw(text)).rejects.toMatchObject({ code, place: { line } });
  });

  test('too many marks are refused with the way out', async () => {
    const relation = await cells.table('many', 'select i as x, i % 7 as y from range(60000) t(i)');
    await expect(draw('mark: dot\nx: x\ny: y', relation)).rejects.toMatchObject({
      code: 'chart-many-marks',
      values: { n: 60000 }
    });
    expect((await draw('mark: dot\nx: x\ny: y\naggregate: count\nbin: auto', relation)).marks.rows).toBeLessThan(1000);
  });
});

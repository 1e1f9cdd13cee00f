import { beforeAll, describe, expect, test } from 'vitest';
import { simulateCardiac } from '$workers/clinical/cardiac';
import { benchmark as benchmarkInNode } from '$workers/statistics';
import type { Table } from '$workers/shared/table';
import type { Engines } from '$lib/engines';
import type { CellValue } from '$lib/notebook/kind';
import { setField } from '../task';
import { openCells, type NodeCells } from '../node-context';
import { benchmark } from '.';
import { unitsOf } from './course';
import { placeLabels } from './place-labels';
import { report } from './report';
import { stayDescription, stayRows, stayTable, stayText, stayUnit, type StayRow } from './stays';
import { runBenchmark } from './run';
import { funnelFinding, headlineOf } from './headline';
import { cautions, excludedText, hospitalRows, rateRows, togetherText, twoDecimals } from './shown';
import { parseBenchmark, type BenchmarkSpec } from './spec';

const named = { id: 'b' };
const thirty = 'from: ops\nhospital: hospital\ndeath_day: death_day\nfollow_up: follow_up_days\n';
const plain = `${thirty}risk: expected_risk\ntime: operated\n`;

describe('the text of a benchmark', () => {
  test('shows what its columns allow', () => {
    const show = (text: string) => parseBenchmark(text, named).show;
    expect(show('from: t\nhospital: h\noutcome: died')).toEqual(['funnel', 'rates']);
    expect(show('from: t\nhospital: h\noutcome: died\nrisk: p')).toEqual(['funnel', 'oe', 'rates']);
    expect(show(plain)).toEqual(['funnel', 'oe', 'vlad', 'cusum', 'rates']);
    expect(show(`${plain}show: [rates, funnel]`)).toEqual(['funnel', 'rates']);
  });

  test('names its tables and what it reads', () => {
    const spec = parseBenchmark(`${thirty}risk_model: model\ntime: operated\ncomplications: [aki]`, named);
    expect(benchmark.needs(spec)).toEqual({ tables: ['ops', 'model'], values: [] });
    expect(benchmark.defines(spec, 'b')).toEqual(['b', 'b_course', 'b_complications']);
    expect(benchmark.defines(parseBenchmark(thirty, named), 'b')).toEqual(['b']);
  });

  test.each([
    ['hospital: h\noutcome: died', 'task-missing', 1, 1],
    ['from: t\nhospital: h', 'benchmark-outcome-none', 1, 1],
    ['from: t\nhospital: h\noutcome: died\ndeath_day: d\nfollow_up: f', 'benchmark-outcome-two', 4, 12],
    ['from: t\nhospital: h\ndeath_day: d', 'benchmark-follow-up', 3, 12],
    ['from: t\nhospital: h\noutcome: died\nepisode: e', 'benchmark-episode', 4, 10],
    ['from: t\nhospital: h\noutcome: died\nrisk: p\nrisk_model: m', 'benchmark-risk-two', 5, 13],
    ['from: t\nhospital: h\noutcome: died\nshow: [oe]', 'benchmark-needs-risk', 4, 7],
    ['from: t\nhospital: h\noutcome: died\nrisk: p\nshow: [vlad]', 'benchmark-needs-time', 5, 7],
    ['from: t\nhospital: h\noutcome: died\nshow: []', 'benchmark-show-none', 4, 7],
    ['from: t\nhospital: h\noutcome: died\nshow: [league]', 'task-choice', 4, 8],
    ['from: t\nhospital: h\noutcome: died\nlevel: 95', 'task-number-range', 4, 8],
    ['from: t\nhospital: h\noutcome: died\ncusum: { worse: 2, wors: 3 }', 'task-unknown-key', 4, 20]
  ])('%j is refused at its place', (text, code, line, column) => {
    expect(() => parseBenchmark(text, named)).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining({ line, column }) })
    );
  });

  test('without a name has no table', () => {
    expect(() => parseBenchmark(plain, { id: undefined })).toThrowError(
      expect.objectContaining({ code: 'benchmark-needs-name' })
    );
  });

  test('follows a column that gets another name, and is written by the form', () => {
    const change = { sort: 'column', table: 'ops', from: 'expected_risk', to: 'p', shared: false } as const;
    expect(benchmark.rename?.(plain, change)).toContain('risk: p\n');
    const text = setField(setField(plain, ['cusum', 'seed'], 7), ['show'], ['funnel']);
    expect(parseBenchmark(text, named)).toMatchObject({ show: ['funnel'], cusum: { seed: 7, worse: 2 } });
  });
});

describe('running on simulated operations', () => {
  let cells: NodeCells;
  let inputs: Record<string, CellValue>;
  beforeAll(async () => {
    cells = await openCells();
    const { tables } = await simulateCardiac({ useCase: 'cardiac-surgery', persons: 8000, seed: 1 });
    const ops = await cells.data.insert('ops', tables.operations as NonNullable<typeof tables.operations>);
    const model = await cells.table(
      'model',
      "select * from (values ('(Intercept)', '', -4.5), ('category', '1', 0.0), ('category', '2', 0.7), ('category', '3', 1.3), ('category', '4', 1.8), ('category', '5', 3.0), ('Preterm', '', 0.4)) t(term, level, coefficient)"
    );
    inputs = { ops: { type: 'table', relation: ops }, model: { type: 'table', relation: model } };
  });
  /** The engine itself, in this process instead of its worker. */
  const run = (spec: BenchmarkSpec) => {
    const context = cells.context(inputs, 'b');
    const engines = { ...context.engines, statistics: { benchmark: benchmarkInNode } } as unknown as Engines;
    return runBenchmark(spec, { ...context, engines });
  };
  const read = async (sql: string) => {
    const { columns } = await cells.data.query(sql);
    return columns.map((column) =>
      [...column.values].map((value) => (column.type === 'text' ? column.dictionary[Number(value)] : Number(value)))
    );
  };

  test('finds the planted hospital, names every one in order and says who is left out', async () => {
    const spec = parseBenchmark(`${plain}complications: [aki, ecmo]\ncusum: { runs: 400 }\n`, named);
    const { output, values } = await run(spec);
    expect([...values.keys()]).toEqual(['b', 'b_course', 'b_complications']);
    const rows = hospitalRows(output.found, false);
    expect(rows.map(({ name }) => name)).toEqual(['Hospital 1', 'Hospital 2', 'Hospital 3', 'Hospital 4']);
    expect(rows[3]?.position).toBe('above 99.8 %');
    const seen = { rows, hides: false };
    expect(headlineOf(spec, output.found, seen)).toMatch(/^Above the 99.8 % limits of the funnel: Hospital/);
    // Issue 5: nothing is said of a funnel that is not shown.
    const alarms = headlineOf({ show: ['vlad', 'cusum'] }, output.found, seen);
    expect(alarms).toMatch(/^CUSUM alarm, more events than expected: .*Hospital 4/);
    expect(headlineOf({ show: ['vlad'] }, output.found, seen)).toContain('VLAD');
    expect(headlineOf({ show: ['cusum'] }, output.found, { rows, hides: true })).not.toContain('Hospital');
    expect(togetherText(output.found, rows, '', 30)).toMatch(
      /^Of [\d,]+ cases in 4 hospitals, .* died within 30 days\./
    );
    expect(excludedText(output.found)).toMatch(/^None of|^Left out/);
    expect(cautions(output.found, rows).at(-1)).toContain('at most 0.2 of them outside');
    const [observed, counted, ratio] = await read(
      'select sum(observed)::int, (select sum(outcome::int)::int from b_course), max(ratio) from b'
    );
    expect(observed).toEqual(counted);
    expect(ratio?.[0]).toBeGreaterThan(1.5);
    // Deaths of the table itself, counted anew.
    const own = 'select count(*)::int from ops where death_day <= 30 and expected_risk is not null';
    expect(await read(own)).toEqual([observed]);
    const units = unitsOf(output.found);
    expect(units[3]?.alarmDate.worse).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(rateRows(output.found.complications as never, false).map(({ event }) => event)).toEqual(['aki', 'ecmo']);
  });

  test('tells the length of stay by hospital, of all cases, and hides that of few', async () => {
    const spec = parseBenchmark(`${thirty}stay: picu_days\n`, named);
    expect(spec.show).toContain('stay');
    const { output, values } = await run(spec);
    expect([...values.keys()]).toEqual(['b', 'b_stays']);
    const table = output.found.stays as Table;
    const [medians] = await read('select median from b_stays order by hospital');
    const own =
      'select quantile_cont(picu_days, 0.5) from ops where picu_days is not null group by hospital order by hospital';
    expect(medians).toEqual((await read(own))[0]);
    const rows = stayRows(table, false);
    const shown = { rows: hospitalRows(output.found, false), hides: false };
    expect(headlineOf({ show: ['stay'] }, output.found, shown)).toMatch(
      /^Median length of stay by hospital: from [\d.]+ to [\d.]+ d$/
    );
    expect(stayDescription(rows)).toContain('Hospital 1: ');
    expect(stayText({ ...(rows[0] as StayRow), quartiles: { lower: 1.5, median: 2, upper: 4 } })).toBe(
      '2.00 (1.50\u00a0to\u00a04.00)'
    );
    expect(stayTable(rows, stayUnit(table), false).columns.map(({ name }) => name)).toContain('Median (quartiles), d');
    const few = {
      ...table,
      columns: table.columns.map((one) =>
        one.name === 'cases' ? { ...one, values: Int32Array.of(9, 10, 11, 12) } : one
      )
    } as Table;
    expect(stayRows(few, true).map(({ quartiles }) => quartiles !== undefined)).toEqual([false, true, true, true]);
    const { blocks } = await report({ spec, output, most: 50 } as unknown as Parameters<typeof report>[0]);
    expect(JSON.stringify(blocks)).toContain('Median length of stay by hospital');
  });

  test('a length of stay is shown only where there is one', () => {
    expect(() => parseBenchmark(`${thirty}show: [stay]`, named)).toThrowError(
      expect.objectContaining({ code: 'benchmark-needs-stay', place: expect.objectContaining({ line: 5 }) })
    );
  });

  test('takes the coefficients of a table, however the column is written', async () => {
    const { output } = await run(parseBenchmark(`${thirty}risk_model: model\n`, named));
    expect(output.found.all?.expected).toBeGreaterThan(20);
    expect(output.tables).toEqual(['b']);
  });

  test('without risks gives proportions', async () => {
    const { output } = await run(parseBenchmark('from: ops\nhospital: hospital\noutcome: aki\n', named));
    expect(output.found.adjusted).toBeUndefined();
    expect(togetherText(output.found, hospitalRows(output.found, false), 'aki', 30)).toContain('had the outcome `aki`');
  });

  test('an audience and a report see no hospital of a few events, and nothing that tells them', async () => {
    const few = await cells.table('few', 'select * from ops where hospital < 4 or death_day is null or death_day < 2');
    inputs = { ...inputs, few: { type: 'table', relation: few } };
    const spec = parseBenchmark(plain.replace('ops', 'few').replace('risk:', 'target: 0.03\nrisk:'), named);
    const { output } = await run({ ...spec, show: ['funnel', 'oe', 'rates'] });
    const rows = hospitalRows(output.found, true);
    const hidden = rows.filter((row) => row.hidden);
    expect(hidden.length).toBeGreaterThan(0);
    expect(togetherText(output.found, rows, '', 30)).not.toContain('died');
    // What is hidden may lie anywhere: nothing is said of it.
    const finding = (of: typeof rows) => funnelFinding(of, ({ position }) => position);
    expect(finding(rows.map((row) => ({ ...row, hidden: true })))).toContain('No hospital is shown');
    const inside = rows.map((row, at) => ({ ...row, hidden: at === 0, position: 'inside' as const }));
    expect(finding(inside)).toContain('The hospitals that are shown');
    const apart = (['below 99.8 %', 'above 95 %', 'inside', 'below 99.8 %'] as const).map((position, at) => ({
      ...(rows[at % rows.length] as (typeof rows)[number]),
      name: `H${at}`,
      hidden: false,
      position
    }));
    expect(finding(apart)).toBe(
      'Below the 99.8 % limits of the funnel: H0 and H3; above the 95 % limits of the funnel, inside the 99.8 % limits: H1'
    );
    expect(finding(apart.map((row) => ({ ...row, position: undefined })))).toContain('No funnel');
    const given = { spec, output, most: 50 } as unknown as Parameters<typeof report>[0];
    const { blocks, individual } = await report(given);
    expect(individual).toBe(false);
    const text = JSON.stringify(blocks);
    for (const { name } of hidden) expect(text).toContain(`${name}: fewer than 10`);
  });

  test.each([
    ['from: ops\nhospital: hospitl\noutcome: died', 'no-column', 2],
    ['from: ops\nhospital: hospital\noutcome: weigth', 'no-column', 3],
    ['from: ops\nhospital: hospital\noutcome: weight', 'column-not-binary', undefined],
    [`${thirty}complications: [aki, ekmo]`, 'no-column', 5],
    [`${thirty}stay: picu_dys`, 'no-column', 5],
    [`${thirty}stay: operated`, 'column-not-numeric', undefined]
  ])('%j: %s', async (text, code, line) => {
    const error = await run(parseBenchmark(text, named)).catch((reason: unknown) => reason);
    expect(error).toMatchObject(line === undefined ? { code } : { code, place: { line } });
  });
});

test.each([
  [1.2, '1.20'],
  [-0.001, '0.00'],
  [-22.456, '\u221222.46']
])('%d is written %s', (value, text) => expect(twoDecimals(value)).toBe(text));

describe('names beside points', () => {
  test('cover neither other names nor other points while there is room', () => {
    const points = [
      { x: 50, y: 1, name: 'Hospital 1' },
      { x: 52, y: 1, name: 'Hospital 2' },
      { x: 98, y: 1, name: 'Hospital 3' }
    ];
    const labels = placeLabels(points, { x: 100, y: 2, width: 600, height: 300 });
    expect(labels.map(({ anchor }) => anchor)).toEqual(['end', 'start', 'end']);
  });
});

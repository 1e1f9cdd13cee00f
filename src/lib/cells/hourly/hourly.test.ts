import { beforeAll, describe, expect, test } from 'vitest';
import { fillHours, score as scoreInNode } from '$workers/clinical';
import type { Engines } from '$lib/engines';
import type { CellValue } from '$lib/notebook/kind';
import { openCells, type NodeCells } from '../node-context';
import { score } from '../score';
import { setField } from '../task';
import { hourly } from '.';
import { remarksOf, variableRows } from './shown';
import { parseHourly } from './spec';

const named = { id: 'grid' };

describe('the text of an hourly cell', () => {
  test('says the measurements; the rest is usual', () => {
    const spec = parseHourly('from: measurement\nstays: visit_detail', named);
    expect(spec).toMatchObject({
      ...{ name: 'grid', from: 'measurement', stays: 'visit_detail', carriesForward: true, ages: false },
      ...{ unitless: 'skip', variables: [], stayColumns: {} }
    });
    expect(hourly.needs(spec)).toEqual({ tables: ['measurement', 'visit_detail'], values: [] });
    expect(hourly.defines(spec, 'grid')).toEqual(['grid']);
  });

  test.each([
    ['stays: visit_detail', 'task-missing', 1, 1],
    ['from: m\nvariables: [lactat]', 'hourly-no-variable', 2, 13],
    ['from: m\naggregate: { lactate: median }', 'task-choice', 2, 23],
    ['from: m\ncarry:\n  gcs: -1', 'task-number-range', 3, 8],
    ['from: m\ncarry:\n  gsc: 3', 'hourly-no-variable', 3, 8],
    ['from: m\ncolumns: { when: t }', 'hourly-no-variable', 2, 18],
    ['from: m\nunitless: guess', 'task-choice', 2, 11]
  ])('%j is refused at its place', (text, code, line, column) => {
    expect(() => parseHourly(text, named)).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining({ line, column }) })
    );
  });

  test('with a map of its own may name variables that nobody knows', () => {
    const spec = parseHourly('from: m\nmap: codes\nvariables: [troponin]\ncarry: { troponin: 3 }', named);
    expect(hourly.needs(spec).tables).toEqual(['m', 'codes']);
    expect(spec.carry).toEqual(new Map([['troponin', 3]]));
  });

  test('without a name has no table', () => {
    expect(() => parseHourly('from: m', { id: undefined })).toThrowError(
      expect.objectContaining({ code: 'hourly-needs-name' })
    );
  });

  test('keeps comments when the form writes, and reads back what it wrote', () => {
    const text = setField('from: m # all\n', ['carry', 'gcs'], 6);
    expect(text).toContain('from: m # all');
    expect(parseHourly(text, named).carry).toEqual(new Map([['gcs', 6]]));
    expect(parseHourly(setField(text, ['carry_forward'], false), named).carriesForward).toBe(false);
  });

  test('follows tables and columns that get other names', () => {
    const text = 'from: m\nstays: s\ncolumns:\n  time: t\nstay_columns:\n  start: a\n';
    const column = { sort: 'column', table: 'm', from: 't', to: 'taken', shared: false } as const;
    expect(hourly.rename?.(text, column)).toContain('time: taken');
    expect(hourly.rename?.(text, { sort: 'table', from: 's', to: 'stays' })).toContain('stays: stays');
  });
});

describe('running', () => {
  let cells: NodeCells;
  let inputs: Record<string, CellValue>;
  beforeAll(async () => {
    cells = await openCells();
    const m = await cells.table(
      'm',
      `SELECT CAST(p AS BIGINT) AS person_id, CAST(c AS INTEGER) AS measurement_concept_id, CAST(t AS TIMESTAMP) AS measurement_datetime, CAST(v AS DOUBLE) AS value_as_number, u AS unit_source_value FROM (VALUES
        (9007199254740993, 2000000009, '2024-01-01 10:20', 45.05, 'mg/dL'), (9007199254740993, 2000000008, '2024-01-01 10:20', 31, 'mm[Hg]'),
        (9007199254740993, 2000000011, '2024-01-01 10:20', 99, 'furlongs'), (9007199254740995, 2000000009, '2024-01-01 10:20', 3, 'mmol/L'),
        (9007199254740993, 5, '2024-01-01 10:20', 1, 'x')) AS v(p, c, t, v, u)`
    );
    const s = await cells.table(
      's',
      `SELECT CAST(1 AS BIGINT) AS visit_detail_id, CAST(9007199254740993 AS BIGINT) AS person_id, TIMESTAMP '2024-01-01 10:00' AS visit_detail_start_datetime, TIMESTAMP '2024-01-01 18:00' AS visit_detail_end_datetime`
    );
    inputs = { m: { type: 'table', relation: m }, s: { type: 'table', relation: s } };
  });
  /** The engine itself, in this process instead of its worker. */
  const run = (text: string) => {
    const context = cells.context(inputs, 'grid');
    const engines = { ...context.engines, clinical: { fillHours } } as unknown as Engines;
    return hourly.run(parseHourly(text, named), { ...context, engines });
  };

  test('makes a table of hours with units, forgets its parts, and tells what became of the rows', async () => {
    const { output, values } = await run('from: m\nstays: s');
    const value = values.get('grid');
    expect(value?.type === 'table' && value.relation.columns.map(({ name, unit }) => [name, unit])).toEqual([
      ['person_id', undefined],
      ['stay_id', undefined],
      ['hour', 'h'],
      ['time', undefined],
      ['map', 'mmHg'],
      ['lactate', 'mmol/L'],
      ['platelets', '10³/µL']
    ]);
    expect(output).toMatchObject({ hours: 8, persons: 1, mapIsDefault: true });
    expect((await cells.data.relations()).map(({ name }) => name).sort()).toEqual(['grid', 'm', 's']);
    const row = (name: string) => variableRows(output, false).find((one) => one.name === name);
    expect(row('lactate')).toMatchObject({ used: '1', outside: '1', measured: 0.125, known: 0.875 });
    expect(row('platelets')).toMatchObject({ used: '0', unitUnknown: '1', known: 0 });
    const said = remarksOf(output, false).join(' ');
    expect(said).toContain('platelets in "furlongs" (1)');
    expect(said).toContain('lactate (mg/dL)');
    expect(said).toContain('1 code means none');
    expect(said).toContain('For research and education');
    expect(remarksOf(output, true).join(' ')).toContain('(fewer than 10)');
  });

  test('its table feeds a score', async () => {
    const { values } = await run('from: m\nstays: s\nvariables: [map, lactate]\ncarry: { lactate: 1 }');
    const context = cells.context({ grid: values.get('grid') as CellValue }, 'scored');
    const engines = { ...context.engines, clinical: { score: scoreInNode } } as unknown as Engines;
    const spec = score.parse('score: phoenix\nfrom: grid', { id: 'scored' } as never);
    const { output } = await score.run(spec, { ...context, engines });
    // Lactate of 5 mmol/L: one point in its own hour and in the next.
    expect(output.results[0]).toMatchObject({ counts: expect.arrayContaining([6, 2]) });
  });

  test('says which oxygen and which pressures belong together, and the score believes it', async () => {
    const o = await cells.table(
      'o',
      `SELECT 'A' AS person_id, CAST(t AS TIMESTAMP) AS time, v AS variable, CAST(x AS DOUBLE) AS value FROM (VALUES
        ('2024-01-01 10:10', 'fio2', 0.5), ('2024-01-01 10:20', 'spo2', 90), ('2024-01-01 11:10', 'fio2', 0.6),
        ('2024-01-01 10:20', 'map', 90), ('2024-01-01 11:20', 'sbp', 60), ('2024-01-01 11:20', 'dbp', 30)) AS v(t, v, x)`
    );
    inputs = { ...inputs, o: { type: 'table', relation: o } };
    const { output: made, values } = await run('from: o');
    expect(remarksOf(made, false).join(' ')).toContain('`sf_ratio`, `map_settled`');
    const context = cells.context({ grid: values.get('grid') as CellValue }, 'scored');
    const engines = { ...context.engines, clinical: { score: scoreInNode } } as unknown as Engines;
    const { output } = await score.run(score.parse('score: phoenix\nfrom: grid', { id: 'scored' } as never), {
      ...context,
      engines
    });
    const taken = [...output.inputs].map(([input, { column }]) => [input, column.name]);
    expect(taken).toEqual(expect.arrayContaining([['map', 'map_settled'], ['sf_ratio', 'sf_ratio']])); // prettier-ignore
    expect(taken.flat()).not.toContain('sbp');
    const of = (name: string) => output.summary.find((one) => one.name === name);
    expect(of('map')).toMatchObject({ missing: 0, rejected: 0 });
    expect(of('sf_ratio')).toMatchObject({ missing: 1, rejected: 0 });
    const { columns } = await cells.data.query(
      'SELECT phoenix_respiratory, phoenix_cardiovascular FROM scored ORDER BY hour'
    );
    expect(columns.map(({ values: points }) => [...points].map(Number))).toEqual([[1, 0], [0, 0]]); // prettier-ignore
  });

  test('carries nothing where it is told so', async () => {
    const { output } = await run('from: m\nstays: s\ncarry_forward: false');
    expect(output.variables.every(({ measured, known }) => measured === known)).toBe(true);
  });

  test.each([
    ['from: m\nstays: m', 'hourly-role', 1],
    ['from: m\nstays: s\nstay_columns: { start: begun }', 'hourly-column', 3],
    ['from: s', 'hourly-no-variables', 1],
    ['from: m\nstays: s\nmap: s', 'hourly-map-column', 3],
    ['from: m\nstays: s\ncolumns: { unit: units }', 'hourly-column', 3]
  ])('%j: %s', async (text, code, line) => {
    await expect(run(text)).rejects.toMatchObject({ code, place: { line } });
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { simulate, TABLES } from '$workers/clinical';
import type { CellValue } from '$lib/notebook/kind';
import { openCells, type NodeCells } from '../node-context';
import { quality } from '.';
import { cdmNameOf } from './recognise';
import { report } from './report';
import { countsOf, failedChecks, figuresOf, leftOut, placeOf, rangesOf, unanswered } from './sections';
import { parseQuality } from './spec';
import { switchTables } from './switch-tables';

const named = { id: 'checked' };
const specOf = (text: string) => parseQuality(text, named);

describe('the text of a quality cell', () => {
  test('says what the names of the tables begin with, and wants whichever there are', () => {
    const spec = specOf('tables: picu_');
    expect(spec).toMatchObject({ name: 'checked', prefix: 'picu_', tables: [], ages: [0, 18], checks: undefined });
    const { tables, tablesIfThere } = quality.needs(spec);
    expect(tables).toEqual([]);
    expect(tablesIfThere).toContain('picu_visit_occurrence');
    expect(tablesIfThere).toContain('picu_hours');
    expect(specOf('').prefix).toBe('');
  });

  test('or names the tables', () => {
    const spec = specOf(`tables: [a_person, measurement]
checks: [16, 21]
thresholds: { 16: 0.5 }
variable_map: meaning
hours: flat
label: sepsis
extract_date: 2025-12-31
age_to: 17
intensive_care: [32037, 9201]`);
    expect(spec).toMatchObject({
      prefix: undefined,
      checks: [16, 21],
      thresholds: { 16: 0.5 },
      extractDate: '2025-12-31',
      ages: [0, 17],
      intensiveCare: [32037, 9201]
    });
    expect(quality.needs(spec)).toEqual({
      tables: ['a_person', 'measurement', 'meaning', 'flat'],
      values: [],
      tablesIfThere: []
    });
  });

  test.each([
    ['tables: []', 'quality-none-named', 1, 9],
    ['tables: p_\nchecks: [27]', 'task-choice', 2, 10],
    ['tables: p_\nthresholds: { 27: 1 }', 'quality-check-unknown', 2, 19],
    ['tables: p_\nthresholds: { 16: 101 }', 'task-number-range', 2, 19],
    ['tables: p_\nextract_date: 31.12.2025', 'quality-date', 2, 15],
    ['tables: p_\nextract_date: 2025-02-30', 'quality-date', 2, 15],
    ['tables: p_\nintensive_care: []', 'quality-visit-concept', 2, 17],
    ['tables: p_\nage_from: 20', 'quality-age-range', 1, 1],
    ['tables: p_\nhour: x', 'task-unknown-key', 2, 1]
  ])('%j is refused at its place', (text, code, line, column) => {
    expect(() => specOf(text)).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining({ line, column }) })
    );
  });

  test('without a name has no table', () => {
    expect(() => parseQuality('tables: p_', { id: undefined })).toThrowError(
      expect.objectContaining({ code: 'quality-needs-name' })
    );
  });

  test('follows a table that gets another name', () => {
    const change = { sort: 'table', from: 'a_person', to: 'b_person' } as const;
    expect(quality.rename?.('tables: [a_person]\n', change)).toBe('tables: [b_person]\n');
  });

  test.each([
    ['person', 'person'],
    ['Site_1_VISIT_OCCURRENCE', 'visit_occurrence'],
    ['picu_observation_period', 'observation_period'],
    ['chaperson', undefined],
    ['myconcepts', undefined]
  ])('%s is the table %s of the CDM', (name, known) => expect(cdmNameOf(name)).toBe(known));
});

describe('the form', () => {
  const relations = ['a_person', 'a_hours', 'a_episodes', 'b_person'].map((name) => ({ name }));

  test('goes from what names begin with to names, and back', () => {
    const plain = 'tables: a_ # ours\nchecks: [1]\n';
    const byName = switchTables(plain, 'list', relations);
    expect(specOf(byName)).toMatchObject({ prefix: undefined, tables: ['a_person', 'a_hours'], checks: [1] });
    expect(specOf(switchTables(byName, 'prefix', relations))).toMatchObject({ prefix: 'a_', checks: [1] });
    expect(switchTables(plain, 'prefix', relations)).toBe(plain);
  });

  test('without such tables begins a list with the persons', () => {
    expect(specOf(switchTables('tables: c_', 'list', relations)).tables).toEqual(['c_person']);
  });
});

describe('running', () => {
  const patience = 120_000;
  let cells: NodeCells;
  const inputs: Record<string, CellValue> = {};

  beforeAll(async () => {
    cells = await openCells();
    const hospital = await simulate({
      useCase: 'picu-sepsis',
      persons: 60,
      seed: 1,
      tables: TABLES,
      leak: false,
      faults: true
    });
    for (const [name, table] of Object.entries(hospital.tables)) {
      inputs[`f_${name}`] = { type: 'table', relation: await cells.data.insert(`f_${name}`, table) };
    }
    const map = `select distinct measurement_concept_id as concept_id, measurement_source_value as variable from f_measurement where measurement_source_value in ('sbp', 'dbp')`;
    inputs['map'] = { type: 'table', relation: await cells.view('map', map) };
    inputs['nomap'] = { type: 'table', relation: await cells.view('nomap', 'select 1 as concept') };
    inputs['odd'] = { type: 'table', relation: await cells.view('odd', 'select * from f_person') };
    inputs['other_person'] = { type: 'table', relation: await cells.view('other_person', 'select * from f_person') };
  }, patience);

  const run = async (text: string) => {
    const context = cells.context(inputs, 'checked');
    return { ...(await quality.run(specOf(text), context)), spec: specOf(text) };
  };
  const rows = async (sql: string) => (await cells.data.query(sql)).rows;

  test(
    'reads like a page: failing checks first, each line with its own query of the rows',
    async () => {
      const { output, values } = await run('tables: f_');
      expect([...values.keys()]).toEqual(['checked']);
      const counts = countsOf(output.report);
      expect(counts.checks).toBe(26);
      expect(counts.failed + counts.passed + counts.notApplicable).toBe(26);
      const failed = failedChecks(output.report);
      expect(failed.map(({ check }) => check)).toEqual(expect.arrayContaining([4, 13, 14, 16, 20]));
      for (const { check, lines } of failed) {
        for (const line of lines) if (check > 3) expect(await rows(line.rowsSql!), line.id).toBe(line.failing);
      }
      const ends = failed.find(({ check }) => check === 13)!.lines[0]!;
      expect(placeOf(ends, output)).toBe('f_visit_occurrence.visit_end_datetime');
      expect(ends.rowsSql).toContain('FROM "f_visit_occurrence" t');
      expect(figuresOf(ends, false)).toMatch(/^4 of \d+ rows, \d/);
      // Before an audience neither the few nor a share that tells them.
      expect(figuresOf(ends, true)).toMatch(/^fewer than 10 of \d+ rows$/);
      expect(rangesOf(output.report)).toContainEqual(
        expect.objectContaining({ name: 'heart_rate', low: 20, high: 300, unit: '/min' })
      );
    },
    patience
  );

  test(
    'makes a table of the report, and names what does not apply with its reason',
    async () => {
      const { output } = await run('tables: [f_person, f_visit_occurrence]');
      const lines = output.report.results.length;
      expect(await rows('select * from checked')).toBe(lines);
      expect(await rows(`select * from checked where status = 'fail' and threshold >= percent`)).toBe(0);
      const without = unanswered(output.report);
      expect(without.find(({ check }) => check === 21)?.reasons).toEqual(['The table measurement is absent.']);
      expect(leftOut(output.report).map(({ reason }) => reason)).toContain('The table care_site is absent.');
      const { blocks } = await report({
        spec: specOf('tables: [f_person, f_visit_occurrence]'),
        output
      } as unknown as Parameters<typeof report>[0]);
      expect(JSON.stringify(blocks)).toContain('The table measurement is absent.');
    },
    patience
  );

  test('takes thresholds, chosen checks, a map of variables and a date as they are written', async () => {
    const { output } = await run(
      `tables: [f_person, f_measurement]\nchecks: [14, 21]\nthresholds: { 21: 100 }\nvariable_map: map\nextract_date: 2200-01-01`
    );
    const { results } = output.report;
    expect(new Set(results.map(({ check }) => check))).toEqual(new Set([14, 21]));
    expect(results.find(({ check }) => check === 21)).toMatchObject({ status: 'pass', threshold: 100 });
    expect(results.find(({ id }) => id === '14 measurement.measurement_datetime after the extract')?.failing).toBe(0);
  });

  test('looks for leaks in a flat table of any name', async () => {
    inputs['flat'] = {
      type: 'table',
      relation: await cells.view('flat', 'select *, SepsisLabel as sepsis, SepsisLabel + 1 as told from f_hours')
    };
    const { output } = await run('tables: [f_person]\nchecks: [26]\nhours: flat\nlabel: sepsis');
    const leaks = output.report.results.filter(({ status }) => status === 'fail');
    expect(leaks.map(({ column }) => column)).toContain('told');
    expect(placeOf(leaks[0]!, output)).toMatch(/^flat\./);
  });

  test.each([
    ['tables: g_', 'quality-no-tables'],
    ['tables: [f_person, odd]', 'quality-table-unknown'],
    ['tables: [f_person, other_person]', 'quality-table-twice'],
    ['tables: [f_person]\nvariable_map: nomap', 'quality-map-columns'],
    ['tables: f_\nlabel: Sepsis_Label', 'no-column'],
    ['tables: [f_person]\nhours: f_hours\nlabel: Sepsis_Label', 'no-column']
  ])('%j: %s, with its place', async (text, code) => {
    await expect(run(text)).rejects.toMatchObject({
      code,
      place: expect.objectContaining({ column: expect.anything() })
    });
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { adherenceByPerson, bleedingGroups, pkStudy } from '$workers/clinical';
import type { Engines } from '$lib/engines';
import type { CellValue } from '$lib/notebook/kind';
import { openCells, type NodeCells } from '../node-context';
import { setField } from '../task';
import { pk } from '.';
import { pkFieldsFor } from './fields';
import { curveKey } from './keys';
import type { CurveOutput } from './run-curve';
import type { AdherenceOutput, BleedingOutput } from './run-groups';
import { curveRemarks, figureRow, noticesOf, shareBars } from './shown';
import { parsePk, type CurveSpec, type PkSpec } from './spec';

const named = { id: 'levels' };
const boy = 'model: fviii-bjorkman-2012\nperson: { weight_kg: 25, age_y: 8 }\n';
const after =
  'given:\n  - { hour: 0, iu: 1250 }\nmeasured:\n  - { hour: 1, level: 95 }\n  - { hour: 24, level: 14 }\n  - { hour: 48, level: 3.2 }\n';
const big = '9007199254740993';

describe('the text of a pk cell', () => {
  test('says a person, doses and levels', () => {
    const spec = parsePk(boy + after, named);
    expect(spec).toMatchObject({ show: 'curve', thresholds: [1, 2, 3, 5, 10], model: { name: 'fviii-bjorkman-2012' } });
    expect(pk.needs(spec)).toEqual({ tables: [], values: [] });
    expect(pk.defines(spec, 'levels')).toEqual(['levels', 'levels_figures', 'levels_levels']);
  });

  test('of tables needs them', () => {
    const spec = parsePk('model: fviii-bjorkman-2012\npatients: p\nwho: 12\ndoses: d\nlevels: l', named);
    expect(pk.needs(spec).tables).toEqual(['p', 'd', 'l']);
    expect(spec).toMatchObject({ who: '12' });
  });

  test.each([
    ['model: fviii', 'task-choice', 1, 8],
    ['person: { weight_kg: 25, age_y: 8 }', 'pk-cell-needs', 1, 1],
    ['model: own\nperson: { weight_kg: 25, age_y: 8 }', 'pk-cell-own', 1, 8],
    ['model: fviii-bjorkman-2012\nperson: { weight_kg: 25 }', 'pk-cell-person', 2, 9],
    ['model: fviii-bjorkman-2012\npatients: p', 'pk-cell-needs', 2, 11],
    [`${boy}doses: d\ngiven: [{ hour: 0, iu: 5 }]`, 'pk-cell-both', 4, 8],
    [`${boy}measured:\n  - { hour: 3 }`, 'pk-cell-level', 4, 5],
    [`${boy}what_if: { every_h: 48 }`, 'pk-cell-what-if', 3, 10],
    [`${boy}what_if: { iu: 500, times: 3 }`, 'pk-cell-what-if', 3, 10],
    [`${boy}target: { level: 1 }`, 'pk-cell-target', 3, 9],
    ['show: bleeding\npatients: p', 'pk-cell-needs', 1, 7],
    ['show: adherence\ndoses: d\nmodel: fviii-bjorkman-2012', 'pk-cell-unused', 3, 8]
  ])('%j is refused at its place', (text, code, line, column) => {
    expect(() => parsePk(text, named)).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining({ line, column }) })
    );
  });

  test('without a name has no tables', () => {
    expect(() => parsePk(boy + after, { id: undefined })).toThrowError(
      expect.objectContaining({ code: 'pk-cell-name' })
    );
  });

  test('the form shows the fields of what is shown, and writes what the check reads', () => {
    expect(Object.keys(pkFieldsFor('show: adherence\n'))).toEqual(['show', 'doses', 'tolerance_h']);
    const text = setField(setField(boy + after, ['what_if', 'iu'], 750), ['what_if', 'times'], 1);
    expect((parsePk(text, named) as CurveSpec).whatIf).toEqual({ amount: 750, times: 1 });
    expect(parsePk(setField(text, ['what_if'], undefined), named)).toMatchObject({ whatIf: undefined });
  });
});

describe('a pk cell that runs', { timeout: 60_000 }, () => {
  let cells: NodeCells;
  let tables: Record<string, CellValue>;
  beforeAll(async () => {
    cells = await openCells();
    const made = async (name: string, sql: string): Promise<CellValue> => ({
      type: 'table',
      relation: await cells.table(name, sql)
    });
    const columns =
      'person_id, type, weight, age_years, endogenous, years, observed_from, inhibitor_from, inhibitor_to, severity';
    tables = {
      patients: await made(
        'patients',
        `SELECT * FROM (VALUES
          (${big}, 'A', 25.0, 8.0, 0.0, 2.0, TIMESTAMP '2020-01-01', TIMESTAMP '2020-07-01', TIMESTAMP '2021-01-01', 'severe'),
          (9007199254740992, 'B', 30.0, 9.0, 0.0, 1.0, TIMESTAMP '2020-01-01', NULL, NULL, 'severe'),
          (7, 'A', NULL, 9.0, 0.0, NULL, TIMESTAMP '2020-01-01', NULL, NULL, 'mild')) AS p(${columns})`
      ),
      doses: await made(
        'doses',
        `SELECT * FROM (VALUES
          (${big}, TIMESTAMP '2020-01-01 08:00', 1, TIMESTAMP '2020-01-01 08:00', 1250.0),
          (${big}, TIMESTAMP '2020-01-03 08:00', 0, NULL, NULL),
          (${big}, NULL, 1, TIMESTAMP '2020-01-05 08:00', 500.0),
          (9007199254740992, TIMESTAMP '2020-01-01 08:00', 1, TIMESTAMP '2020-01-01 23:00', 1000.0))
          AS d(person_id, planned, given, time, iu)`
      ),
      measured: await made(
        'measured',
        `SELECT * FROM (VALUES
          (${big}, TIMESTAMP '2020-01-01 09:00', 95.0, 0), (${big}, TIMESTAMP '2020-01-02 08:00', 14.0, 0),
          (${big}, TIMESTAMP '2020-01-03 08:00', 3.2, 0), (${big}, TIMESTAMP '2020-01-04 08:00', NULL, 0))
          AS l(person_id, time, level, below_quantification)`
      ),
      bleeds: await made(
        'bleeds',
        `SELECT * FROM (VALUES (${big}, TIMESTAMP '2020-02-01'), (${big}, TIMESTAMP '2020-08-01'),
          (${big}, TIMESTAMP '2020-09-01'), (99, TIMESTAMP '2020-02-01')) AS b(person_id, time)`
      )
    };
  });

  async function run<Output>(spec: PkSpec) {
    const context = cells.context(tables, 'levels');
    const clinical = {
      pkStudy,
      bleedingGroups: async (...given: Parameters<typeof bleedingGroups>) => bleedingGroups(...given),
      adherenceByPerson: async (...given: Parameters<typeof adherenceByPerson>) => adherenceByPerson(...given)
    };
    const outcome = await pk.run(spec, { ...context, engines: { ...context.engines, clinical } as unknown as Engines });
    return outcome as typeof outcome & { output: Output };
  }
  const rows = async (sql: string) => {
    const { columns } = await cells.data.query(sql);
    return columns.map(({ values }) => values[0]);
  };

  test('gives the half-life of the reference, and tables that SQL reads', async () => {
    const spec = parsePk(boy + after, named);
    const { output, values } = await run<CurveOutput>(spec);
    expect([...values.keys()]).toEqual(['levels', 'levels_figures', 'levels_levels']);
    const [value] = await rows(`SELECT value FROM levels_figures WHERE figure = 'half-life'`);
    expect(value).toBeCloseTo(9.883, 3);
    expect(await rows('SELECT count(*)::INTEGER FROM levels_levels')).toEqual([3]);
    expect(output.isWritten).toBe(true);
    const halfLife = output.study.figures.find(({ name }) => name === 'half-life')!;
    expect(figureRow(halfLife, spec as CurveSpec)).toMatchObject({ value: '9.88 h' });
  });

  test('finds a person of tables by an id beyond 2^53, and leaves out what has no level', async () => {
    const text = `model: fviii-bjorkman-2012\npatients: patients\nwho: ${big}\ndoses: doses\nlevels: measured`;
    const { output } = await run<CurveOutput>(parsePk(text, named));
    expect(output.study.figures.find(({ name }) => name === 'half-life')?.value).toBeCloseTo(9.883, 3);
    expect(output).toMatchObject({ doses: 2, leftOut: 1, isWritten: false, person: { weightKg: 25, ageYears: 8 } });
    const [first] = await rows('SELECT min(date_time)::VARCHAR FROM levels_levels');
    expect(first).toBeDefined();
  });

  test.each([
    ['patients: patients\nwho: 12', 'pk-cell-nobody'],
    ['patients: patients\nwho: 9007199254740992\ndoses: doses', 'pk-cell-type'],
    ['patients: patients\nwho: 7\ndoses: doses', 'pk-cell-value'],
    ['patients: patients\nwho: 7\nperson: { weight_kg: 30 }\ndoses: doses', 'pk-cell-no-doses'],
    ['person: { weight_kg: 30, age_y: 9 }\ndoses: doses', 'pk-cell-many'],
    ['person: { weight_kg: 30, age_y: 9 }\ndoses: bleeds', 'pk-cell-no-column'],
    ['person: { weight_kg: 30, age_y: 9 }', 'pk-nothing-given']
  ])('%j: %s', async (text, code) => {
    const spec = parsePk(`model: fviii-bjorkman-2012\n${text}`, named);
    await expect(run(spec)).rejects.toMatchObject({ code });
  });

  test('says what each sign of the curve means, and of none that is not drawn', async () => {
    const { output } = await run<CurveOutput>(parsePk(boy + after, named));
    const looks = curveKey(output).map(({ look, color }) => `${look} ${color}`);
    expect(looks).toEqual(['line --c1', 'area --c1-area', 'dashdot --ink-faint', 'dot --ink', 'dotted --line-strong']);
    const whatIf = `${boy + after}\nwhat_if: { iu: 750, every_h: 48, times: 3 }`;
    const { output: other } = await run<CurveOutput>(parsePk(whatIf, named));
    expect(curveKey(other).map(({ words }) => words)).toContain('what if');
  });

  test('says on the figure what it is for, and that OPTI-CLOT is of operations', async () => {
    expect(noticesOf(parsePk(boy + after, named) as CurveSpec)).toEqual(['For research and teaching, not for dosing.']);
    const nine = parsePk((boy + after).replace('fviii-bjorkman-2012', 'fix-opti-clot-2018'), named) as CurveSpec;
    expect(noticesOf(nine)[1]).toContain('Perioperative');
    const { output } = await run<CurveOutput>(nine);
    expect(curveRemarks(output, nine).join(' ')).toContain('Unverified: Perioperative');
  });

  test('counts bleeds by group; whoever has no years has no rate', async () => {
    const spec = parsePk('show: bleeding\npatients: patients\nbleeds: bleeds\nby: severity', named);
    const { output } = await run<BleedingOutput>(spec);
    expect(output).toMatchObject({ leftOut: 1, strangers: 1 });
    expect(output.groups).toMatchObject([{ name: 'severe', persons: 2, bleeds: 3, years: 3, rate: 1, bleedFree: 1 }]);
    expect(
      await rows(`SELECT person_id::VARCHAR, bleeds::INTEGER FROM levels ORDER BY bleeds DESC LIMIT 1`)
    ).toHaveLength(2);
  });

  test('splits the time of a person where an inhibitor came and went', async () => {
    const { output } = await run<BleedingOutput>(parsePk('show: inhibitor\npatients: patients\nbleeds: bleeds', named));
    expect(output.groups.map(({ name, bleeds }) => [name, bleeds])).toEqual([
      ['never', 0],
      ['before or after', 1],
      ['during', 2]
    ]);
    const during = output.groups[2]!;
    expect(during.years).toBeCloseTo(184 / 365.25, 6);
    expect(during.years + output.groups[1]!.years).toBeCloseTo(2, 9);
  });

  test('measures adherence to planned doses only', async () => {
    const { output } = await run<AdherenceOutput>(parsePk('show: adherence\ndoses: doses', named));
    expect([...output.shares]).toEqual([0, 0.5]);
    expect(output).toMatchObject({ planned: 3, taken: 1 });
    expect(shareBars(output).reduce((sum, { n }) => sum + n, 0)).toBe(2);
  });
});

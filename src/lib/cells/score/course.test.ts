import { beforeAll, describe, expect, test } from 'vitest';
import { scoreCourse as scoreCourseInNode } from '$workers/clinical';
import type { Engines } from '$lib/engines';
import type { CellValue } from '$lib/notebook/kind';
import { openCells, type NodeCells } from '../node-context';
import { setField } from '../task';
import { score } from '.';
import { fieldsShown } from './fields';
import { report } from './report';
import { carriedRows, courseText, inputRows, onsetRows, onsetTitle } from './shown';
import { parseScore, type ScoreSpec } from './spec';
import { headingOf } from './usable';

const named = { id: 'scored' };
const plain = 'score: phoenix\nfrom: hours\nlook_back: true\n';

describe('the text of a score over time', () => {
  test('makes a second table for the onset', () => {
    expect(score.defines(parseScore(`${plain}onset: true`, named), 'scored')).toEqual(['scored', 'scored_onset']);
    expect(score.defines(parseScore(plain, named), 'scored')).toEqual(['scored']);
  });

  test.each([
    ['score: psofa\nfrom: h\nlook_back: true', 'score-no-look-back', 3, 12],
    ['score: kdigo\nfrom: h\nonset: true', 'score-no-onset', 3, 8],
    ['score: phoenix\nfrom: h\nlabel_before: 6', 'score-label-onset', 3, 15],
    ['score: phoenix\nfrom: h\nonset: true\nlabel_before: 60', 'task-number-range', 4, 15],
    ['score: phoenix\nfrom: h\nlong: { variable: a, value: b }', 'score-long', 3, 7],
    ['score: phoenix\nfrom: h\nlook_back: true\nlong: { variable: a }', 'score-long-columns', 4, 7],
    ['score: phoenix\nfrom: h\nlook_back: true\ncolumns: { pf_ratio: x }', 'score-no-input', 4, 22],
    [
      'score: phoenix\nfrom: h\nlook_back: true\nlong: { variable: a, value: b }\ncolumns: { map: x }',
      'score-no-input',
      5,
      17
    ]
  ])('%j is refused at its place', (text, code, line, column) => {
    expect(() => parseScore(text, named)).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining({ line, column }) })
    );
  });

  test('follows a column that gets another name', () => {
    const change = { sort: 'column', table: 'hours', from: 'at', to: 'when', shared: false } as const;
    expect(score.rename?.(`${plain}time: at\nlong: { variable: at, value: v }\n`, change)).toBe(
      `${plain}time: when\nlong: { variable: when, value: v }\n`
    );
  });

  test('has a form that shows what the score has, and is written by it', () => {
    const shown = (text: string) => Object.keys(fieldsShown(parseScore(text, named)));
    const course = [
      'look_back',
      'onset',
      'person',
      'episode',
      'time',
      'time_unit',
      'label_before',
      'label_length',
      'long'
    ];
    const of = (text: string) => course.filter((key) => shown(text).includes(key));
    expect(of('score: psofa\nfrom: h')).toEqual([]);
    expect(of('score: kdigo\nfrom: h')).toEqual(['look_back']);
    // Issue 5: reference values belong to z-scores alone.
    const compares = (text: string) => shown(text).filter((key) => ['reference', 'variable'].includes(key));
    expect(compares('score: z-score\nfrom: h')).toEqual(['reference', 'variable']);
    for (const other of ['phoenix', 'pim3', 'kdigo']) expect(compares(`score: ${other}\nfrom: h`)).toEqual([]);
    expect(Object.keys(fieldsShown(undefined, 'phoenix'))).not.toContain('reference');
    expect(of('score: phoenix\nfrom: h')).toEqual(['look_back', 'onset']);
    expect(of('score: phoenix\nfrom: h\nonset: true')).not.toContain('long');
    expect(of(`${plain}onset: true`)).toEqual(course);
    const text = setField(setField(`${plain}onset: true\n`, ['label_before'], 6), ['long', 'variable'], 'v');
    expect(parseScore(setField(text, ['long', 'value'], 'w'), named)).toMatchObject({
      label: { before: 6 },
      long: { variable: 'v', value: 'w' }
    });
  });
});

describe('running over time', () => {
  let cells: NodeCells;
  let inputs: Record<string, CellValue>;
  beforeAll(async () => {
    cells = await openCells();
    const tables = {
      hours: `select * from (values
        (9007199254740993, 1, 0, 30, 12.0, 40.0, null), (9007199254740993, 1, 5, 30, null, null, true),
        (9007199254740993, 1, 7, 30, null, null, true), (9007199254740995, 1, 0, 30, 1.0, 80.0, true),
        (9007199254740995, 2, 3, 30, 500.0, 30.0, null))
        t(person_id, episode, hour, age_months, lactate, map, suspected_infection)`,
      long: `select * from (values
        ('a', timestamp '2024-01-01 00:00:00', 'lactate', 108.12, 'mg/dL', 30), ('a', timestamp '2024-01-01 00:00:00', 'mean', 40, null, 30),
        ('a', timestamp '2024-01-01 06:00:00', 'crp', 5, null, 30), ('a', timestamp '2024-01-01 06:01:00', 'gcs', 9, null, 30),
        ('b', null, 'lactate', 12, null, 30)) t(patient_id, charttime, what, value, unit, age_months)`,
      kidneys: `select * from (values ('a', 0, 0.4), ('a', 2, 0.9)) t(patient, day, creatinine)`,
      machines: `select * from (values ('a', 0, 12.0, 'Model 3'), ('a', 1, null, 'none')) t(patient, hour, lactate, imv)`,
      nobody: 'select 1.0 as lactate, 2 as hour'
    };
    inputs = {};
    for (const [name, sql] of Object.entries(tables)) {
      inputs[name] = { type: 'table', relation: await cells.table(name, sql) };
    }
  });
  /** The engine itself, in this process instead of its worker. */
  const run = (text: string) => {
    const spec: ScoreSpec = parseScore(text, named);
    const context = cells.context(inputs, 'scored');
    const engines = { ...context.engines, clinical: { scoreCourse: scoreCourseInNode } } as unknown as Engines;
    return score.run(spec, { ...context, engines }).then((outcome) => ({ ...outcome, spec }));
  };
  const read = async (sql: string) => {
    const { columns } = await cells.data.query(sql);
    return columns.map((column) =>
      [...column.values].map((value) => (column.type === 'text' ? column.dictionary[Number(value)] : Number(value)))
    );
  };

  test('issue 5: takes no column whose words are of something else', async () => {
    const { output, spec } = await run(plain.replace('hours', 'machines'));
    expect(output.ignored).toEqual([{ input: 'imv', column: 'imv' }]);
    expect(inputRows(spec, output).find(({ name }) => name === 'imv')?.column).toBeUndefined();
    expect(headingOf(spec, output)).toMatch(/2 rows, 1 of \d+ inputs found$/);
  });

  test('carries values forward within an episode, and says who, when and how long', async () => {
    const { output, spec, values } = await run(`${plain}onset: true\nlabel_before: 2\n`);
    expect([...values.keys()]).toEqual(['scored', 'scored_onset']);
    expect(output.course).toMatchObject({ person: 'person_id', episode: 'episode', time: 'hour' });
    const sql =
      'select phoenix_total, coalesce(phoenix_sepsis_label::int, -1) from scored order by person_id, episode, hour';
    expect(await read(sql)).toEqual([
      [3, 3, 0, 0, 2],
      // A stay whose infection is not known has no label.
      [0, 1, 1, 0, -1]
    ]);
    expect(await read('select reading, episode from scored_onset order by person_id, episode')).toEqual([
      ['septic shock', 'no organ dysfunction', 'organ dysfunction, infection not established'],
      [1, 1, 2]
    ]);
    expect(await read('select count(*)::int from scored_onset where person_id = 9007199254740993')).toEqual([[1]]);
    expect(courseText(spec, output)).toContain('By `person_id` and `episode`, over `hour`.');
    const lactate = inputRows(spec, output).find(({ name }) => name === 'lactate');
    expect(lactate).toMatchObject({ column: 'lactate', values: 2, rejected: 1, hours: 6 });
    expect(carriedRows(spec, output).find(([label]) => label === 'Lactate')).toEqual(['Lactate', 0.4]);
    expect(onsetRows(output)).toEqual([
      ['Sepsis', 1],
      ['of these with septic shock', 1],
      ['Organ dysfunction, infection not established', 1],
      ['No organ dysfunction', 1]
    ]);
    expect(onsetTitle(output, true)).toBe('Onset of sepsis');
    expect(output.remarks.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['onset-not-established', 'onset-at-first', 'infection-not-established'])
    );
    const { blocks } = await report({ spec, output, most: 50 } as unknown as Parameters<typeof report>[0]);
    const said = JSON.stringify(blocks);
    expect(said).toContain('Not during the birth hospitalisation');
    expect(said).toContain('`lactate`, mmol/L: 2 values, each for 6 h, 1 impossible and not used');
    expect(said).not.toContain('3 stays');
  });

  test('without look-back scores rows as they stand, and still tells the onset', async () => {
    const { output, spec } = await run('score: phoenix\nfrom: hours\nonset: true\nwithout: [episode]\n');
    expect(await read('select phoenix_total from scored order by person_id, hour')).toEqual([[3, 0, 0, 0, 2]]);
    expect(output.course).toMatchObject({ episode: undefined });
    expect(output.course?.onset?.counts.stays).toBe(2);
    expect(courseText(spec, output)).toContain('nothing is carried forward');
  });

  test('reads observations one a row, each in its unit, and scores every time of a person', async () => {
    const { output, spec } = await run(
      'score: phoenix\nfrom: long\nlook_back: true\nlong: { variable: what, value: value, unit: unit }\n'
    );
    // "mean" is no name of ours: it is counted, not guessed.
    expect(await read('select phoenix_cardiovascular, phoenix_neurologic from scored order by charttime')).toEqual([
      [2, 2, 0],
      [0, 0, 1]
    ]);
    expect(output.remarks.map(({ code }) => code)).toEqual(expect.arrayContaining(['windows-other', 'windows-lost']));
    const rows = inputRows(spec, output);
    expect(rows.find(({ name }) => name === 'lactate')).toMatchObject({ column: 'lactate', values: 2 });
    expect(rows.find(({ name }) => name === 'map')?.column).toBeUndefined();
  });

  test('makes the baselines of creatinine', async () => {
    const { output } = await run('score: kdigo\nfrom: kidneys\nlook_back: true\ntime: day\ntime_unit: d\n');
    expect(await read('select kdigo_baseline, kdigo_stage from scored where day = 2')).toEqual([[0.4], [2]]);
    expect(output.course?.observations).toBeUndefined();
  });

  test.each([
    ['score: phoenix\nfrom: nobody\nlook_back: true', 'score-no-person', 2],
    ['score: kdigo\nfrom: kidneys\nlook_back: true', 'score-no-time', 2],
    ['score: kdigo\nfrom: kidneys\nlook_back: true\ntime: day', 'score-time-unit', 4],
    ['score: kdigo\nfrom: kidneys\nlook_back: true\ntime: patient', 'windows-time-type', 4],
    ['score: phoenix\nfrom: hours\nlook_back: true\nperson: lactate', 'windows-person-type', 4],
    ['score: phoenix\nfrom: hours\nlook_back: true\ntime: our', 'no-column', 4]
  ])('%j: %s', async (text, code, line) => {
    await expect(run(text)).rejects.toMatchObject({ code, place: { line } });
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { CellKey } from '$lib/notebook/model';
import { rowsOf } from '$workers/data/test-cells';
import { openCells, type NodeCells } from '../node-context';
import type { CellValue } from '$lib/notebook/kind';
import { cohort } from '.';
import { needsOf, parseCohort } from './spec';
import { rowName } from './wording';

let cells: NodeCells;

const cell = { id: 'kids', key: 'k1' as CellKey };

/** Seven children: 4 has a birth known by year, 5 none at all, 6 was born after its visit, 7 has no visit. */
const persons = `(values
  (1, 2018, 3, 10), (2, 2005, 1, 1), (3, 2020, 2, 29), (4, 2003, null, null), (5, null, null, null), (6, 2024, 1, 1), (7, 2019, 1, 1)
) t(person_id, year_of_birth, month_of_birth, day_of_birth)`;

const visits = `(values
  (10, 1, date '2021-03-10', 9201), (11, 1, date '2021-06-01', 9201), (12, 2, date '2022-12-31', 9201),
  (13, 3, date '2021-02-28', 9202), (14, 4, date '2021-07-01', 9201), (15, 5, date '2021-01-01', 9201),
  (16, 6, date '2021-01-01', 9201), (17, 1, null, 9201), (18, null, date '2021-01-01', 9201), (19, 2, date '2022-12-31', 9201)
) t(visit_occurrence_id, person_id, visit_start_date, visit_concept_id)`;

const measurements = `(values
  (1, 1, date '2021-03-09', 77, 2.5, 'mmol/L'), (2, 1, date '2021-03-10', 77, 1.0, 'mmol/L'), (3, 1, date '2021-05-30', 77, 40, 'mg/dL'),
  (4, 2, null, 77, 9.0, 'mmol/L'), (5, 3, date '2021-02-28', 78, 5.0, 'mmol/L'), (6, 4, date '2021-07-02', 77, null, 'mmol/L'),
  (7, 5, date '2021-01-03', 77, 3.0, 'mmol/L'), (8, 5, date '2021-01-02', 77, 1.0, 'mmol/L')
) t(measurement_id, person_id, measurement_date, measurement_concept_id, value_as_number, unit_source_value)`;

beforeAll(async () => {
  cells = await openCells();
  await cells.table('person', `select * from ${persons}`);
  await cells.table('visit_occurrence', `select * from ${visits}`);
  await cells.table('measurement', `select * from ${measurements}`);
  await cells.table(
    'observation_period',
    `select * from (values (1, 1, date '2020-01-01', date '2021-03-31'), (2, 1, date '2021-05-15', date '2021-07-01'), (3, 2, date '2020-01-01', date '2023-01-05'), (4, 3, date '2021-02-01', null)) t(observation_period_id, person_id, observation_period_start_date, observation_period_end_date)`
  );
  await cells.table('death', `select * from (values (2, date '2023-01-04')) t(person_id, death_date)`);
}, 30_000);

/** Runs a cohort over those tables. @returns rows of [name, left, persons, lost, alone, unknown], and the cohort */
async function run(text: string, values: Record<string, CellValue> = {}) {
  const spec = parseCohort(text, cell);
  const relations = await cells.data.relations();
  const inputs = needsOf(spec).tables.map((name): [string, CellValue] => {
    const relation = relations.find((one) => one.name === name)!;
    return [name, { type: 'table', relation }];
  });
  const context = cells.context({ ...Object.fromEntries(inputs), ...values }, 'kids');
  const { output } = await cohort.run(spec, context);
  const rows = output.rows.map((row) => [
    rowName(row, spec).replaceAll('\u00a0', ' '),
    row.entries,
    row.persons,
    row.lost,
    row.alone,
    row.unknown
  ]);
  return { output, rows, warnings: context.warnings };
}

const table = async (sql: string) => rowsOf(await cells.data.query(sql));

const all = ['Visits in `visit_occurrence`', 10, 6, 0, 0, 0];
const dated = ['Date and person known', 8, 6, 2, 2, 0];

test('entries without a date or a person are counted and left out', async () => {
  const { rows } = await run('from: visit_occurrence');
  expect(rows).toEqual([all, dated]);
  expect(await table('select visit_occurrence_id from kids order by 1')).toEqual([
    [10],
    [11],
    [12],
    [13],
    [14],
    [15],
    [16],
    [19]
  ]);
});

test('the first of each person, with ties told', async () => {
  const { rows, warnings } = await run('from: visit_occurrence\nentry: {occurrence: first}');
  expect(rows).toEqual([all, dated, ['First of the visits of a person', 6, 6, 2, 2, 0]]);
  expect(warnings).toEqual([expect.stringContaining('1\u00a0person has two entries'.replace('\u00a0', ' '))]);
  expect(await table('select visit_occurrence_id from kids order by 1')).toEqual([[10], [12], [13], [14], [15], [16]]);
});

describe('age at entry in completed units', () => {
  test.each([
    // person 1 turns three on the day; 2 is 17 until tomorrow; 3 of 29 February; 4 is 17 or 18; 5 and 6 are not known
    ['{max: 17}', [10, 11, 12, 13, 19], 3],
    ['{min: 3, max: 3}', [10, 11], 2],
    ['{max: 2}', [13], 2],
    ['{min: 1, max: 1}', [13], 2],
    ['{min: 18}', [], 3],
    ['{min: 12, max: 12, unit: months}', [13], 2],
    ['{min: 36, unit: months}', [10, 11, 12, 14, 19], 2],
    ['{min: 365, max: 365, unit: days}', [13], 2],
    ['{max: 52, unit: weeks}', [13], 2]
  ])('%s', async (age, ids, unknown) => {
    const { rows } = await run(`from: visit_occurrence\nperson: person\nsteps:\n  - age: ${age}`);
    expect(rows.at(-1)!.slice(1)).toEqual([ids.length, expect.any(Number), 8 - ids.length, 8 - ids.length, unknown]);
    expect((await table('select visit_occurrence_id from kids order by 1')).flat()).toEqual(ids);
  });

  test('those not known can be kept, and are told', async () => {
    const { rows, warnings } = await run(
      'from: visit_occurrence\nperson: person\nsteps:\n  - {age: {min: 18}, unknown: keep}'
    );
    expect(rows.at(-1)).toEqual(['Age at least 18 years', 3, 3, 5, 5, 3]);
    expect(warnings.some((warning) => warning.includes('year or month only'))).toBe(true);
  });

  test('a cohort tells the age where it is known', async () => {
    await run('from: visit_occurrence\nperson: person');
    expect(await table('select visit_occurrence_id, age_years, age_days from kids order by 1')).toEqual([
      [10, 3, 1096],
      [11, 3, 1179],
      [12, 17, 6573],
      [13, 1, 365],
      [14, null, null],
      [15, null, null],
      [16, null, null],
      [19, 17, 6573]
    ]);
  });
});

describe('events in a window', () => {
  const event = (inner: string) => run(`from: visit_occurrence\nsteps:\n  - event: {table: measurement, ${inner}}`);
  test.each([
    // visits 12, 19 (person 2) have one measurement without a date; 16 (person 6) has none
    ['in: [77]', [10, 11, 12, 14, 15, 19], 0],
    ['in: [77], window: {from: -1, to: 0}', [10], 2],
    ['in: [77], window: {from: 0, to: 2}', [10, 14, 15], 2],
    ['in: [77], window: {to: -2}', [11], 2],
    ['in: [77], at_least: 2, window: {from: -1, to: 0}', [10], 0],
    ['in: [77], at_most: 0, window: {from: -1, to: 0}', [11, 13, 14, 15, 16], 2],
    ['in: [77], at_least: 1, at_most: 2', [12, 14, 15, 19], 0],
    ['at_most: 0', [16], 0]
  ])('%s', async (inner, ids, unknown) => {
    const { rows } = await event(inner);
    expect((await table('select visit_occurrence_id from kids order by 1')).flat()).toEqual(ids);
    expect(rows.at(-1)![5]).toBe(unknown);
  });

  test('an event of the entries themselves does not count the entry', async () => {
    await run('from: visit_occurrence\nsteps:\n  - event: {at_most: 0, window: {from: -365, to: -1}}');
    // 10 may have one before: a visit of its person has no date.
    expect((await table('select visit_occurrence_id from kids order by 1')).flat()).toEqual([12, 13, 14, 15, 16, 19]);
    await run('from: visit_occurrence\nsteps:\n  - event: {window: {from: 0, to: 0}}');
    expect((await table('select visit_occurrence_id from kids order by 1')).flat()).toEqual([12, 19]);
  });

  test('hours need times', async () => {
    await expect(event('window: {from: 0, to: 24, unit: hours}')).rejects.toMatchObject({
      code: 'cohort-hours-of-days'
    });
  });
});

describe('values', () => {
  const value = (inner: string) =>
    run(`from: visit_occurrence\nsteps:\n  - value: {table: measurement, in: [77], ${inner}}`);
  test.each([
    // 13 has no 77, 14 has it without a number, 16 nothing: not known
    ['min: 2', [10, 11, 12, 15, 19], 3],
    ['min: 2, unit: mmol/L', [10, 11, 12, 15, 19], 3],
    ['min: 10, unit: mmol/L', [], 3],
    ['max: 2, pick: lowest', [10, 11, 15], 3],
    ['max: 2, pick: first', [15], 3],
    ['max: 2, pick: last, unit: mmol/L', [10, 11], 3],
    ['min: 1, max: 3, pick: every, unit: mmol/L', [10, 11, 15], 3],
    ['min: 2, window: {from: -1, to: 0}', [10], 7],
    ['min: 2, max: 2, pick: mean', [15], 3],
    ['min: 30, pick: highest', [10, 11], 3]
  ])('%s', async (inner, ids, unknown) => {
    const { rows } = await value(inner);
    expect((await table('select visit_occurrence_id from kids order by 1')).flat()).toEqual(ids);
    expect(rows.at(-1)![5]).toBe(unknown);
  });

  test('different units are told, and one that is nowhere is an error', async () => {
    expect((await value('min: 2')).warnings).toEqual([
      'Step 1 compares values in 2 units: `mmol/L`, `mg/dL`. Write `unit` to choose one.'
    ]);
    expect((await value('min: 2, unit: mmol/L')).warnings).toEqual([
      'Step 1: 1 value is not in `mmol/L` and not used.'
    ]);
    await expect(value('min: 2, unit: mmol')).rejects.toMatchObject({ code: 'cohort-unit-unknown' });
  });
});

describe('observation', () => {
  test.each([
    // 13 has an open period, 14 to 16 none; 11 lies in the second period of its person
    ['history: {min: 30}', [10, 12, 19], 4],
    ['history: {min: 17}', [10, 11, 12, 19], 4],
    ['follow_up: {min: 30}', [11], 4],
    ['follow_up: {min: 5}', [10, 11, 12, 19], 4]
  ])('%s', async (step, ids, unknown) => {
    const { rows } = await run(`from: visit_occurrence\nperiod: observation_period\nsteps:\n  - ${step}`);
    expect((await table('select visit_occurrence_id from kids order by 1')).flat()).toEqual(ids);
    expect(rows.at(-1)![5]).toBe(unknown);
  });

  test('who died within the follow-up was followed', async () => {
    await run('from: visit_occurrence\nperiod: observation_period\ndeath: death\nsteps:\n  - follow_up: {min: 30}');
    expect((await table('select visit_occurrence_id from kids order by 1')).flat()).toEqual([11, 12, 19]);
  });
});

describe('categories and conditions in SQL', () => {
  test('a category of the entry or of the person', async () => {
    await run(
      'from: visit_occurrence\nperson: person\nsteps:\n  - category: {column: visit_concept_id, not_in: [9202]}\n  - category: {column: year_of_birth, in: [2018, 2020]}'
    );
    expect((await table('select visit_occurrence_id from kids order by 1')).flat()).toEqual([10, 11]);
  });

  test('SQL sees the entry, the person and the values of inputs', async () => {
    const text =
      'from: visit_occurrence\nperson: person\nsteps:\n  - sql: person.year_of_birth < ${year} and exists (select 1 from measurement m where m.person_id = entry.person_id)';
    expect(needsOf(parseCohort(text, cell))).toEqual({
      tables: ['visit_occurrence', 'person', 'measurement'],
      values: ['year']
    });
    const { rows } = await run(text, { year: { type: 'value', value: 2019 } });
    expect((await table('select visit_occurrence_id from kids order by 1')).flat()).toEqual([10, 11, 12, 14, 19]);
    expect(rows.at(-1)![5]).toBe(1);
  });

  test.each([
    ['sql: visit_concept = 3', 'sql-no-column', { line: 3, column: 10 }],
    ['sql: visit_concept_id', 'cohort-sql', { line: 3, column: 10 }],
    ['sql: "1) or (1"', 'cohort-sql-bracket', { line: 3 }],
    ['sql: select 1', 'cohort-sql-alone', { line: 3 }],
    ['sql: count(*) > 1', expect.stringMatching(/^sql-/), { line: 3 }]
  ])('%s is an error at its place', async (step, code, place) => {
    await expect(run(`from: visit_occurrence\nsteps:\n  - ${step}`)).rejects.toMatchObject({ code, place });
  });

  test('a condition of several lines has its errors in its line', async () => {
    const text = 'from: visit_occurrence\nsteps:\n  - sql: |\n      visit_concept_id > 3 and\n      nothing = 1\n';
    await expect(run(text)).rejects.toMatchObject({ place: { line: 5 } });
  });
});

test('steps in order: first among those still in, and what each would leave out alone', async () => {
  const { rows } = await run(
    'from: visit_occurrence\nperson: person\nsteps:\n  - {category: {column: visit_occurrence_id, not_in: [10]}, name: Not ten, out: ten}\n  - occurrence: first\n  - age: {max: 17}'
  );
  expect(rows.slice(2)).toEqual([
    ['Not ten', 7, 6, 1, 1, 0],
    ['First of the visits of a person', 6, 6, 1, 2, 0],
    ['Age at most 17 years', 3, 3, 3, 3, 3]
  ]);
  expect(
    await table('select name, entries, left_out, left_out_alone, not_known from kids_steps order by step')
  ).toEqual([
    ['Visits in visit_occurrence', 10n, 0n, 0n, 0n],
    ['Date and person known', 8n, 2n, 2n, 0n],
    ['Not ten', 7n, 1n, 1n, 0n],
    ['First of the visits of a person', 6n, 1n, 2n, 0n],
    ['Age at most 17 years', 3n, 3n, 3n, 3n]
  ]);
});

test('nobody left is a cohort of no rows', async () => {
  const { output } = await run('from: visit_occurrence\nentry: {in: [1]}\nsteps:\n  - event: {}');
  expect(output.rows.map((row) => row.entries)).toEqual([0, 0]);
  expect(output.relation.rows).toBe(0);
});

test('a table of persons with two rows of one is refused', async () => {
  await cells.table('twice', `select 1 as person_id, 2018 as year_of_birth union all select 1, 2019`);
  await expect(run('from: visit_occurrence\nperson: twice')).rejects.toMatchObject({ code: 'cohort-person-twice' });
});

test('a flat table whose columns have names of their own, and a clock of hours', async () => {
  await cells.table(
    'stays',
    `select * from (values ('a', 0, 5.5, 2::double), ('a', 6, 5.5, 5.0), ('b', 3, 300.0, null), ('b', 4, 300.0, 1.0), ('c', 0, null, 9.0)) t(patient, hour, age_months, lactate)`
  );
  const { rows } = await run(
    'from: stays\nentry: {occurrence: first}\nsteps:\n  - age: {max: 215, unit: months}\n  - value: {table: stays, value: lactate, min: 4, window: {from: 0, to: 6, unit: hours}, pick: highest}\nkeep: [patient, lactate]'
  );
  expect(rows.map((row) => row[1])).toEqual([5, 3, 1, 1]);
  expect(rows[2]).toEqual(['Age at most 215 months', 1, 1, 2, 3, 1]);
  expect(await table('select * from kids')).toEqual([['a', 0, 'a', 2]]);
});

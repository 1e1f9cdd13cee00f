import { rowsOf } from '$workers/data/test-cells';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCohort } from './spec';
import { cell, openSample, values } from './sample-cells';

let sample: Awaited<ReturnType<typeof openSample>>;
beforeAll(async () => {
  sample = await openSample(rowsOf);
}, 30_000);
const run = (text: string) => sample.run(text);

describe('washout', () => {
  test.each([
    // Person 1 has entries on days 0, 10, 40 (twice) and 60.
    [9, [1, 2, 3, 5, 6, 7]],
    [10, [1, 3, 5, 6, 7]],
    [19, [1, 3, 5, 6, 7]],
    [20, [1, 3, 6, 7]],
    // Those not counted keep others out: day 40 is 30 days after day 10, which was not counted itself.
    [30, [1, 6, 7]],
    [0, [1, 2, 3, 5, 6, 7]]
  ])('of %i days', async (days, wanted) => {
    const { steps } = await run(`from: condition_occurrence\nentry: {washout: ${days}}`);
    expect(await sample.ids()).toEqual(wanted);
    expect(steps.at(-1)).toEqual([
      `No other entry in the ${days} ${days === 1 ? 'day' : 'days'} before`,
      wanted.length,
      7 - wanted.length
    ]);
  });

  test('looks at entry events only, and comes before the first of each', async () => {
    await run('from: condition_occurrence\nentry: {in: [8], washout: 365}');
    expect(await sample.ids()).toEqual([3]);
    const { steps } = await run('from: condition_occurrence\nentry: {in: [7], washout: 15, occurrence: last}');
    expect(steps.map(([, entries]) => entries)).toEqual([8, 6, 5, 3]);
    expect(await sample.ids()).toEqual([5, 6, 7]);
  });

  test('works by a clock of hours', async () => {
    await sample.cells.table(
      'hours',
      values(`('a', 0, 1), ('a', 20, 2), ('a', 50, 3), ('b', 5, 4)`, 'patient, hour, n')
    );
    await run('from: hours\nentry: {washout: 1}');
    expect((await sample.rows('select n from found order by 1')).flat()).toEqual([1, 3, 4]);
  });
});

describe('several entry events', () => {
  test('come from tables with criteria of their own, and tell which it was', async () => {
    const { output, steps } = await run(
      'from: condition_occurrence\nentry:\n  in: [8]\n  or:\n    - {table: measurement, in: [77], where: [{column: value_as_number, min: 5}, {column: unit_concept_id, in: [8753]}]}\n    - {table: condition_occurrence, in: [7], where: [{column: condition_start_date, from: "2021-03-01", to: "2021-05-31"}]}'
    );
    expect(
      await sample.rows(
        'select person_id, cast(index_date as varchar), entry_event, condition_occurrence_id from found order by 1, 2'
      )
    ).toEqual([
      [1, '2021-02-10', 'condition_occurrence', 3],
      [1, '2021-03-02', 'condition_occurrence', 5],
      [2, '2021-04-20', 'measurement', null],
      [2, '2021-05-01', 'condition_occurrence', 6]
    ]);
    expect(steps).toEqual([['Conditions in `condition_occurrence`, `measurement`', 4, 0]]);
    expect(output.entries).toBe(4);
  });

  test('a row that meets two of them enters once', async () => {
    const { output } = await run(
      'from: condition_occurrence\nentry:\n  in: [7, 8]\n  or: [{in: [8]}, {where: [{column: condition_type_concept_id, in: [1]}]}]'
    );
    expect(output.rows[0]?.entries).toBe(9);
    expect(output.entries).toBe(7);
  });

  test('the first of each is the first of all tables', async () => {
    await run('from: condition_occurrence\nentry:\n  occurrence: first\n  or: [{table: measurement}]');
    expect(
      await sample.rows('select person_id, cast(index_date as varchar), entry_event from found order by 1')
    ).toEqual([
      [1, '2021-01-01', 'condition_occurrence'],
      [2, '2021-04-20', 'measurement'],
      [3, '2021-06-10', 'condition_occurrence']
    ]);
  });

  test('an event of the entry’s own table does not count the entry, unless it is told to', async () => {
    const text = (more: string) =>
      `from: condition_occurrence\nentry:\n  in: [7]\n  or: [{table: measurement}]\nsteps:\n  - event: {table: measurement, in: [77], window: {from: 0, to: 0}${more}}`;
    expect((await run(text(''))).output.entries).toBe(0);
    expect((await run(text(', itself: true'))).output.entries).toBe(3);
    const single = (more: string) =>
      `from: condition_occurrence\nsteps:\n  - event: {in: [8], window: {from: 0, to: 0}${more}}`;
    await run(single(''));
    expect(await sample.ids()).toEqual([4]);
    await run(single(', itself: true'));
    expect(await sample.ids()).toEqual([3, 4]);
  });

  test('only the first of a person counts, whatever its other columns say', async () => {
    const text = (more: string) =>
      `from: condition_occurrence\nentry: {in: [7], ${more}where: [{column: condition_type_concept_id, in: [2]}]}`;
    await run(text(''));
    expect(await sample.ids()).toEqual([4, 6]);
    await run(text('earliest: true, '));
    expect(await sample.ids()).toEqual([6]);
  });

  test.each([
    ['{column: condition_end_date, from: "2021-02-30"}', 'cohort-not-a-day', { line: 2 }],
    ['{column: condition_concept_id}', 'cohort-filter-empty', { line: 2 }],
    ['{column: condition_concept_id, min: 3, below: 2}', 'cohort-filter-range', { line: 2 }],
    ['{column: condition_end_date, min: 3}', 'cohort-not-number', { line: 2 }],
    ['{column: condition_concept_id, to: "2021-02-03"}', 'cohort-not-a-time', { line: 2 }],
    ['{column: nothing, in: [1]}', 'no-column', { line: 2 }],
    ['{in: [1]}', 'task-missing', { line: 2 }]
  ])('a condition %s is an error at its place', async (filter, code, place) => {
    await expect(run(`from: condition_occurrence\nentry: {where: [${filter}]}`)).rejects.toMatchObject({ code, place });
  });

  test('a missing number or NaN is none, and limits can be left out of what they allow', async () => {
    await sample.cells.table(
      'lactate',
      `select * from (values (1, date '2021-01-01', 'nan'::double), (1, date '2021-01-02', null), (1, date '2021-01-03', 2.0), (1, date '2021-01-04', 4.0)) t(person_id, date, value)`
    );
    const left = async (filter: string) =>
      (await run(`from: lactate\nentry: {where: [{column: value, ${filter}}]}`)).output.entries;
    expect([await left('above: 2'), await left('min: 2'), await left('below: 4'), await left('max: 100')]).toEqual([
      1, 2, 1, 2
    ]);
    expect(await left('not_in: [2]')).toBe(2);
  });
});

describe('some of several conditions', () => {
  const group = async (inner: string) => {
    await run(`from: condition_occurrence\nperson: person\nsteps:\n  - group: {${inner}}`);
    return sample.ids();
  };
  const male = '{category: {column: gender_concept_id, in: [8507]}}';
  const second = '{category: {column: condition_type_concept_id, in: [2]}}';
  const measured = '{event: {table: measurement, window: {from: -30, to: 30}}}';
  test.each([
    [`of: [${male}, ${second}]`, [1, 2, 3, 4, 5, 6, 7]],
    [`at_least: 2, of: [${male}, ${second}]`, [4]],
    [`at_most: 0, of: [${measured}, ${second}]`, [1, 2, 3, 5]],
    [`at_least: 1, at_most: 1, of: [${male}, ${second}, ${measured}]`, [1, 2, 3, 5]]
  ])('%s', async (inner, wanted) => {
    expect(await group(inner)).toEqual(wanted);
  });

  test('what is not known counts only where it could decide', async () => {
    await sample.cells.table(
      'maybe',
      `select * from (values (1, date '2021-01-01', null::boolean)) t(person_id, date, flag)`
    );
    const left = async (inner: string) => {
      const { output } = await run(`from: maybe\nsteps:\n  - group: {${inner}}`);
      return [output.entries, output.rows.at(-1)?.unknown];
    };
    expect(await left('of: [{sql: flag}, {sql: "true"}]')).toEqual([1, 0]);
    expect(await left('of: [{sql: flag}, {sql: "false"}]')).toEqual([0, 1]);
    expect(await left('at_least: 2, of: [{sql: flag}, {sql: "false"}]')).toEqual([0, 0]);
  });

  test.each([
    ['{of: []}', 'cohort-needs-key'],
    ['{at_least: 3, of: [{sql: "true"}]}', 'cohort-group-short'],
    ['{of: [{occurrence: first}]}', 'task-unknown-key'],
    ['{of: [{}]}', 'cohort-step-empty']
  ])('%s is an error', (inner, code) => {
    expect(() => parseCohort(`from: a\nsteps:\n  - group: ${inner}`, cell)).toThrow(expect.objectContaining({ code }));
  });
});

test('age by calendar year is a year more before the birthday', async () => {
  await sample.cells.table(
    'born',
    values(
      `(1, date '2021-01-01', 2018, 12, 31), (2, date '2021-01-01', 2018, null, null), (3, date '2021-01-01', null, null, null)`,
      'person_id, date, year_of_birth, month_of_birth, day_of_birth'
    )
  );
  await sample.cells.table('births', 'select person_id, year_of_birth, month_of_birth, day_of_birth from born');
  await sample.cells.table('days', 'select person_id, date from born');
  const left = async (age: string) => {
    const { output } = await run(`from: days\nperson: births\nsteps:\n  - age: ${age}`);
    return [output.entries, output.rows.at(-1)?.unknown];
  };
  expect(await left('{min: 3, max: 3, by: year}')).toEqual([2, 1]);
  expect(await left('{min: 3, max: 3}')).toEqual([0, 2]);
  expect(() => parseCohort('from: days\nsteps:\n  - age: {min: 3, unit: months, by: year}', cell)).toThrow(
    expect.objectContaining({ code: 'cohort-age-by-year' })
  );
});

describe('rows within the observation period of the entry', () => {
  test('leave out those of another period', async () => {
    // Entry 5 (2 March) lies in the second period of person 1: its earlier conditions are in the first.
    const text = (more: string) =>
      `from: condition_occurrence\nentry: {in: [7]}\nperiod: observation_period\nsteps:\n  - event: {table: condition_occurrence, in: [7], window: {to: -1}${more}}`;
    await run(text(''));
    expect(await sample.ids()).toEqual([2, 4, 5]);
    await run(text(', observed: true'));
    expect(await sample.ids()).toEqual([2, 4]);
    await expect(run(text(', observed: true').replace('period: observation_period\n', ''))).rejects.toMatchObject({
      code: 'cohort-needs-table'
    });
  });
});

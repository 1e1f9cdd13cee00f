import { rowsOf } from '$workers/data/test-cells';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSample, values } from './sample-cells';

let sample: Awaited<ReturnType<typeof openSample>>;
beforeAll(async () => {
  sample = await openSample(rowsOf);
}, 30_000);
const run = (text: string) => sample.run(text);

describe('exit', () => {
  const base = 'from: condition_occurrence\n';
  const period = `${base}period: observation_period\n`;

  test('without it, the cohort has no such column', async () => {
    const { output } = await run(base);
    expect(output.relation.columns.map(({ name }) => name)).not.toContain('cohort_end_date');
  });

  test('at the end of the observation period that the entry lies in', async () => {
    const { warnings } = await run(`${period}exit: {at: observation}`);
    expect(await sample.ends()).toEqual([
      [1, '2021-02-28'],
      [2, '2021-02-28'],
      [3, '2021-02-28'],
      [4, '2021-02-28'],
      [5, '2021-12-31'],
      [6, '2021-12-31'],
      [7, null]
    ]);
    expect(warnings).toEqual([expect.stringContaining('1 entry is not known')]);
  });

  test('some days after entry, never after the observation period or a death', async () => {
    await run(`${period}death: death\nexit: {days: 30}`);
    expect(await sample.ends()).toEqual([
      [1, '2021-01-31'],
      [2, '2021-02-10'],
      [3, '2021-02-28'],
      [4, '2021-02-28'],
      [5, '2021-04-01'],
      [6, '2021-05-20'],
      [7, '2021-07-10']
    ]);
  });

  test('some days after the end date; one that is missing lasts as long as is said', async () => {
    await run(`${base}exit: {at: end, days: 2, without_end: 1}`);
    expect(await sample.ends()).toEqual([
      [1, '2021-01-07'],
      [2, '2021-01-22'],
      [3, '2021-02-14'],
      [4, '2021-02-13'],
      [5, '2021-03-05'],
      [6, '2021-05-04'],
      // It ends before it begins: not known.
      [7, null]
    ]);
    await run(`${base}exit: {at: end, days: -3}`);
    expect((await sample.ends()).slice(0, 4)).toEqual([
      [1, '2021-01-02'],
      [2, '2021-01-17'],
      [3, '2021-02-10'],
      [4, null]
    ]);
  });

  test('when an exposure ends: rows closer than the gap are one, days of supply count', async () => {
    // Drug 5: 1–10, 13–18 (5 days of supply), 25–26 January. Entries 1 and 2 are on the 1st and the 11th.
    const exit = (more: string) =>
      `${base}entry: {in: [7]}\nexit: {at: exposure, exposure: {table: drug_exposure, in: [5]${more}}}`;
    await run(exit(''));
    expect((await sample.ends()).slice(0, 2)).toEqual([
      [1, '2021-01-10'],
      [2, null]
    ]);
    await run(exit(', gap: 3'));
    expect((await sample.ends()).slice(0, 2)).toEqual([
      [1, '2021-01-18'],
      [2, '2021-01-18']
    ]);
    await run(exit(', gap: 7'));
    expect((await sample.ends()).slice(0, 2)).toEqual([
      [1, '2021-01-26'],
      [2, '2021-01-26']
    ]);
    await run(exit(', gap: 3').replace('exit: {', 'exit: {days: 4, '));
    // The days after the last exposure come before the gap: 18 + 4 + 3 reaches the 25th.
    expect((await sample.ends())[0]).toEqual([1, '2021-01-30']);
  });

  test('a censoring event ends it earlier, on the day of entry too', async () => {
    await run(
      `${base}exit:\n  days: 100\n  censor: [{table: measurement, in: [77], where: [{column: value_as_number, max: 3}]}, {table: death}]`
    );
    expect((await sample.ends()).slice(-2)).toEqual([
      [6, '2021-05-02'],
      [7, '2021-09-18']
    ]);
  });

  test('periods that overlap or lie close together become one', async () => {
    const merged = async (merge: number, days = 10) => {
      const { steps } = await run(`${base}exit: {days: ${days}, merge: ${merge}}`);
      return { steps, rows: await sample.ends() };
    };
    // Starts on 1 and 11 January (touching at 10 days), twice 10 February, 2 March.
    const touching = await merged(0);
    expect(touching.rows).toEqual([
      [1, '2021-01-21'],
      [3, '2021-02-20'],
      [5, '2021-03-12'],
      [6, '2021-05-11'],
      [7, '2021-06-20']
    ]);
    expect(touching.steps.at(-1)).toEqual(['Overlapping periods merged', 5, 2]);
    expect((await merged(0, 9)).rows[0]).toEqual([1, '2021-01-10']);
    expect((await merged(20)).rows[0]).toEqual([1, '2021-03-12']);
    expect((await merged(9)).rows.slice(0, 2)).toEqual([
      [1, '2021-01-21'],
      [3, '2021-02-20']
    ]);
  });

  test('only those still in are merged', async () => {
    await run(
      `${base}steps:\n  - category: {column: condition_occurrence_id, not_in: [2]}\nexit: {days: 25, merge: 0}`
    );
    expect((await sample.ends()).slice(0, 2)).toEqual([
      [1, '2021-01-26'],
      [3, '2021-03-27']
    ]);
  });

  test('of several entry events each has the end of its own row', async () => {
    await run(
      `${base}entry:\n  in: [8]\n  or: [{table: drug_exposure, in: [6]}, {table: measurement, in: [78]}]\nexit: {at: end, without_end: 1}`
    );
    expect(
      await sample.rows(
        'select entry_event, cast(index_date as varchar), cast(cohort_end_date as varchar) from found order by person_id, index_date'
      )
    ).toEqual([
      ['drug_exposure', '2021-01-19', '2021-01-24'],
      ['condition_occurrence', '2021-02-10', '2021-02-12'],
      ['measurement', '2021-06-13', '2021-06-14']
    ]);
  });

  test.each([
    ['exit: {at: observation}', 'cohort-exit-observation', { line: 2 }],
    ['exit: {at: exposure}', 'cohort-exit-exposure', { line: 2 }],
    ['exit: {at: entry, exposure: {table: drug_exposure}}', 'cohort-exit-exposure', { line: 2 }],
    ['exit: {at: end, end_date: condition_concept_id}', 'cohort-not-a-time', { line: 2 }]
  ])('%s is an error at its place', async (exit, code, place) => {
    await expect(run(base + exit)).rejects.toMatchObject({ code, place });
  });

  test('needs dates', async () => {
    await sample.cells.table('clocked', values(`('a', 0)`, 'patient, hour'));
    await expect(run('from: clocked\nexit: {days: 3}')).rejects.toMatchObject({ code: 'cohort-needs-calendar' });
  });

  test('over no rows gives none', async () => {
    const { output } = await run(
      `${period}entry:\n  in: [99]\n  or: [{table: measurement, in: [99]}]\n  washout: 3\nexit: {days: 3, merge: 0}`
    );
    expect([output.entries, output.relation.rows]).toEqual([0, 0]);
  });
});

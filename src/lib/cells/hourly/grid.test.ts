import { beforeAll, describe, expect, test } from 'vitest';
import { simulate } from '$workers/clinical';
import {
  fillGrid,
  HOURLY_VARIABLES,
  hourlyGrid,
  type HourlyOptions,
  type HourlyReport
} from '$workers/clinical/hourly';
import type { Relation } from '$workers/data/contract';
import type { Table } from '$workers/shared/table';
import { openCells, type NodeCells } from '../node-context';

let cells: NodeCells;
beforeAll(async () => {
  cells = await openCells();
});

const carryNothing = Object.fromEntries(HOURLY_VARIABLES.map(({ name }) => [name, 0]));
let made = 0;
const table = (sql: string): Promise<Relation> => cells.table(`t${++made}`, sql);

/** The grid in the real engine, filled in this process. */
async function grid(
  tables: { from: Relation; stays?: Relation; map?: Relation },
  options: HourlyOptions = {}
): Promise<{ report: HourlyReport; name: string }> {
  const parts: string[] = [];
  const report = await hourlyGrid(tables, options, {
    query: (sql) => cells.data.query(sql),
    fill: async (plan, block) => fillGrid(plan, block),
    keep: async (part) => {
      parts.push(`part${++made}`);
      await cells.data.insert(parts.at(-1) as string, part);
    }
  });
  const name = `grid${++made}`;
  await cells.table(name, parts.map((part) => `SELECT * FROM ${part}`).join(' UNION ALL '));
  return { report, name };
}

async function texts(sql: string): Promise<(string | null)[][]> {
  const { rows, columns } = await cells.data.query(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${sql})`);
  return Array.from({ length: rows }, (_, row) =>
    columns.map((column) => {
      if (column.type !== 'text') throw new Error('text expected');
      const isThere = !column.validity || ((column.validity[row >> 3] as number) >> (row & 7)) & 1;
      return isThere ? (column.dictionary[column.values[row] as number] as string) : null;
    })
  );
}
const column = async (name: string, grid: string) =>
  (await texts(`SELECT ${name} FROM ${grid} ORDER BY person_id, stay_id, hour`)).map(([value]) => value);

const measurement = (rows: string) =>
  table(
    `SELECT CAST(person AS BIGINT) AS person_id, CAST(concept AS INTEGER) AS measurement_concept_id, CAST(taken AS TIMESTAMP) AS measurement_datetime, CAST(value AS DOUBLE) AS value_as_number, unit AS unit_source_value FROM (VALUES ${rows}) AS v(person, concept, taken, value, unit)`
  );
const visits = (rows: string) =>
  table(
    `SELECT CAST(id AS BIGINT) AS visit_detail_id, CAST(person AS BIGINT) AS person_id, CAST(a AS TIMESTAMP) AS visit_detail_start_datetime, CAST(b AS TIMESTAMP) AS visit_detail_end_datetime FROM (VALUES ${rows}) AS v(id, person, a, b)`
  );
const lactate = 2000000009;
const first = 9007199254740993n;

describe('OMOP', () => {
  test('units are harmonised; what is unknown or missing is not used, and named', async () => {
    const from = await measurement(
      `(${first}, ${lactate}, '2024-01-01 10:30', 2.0, 'mmol/L'), (${first}, ${lactate}, '2024-01-01 11:30', 18.02, 'mg/dL'),
       (${first}, ${lactate}, '2024-01-01 12:30', 3, 'pounds'), (${first}, ${lactate}, '2024-01-01 13:30', 3, ' '),
       (${first}, ${lactate}, '2024-01-01 14:30', 99, 'mmol/L'), (${first}, ${lactate}, '2024-01-01 15:30', NULL, 'mmol/L'),
       (${first}, ${lactate}, NULL, 2, 'mmol/L'), (${first}, ${lactate}, '2024-01-02 15:30', 2, 'mmol/L'),
       (${first + 1n}, ${lactate}, '2024-01-01 10:30', 2, 'mmol/L'), (NULL, ${lactate}, '2024-01-01 10:30', 2, 'mmol/L'),
       (${first}, 77, '2024-01-01 10:30', 2, 'x')`
    );
    const stays = await visits(`(1, ${first}, '2024-01-01 10:00', '2024-01-01 16:00')`);
    const { report, name } = await grid({ from, stays }, { carry: { lactate: 0 } });
    expect(await column('lactate', name)).toEqual(['2.0', '2.0', null, null, null, null]);
    expect(await column('person_id', name)).toEqual(new Array(6).fill(String(first)));
    expect(report.variables).toEqual([
      expect.objectContaining({
        ...{ name: 'lactate', unit: 'mmol/L', rows: 10, used: 2, impossible: 1, unitUnknown: 2, valueless: 1 },
        ...{ timeless: 2, outside: 2, measured: 2, known: 2 }
      })
    ]);
    expect(report.units).toEqual(
      expect.arrayContaining([
        { variable: 'lactate', unit: 'mmol/L', reading: 'same', rows: 7 },
        { variable: 'lactate', unit: 'mg/dL', reading: 'converted', rows: 1 },
        { variable: 'lactate', unit: 'pounds', reading: 'unknown', rows: 1 },
        { variable: 'lactate', unit: '', reading: 'missing', rows: 1 }
      ])
    );
    expect(report).toMatchObject({ hours: 6, persons: 1, rows: 11, unmapped: { codes: 1, rows: 1, examples: ['77'] } });
    const { name: all } = await grid({ from, stays }, { carry: { lactate: 0 }, unitless: 'take' });
    expect(await column('lactate', all)).toEqual(['2.0', '2.0', null, '3.0', null, null]);
  });

  test('a code that has one known and one unknown unit does not take the unknown', async () => {
    const from = await measurement(
      `(1, ${lactate}, '2024-01-01 10:30', 2.0, 'mmol/L'), (1, ${lactate}, '2024-01-01 11:30', 3.0, 'pounds')`
    );
    const stays = await visits(`(1, 1, '2024-01-01 10:00', '2024-01-01 12:00')`);
    expect(await column('lactate', (await grid({ from, stays }, { carry: { lactate: 0 } })).name)).toEqual([
      '2.0',
      null
    ]);
  });

  test('of equal times the later row wins', async () => {
    const stays = await visits(`(1, 1, '2024-01-01 10:00', '2024-01-01 11:00')`);
    for (const [one, two] of [
      [3, 4],
      [4, 3]
    ]) {
      const from = await measurement(
        `(1, ${lactate}, '2024-01-01 10:30', ${one}, 'mmol/L'), (1, ${lactate}, '2024-01-01 10:30', ${two}, 'mmol/L')`
      );
      expect(await column('lactate', (await grid({ from, stays })).name)).toEqual([`${two}.0`]);
    }
  });

  test('carries to the minute, and never into another stay', async () => {
    const from = await measurement(
      `(1, ${lactate}, '2024-01-01 10:00', 2, 'mmol/L'), (1, ${lactate}, '2024-01-01 20:00', 3, 'mmol/L')`
    );
    const stays = await visits(
      `(7, 1, '2024-01-01 09:00', '2024-01-01 18:00'), (8, 1, '2024-01-01 18:00', '2024-01-01 20:30')`
    );
    const { name } = await grid({ from, stays }, { ages: true });
    expect(await column('lactate', name)).toEqual([null, ...new Array(7).fill('2.0'), null, null, null, '3.0']);
    expect(await column('lactate_age_h', name)).toEqual([
      null,
      '0.0',
      '1.0',
      '2.0',
      '3.0',
      '4.0',
      '5.0',
      '6.0',
      null,
      null,
      null,
      '0.0'
    ]);
    const late = await visits(`(7, 1, '2024-01-01 09:01', '2024-01-01 18:00')`);
    // Its own hour (from 09:01) and those that begin at 10:01 to 15:01: 16:01 is six hours and a minute after 10:00.
    expect(
      (await column('lactate', (await grid({ from, stays: late })).name)).filter((one) => one !== null)
    ).toHaveLength(7);
  });

  test('stays without an end, reversed and overlapping are counted', async () => {
    const from = await measurement(`(1, ${lactate}, '2024-01-01 10:30', 2, 'mmol/L')`);
    const stays = await visits(
      `(1, 1, '2024-01-01 10:00', '2024-01-01 12:00'), (2, 1, '2024-01-01 11:00', '2024-01-01 13:00'),
       (3, 1, '2024-01-03 11:00', '2024-01-03 11:00'), (4, 1, '2024-01-04 11:00', NULL), (5, NULL, '2024-01-04 11:00', '2024-01-05')`
    );
    const { report } = await grid({ from, stays });
    expect(report.stays).toEqual({ used: 2, incomplete: 2, reversed: 1, overlapping: 1, ofRows: false });
  });

  test('an own map says what codes mean: with a factor whatever the row says, else by its unit', async () => {
    const from = await measurement(
      `(1, 5, '2024-01-01 10:30', 9.01, 'odd'), (1, 6, '2024-01-01 11:30', 100, 'odd'), (1, ${lactate}, '2024-01-01 10:40', 9, 'mmol/L')`
    );
    const stays = await visits(`(1, 1, '2024-01-01 10:00', '2024-01-01 12:00')`);
    const map = await table(
      `SELECT * FROM (VALUES (5, 'lactate', 'mg/dL', 2.0), (6, 'troponin', 'ng/L', 0.001)) AS m(concept_id, variable, unit, factor)`
    );
    const { report, name } = await grid({ from, stays, map });
    expect(await column('lactate', name)).toEqual(['2.0', '2.0']);
    expect(await column('troponin', name)).toEqual([null, '0.1']);
    expect(report.unmapped.examples).toEqual([String(lactate)]);
    expect(report.variables.map(({ name: one, unit, carryHours }) => [one, unit, carryHours])).toEqual([
      ['lactate', 'mmol/L', 6],
      ['troponin', 'ng/L', 0]
    ]);
  });

  test.each([
    [`(5, 'lactate', 'kg', NULL)`, 'hourly-map-unit'],
    [`(5, 'hour', NULL, NULL)`, 'hourly-map-row'],
    [`(5, 'lactate', NULL, 0.0)`, 'hourly-map-row'],
    [`(5, 'lactate', NULL, NULL), (5, 'crp', NULL, NULL)`, 'hourly-map-twice'],
    [`(99, 'lactate', NULL, NULL)`, 'hourly-no-variables']
  ])('the map %s: %s', async (rows, code) => {
    const from = await measurement(`(1, 5, '2024-01-01 10:30', 9.01, 'mmol/L')`);
    const map = await table(
      `SELECT CAST(c AS INTEGER) AS concept_id, CAST(v AS VARCHAR) AS variable, CAST(u AS VARCHAR) AS unit, CAST(f AS DOUBLE) AS factor FROM (VALUES ${rows}) AS m(c, v, u, f)`
    );
    await expect(grid({ from, map })).rejects.toMatchObject({ code });
  });

  test('a wanted variable without a row is a column without a value', async () => {
    const from = await measurement(`(1, ${lactate}, '2024-01-01 10:30', 2, 'mmol/L')`);
    const stays = await visits(`(1, 1, '2024-01-01 10:00', '2024-01-01 11:00')`);
    const { name, report } = await grid({ from, stays }, { variables: ['crp'] });
    expect(await column('crp', name)).toEqual([null]);
    expect(report.variables[0]).toMatchObject({ rows: 0, used: 0, known: 0 });
  });

  test('no rows at all: a table that holds nothing known, or no stay', async () => {
    const from = await measurement(`(1, ${lactate}, '2024-01-01 10:30', 2, 'mmol/L')`);
    const empty = await table(`SELECT * FROM "${from.name}" LIMIT 0`);
    await expect(grid({ from: empty })).rejects.toMatchObject({ code: 'hourly-no-variables' });
    await expect(grid({ from: empty }, { variables: ['lactate'] })).rejects.toMatchObject({ code: 'hourly-no-stays' });
  });
});

describe('other tables', () => {
  test('a long table with names and text ids, without stays', async () => {
    const from = await table(
      `SELECT p AS patient, CAST(t AS TIMESTAMP) AS charttime, v AS variable, x AS value FROM (VALUES
        ('B', '2024-01-01 10:30', 'Lactate', '2'), ('B', '2024-01-01 13:10', 'crp', '7'), ('A', '2024-01-01 09:00', 'hr', '120'),
        ('B', '2024-01-01 10:40', 'Lactate', 'haemolysed'), ('B', '2024-01-01 10:40', 'shoe size', '2')) AS v(p, t, v, x)`
    );
    const { report, name } = await grid({ from });
    expect(report).toMatchObject({ layout: 'long', persons: 2, hours: 5, stays: { ofRows: true } });
    expect(await texts(`SELECT person_id, hour, heart_rate, lactate, crp FROM ${name} ORDER BY ALL`)).toEqual([
      ['A', '0', '120.0', null, null],
      ['B', '0', null, '2.0', null],
      ['B', '1', null, '2.0', null],
      ['B', '2', null, '2.0', null],
      ['B', '3', null, '2.0', '7.0']
    ]);
    expect(report.variables.find(({ name: one }) => one === 'lactate')).toMatchObject({ valueless: 1, used: 1 });
    expect(report.units.every(({ reading }) => reading === 'assumed')).toBe(true);
    expect(report.unmapped.examples).toEqual(['shoe size']);
  });

  test('issue 5: stays that the rows themselves tell apart are no one stay of weeks', async () => {
    const from = await table(
      `SELECT CAST(p AS BIGINT) AS person_id, e AS episode, CAST(t AS TIMESTAMP) AS time, l AS lactate FROM (VALUES
        (1, 7, '2024-01-01 10:30', 2.0), (1, 7, '2024-01-01 11:10', NULL), (1, 9, '2024-03-01 08:00', 3.0), (2, 8, '2024-01-05 00:59', 4.0),
        (2, NULL, '2024-01-09 00:00', 5.0)) AS v(p, e, t, l)`
    );
    const { report, name } = await grid({ from });
    expect(report).toMatchObject({ persons: 2, hours: 4, stays: { used: 3, ofRows: true, by: 'episode' } });
    expect(await texts(`SELECT person_id, stay_id, hour, lactate FROM ${name} ORDER BY ALL`)).toEqual([
      ['1', '7', '0', '2.0'],
      ['1', '7', '1', '2.0'],
      ['1', '9', '0', '3.0'],
      ['2', '8', '0', '4.0']
    ]);
    // A row of no stay is not lost without a word.
    expect(report.variables.find(({ name: one }) => one === 'lactate')).toMatchObject({ used: 3 });
  });

  test('a wide table of hours, as of the hackathon', async () => {
    const from = await table(
      `SELECT CAST(p AS BIGINT) AS person_id, CAST(t AS TIMESTAMP) AS measurement_datetime, l AS lactate, w AS "White_Blood_Cells" FROM (VALUES
        (1, '2024-01-01 10:00', 2.0, NULL), (1, '2024-01-01 12:00', NULL, 9.5), (1, '2024-01-01 12:00', 3.0, -1)) AS v(p, t, l, w)`
    );
    const { report, name } = await grid({ from });
    expect(report).toMatchObject({ layout: 'wide', hours: 3 });
    expect(await column('lactate', name)).toEqual(['2.0', '2.0', '3.0']);
    expect(await column('wbc', name)).toEqual([null, null, '9.5']);
    expect(report.variables.find(({ name: one }) => one === 'wbc')).toMatchObject({
      rows: 3,
      valueless: 1,
      impossible: 1,
      used: 1
    });
    const named = await grid({ from }, { columns: { crp: 'lactate' }, variables: ['crp'] });
    expect(await column('crp', named.name)).toEqual(['2.0', '2.0', '3.0']);
  });

  test('names that need quotes, stays by date, and a stay column by its length', async () => {
    const from = await table(
      `SELECT CAST(1 AS BIGINT) AS "person ""id""", CAST('2024-01-02 23:30' AS TIMESTAMP) AS "when", 'lactate' AS "what's", 2.5 AS "the value"`
    );
    const columns = { person: 'person "id"', time: 'when', variable: "what's", value: 'the value' };
    const days = await table(
      `SELECT CAST(1 AS BIGINT) AS person_id, DATE '2024-01-02' AS visit_start_date, DATE '2024-01-02' AS visit_end_date`
    );
    const byDay = await grid({ from, stays: days }, { columns });
    expect(byDay.report.hours).toBe(24);
    expect((await column('lactate', byDay.name)).at(-1)).toBe('2.5');
    const lengths = await table(
      `SELECT CAST(1 AS BIGINT) AS person_id, 'e' AS episode, CAST('2024-01-02 22:45' AS TIMESTAMP) AS admitted, 3 AS stay_hours`
    );
    const byLength = await grid({ from, stays: lengths }, { columns });
    expect(await texts(`SELECT stay_id, hour, lactate FROM ${byLength.name} ORDER BY hour`)).toEqual([
      ['e', '0', '2.5'],
      ['e', '1', '2.5'],
      ['e', '2', '2.5']
    ]);
  });

  test.each([
    [`SELECT 1 AS person_id, 2 AS value`, {}, 'hourly-role'],
    [
      `SELECT 1 AS person_id, 2 AS "when", 'lactate' AS variable, 3 AS value`,
      { columns: { time: 'when' } },
      'hourly-time-type'
    ],
    [`SELECT 1 AS person_id, now()::TIMESTAMP AS time, 'x' AS other`, {}, 'hourly-no-variables'],
    [
      `SELECT 1 AS person_id, now()::TIMESTAMP AS time, 'lactate' AS variable, 3 AS value`,
      { columns: { value: 'vlaue' } },
      'hourly-column'
    ],
    [
      `SELECT 1 AS person_id, now()::TIMESTAMP AS time, 'lactate' AS variable, 3 AS value`,
      { variables: ['lactat'] },
      'hourly-variable-unknown'
    ],
    [
      `SELECT 1 AS person_id, now()::TIMESTAMP AS time, 'lactate' AS variable, 3 AS value`,
      { carry: { lactate: -1 } },
      'hourly-carry'
    ]
  ])('%s %j: %s', async (sql, options, code) => {
    await expect(grid({ from: await table(sql) }, options)).rejects.toMatchObject({ code });
  });

  test('persons as numbers here and text there do not meet; a stay of a century has no grid', async () => {
    const from = await table(
      `SELECT 1 AS person_id, TIMESTAMP '2024-01-01' AS time, 'lactate' AS variable, 3 AS value`
    );
    const other = await table(
      `SELECT '1' AS person_id, TIMESTAMP '2024-01-01' AS start, TIMESTAMP '2024-01-02' AS "end"`
    );
    await expect(grid({ from, stays: other })).rejects.toMatchObject({ code: 'hourly-person-types' });
    const long = await table(`SELECT 1 AS person_id, TIMESTAMP '0100-01-01' AS start, TIMESTAMP '2099-01-02' AS "end"`);
    await expect(grid({ from, stays: long })).rejects.toMatchObject({ code: 'hourly-too-large' });
  });
});

describe('simulated OMOP tables', () => {
  test.each([false, true])('give the flat hours again (faults: %s)', async (faults) => {
    const wanted = ['measurement', 'visit_detail', 'hours'] as const;
    const { tables } = await simulate({ useCase: 'picu-sepsis', persons: 60, seed: 3, faults, tables: wanted });
    const insert = async (name: (typeof wanted)[number]) => cells.data.insert(`sim_${name}`, tables[name] as Table);
    const [from, stays, hours] = [await insert('measurement'), await insert('visit_detail'), await insert('hours')];
    const { report, name } = await grid({ from, stays }, { carry: carryNothing });
    const names = report.variables.map((one) => one.name).filter((one) => one !== 'weight');
    expect(names).toHaveLength(20);
    const ranges = report.variables.filter((one) => one.name !== 'weight');
    const differs = ranges.map(
      ({ name: one, low, high }) =>
        `count(*) FILTER (WHERE g.${one} IS DISTINCT FROM CASE WHEN h.${one} BETWEEN ${low} AND ${high} THEN h.${one} END) AS ${one}`
    );
    const [counts] = await texts(
      `SELECT count(*) AS n, ${differs.join(', ')} FROM ${hours.name} h JOIN ${name} g ON g.person_id = h.person_id AND g.stay_id = h.episode AND g.hour = h.hour`
    );
    expect(counts?.[0]).toBe(String(report.hours));
    if (!faults) expect(counts?.slice(1)).toEqual(new Array(20).fill('0'));
    for (const variable of report.variables) {
      const { used, impossible, outside, valueless, timeless, unitUnknown, rows } = variable;
      expect(used + impossible + outside + valueless + timeless + unitUnknown).toBe(rows);
      expect(Math.min(outside, used, impossible)).toBeGreaterThanOrEqual(0);
    }
  });
});

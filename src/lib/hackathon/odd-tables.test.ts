import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Relation } from '$workers/data/contract';
import { scanSql } from '$workers/shared/sql-scan';
import { openCells, type NodeCells } from '../cells/node-context';
import { bringHackathon, recogniseHackathon } from '.';

let cells: NodeCells;
let relations: Relation[];
beforeAll(async () => {
  cells = await openCells();
}, 60_000);
beforeEach(async () => {
  relations = [];
  // A person above 2^53; two hours, of which one is there twice; and one without anything.
  await add(
    'labels',
    `select * from (values (9007199254740993, timestamp '2024-01-01 10:10', 0), (9007199254740993, timestamp '2024-01-01 11:10', 1),
      (9007199254740993, timestamp '2024-01-01 11:10', 1), (2, timestamp '2024-01-01 10:00', 0)) t(person_id, measurement_datetime, "SepsisLabel")`
  );
});

async function add(name: string, sql: string): Promise<void> {
  relations.push(await cells.table(name, sql));
}
async function text(): Promise<string> {
  const made = await bringHackathon(cells.data, recogniseHackathon(relations));
  expect(made).toHaveLength(1);
  return made[0]?.text ?? '';
}
async function rows(sql: string): Promise<unknown[][]> {
  await cells.view('together', await text());
  const { columns, rows: count } = await cells.data.query(sql);
  return Array.from({ length: count }, (_, row) => columns.map(({ values }) => values[row]));
}

describe('tables that are odd', () => {
  test('several values of an hour become its last, several at once the largest; rows stay as many', async () => {
    await add(
      'lab',
      `select * from (values (9007199254740993, timestamp '2024-01-01 11:00', 3.0), (9007199254740993, timestamp '2024-01-01 11:50', 1.5),
        (9007199254740993, timestamp '2024-01-01 11:50', 2.5), (9007199254740993, timestamp '2024-01-01 11:55', null)) t(person_id, measurement_datetime, lactate)`
    );
    expect(
      await rows(
        'select count(*)::integer, count(lactate)::integer, max(lactate)::double, min(lactate)::double from together'
      )
    ).toEqual([[4, 2, 2.5, 2.5]]);
  });

  test('an hour takes the stay it is in, not another of the same person', async () => {
    await add(
      'stays',
      `select * from (values (9007199254740993, date '2023-05-01', 10, 'F'), (9007199254740993, date '2024-01-01', 18, 'F'),
        (2, date '2024-02-01', 5, 'M')) t(person_id, visit_start_date, age_in_months, gender)`
    );
    expect(
      await rows(
        'select age_in_months, count(*)::integer, count(distinct episode)::integer from together group by 1 order by 1 nulls last'
      )
    ).toMatchObject([
      [18, 3, 1],
      [expect.anything(), 1, 1]
    ]);
  });

  test('without the beginning of stays an age stands only where all rows of a person agree', async () => {
    await add(
      'stays',
      `select * from (values (9007199254740993, 10, 'F'), (9007199254740993, 18, 'F'), (2, 5, 'M')) t(person_id, age_in_months, gender)`
    );
    expect(
      await rows('select count(age_in_months)::integer, count(gender)::integer, count(*)::integer from together')
    ).toEqual([[1, 4, 4]]);
    expect(await text()).toContain('does not say when a stay begins');
  });

  test('names that are no names of a program stand in quotes; text from the data cannot leave the comment', async () => {
    await add(
      'device "list"',
      `select 2::bigint as person_id, timestamp '2024-01-01 10:00' as device_datetime_hourly, unnest(['CPAP', 'it''s
drop \${table}', 'CPAP']) as device`
    );
    const made = await text();
    expect(scanSql(made)).toMatchObject({ params: [], tables: ['labels', 'device "list"'] });
    expect(made).toContain("-- Devices left out: “it's drop $ {table}”.");
    expect(made).toContain('imv: no device is known to mean it');
    expect(await rows('select sum(support)::integer, count(*)::integer from together')).toMatchObject([
      [expect.anything(), 4]
    ]);
    expect(made).not.toMatch(/AS "imv"/);
  });

  test('codes of drugs without names make no count of agents; named ones do, by vein alone', async () => {
    await add(
      'drugs',
      `select * from (values (2, timestamp '2024-01-01 10:05', 1, 7), (2, timestamp '2024-01-01 10:20', 2, 7), (2, timestamp '2024-01-01 10:30', 1, 7),
        (2, timestamp '2024-01-01 10:30', 3, 8), (2, timestamp '2024-01-01 10:30', 4, 7)) t(person_id, drug_datetime_hourly, drug_concept_id, route_concept_id)`
    );
    expect(await text()).toContain('codes without names');
    await add(
      'concept',
      `select * from (values (1, 'Epinephrine'), (2, 'milrinone'), (3, 'dopamine'), (7, 'Intravenous'), (8, 'Inhalation')) t(concept_id, concept_name)`
    );
    expect(await rows('select person_id, vasoactives from together where person_id = 2')).toEqual([[2n, 2]]);
    const made = await text();
    expect(made).toContain('Routes left out: “Inhalation”.');
    expect(made).toContain('Drugs left out: “4”.');
  });

  test('a variable that two tables have is taken of the first, and said', async () => {
    const of = (column: string) =>
      `select 2::bigint as person_id, timestamp '2024-01-01 10:00' as measurement_datetime, 1.0 as ${column}, 5 as "Odd name", 'x' as "Time"`;
    await add('lab', of('"Platelet count"'));
    await add('more', of('platelets'));
    const made = await text();
    expect(made).toContain('“lab.Time”');
    expect(made).toContain('“more.platelets”, “more.Odd name”, “more.Time”');
    expect(await rows('select count(platelets)::integer, count("Odd name")::integer from together')).toEqual([[1, 1]]);
  });

  test('empty tables give an empty one', async () => {
    relations = [];
    await add(
      'labels',
      `select 1::bigint as person_id, timestamp '2024-01-01' as measurement_datetime, 0 as "SepsisLabel" where false`
    );
    await add(
      'devices',
      `select 1::bigint as person_id, timestamp '2024-01-01' as device_datetime_hourly, 'x' as device where false`
    );
    expect(await rows('select count(*)::integer from together')).toEqual([[0]]);
  });
});

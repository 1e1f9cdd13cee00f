import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numbers } from '../../shared/testing/read-columns';
import { simulate } from '../../simulate';
import { makeFiles } from '..';
import { partsOf, type FilesRequest } from '../contract';
import { testPersons } from '.';

const request: FilesRequest = {
  ...{ useCase: 'picu-sepsis', persons: 300, seed: 1, hospitals: [1, 2, 3, 4], leak: true, faults: false },
  ...{ tables: [], format: 'csv', layout: 'hackathon', personsAPart: 110 }
};

let duck: DuckDBConnection;
const names: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'phems-hackathon-'));
beforeAll(async () => {
  duck = await (await DuckDBInstance.create(':memory:')).connect();
  const files = new Map<string, Blob[]>();
  for (const part of partsOf(request).keys()) {
    for (const { path, content } of (await makeFiles(request, part)).pieces) {
      files.set(path, [...(files.get(path) ?? []), content]);
    }
  }
  for (const [path, pieces] of files) {
    names.push(path);
    writeFileSync(join(folder, path), Buffer.from(await new Blob(pieces).arrayBuffer()));
    await duck.run(
      `create table "${path.replace('.csv', '')}" as from read_csv('${join(folder, path)}', header = true)`
    );
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const rows = async (sql: string) => (await duck.runAndReadAll(sql)).getRows();
const columns = async (table: string) => (await rows(`describe "${table}"`)).map(([name]) => name);
const one = async (sql: string) => Number((await rows(sql))[0]?.[0]);

test('the files have the names of the hackathon', () => {
  const both = [
    'SepsisLabel',
    'person_demographics_episode',
    'drugsexposure',
    'devices',
    'proceduresoccurrences',
    'observation',
    'measurement_lab',
    'measurement_meds',
    'measurement_observation'
  ].flatMap((name) => [`${name}_train.csv`, `${name}_test.csv`]);
  expect([...names].sort()).toEqual([...both, 'SepsisLabel_test_labels.csv', 'concept.csv', 'columns.csv'].sort());
});

test.each([
  ['SepsisLabel_train', ['person_id', 'measurement_datetime', 'SepsisLabel']],
  ['SepsisLabel_test', ['person_id', 'measurement_datetime']],
  ['SepsisLabel_test_labels', ['person_id_datetime', 'SepsisLabel']],
  ['person_demographics_episode_train', ['person_id', 'visit_start_date', 'age_in_months', 'gender']],
  ['drugsexposure_train', ['person_id', 'drug_datetime_hourly', 'drug_concept_id', 'route_concept_id']],
  ['devices_test', ['person_id', 'device_datetime_hourly', 'device']],
  ['proceduresoccurrences_train', ['person_id', 'procedure_datetime_hourly', 'procedure']],
  ['observation_test', ['person_id', 'observation_datetime', 'observation_concept_name', 'valuefilled']],
  ['measurement_observation_train', ['person_id', 'measurement_datetime', 'gcs']]
])('%s has its columns', async (table, expected) => {
  expect(await columns(table)).toEqual(expected);
});

test('every measured variable stands in one of the three files', async () => {
  const wide = (
    await Promise.all(['lab', 'meds', 'observation'].map((one) => columns(`measurement_${one}_train`)))
  ).flat();
  const measured = wide.filter((name) => name !== 'person_id' && name !== 'measurement_datetime');
  expect(new Set(measured).size).toBe(20);
  expect(measured).toHaveLength(20);
});

test('every hour is in one label file, once; the labels of the test meet its hours by their key', async () => {
  const { tables } = await simulate({ useCase: 'picu-sepsis', persons: 300, seed: 1, tables: ['hours'] });
  const hours = tables.hours;
  if (!hours) throw new Error('no hours');
  const labels = numbers(hours, 'SepsisLabel');
  expect(await one('select (select count(*) from SepsisLabel_train) + (select count(*) from SepsisLabel_test)')).toBe(
    hours.rows
  );
  const met = `select count(*) from SepsisLabel_test t join SepsisLabel_test_labels l on l.person_id_datetime = t.person_id || '_' || strftime(t.measurement_datetime, '%Y-%m-%d %H:%M:%S')`;
  expect(await one(met)).toBe(await one('select count(*) from SepsisLabel_test'));
  const positive = await one(
    'select (select sum(SepsisLabel) from SepsisLabel_train) + (select sum(SepsisLabel) from SepsisLabel_test_labels)'
  );
  expect(positive).toBe(labels.reduce((sum, label) => sum + label, 0));
});

test('no person is on both sides, and each hospital gives 30 % to the test', async () => {
  expect(
    await one(
      'select count(*) from (select person_id from SepsisLabel_train intersect select person_id from SepsisLabel_test)'
    )
  ).toBe(0);
  const { tables } = await simulate({ useCase: 'picu-sepsis', persons: 300, seed: 1, tables: ['episodes'] });
  if (!tables.episodes) throw new Error('no episodes');
  const person = numbers(tables.episodes, 'person_id');
  const hospital = numbers(tables.episodes, 'hospital');
  const isTest = testPersons(1, 300);
  for (const number of [1, 2, 3, 4]) {
    const persons = [...new Set(person.filter((_, row) => hospital[row] === number))];
    const held = persons.filter((id) => isTest[id - 1] === 1);
    expect(held.length, `hospital ${number}`).toBe(persons.length - Math.round(0.7 * persons.length));
  }
  const onTestSide = (await rows('select distinct person_id::integer from SepsisLabel_test')).map(([id]) => Number(id));
  expect(onTestSide.every((id) => isTest[id - 1] === 1)).toBe(true);
});

test('the route of the charted antibiotic tells the label, the more so as its hours are full ones', async () => {
  const found = await rows(
    `select avg(l.SepsisLabel), count(*) from SepsisLabel_train l where exists (from drugsexposure_train d join concept c on c.concept_id = d.route_concept_id
      where c.concept_name = 'Intravenous' and d.person_id = l.person_id and d.drug_datetime_hourly = l.measurement_datetime)`
  );
  expect(Number(found[0]?.[0])).toBeGreaterThan(0.85);
});

test('devices and drugs have a row an hour', async () => {
  const off = await one(
    `select count(*) from devices_train where date_trunc('hour', device_datetime_hourly) <> device_datetime_hourly`
  );
  expect(off).toBe(0);
  const { tables } = await simulate({ useCase: 'picu-sepsis', persons: 300, seed: 1, tables: ['hours'] });
  if (!tables.hours) throw new Error('no hours');
  const ventilated = numbers(tables.hours, 'imv').reduce((sum, value) => sum + value, 0);
  expect(
    await one(
      `select count(*) from (from devices_train union all from devices_test) where device = 'Invasive mechanical ventilation'`
    )
  ).toBe(ventilated);
});

test('with planted faults the ids above 2^53 are written exactly, on the side of their person', async () => {
  const { pieces } = await makeFiles({ ...request, faults: true, persons: 60, personsAPart: 60, hospitals: [4] }, 0);
  const text = await pieces.find(({ path }) => path === 'person_demographics_episode_train.csv')?.content.text();
  const ids = [
    ...new Set(
      (text ?? '')
        .split('\r\n')
        .slice(1, -1)
        .map((line) => BigInt(line.split(',')[0] ?? ''))
    )
  ];
  expect(ids.length).toBeGreaterThan(2);
  expect(ids.every((id) => id >= 9007199254740993n)).toBe(true);
  const isTest = testPersons(1, 60);
  expect(ids.every((id) => isTest[Number(id - 9007199254740993n)] === 0)).toBe(true);
});

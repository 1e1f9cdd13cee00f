import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { BlobReader, Uint8ArrayWriter, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engines } from '$lib/engines';
import type { CellKey } from '$lib/notebook/model';
import type { CellValue } from '$lib/notebook/kind';
import { createDataRoom, type DataRoom } from '$workers/data';
import { openNodeDuck } from '$workers/data/duck-node';
import { openCells } from '../node-context';
import { cohort } from '.';
import { needsOf, parseCohort } from './spec';

// The counts are those of native DuckDB, by SQL written for this test and not made by the cell.
const data = process.env['PHEMS_DATA'] ?? '../shared/data';
const present = existsSync(data);
if (!present) console.warn(`No public data at ${data}: cohorts of real files are not tested.`);

const folder = mkdtempSync(join(tmpdir(), 'phems-cohort-'));
let native: DuckDBConnection;
let room: DataRoom;

beforeAll(async () => {
  if (!present) return;
  native = await (await DuckDBInstance.create()).connect();
  room = await createDataRoom(await openNodeDuck());
  const zip = new ZipReader(new BlobReader(new Blob([readFileSync(join(data, 'omop-synthea/Synthea27Nj_5.4.zip'))])));
  const tables = ['PERSON', 'VISIT_OCCURRENCE', 'CONDITION_OCCURRENCE', 'MEASUREMENT', 'OBSERVATION_PERIOD', 'DEATH'];
  for (const entry of await zip.getEntries()) {
    const name = basename(entry.filename, '.csv');
    if (entry.directory || entry.filename.includes('__MACOSX') || !tables.includes(name)) continue;
    const bytes = await (entry as FileEntry).getData(new Uint8ArrayWriter(), { useWebWorkers: false });
    await bring(name.toLowerCase(), bytes);
  }
  await bring('log', readFileSync(join(data, 'sepsis-log/sepsis-log.csv')));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same file for both: through the import into our engine, and by its own reader into the native one. */
async function bring(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, bytes);
  await native.run(`CREATE TABLE ${name} AS FROM read_csv('${path}')`);
  const sources = [{ path: `${name}.csv`, file: new File([readFileSync(path)], `${name}.csv`) }];
  const proposal = await room.propose({ file: `${name}.csv`, name }, sources);
  await room.read(proposal.plan, sources);
}

/** Entries and persons after each step. */
async function counts(text: string): Promise<[number, number][]> {
  const spec = parseCohort(text, { id: 'found', key: 'k1' as CellKey });
  const relations = await room.relations();
  const inputs = needsOf(spec).tables.map((name): [string, CellValue] => {
    return [name, { type: 'table', relation: relations.find((one) => one.name === name)! }];
  });
  const context = (await openCells()).context(Object.fromEntries(inputs), 'found');
  const { output } = await cohort.run(spec, { ...context, engines: { data: room } as unknown as Engines });
  return output.rows.map(({ entries, persons }) => [entries, persons]);
}

const asked = async (...queries: readonly string[]): Promise<[number, number][]> => {
  const found: [number, number][] = [];
  for (const query of queries) {
    const [row] = (await native.runAndReadAll(query)).getRows();
    found.push([Number(row?.[0]), Number(row?.[1])]);
  }
  return found;
};

test.skipIf(!present)(
  'Synthea’s OMOP: age, an event in a window, a measurement and time under observation',
  async () => {
    const got = await counts(`
from: visit_occurrence
person: person
period: observation_period
death: death
entry: {called: visits}
steps:
  - age: {min: 18, max: 64, unit: years}
  - category: {column: gender_concept_id, in: [8532]}
  - event: {table: condition_occurrence, in: [40481087, 4112343], at_most: 0, window: {from: -365, to: -1}}
  - value: {table: measurement, in: [3004249], min: 110, pick: last, window: {from: -730, to: 0}}
  - history: {min: 365, unit: days}
  - follow_up: {min: 90, unit: days}
`);
    const adult = `
    FROM visit_occurrence v JOIN person p USING (person_id)
    WHERE date_sub('year', make_date(p.year_of_birth, p.month_of_birth, p.day_of_birth), v.visit_start_date) BETWEEN 18 AND 64`;
    const female = `${adult} AND p.gender_concept_id = 8532`;
    const healthy = `${female} AND NOT EXISTS (
    SELECT 1 FROM condition_occurrence c WHERE c.person_id = v.person_id AND c.condition_concept_id IN (40481087, 4112343)
      AND c.condition_start_date BETWEEN v.visit_start_date - 365 AND v.visit_start_date - 1)`;
    const pressure = `${healthy} AND (
    SELECT arg_max(m.value_as_number, coalesce(m.measurement_datetime, m.measurement_date)) FROM measurement m
    WHERE m.person_id = v.person_id AND m.measurement_concept_id = 3004249 AND m.value_as_number IS NOT NULL
      AND m.measurement_date BETWEEN v.visit_start_date - 730 AND v.visit_start_date) >= 110`;
    const observed = `${pressure} AND EXISTS (
    SELECT 1 FROM observation_period o WHERE o.person_id = v.person_id
      AND v.visit_start_date BETWEEN o.observation_period_start_date AND o.observation_period_end_date
      AND v.visit_start_date - o.observation_period_start_date >= 365)`;
    const followed = `${observed} AND EXISTS (
    SELECT 1 FROM observation_period o WHERE o.person_id = v.person_id
      AND v.visit_start_date BETWEEN o.observation_period_start_date AND o.observation_period_end_date
      AND (o.observation_period_end_date - v.visit_start_date >= 90 OR EXISTS (
        SELECT 1 FROM death d WHERE d.person_id = v.person_id AND d.death_date >= v.visit_start_date
          AND d.death_date - v.visit_start_date <= 90)))`;
    const count = (rest: string) => `SELECT count(*), count(DISTINCT v.person_id) ${rest}`;
    const wanted = await asked(
      count('FROM visit_occurrence v'),
      ...[adult, female, healthy, pressure, observed, followed].map(count)
    );
    expect(got[0]).toEqual(wanted[0]);
    expect(got.slice(-6)).toEqual(wanted.slice(1));
    expect(wanted.at(-1)?.[0]).toBeGreaterThan(10);
    const [table] = (await room.query('SELECT count(*) FROM found')).columns;
    expect(Number(table?.values[0])).toBe(wanted.at(-1)?.[0]);
  }
);

test.skipIf(!present)(
  'the sepsis log, flat: first triage, antibiotics within hours, no intensive care before',
  async () => {
    const got = await counts(`
from: log
entry: {called: triages, column: activity, in: [ER Sepsis Triage], occurrence: first, date: timestamp, person_id: case}
steps:
  - event: {table: log, column: activity, in: [IV Antibiotics], date: timestamp, person_id: case, window: {from: 0, to: 3, unit: hours}}
  - event: {table: log, column: activity, in: [Admission IC], date: timestamp, person_id: case, at_most: 0, window: {to: 24, unit: hours}}
  - sql: hour(timestamp) between 8 and 19
`);
    const entries = `FROM (
    SELECT "case", min("timestamp") AS at FROM log WHERE activity = 'ER Sepsis Triage' GROUP BY "case") v WHERE true`;
    const treated = `${entries} AND EXISTS (
    SELECT 1 FROM log e WHERE e."case" = v."case" AND e.activity = 'IV Antibiotics'
      AND e."timestamp" BETWEEN v.at AND v.at + INTERVAL 3 HOUR)`;
    const ward = `${treated} AND NOT EXISTS (
    SELECT 1 FROM log e WHERE e."case" = v."case" AND e.activity = 'Admission IC' AND e."timestamp" <= v.at + INTERVAL 24 HOUR)`;
    const count = (rest: string) => `SELECT count(*), count(DISTINCT v."case") ${rest}`;
    const wanted = await asked(...[entries, treated, ward, `${ward} AND hour(v.at) BETWEEN 8 AND 19`].map(count));
    expect(got.slice(-4)).toEqual(wanted);
    expect(wanted.at(-1)?.[0]).toBeGreaterThan(100);
  }
);

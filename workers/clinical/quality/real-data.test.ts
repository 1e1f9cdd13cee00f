import { BlobReader, Uint8ArrayWriter, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { DataRoom } from '../../data';
import type { QualityReport } from './contract';
import { openRoom } from './node-engine';
import { qualityOf } from './run';

// A public extract of CDM 5.4 (Synthea, OHDSI EunomiaDatasets): 28 persons of all ages, 10,040 measurements.
const zip = join(process.env['PHEMS_DATA'] ?? '../shared/data', 'omop-synthea/Synthea27Nj_5.4.zip');
const present = existsSync(zip);
if (!present) console.warn(`SKIPPED: the quality checks of a real OMOP extract need ${zip}`);

const TABLES =
  /^(PERSON|OBSERVATION_PERIOD|VISIT_OCCURRENCE|VISIT_DETAIL|CONDITION_OCCURRENCE|DRUG_EXPOSURE|PROCEDURE_OCCURRENCE|DEVICE_EXPOSURE|MEASUREMENT|OBSERVATION|DEATH|CARE_SITE|CONCEPT|CONCEPT_ANCESTOR|CDM_SOURCE)$/;

let room: DataRoom;
let report: QualityReport;

beforeAll(async () => {
  if (!present) return;
  room = await openRoom();
  for (const entry of await new ZipReader(new BlobReader(new Blob([readFileSync(zip)]))).getEntries()) {
    const name = basename(entry.filename, '.csv');
    if (entry.directory || entry.filename.includes('__MACOSX') || !TABLES.test(name)) continue;
    const bytes = await (entry as FileEntry).getData(new Uint8ArrayWriter(), { useWebWorkers: false });
    const sources = [{ path: `${name}.csv`, file: new File([bytes as Uint8Array<ArrayBuffer>], `${name}.csv`) }];
    const proposal = await room.propose({ file: `${name}.csv`, name: `NJ_${name}` }, sources);
    await room.read(proposal.plan, sources);
  }
  report = await qualityOf(room, {
    prefix: 'nj_',
    variableMap: [
      { conceptId: 3004249, variable: 'sbp', unit: 'mm[Hg]' },
      { conceptId: 3012888, variable: 'dbp', unit: 'mm[Hg]' },
      { conceptId: 3025315, variable: 'weight', unit: 'kg' },
      { conceptId: 3027018, variable: 'heart_rate', unit: '/min' }
    ]
  });
}, 120_000);

test.skipIf(!present)('every check answers, and only for a reason not', () => {
  expect(new Set(report.results.map(({ check }) => check)).size).toBe(26);
  expect(report.results.every(({ status, reason }) => (status === 'not applicable') === (reason !== undefined))).toBe(
    true
  );
  expect(report.failed).toBeGreaterThan(10);
});

/** Counts by SQL written for this test, not made by the checks. */
const one = async (sql: string): Promise<number> => Number((await room.query(sql)).columns[0]!.values[0]);

test.skipIf(!present).each([
  [3, 'measurement.measurement_id', 'SELECT count(*) - count(DISTINCT measurement_id) FROM nj_measurement'],
  [
    4,
    'person.gender_concept_id',
    'SELECT count(*) FROM nj_person WHERE gender_concept_id NOT IN (SELECT concept_id FROM nj_concept)'
  ],
  [7, 'visit_occurrence.care_site_id', 'SELECT count(*) - count(care_site_id) FROM nj_visit_occurrence'],
  [8, 'measurement.unit_concept_id', 'SELECT count(*) FROM nj_measurement WHERE unit_concept_id = 0'],
  [
    9,
    'visit_occurrence.visit_occurrence_id',
    `SELECT count(*) FROM nj_visit_occurrence v LEFT JOIN (SELECT DISTINCT visit_occurrence_id AS id FROM nj_measurement) m
     ON m.id = v.visit_occurrence_id WHERE m.id IS NULL`
  ],
  [
    15,
    'observation.observation_datetime',
    `SELECT count(*) FROM nj_observation o, nj_visit_occurrence v WHERE o.visit_occurrence_id = v.visit_occurrence_id
     AND (o.observation_datetime < v.visit_start_datetime - INTERVAL 1 DAY OR o.observation_datetime > v.visit_end_datetime + INTERVAL 1 DAY)`
  ],
  [
    18,
    'visit_occurrence.visit_start_datetime',
    `SELECT count(*) FROM nj_visit_occurrence v JOIN nj_person p USING (person_id)
     WHERE v.visit_start_date >= make_date(p.year_of_birth + 19, p.month_of_birth, p.day_of_birth)`
  ],
  [
    19,
    'visit_occurrence.visit_start_datetime',
    `SELECT count(DISTINCT b.visit_occurrence_id) FROM nj_visit_occurrence a, nj_visit_occurrence b WHERE a.person_id = b.person_id
     AND (a.visit_start_datetime, a.visit_occurrence_id) < (b.visit_start_datetime, b.visit_occurrence_id) AND a.visit_end_datetime > b.visit_start_datetime`
  ],
  [
    20,
    'measurement.value_as_number',
    `SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT person_id, measurement_concept_id, measurement_datetime, value_as_number,
       value_as_concept_id, CASE WHEN value_as_number IS NULL THEN value_source_value END, unit_source_value, unit_concept_id FROM nj_measurement)) FROM nj_measurement`
  ]
])('check %i of %s counts as plain SQL does', async (check, place, sql) => {
  const result = report.results.find(({ check: number, id }) => number === check && id.startsWith(`${check} ${place}`));
  expect(result?.failing).toBe(await one(sql));
});

test.skipIf(!present)('the rows that are shown are those that were counted', async () => {
  for (const { check, failing, rowsSql, id } of report.results) {
    // 1 shows columns, 3 all rows of a key.
    if (failing > 0 && check !== 1 && check !== 3) expect((await room.query(rowsSql!)).rows, id).toBe(failing);
  }
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { DataRoom } from '../../data';
import type { QualityOptions, QualityReport, QualityResult } from './contract';
import { failing, make, openRoom, simulateInto, withStatus } from './node-engine';
import { qualityOf } from './run';
import { qualityTable } from './table';

let room: DataRoom;

beforeAll(async () => {
  room = await openRoom();
});

const run = (prefix: string, options: QualityOptions = {}) => qualityOf(room, { prefix, ...options });

const line = ({ results }: QualityReport, check: number, words: string): QualityResult | undefined =>
  results.find((result) => result.check === check && result.id.includes(words));

const PERSONS = `SELECT * FROM (VALUES
  (9007199254740993::BIGINT, 8507, 2020, TIMESTAMP '2020-01-01', 1), (9007199254740994, 8532, 2020, TIMESTAMP '2020-01-01', 2)
) v(person_id, gender_concept_id, year_of_birth, birth_datetime, care_site_id)`;

describe('partial extracts', () => {
  test('without any table only the person is missed, and nothing breaks', async () => {
    const report = await run('nothing_here_');
    expect(withStatus(report, 'fail').map(({ id }) => id)).toEqual(['1 person']);
    expect(report.passed).toBe(0);
    expect(withStatus(report, 'not applicable').every(({ reason }) => reason !== undefined)).toBe(true);
    expect(line(report, 12, '')?.reason).toBe('The table measurement is absent.');
    expect(new Set(report.results.map(({ check }) => check))).toContain(26);
  });

  test('empty tables have nothing to check', async () => {
    await simulateInto(room, 'full_', { persons: 3 });
    for (const { name } of (await room.relations()).filter(({ name }) => name.startsWith('full_'))) {
      await make(room, name.replace('full_', 'empty_'), `SELECT * FROM ${name} LIMIT 0`);
    }
    const report = await run('empty_');
    expect(withStatus(report, 'fail')).toEqual([]);
    expect(new Set(withStatus(report, 'pass').map(({ check }) => check))).toEqual(new Set([1]));
    expect(line(report, 6, 'person.person_id')?.reason).toBe('There are no rows to check.');
  });

  test('one row a table', async () => {
    for (const { name } of (await room.relations()).filter(({ name }) => name.startsWith('full_'))) {
      await make(room, name.replace('full_', 'single_'), `SELECT * FROM ${name} ORDER BY ALL LIMIT 1`);
    }
    const report = await run('single_');
    expect(line(report, 3, 'person.person_id')).toMatchObject({ checked: 1, failing: 0, percent: 0, status: 'pass' });
    for (const { percent } of report.results) expect(percent === undefined || Number.isFinite(percent)).toBe(true);
  });

  test('two tables, names in capitals and with quotes', async () => {
    await make(room, 'Site "1" PERSON', PERSONS.replace('v(person_id', 'v("PERSON_ID"'));
    await make(
      room,
      'Site "1" MEASUREMENT',
      `SELECT * FROM (VALUES (1, 9007199254740993::BIGINT, 2000000001, DATE '2021-01-01', 400.0), (2, 9007199254740995, 2000000001, DATE '2021-01-01', 100.0))
       v("Measurement_ID", "Person_Id", "MEASUREMENT_CONCEPT_ID", "Measurement_Date", "VALUE_AS_NUMBER")`
    );
    const report = await run('site "1" ');
    expect(failing(report, 4, 'measurement.person_id')).toBe(1);
    expect(line(report, 16, 'heart_rate')).toMatchObject({ checked: 2, failing: 1, status: 'fail' });
    expect(line(report, 11, '')?.reason).toBe(
      'The columns measurement.unit_source_value and unit_concept_id are absent.'
    );
    expect(line(report, 1, 'measurement.measurement_type_concept_id')?.status).toBe('fail');
    expect(line(report, 9, 'visit')?.reason).toBe('The table visit_occurrence is absent.');
    expect(line(report, 14, 'after the extract')?.reason).toMatch(/date of the extract is not known/);
    for (const { rowsSql, failing } of report.results.filter(({ check, failing }) => check > 1 && failing > 0)) {
      expect((await room.query(rowsSql!)).rows).toBe(failing);
    }
  });
});

describe('16 by age', () => {
  test('tells what is unusual for an age, in the usual unit, and never fails', async () => {
    await make(room, 'aged_person', PERSONS);
    await make(
      room,
      'aged_measurement',
      `SELECT * FROM (VALUES (1, 9007199254740993::BIGINT, 2000000001, DATE '2020-01-20', 185.0, '/min'), (2, 9007199254740993, 2000000001, DATE '2020-01-20', 150.0, '/min'),
        (3, 9007199254740993, 2000000001, DATE '2020-02-20', 89.0, '/min'), (4, 9007199254740994, 2000000001, DATE '2023-01-01', 141.0, '/min'),
        (5, 9007199254740994, 2000000001, DATE '2023-01-01', 60.0, '/min'), (6, 9007199254740994, 2000000001, DATE '2045-01-01', 141.0, '/min'),
        (7, 9007199254740994, 2000000001, DATE '2023-01-01', 141.0, 'furlongs'), (8, 9007199254740994, 2000000008, DATE '2023-01-01', 61.0, 'mm[Hg]'))
       v(measurement_id, person_id, measurement_concept_id, measurement_date, value_as_number, unit_source_value)`
    );
    const report = await run('aged_', { checks: [16], thresholds: { 16: 0 } });
    const found = report.results.filter(({ id, checked }) => id.includes(' months, usual ') && checked > 0);
    expect(found.map(({ detail, checked, failing }) => [detail, checked, failing]).sort()).toEqual([
      ['heart_rate at 0–1 months, usual 100–180, unverified', 2, 1],
      ['heart_rate at 1–24 months, usual 90–180, unverified', 1, 1],
      ['heart_rate at 24–72 months, usual ≤ 140, unverified', 2, 1],
      ['map at 24–60 months, usual ≥ 62', 1, 1]
    ]);
    for (const { status, threshold, rowsSql, failing } of found) {
      expect({ status, threshold, rows: (await room.query(rowsSql!)).rows }).toEqual({ status: 'pass', threshold: 100, rows: failing }); // prettier-ignore
    }
  });

  test('is silent where no birth is known', async () => {
    await make(room, 'ageless_person', `SELECT person_id FROM (${PERSONS})`);
    await make(room, 'ageless_measurement', 'SELECT * FROM aged_measurement');
    const report = await run('ageless_', { checks: [16] });
    expect(report.results.some(({ id }) => id.includes(' months, usual '))).toBe(false);
    expect(line(report, 16, 'heart_rate')).toBeDefined();
  });
});

describe('columns of other types', () => {
  test('text is read as what it is meant to be, and what cannot be is counted', async () => {
    await make(
      room,
      'text_person',
      `SELECT * FROM (VALUES ('1', '8507', '2020', '2020-05-01'), ('2', '8532', '2o20', 'yesterday'), ('3.7', '', '2019', ''))
       v(person_id, gender_concept_id, year_of_birth, birth_datetime)`
    );
    await make(
      room,
      'text_measurement',
      `SELECT * FROM (VALUES ('1', '1', '2000000001', '2020-01-01 10:00', '500'), ('2', '1', '2000000001', '2020-06-01T10:00:00', '1,5'))
       v(measurement_id, person_id, measurement_concept_id, measurement_datetime, value_as_number)`
    );
    const report = await run('text_');
    expect(failing(report, 2, 'person.person_id')).toBe(1);
    expect(failing(report, 2, 'person.year_of_birth')).toBe(1);
    expect(line(report, 2, 'person.birth_datetime')).toMatchObject({ checked: 2, failing: 1 });
    expect(failing(report, 2, 'measurement.value_as_number')).toBe(1);
    expect(failing(report, 6, 'person.gender_concept_id')).toBe(1);
    expect(failing(report, 14, 'measurement.measurement_datetime before birth')).toBe(1);
    expect(failing(report, 16, 'heart_rate')).toBe(1);
  });

  test('ids as doubles cannot be told apart from 2^53 on', async () => {
    await make(
      room,
      'double_person',
      `SELECT * FROM (VALUES (1.0::DOUBLE), (9007199254740993), (1.5), ('NaN'::DOUBLE)) v(person_id)`
    );
    expect(line(await run('double_'), 2, 'person.person_id')).toMatchObject({ checked: 4, failing: 3, status: 'fail' });
  });

  test('odd types of dates and numbers do not break a check', async () => {
    await make(
      room,
      'odd_person',
      `SELECT 1::HUGEINT AS person_id, 8507::SMALLINT AS gender_concept_id, 2020.0::DECIMAL(10,2) AS year_of_birth, 13 AS month_of_birth`
    );
    const visits = `SELECT 1 AS visit_occurrence_id, 1::UINTEGER AS person_id, true AS visit_concept_id, epoch_ms(1600000000000)::TIMESTAMP_S AS visit_start_datetime, 20200101 AS visit_end_date`;
    await make(room, 'odd_visit_occurrence', visits);
    await make(
      room,
      'odd_measurement',
      `SELECT 1 AS measurement_id, 1 AS person_id, 2000000001 AS measurement_concept_id, DATE '2020-01-01' AS measurement_datetime, 'NaN'::FLOAT AS value_as_number`
    );
    const report = await run('odd_');
    expect(line(report, 10, 'heart_rate')?.failing).toBe(1);
    expect(line(report, 2, 'visit_occurrence.visit_end_date')?.failing).toBe(1);
  });
});

describe('the order of times', () => {
  test('a visit on its last day is no early end; a stamp before its start is', async () => {
    await make(room, 'order_person', PERSONS);
    await make(
      room,
      'order_visit_occurrence',
      `SELECT *, CAST(start_ AS DATE) AS visit_start_date FROM (VALUES
        (1, 9007199254740993::BIGINT, TIMESTAMP '2021-01-01 10:00', DATE '2021-01-01', NULL::TIMESTAMP),
        (2, 9007199254740993, TIMESTAMP '2021-02-01 10:00', DATE '2021-02-01', TIMESTAMP '2021-02-01 09:59'),
        (3, 9007199254740993, TIMESTAMP '2021-03-01 10:00', DATE '2021-03-05', TIMESTAMP '2021-03-05 10:00'),
        (4, 9007199254740993, TIMESTAMP '2021-03-05 10:00', DATE '2021-03-06', TIMESTAMP '2021-03-06 10:00'),
        (5, 9007199254740993, TIMESTAMP '2021-03-02 10:00', DATE '2021-03-03', TIMESTAMP '2021-03-03 10:00'),
        (6, 9007199254740993, TIMESTAMP '2021-03-04 10:00', DATE '2021-03-04', TIMESTAMP '2021-03-04 12:00'),
        (7, 9007199254740994, TIMESTAMP '2021-03-02 10:00', DATE '2021-03-03', TIMESTAMP '2021-03-03 10:00')
      ) v(visit_occurrence_id, person_id, start_, visit_end_date, visit_end_datetime)`.replaceAll(
        'start_',
        'visit_start_datetime'
      )
    );
    const report = await run('order_', { ageYears: [2, 18] });
    expect(line(report, 13, 'visit_occurrence')).toMatchObject({ checked: 7, failing: 1 });
    // 5 and 6 lie within 3; 4 begins when 3 ends; 2 is left out.
    expect(line(report, 19, 'visit_occurrence')).toMatchObject({ checked: 5, failing: 2, status: 'fail' });
    expect(line(report, 18, 'visit_occurrence')).toMatchObject({ checked: 7, failing: 7 });
  });
});

describe('options', () => {
  test('a threshold of one’s own decides', async () => {
    const report = await run('site "1" ', { thresholds: { 4: 60, 16: 50 }, checks: [4, 16] });
    expect(withStatus(report, 'fail')).toEqual([]);
    expect(line(report, 16, 'heart_rate')).toMatchObject({ percent: 50, threshold: 50, status: 'pass' });
    expect(new Set(report.results.map(({ check }) => check))).toEqual(new Set([4, 16]));
  });

  test('a map of variables from a table, with units and factors', async () => {
    await make(room, 'units_person', PERSONS);
    await make(
      room,
      'units_measurement',
      `SELECT row_number() OVER () AS measurement_id, 9007199254740993::BIGINT AS person_id, 77 AS measurement_concept_id, DATE '2021-01-01' AS measurement_date, *
       FROM (VALUES (4.0, 'mg/dL'), (5.5, 'mmol/L'), (0.2, 'MMOL/L '), (90.0, NULL), (90.0, 'mg%'), (5.0, 'mg/dl')) v(value_as_number, unit_source_value)`
    );
    await make(
      room,
      'units_variable_map',
      `SELECT * FROM (VALUES (77, 'glucose', 'mg/dL', 1.0), (77, 'glucose', 'mmol/L', 18.016)) v(concept_id, variable, unit, factor)`
    );
    const report = await run('units_', { variableMap: 'variable_map', checks: [16] });
    const found = report.results.map(({ detail, checked, failing, reason }) => [detail, checked, failing, reason]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['glucose, mg/dL', 1, 1, undefined],
        ['glucose, mmol/L', 1, 0, undefined],
        ['glucose, MMOL/L', 1, 1, undefined],
        ['glucose, no unit', 1, 0, undefined],
        ['glucose, mg/dl', 1, 0, undefined],
        ['glucose, mg%', 0, 0, 'The unit mg% of glucose is not in the variable map.']
      ])
    );
  });

  test('the unit of a concept where the source has none', async () => {
    await make(room, 'concepts_person', PERSONS);
    await make(
      room,
      'concepts_concept',
      `SELECT * FROM (VALUES (8713, 'g/dL'), (586323, 'Cel')) v(concept_id, concept_code)`
    );
    await make(
      room,
      'concepts_measurement',
      `SELECT 9007199254740993::BIGINT AS person_id, 2000000002 AS measurement_concept_id, 50.0 AS value_as_number, * FROM (VALUES (586323), (0), (4711)) v(unit_concept_id)`
    );
    const report = await run('concepts_', { checks: [11, 16] });
    expect(line(report, 11, 'temperature')).toMatchObject({ checked: 3, failing: 1 });
    expect(
      report.results
        .filter(({ check }) => check === 16)
        .map(({ detail }) => detail)
        .sort()
    ).toEqual(['temperature, Cel', 'temperature, concept 4711', 'temperature, no unit']);
  });

  test.each<[string, QualityOptions]>([
    ['quality-check-unknown', { checks: [27] }],
    ['quality-check-unknown', { thresholds: { 0: 5 } }],
    ['quality-threshold-range', { thresholds: { 4: 101 } }],
    ['quality-threshold-range', { thresholds: { 4: NaN } }],
    ['quality-limit-range', { limits: { drift: 0 } }],
    ['quality-age-range', { ageYears: [18, 0] }],
    ['quality-visit-concept', { intensiveCare: [] }],
    ['quality-visit-concept', { intensiveCare: [NaN] }],
    ['quality-date', { extractDate: '2025-02-30' }],
    ['quality-map-absent', { variableMap: 'no_map' }],
    ['quality-map-columns', { variableMap: 'person' }],
    ['quality-map-entry', { variableMap: [{ conceptId: 1, variable: 'sbp', factor: 0 }] }],
    ['quality-map-entry', { variableMap: [{ conceptId: 0.5, variable: 'sbp' }] }]
  ])('%s', async (code, options) => {
    await expect(run('order_', options)).rejects.toMatchObject({ code });
  });

  test('stops, and tells how far it is', async () => {
    const stop = new AbortController();
    const seen: (number | undefined)[] = [];
    const progress = ({ done }: { done?: number }) => {
      seen.push(done);
      if (done === 3) stop.abort();
    };
    await expect(run('full_', { signal: stop.signal, progress })).rejects.toMatchObject({ code: 'stopped' });
    expect(seen).toEqual([0, 1, 2, 3]);
    await expect(run('full_', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'stopped' });
  });

  test('the report as a table has a row a line', async () => {
    const report = await run('order_');
    const table = qualityTable(report);
    expect(table.rows).toBe(report.results.length);
    await room.insert('report', table);
    const counted = await room.query(`SELECT count(*) FROM report WHERE status = 'fail'`);
    expect(Number(counted.columns[0]!.values[0])).toBe(report.failed);
  });
});

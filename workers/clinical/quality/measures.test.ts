import { beforeAll, describe, expect, test } from 'vitest';
import type { DataRoom } from '../../data';
import { weightNorm } from '../shared/weight';
import { auroc, averagePrecision } from '../picu/testing/ranking';
import { numbers } from '../shared/testing/read-columns';
import type { QualityOptions, QualityResult } from './contract';
import { make, openRoom, simulateInto, texts } from './node-engine';
import { qualityOf } from './run';

let room: DataRoom;

beforeAll(async () => {
  room = await openRoom();
});

async function lines(prefix: string, check: number, options: QualityOptions = {}): Promise<Map<string, QualityResult>> {
  const { results } = await qualityOf(room, { prefix, checks: [check], ...options });
  return new Map(results.map((result) => [[result.column, result.detail].filter(Boolean).join(' '), result]));
}

describe('26, leakage', () => {
  test('AUROC and average precision of every column equal those of a ranking in code, ties and all', async () => {
    const { tables } = await simulateInto(room, 'sim_', { persons: 40, tables: ['hours'] });
    const hours = tables.hours!;
    const label = numbers(hours, 'SepsisLabel');
    const found = await lines('sim_', 26);
    let compared = 0;
    for (const { name } of hours.columns) {
      const result = found.get(`${name} value`);
      if (!result || result.measures.length === 0) continue;
      const values = numbers(hours, name);
      const rows = [...values.keys()].filter((row) => !Number.isNaN(values[row]));
      const y = Float64Array.from(rows, (row) => label[row]!);
      const x = Float64Array.from(rows, (row) => values[row]!);
      const area = auroc(x, y);
      expect(result.measures[0]?.value, name).toBeCloseTo(Math.max(area, 1 - area), 10);
      const precision = Math.max(
        averagePrecision(x, y),
        averagePrecision(
          x.map((value) => -value),
          y
        )
      );
      expect(result.measures[1]?.value, name).toBeCloseTo(precision, 10);
      const flags = values.map((value) => Number(!Number.isNaN(value) && value !== 0));
      const presence = found.get(`${name} presence`);
      if (presence?.measures.length)
        expect(presence.measures[0]?.value, name).toBeCloseTo(
          Math.max(auroc(flags, label), 1 - auroc(flags, label)),
          10
        );
      compared += 1;
    }
    expect(compared).toBeGreaterThan(15);
  });

  test('a text that tells, a note that nobody repeats, a value written only afterwards', async () => {
    await make(
      room,
      'text_hours',
      `SELECT i // 50 AS episode, i % 50 AS hour, CAST(i % 50 >= 30 AND i < 200 AS INTEGER) AS SepsisLabel,
        CASE WHEN i % 50 >= 30 AND i < 200 THEN 'Intravenous' ELSE 'oral' END AS route, 'note ' || i AS note,
        CASE WHEN i < 200 AND i % 50 >= 40 AND i % 3 = 0 THEN 1.5 END AS late, 7 AS constant, NULL::DOUBLE AS never, 1 AS y, false AS early
      FROM range(1000) r(i)`
    );
    const found = await lines('text_', 26);
    expect(found.get('route value')).toMatchObject({ status: 'fail', failing: 80 });
    expect(found.get('route value')?.measures[0]?.value).toBe(1);
    expect(found.get('note value')?.status).toBe('not applicable');
    expect(found.get('late presence')?.status).toBe('fail');
    expect(found.get('constant value')).toMatchObject({ status: 'pass' });
    expect(found.get('constant value')?.measures[0]?.value).toBe(0.5);
    expect(found.get('never value')?.status).toBe('not applicable');
    expect([...found.keys()].some((key) => /episode|hour|SepsisLabel/.test(key))).toBe(false);
  });

  test('a label that is always the same is not applicable', async () => {
    await make(room, 'flat_hours', `SELECT i AS hour, 0 AS SepsisLabel, i AS x FROM range(100) r(i)`);
    expect((await lines('flat_', 26)).get('x value')?.status).toBe('not applicable');
  });
});

/** Measurements of one variable: person p of site p % sites, one a day. */
async function sites(prefix: string, value: string, { persons = 60, count = 3 } = {}): Promise<void> {
  await make(
    room,
    `${prefix}person`,
    `SELECT i AS person_id, DATE '2015-01-01' AS birth_datetime, i % ${count} AS care_site_id FROM range(${persons}) r(i)`
  );
  await make(
    room,
    `${prefix}measurement`,
    `SELECT p AS person_id, 2000000002 AS measurement_concept_id, DATE '2020-01-01' + CAST(d AS INTEGER) AS measurement_date, 'Cel' AS unit_source_value, ${value} AS value_as_number
     FROM range(${persons}) p(p), range(10) d(d)`
  );
}

describe('24, drift', () => {
  test('a site that is a standard deviation and more away, by logarithms', async () => {
    // Within a site the values spread by half a degree; site 2 lies two degrees above.
    await sites('drift_', `37 + 0.5 * ((p * 7 + d * 13) % 11 - 5) / 4 + CASE WHEN p % 3 = 2 THEN 2 ELSE 0 END`);
    const result = (await lines('drift_', 24)).get('value_as_number temperature');
    expect(result).toMatchObject({ status: 'fail', checked: 600, failing: 200 });
    expect(texts(await room.query(result!.rowsSql!), 'care_site_id')).toEqual(['2']);
    expect(result?.measures[0]?.value).toBeGreaterThan(2);
    const strict = (await lines('drift_', 24, { limits: { drift: 100 } })).get('value_as_number temperature');
    expect(strict?.status).toBe('pass');
  });

  test('constant and equal passes, constant and different fails without an infinite measure', async () => {
    await sites('constant_', '37');
    expect((await lines('constant_', 24)).get('value_as_number temperature')).toMatchObject({
      status: 'pass',
      failing: 0
    });
    await sites('apart_', 'CASE WHEN p % 3 = 2 THEN 38 ELSE 37 END');
    const apart = (await lines('apart_', 24)).get('value_as_number temperature');
    expect(apart).toMatchObject({ status: 'fail', failing: 200 });
    expect(apart?.measures.every(({ value }) => Number.isFinite(value))).toBe(true);
  });

  test('one site, or few persons, say nothing', async () => {
    await sites('one_', '37', { count: 1 });
    expect((await lines('one_', 24)).get('value_as_number temperature')?.status).toBe('not applicable');
    await sites('few_', '37', { persons: 12 });
    expect((await lines('few_', 24)).get('value_as_number temperature')?.status).toBe('not applicable');
  });
});

describe('23, trend', () => {
  test('an empty month and a tripled one stand out; those of the edges do not count', async () => {
    const day = `DATE '2020-01-01' + CAST(d AS INTEGER)`;
    await make(
      room,
      'trend_observation',
      `SELECT d * 100 + k AS person_id, ${day} AS observation_date FROM range(1096) d(d), range(9) k(k)
       WHERE (k < 3 OR (year(${day}) = 2021 AND month(${day}) = 9)) AND NOT (year(${day}) = 2021 AND month(${day}) = 3)`
    );
    const found = await lines('trend_', 23);
    const [months, empty] = [
      found.get('observation_date months')!,
      found.get('observation_date months without a record')!
    ];
    expect([months.failing, empty.failing, empty.status]).toEqual([1, 1, 'fail']);
    expect(texts(await room.query(months.rowsSql!), 'records')).toEqual(['270']);
    expect(months.checked).toBe(34);
  });
});

test('12: hours without a vital sign, by person and time', async () => {
  await make(
    room,
    'icu_visit_detail',
    `SELECT 5 AS visit_detail_id, 9007199254740993::BIGINT AS person_id, 32037 AS visit_detail_concept_id, TIMESTAMP '2021-01-01 10:30' AS visit_detail_start_datetime, TIMESTAMP '2021-01-01 15:00' AS visit_detail_end_datetime`
  );
  await make(
    room,
    'icu_measurement',
    `SELECT 9007199254740993::BIGINT AS person_id, 2000000001 AS measurement_concept_id, 100.0 AS value_as_number, * FROM (VALUES
      (TIMESTAMP '2021-01-01 10:30'), (TIMESTAMP '2021-01-01 10:45'), (TIMESTAMP '2021-01-01 12:31'), (TIMESTAMP '2021-01-01 15:00'), (TIMESTAMP '2021-01-01 10:00')) v(measurement_datetime)`
  );
  const result = [...(await lines('icu_', 12)).values()][0]!;
  expect(result).toMatchObject({ checked: 5, failing: 3 });
  expect(texts(await room.query(result.rowsSql!), 'hour')).toEqual(['1', '3', '4']);
});

test('22: the median of an age is that of the simulation', async () => {
  await make(room, 'weight_person', `SELECT 1 AS person_id, DATE '2010-01-01' AS birth_datetime`);
  await make(
    room,
    'weight_measurement',
    `SELECT 1 AS person_id, 2000000021 AS measurement_concept_id, 1000.0 AS value_as_number, DATE '2010-01-01' + CAST(d AS INTEGER) AS measurement_date FROM (VALUES (0), (100), (400), (2100), (2300), (6000), (7000)) v(d)`
  );
  const result = (await lines('weight_', 22)).get('value_as_number weight beside the median of the age')!;
  expect(result).toMatchObject({ checked: 6, failing: 6 });
  const rows = await room.query(result.rowsSql!);
  const months = texts(rows, 'months').map(Number);
  texts(rows, 'median_kg').forEach((median, row) => expect(Number(median)).toBeCloseTo(weightNorm(months[row]!), 9));
});

test('17: conditions of the other gender, and their descendants', async () => {
  await make(room, 'sex_person', `SELECT * FROM (VALUES (1, 8507), (2, 8532), (3, 0)) v(person_id, gender_concept_id)`);
  await make(
    room,
    'sex_condition_occurrence',
    `SELECT * FROM (VALUES (1, 1, 199764), (2, 2, 199764), (3, 2, 4147021), (4, 3, 199764), (5, 1, 99), (6, 1, 12345)) v(condition_occurrence_id, person_id, condition_concept_id)`
  );
  await make(room, 'sex_concept_ancestor', `SELECT 444094 AS ancestor_concept_id, 12345 AS descendant_concept_id`);
  const result = [...(await lines('sex_', 17)).values()][0]!;
  expect(result).toMatchObject({ checked: 4, failing: 3 });
  expect(texts(await room.query(result.rowsSql!), 'condition_occurrence_id').sort()).toEqual(['1', '3', '6']);
});

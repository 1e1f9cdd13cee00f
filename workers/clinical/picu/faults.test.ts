import { beforeAll, describe, expect, test } from 'vitest';
import type { Column, Table } from '../../shared/table';
import { simulate, TABLES, type Simulation } from '../index';
import { octoberChange } from './clock';

const DAY = 86_400_000_000n;

/** A table as rows of exact values, for checks written like SQL. */
type Row = Record<string, number | bigint | string | undefined>;

function cell(column: Column, row: number): Row[string] {
  if (column.validity && !((column.validity[row >> 3] ?? 0) & (1 << (row & 7)))) return undefined;
  return column.type === 'text' ? column.dictionary[column.values[row] ?? 0] : column.values[row];
}

function rows(table: Table | undefined, ...names: string[]): Row[] {
  if (!table) return [];
  const columns = names.map((name) => table.columns.find((column) => column.name === name) as Column);
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(columns.map((column) => [column.name, cell(column, row)]))
  );
}

const ids = (found: Row[], key: string) => found.map((row) => BigInt(row[key] as bigint)).sort();

describe('planted faults are where the list says, and nowhere else', () => {
  let faulty: Simulation;
  let clean: Simulation;
  let measurements: Row[];
  let visits: Row[];
  let persons: Row[];
  let planted: (fault: number) => bigint[];

  beforeAll(async () => {
    const options = { useCase: 'picu-sepsis', persons: 600, seed: 1, tables: TABLES } as const;
    faulty = await simulate({ ...options, faults: true });
    clean = await simulate(options);
    measurements = rows(
      faulty.tables.measurement,
      'measurement_id',
      'person_id',
      'measurement_source_value',
      'measurement_datetime',
      'value_as_number',
      'unit_source_value',
      'visit_occurrence_id',
      'value_source_value'
    );
    visits = rows(
      faulty.tables.visit_occurrence,
      'visit_occurrence_id',
      'person_id',
      'visit_start_datetime',
      'visit_end_datetime'
    );
    persons = rows(faulty.tables.person, 'person_id', 'gender_concept_id', 'birth_datetime', 'care_site_id');
    planted = (fault) =>
      faulty.planted
        .filter((entry) => entry.fault === fault)
        .flatMap((entry) => entry.rows)
        .sort();
  });

  const values = (name: string) => measurements.filter((row) => row.measurement_source_value === name);
  const number = (row: Row) => row.value_as_number as number;
  const measured = (found: Row[]) => ids(found, 'measurement_id');
  /** Of a duplicate the copy is planted as one; a check by value finds both. */
  const withoutCopies = (found: Row[]) => {
    const copies = new Set(planted(5));
    return measured(found.filter((row) => !copies.has(row.measurement_id as bigint)));
  };

  test('none without faults', () => {
    expect(clean.planted).toEqual([]);
    const plain = rows(clean.tables.measurement, 'value_as_number', 'unit_source_value', 'value_source_value');
    expect(plain.every((row) => row.value_as_number !== undefined && row.unit_source_value !== undefined)).toBe(true);
    expect(plain.every((row) => row.value_source_value === undefined)).toBe(true);
  });

  test('each of the seventeen is there', () => {
    expect([...new Set(faulty.planted.map(({ fault }) => fault))]).toEqual(
      Array.from({ length: 17 }, (_, index) => index + 1)
    );
  });

  test('1: temperatures in °F without unit, 3 % of hospital 4', () => {
    const hot = values('temperature').filter((row) => number(row) > 43);
    expect(withoutCopies(hot)).toEqual(planted(1));
    expect(hot.every((row) => row.unit_source_value === undefined)).toBe(true);
  });

  test('2: glucose in mmol/L, a tenth of hospital 3', () => {
    const low = values('glucose').filter((row) => number(row) < 20);
    expect(withoutCopies(low)).toEqual(planted(2));
    expect(low.every((row) => row.unit_source_value === 'mg/dL')).toBe(true);
  });

  test('3: four visits end before they start', () => {
    const reversed = visits.filter((row) => (row.visit_end_datetime as bigint) < (row.visit_start_datetime as bigint));
    expect(ids(reversed, 'visit_occurrence_id')).toEqual(planted(3));
    expect(reversed).toHaveLength(4);
  });

  test('4: three measurements long after death, five before birth', () => {
    const birth = new Map(persons.map((row) => [row.person_id, row.birth_datetime as bigint]));
    const death = new Map(
      rows(faulty.tables.death, 'person_id', 'death_datetime').map((row) => [
        row.person_id,
        row.death_datetime as bigint
      ])
    );
    const early = measurements.filter((row) => (row.measurement_datetime as bigint) < (birth.get(row.person_id) ?? 0n));
    const late = measurements.filter(
      (row) => (row.measurement_datetime as bigint) > (death.get(row.person_id) ?? 2n ** 62n) + 30n * DAY
    );
    expect([early.length, late.length]).toEqual([5, 3]);
    expect(measured([...early, ...late])).toEqual(planted(4));
  });

  test('5: half a percent of the measurements twice', () => {
    const seen = new Set<string>();
    const twice = measurements.filter((row) => {
      const key = [row.person_id, row.measurement_source_value, row.measurement_datetime, row.value_as_number].join();
      return seen.size === seen.add(key).size;
    });
    expect(planted(5).length / measurements.length).toBeCloseTo(0.005, 3);
    // The doubled hour of fault 17 repeats values too.
    expect(measured(twice)).toEqual(expect.arrayContaining(planted(5)));
  });

  test('6: seven rows of nobody', () => {
    const known = new Set(persons.map((row) => row.person_id));
    expect(measured(measurements.filter((row) => !known.has(row.person_id)))).toEqual(planted(6));
    expect(planted(6)).toHaveLength(7);
  });

  test('7, 9: impossible heart rates and saturations', () => {
    expect(withoutCopies(values('heart_rate').filter((row) => [0, 999].includes(number(row))))).toEqual(planted(7));
    expect(withoutCopies(values('spo2').filter((row) => number(row) > 100))).toEqual(planted(9));
  });

  test('8: three rows of the year 2099', () => {
    const future = measurements.filter((row) => (row.measurement_datetime as bigint) > BigInt(Date.UTC(2090)) * 1000n);
    expect(measured(future)).toEqual(planted(8));
    expect(future).toHaveLength(3);
  });

  test('10: systolic below diastolic', () => {
    const systolic = new Map(
      values('sbp').map((row) => [`${row.visit_occurrence_id} ${row.measurement_datetime}`, number(row)])
    );
    const swapped = values('dbp').filter(
      (row) => number(row) > (systolic.get(`${row.visit_occurrence_id} ${row.measurement_datetime}`) ?? Infinity)
    );
    const here = new Set(planted(10));
    expect(swapped.length).toBeGreaterThan(0);
    expect(withoutCopies(swapped).every((id) => here.has(id))).toBe(true);
  });

  test('11: weights ten times too large', () => {
    const before = new Map(
      rows(clean.tables.measurement, 'visit_occurrence_id', 'measurement_source_value', 'value_as_number')
        .filter((row) => row.measurement_source_value === 'weight')
        .map((row) => [row.visit_occurrence_id, number(row)])
    );
    const heavy = values('weight').filter((row) => number(row) > 5 * (before.get(row.visit_occurrence_id) ?? NaN));
    expect(withoutCopies(heavy)).toEqual(planted(11));
    expect(heavy.length).toBeGreaterThanOrEqual(1);
  });

  test('12, 15: laboratory rows without unit, or with a decimal comma and no number', () => {
    const unitless = measurements.filter(
      (row) => row.unit_source_value === undefined && row.measurement_source_value !== 'temperature'
    );
    expect(withoutCopies(unitless)).toEqual(planted(12));
    const comma = measurements.filter((row) => row.value_as_number === undefined);
    expect(withoutCopies(comma)).toEqual(planted(15));
    expect(comma.every((row) => /^\d+(,\d+)?$/.test(String(row.value_source_value)))).toBe(true);
  });

  test('13: six genders unknown', () => {
    expect(
      ids(
        persons.filter((row) => row.gender_concept_id === 0),
        'person_id'
      )
    ).toEqual(planted(13));
    expect(planted(13)).toHaveLength(6);
  });

  test('14: six overlapping visits', () => {
    const overlapping = visits.filter((row) =>
      visits.some(
        (other) =>
          other !== row &&
          other.person_id === row.person_id &&
          (other.visit_start_datetime as bigint) < (row.visit_start_datetime as bigint) &&
          (other.visit_end_datetime as bigint) > (row.visit_start_datetime as bigint)
      )
    );
    expect(ids(overlapping, 'visit_occurrence_id')).toEqual(planted(14));
    expect(planted(14)).toHaveLength(6);
  });

  test('16: ids of hospital 4 collapse when read as doubles', () => {
    expect(
      ids(
        persons.filter((row) => row.care_site_id === 4n),
        'person_id'
      )
    ).toEqual(planted(16));
    expect(planted(16)[0]).toBeGreaterThan(2n ** 53n);
    expect(new Set(persons.map((row) => row.person_id)).size).toBe(600);
    expect(new Set(persons.map((row) => Number(row.person_id))).size).toBeLessThan(600);
  });

  test('17: stays across the clock change in hospital 1 have one hour twice and end an hour early', () => {
    const ends = new Map(
      rows(clean.tables.visit_occurrence, 'visit_occurrence_id', 'visit_end_datetime').map((row) => [
        row.visit_occurrence_id,
        row.visit_end_datetime as bigint
      ])
    );
    const early = visits.filter(
      (row) => (ends.get(row.visit_occurrence_id) ?? 0n) - (row.visit_end_datetime as bigint) === DAY / 24n
    );
    expect(ids(early, 'visit_occurrence_id')).toEqual(planted(17));
    const hours = rows(faulty.tables.hours, 'episode', 'time').filter((row) => row.episode === planted(17)[0]);
    expect(hours.length - new Set(hours.map((row) => row.time)).size).toBe(1);
  });

  test('faults leave every other value as it was', () => {
    const key = (row: Row) => `${row.visit_occurrence_id} ${row.measurement_source_value} ${row.value_as_number}`;
    const before = new Set(
      rows(clean.tables.measurement, 'visit_occurrence_id', 'measurement_source_value', 'value_as_number').map(key)
    );
    const spoiled = new Set(faulty.planted.flatMap((entry) => entry.rows));
    const strange = measurements.filter((row) => !spoiled.has(row.measurement_id as bigint) && !before.has(key(row)));
    expect(strange).toEqual([]);
  });
});

test.each([
  [2022, '2022-10-30T03:00'],
  [2023, '2023-10-29T03:00'],
  [2024, '2024-10-27T03:00'],
  [2021, '2021-10-31T03:00']
])('in %i clocks go back on the last Sunday of October', (year, at) => {
  expect(octoberChange(year)).toBe(Date.parse(`${at}:00Z`) / 60_000);
});

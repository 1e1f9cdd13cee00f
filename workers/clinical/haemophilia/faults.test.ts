import { beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../shared/testing/compare';
import '../shared/testing/within';
import { HAEMOPHILIA_TABLES, simulateHaemophilia, type HaemophiliaSimulation } from './index';

type Row = ReturnType<typeof rowsOf>[number];

const ids = (found: readonly Row[], key: string) => found.map((row) => BigInt(row[key] as bigint)).sort();

describe('planted faults are where the list says, and nowhere else', () => {
  let faulty: HaemophiliaSimulation;
  let clean: HaemophiliaSimulation;
  let measurements: Row[];
  let visits: Row[];
  let persons: Row[];
  let planted: (fault: number) => bigint[];

  beforeAll(async () => {
    const options = { useCase: 'haemophilia', persons: 800, seed: 1, tables: HAEMOPHILIA_TABLES } as const;
    faulty = await simulateHaemophilia({ ...options, faults: true });
    clean = await simulateHaemophilia(options);
    measurements = rowsOf(faulty.tables.measurement);
    visits = rowsOf(faulty.tables.visit_occurrence);
    persons = rowsOf(faulty.tables.person);
    planted = (fault) =>
      faulty.planted
        .filter((entry) => entry.fault === fault)
        .flatMap((entry) => entry.rows)
        .sort();
  });

  test('none without faults', () => {
    expect(clean.planted).toEqual([]);
  });

  test('those that apply are there', () => {
    expect([...new Set(faulty.planted.map(({ fault }) => fault))]).toEqual([3, 4, 5, 6, 8, 11, 12, 13, 14, 15, 16]);
  });

  test('3: four visits end before they start', () => {
    const reversed = visits.filter((row) => (row.visit_end_datetime as bigint) < (row.visit_start_datetime as bigint));
    expect(ids(reversed, 'visit_occurrence_id')).toEqual(planted(3));
    expect(reversed).toHaveLength(4);
  });

  test('4: five measurements before birth; nobody dies here', () => {
    const birth = new Map(persons.map((row) => [row.person_id, row.birth_datetime as bigint]));
    const early = measurements.filter((row) => (row.measurement_datetime as bigint) < (birth.get(row.person_id) ?? 0n));
    expect(ids(early, 'measurement_id')).toEqual(planted(4));
    expect(early).toHaveLength(5);
  });

  test('5, 12, 15: levels written twice, without unit, or with a decimal comma', () => {
    const seen = new Set<string>();
    const twice = measurements.filter((row) => {
      const key = [row.person_id, row.measurement_source_value, row.measurement_datetime, row.value_as_number].join();
      return seen.size === seen.add(key).size;
    });
    expect(ids(twice, 'measurement_id')).toEqual(planted(5));
    const unitless = measurements.filter((row) => row.unit_source_value === undefined);
    expect(ids(unitless, 'measurement_id')).toEqual(planted(12));
    expect(planted(12).length / (faulty.tables.levels?.rows ?? NaN)).toBeWithin(0.01, 0.03);
    const comma = measurements.filter((row) => /^\d+,\d+$/.test(String(row.value_source_value)));
    expect(ids(comma, 'measurement_id')).toEqual(planted(15));
    expect(comma.every((row) => row.value_as_number === undefined)).toBe(true);
  });

  test('6: seven rows of nobody', () => {
    const known = new Set(persons.map((row) => row.person_id));
    expect(
      ids(
        measurements.filter((row) => !known.has(row.person_id)),
        'measurement_id'
      )
    ).toEqual(planted(6));
    expect(planted(6)).toHaveLength(7);
  });

  test('8: three rows of the year 2099', () => {
    const future = measurements.filter((row) => (row.measurement_datetime as bigint) > BigInt(Date.UTC(2090)) * 1000n);
    expect(ids(future, 'measurement_id')).toEqual(planted(8));
    expect(future).toHaveLength(3);
  });

  test('11: weights ten times too large, in the flat table too', () => {
    const isWeight = (row: Row) => row.measurement_source_value === 'weight';
    const before = new Map(
      rowsOf(clean.tables.measurement)
        .filter(isWeight)
        .map((row) => [row.visit_occurrence_id, row])
    );
    const heavy = measurements.filter(
      (row) =>
        isWeight(row) && Number(row.value_as_number) > 5 * Number(before.get(row.visit_occurrence_id)?.value_as_number)
    );
    expect(ids(heavy, 'measurement_id')).toEqual(planted(11));
    expect(heavy).toHaveLength(2);
    const light = rowsOf(clean.tables.patients);
    const tenfold = rowsOf(faulty.tables.patients).filter(
      (row, position) => Number(row.weight) > 5 * Number(light[position]?.weight)
    );
    expect(tenfold.map((row) => row.person_id).sort()).toEqual(heavy.map((row) => row.person_id).sort());
  });

  test('13: eight genders unknown', () => {
    const unknown = persons.filter((row) => row.gender_concept_id === 0);
    expect(ids(unknown, 'person_id')).toEqual(planted(13));
    expect(unknown).toHaveLength(8);
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
    expect(overlapping).toHaveLength(6);
  });

  test('16: ids of hospital 4 collapse when read as doubles', () => {
    expect(
      ids(
        persons.filter((row) => row.care_site_id === 4n),
        'person_id'
      )
    ).toEqual(planted(16));
    expect(planted(16)[0]).toBeGreaterThan(2n ** 53n);
    expect(new Set(persons.map((row) => row.person_id)).size).toBe(800);
    expect(new Set(persons.map((row) => Number(row.person_id))).size).toBeLessThan(800);
  });

  test('faults leave every other value as it was', () => {
    const without = (rows: Row[]) => rows.map((row) => ({ ...row, person_id: 0n, weight: 0 }));
    expect(without(rowsOf(faulty.tables.patients))).toEqual(without(rowsOf(clean.tables.patients)));
    for (const name of ['doses', 'levels', 'bleeds'] as const) {
      expect(faulty.tables[name]?.columns.slice(1)).toEqual(clean.tables[name]?.columns.slice(1));
    }
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../shared/testing/compare';
import { CARDIAC_TABLES, simulateCardiac, type CardiacSimulation } from './index';

const DAY = 86_400_000_000n;

type Row = ReturnType<typeof rowsOf>[number];

const ids = (found: readonly Row[], key: string) => found.map((row) => BigInt(row[key] as bigint)).sort();

describe('planted faults are where the list says, and nowhere else', () => {
  let faulty: CardiacSimulation;
  let clean: CardiacSimulation;
  let measurements: Row[];
  let visits: Row[];
  let persons: Row[];
  let planted: (fault: number) => bigint[];

  beforeAll(async () => {
    const options = { useCase: 'cardiac-surgery', persons: 800, seed: 1, tables: CARDIAC_TABLES } as const;
    faulty = await simulateCardiac({ ...options, faults: true });
    clean = await simulateCardiac(options);
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
    expect([...new Set(faulty.planted.map(({ fault }) => fault))]).toEqual([3, 4, 6, 8, 11, 13, 14, 16]);
  });

  test('3: four visits end before they start', () => {
    const reversed = visits.filter((row) => (row.visit_end_datetime as bigint) < (row.visit_start_datetime as bigint));
    expect(ids(reversed, 'visit_occurrence_id')).toEqual(planted(3));
    expect(reversed).toHaveLength(4);
  });

  test('4: three measurements long after death, five before birth', () => {
    const birth = new Map(persons.map((row) => [row.person_id, row.birth_datetime as bigint]));
    const death = new Map(rowsOf(faulty.tables.death).map((row) => [row.person_id, row.death_datetime as bigint]));
    const at = (row: Row) => row.measurement_datetime as bigint;
    const early = measurements.filter((row) => at(row) < (birth.get(row.person_id) ?? 0n));
    const late = measurements.filter((row) => at(row) > (death.get(row.person_id) ?? 2n ** 62n) + 30n * DAY);
    expect([early.length, late.length]).toEqual([5, 3]);
    expect(ids([...early, ...late], 'measurement_id')).toEqual(planted(4));
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
    const before = new Map(rowsOf(clean.tables.measurement).map((row) => [row.visit_occurrence_id, row]));
    const heavy = measurements.filter(
      (row) => Number(row.value_as_number) > 5 * Number(before.get(row.visit_occurrence_id)?.value_as_number)
    );
    expect(ids(heavy, 'measurement_id')).toEqual(planted(11));
    expect(heavy).toHaveLength(2);
    const light = rowsOf(clean.tables.operations);
    const tenfold = rowsOf(faulty.tables.operations).filter(
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
    expect(without(rowsOf(faulty.tables.operations))).toEqual(without(rowsOf(clean.tables.operations)));
    expect(rowsOf(faulty.tables.events)).toEqual(rowsOf(clean.tables.events));
  });
});

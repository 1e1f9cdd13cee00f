import { describe, expect, test } from 'vitest';
import type { Table } from '../../shared/table';
import { fingerprint, rowsAsText, rowsOf } from '../shared/testing/compare';
import { median, numbers } from '../shared/testing/read-columns';
import '../shared/testing/within';
import { HAEMOPHILIA_TABLES, simulateHaemophilia, type HaemophiliaOptions } from './index';

const base = { useCase: 'haemophilia', persons: 60, seed: 1 } as const;
const run = (more: Partial<HaemophiliaOptions> = {}) => simulateHaemophilia({ ...base, ...more });

const personTables = HAEMOPHILIA_TABLES.filter((name) => !['care_site', 'concept', 'cdm_source'].includes(name));

describe('the same seed gives the same bytes', () => {
  // If one of these changes, old notebooks get other data: change the numbers of no released version.
  test.each([
    [{ tables: HAEMOPHILIA_TABLES }, '6fb97087fbef1698a9a5df3cfb15ec84f5ffba1fe2539840943835957af62380'],
    [{ tables: HAEMOPHILIA_TABLES, faults: true }, 'cd4ec9737c4c8056a761312bad5de4b4752311f69801d692ca037996f1bab1e5'],
    [{ seed: 9007199254740991 }, 'e36d0878f0f20774d5e9e9666acd4705dc8274e2b6932c9af0e939bb95c4c945']
  ])('%j', async (more, expected) => {
    expect(fingerprint((await run(more)).tables, HAEMOPHILIA_TABLES)).toBe(expected);
  });

  test('another seed gives other data', async () => {
    const one = fingerprint((await run()).tables, HAEMOPHILIA_TABLES);
    expect(fingerprint((await run({ seed: 2 })).tables, HAEMOPHILIA_TABLES)).not.toBe(one);
  });
});

describe.each([false, true])('with faults %s', (faults) => {
  const all = { tables: HAEMOPHILIA_TABLES, faults };

  test('parts one after the other are the whole', async () => {
    const whole = await run(all);
    const parts = [
      await run({ ...all, part: [0, 16] }),
      await run({ ...all, part: [16, 17] }),
      await run({ ...all, part: [17, 60] })
    ];
    for (const name of personTables) {
      expect(parts.flatMap((part) => rowsAsText(part.tables[name]))).toEqual(rowsAsText(whole.tables[name]));
    }
    expect(parts.reduce((sum, part) => sum + part.doses, 0)).toBe(whole.doses);
  });

  test('the four hospitals together are the whole', async () => {
    const whole = await run(all);
    const alone = await Promise.all([1, 2, 3, 4].map((hospital) => run({ ...all, hospitals: [hospital] })));
    for (const name of personTables) {
      const together = alone.flatMap((one) => rowsAsText(one.tables[name]));
      expect(together.sort()).toEqual(rowsAsText(whole.tables[name]).sort());
    }
    expect(alone.map((one) => one.tables.care_site?.rows)).toEqual([1, 1, 1, 1]);
  });

  test('a table is the same whichever others are asked for', async () => {
    const whole = await run(all);
    for (const name of HAEMOPHILIA_TABLES) {
      expect(rowsAsText((await run({ tables: [name], faults })).tables[name])).toEqual(rowsAsText(whole.tables[name]));
    }
  });
});

test('person 17 does not change when the number of persons does', async () => {
  const few = await run({ tables: HAEMOPHILIA_TABLES, persons: 17, part: [16, 17] });
  const many = await run({ tables: HAEMOPHILIA_TABLES, persons: 200, part: [16, 17] });
  for (const name of HAEMOPHILIA_TABLES) expect(rowsAsText(many.tables[name])).toEqual(rowsAsText(few.tables[name]));
});

test('a hospital without a person gives tables without rows', async () => {
  const tables = HAEMOPHILIA_TABLES;
  const made = await Promise.all([1, 2, 3, 4].map((hospital) => run({ tables, persons: 1, hospitals: [hospital] })));
  expect(made.map(({ persons }) => persons).sort()).toEqual([0, 0, 0, 1]);
  for (const { tables: found, persons } of made) {
    expect(found.patients?.rows).toBe(persons);
    expect(found.care_site?.rows).toBe(1);
  }
});

test('one person alone is a data set', async () => {
  const { tables, persons, planted } = await run({ persons: 1, tables: HAEMOPHILIA_TABLES, faults: true });
  expect([persons, tables.patients?.rows, tables.person?.rows]).toEqual([1, 1, 1]);
  expect(planted.length).toBeGreaterThan(0);
});

describe('without faults the tables fit together', () => {
  test('times are in order, visits apart, within the observation and a childhood', async () => {
    const { tables } = await run({ tables: HAEMOPHILIA_TABLES, persons: 200 });
    const birth = new Map(rowsOf(tables.person).map((row) => [row.person_id, Number(row.birth_datetime)]));
    const visits = new Map(rowsOf(tables.visit_occurrence).map((row) => [row.visit_occurrence_id, row]));
    let before: ReturnType<typeof rowsOf>[number] | undefined;
    for (const row of visits.values()) {
      expect(Number(row.visit_start_datetime)).toBeLessThan(Number(row.visit_end_datetime));
      const age = (Number(row.visit_end_datetime) - (birth.get(row.person_id) ?? NaN)) / 31_557_600e6;
      expect(age).toBeWithin(1, 18);
      if (before?.person_id === row.person_id) {
        expect(Number(before?.visit_end_datetime)).toBeLessThan(Number(row.visit_start_datetime));
      }
      before = row;
    }
    for (const row of rowsOf(tables.measurement)) {
      const visit = visits.get(row.visit_occurrence_id);
      expect(Number(row.measurement_datetime)).toBeWithin(
        Number(visit?.visit_start_datetime),
        Number(visit?.visit_end_datetime)
      );
    }
    const periods = new Map(rowsOf(tables.observation_period).map((row) => [row.person_id, row]));
    for (const row of rowsOf(tables.drug_exposure)) {
      const period = periods.get(row.person_id);
      expect(Number(row.drug_exposure_start_date)).toBeWithin(
        Number(period?.observation_period_start_date),
        Number(period?.observation_period_end_date)
      );
    }
  });

  test('keys are unique and every concept is in the concept table', async () => {
    const { tables } = await run({ tables: HAEMOPHILIA_TABLES });
    const concepts = new Set(numbers(tables.concept as Table, 'concept_id'));
    for (const name of HAEMOPHILIA_TABLES.slice(4)) {
      const table = tables[name] as Table;
      const key = numbers(table, table.columns[0]?.name ?? '');
      if (name !== 'cdm_source') expect(new Set(key).size, name).toBe(table.rows);
      for (const column of table.columns.filter((one) => one.name.endsWith('_concept_id'))) {
        const odd = [...new Set(numbers(table, column.name))].filter(
          (id) => id === 0 || !(concepts.has(id) || Number.isNaN(id))
        );
        expect(odd, `${name}.${column.name}`).toEqual([]);
      }
    }
  });

  test('flat and OMOP tables tell the same', async () => {
    const { tables, doses, bleeds } = await run({ tables: HAEMOPHILIA_TABLES, persons: 200 });
    expect([tables.doses?.rows, tables.bleeds?.rows]).toEqual([doses, bleeds]);
    const given = rowsOf(tables.doses).filter((row) => row.given === 1);
    expect(rowsOf(tables.drug_exposure).map((row) => [row.drug_exposure_start_datetime, row.quantity])).toEqual(
      given.map((row) => [row.time, row.iu])
    );
    const levels = rowsOf(tables.measurement).filter((row) => row.measurement_source_value !== 'weight');
    expect(levels.map((row) => row.value_as_number)).toEqual(rowsOf(tables.levels).map((row) => row.level));
    const conditions = rowsOf(tables.condition_occurrence).map((row) => row.condition_source_value);
    expect(conditions.filter((name) => ['joint', 'muscle', 'other'].includes(String(name)))).toEqual(
      rowsOf(tables.bleeds).map((row) => row.site)
    );
  });
});

describe('levels', () => {
  test('below 1 IU/dL have no value, the text <1 and in OMOP an operator', async () => {
    const { tables } = await run({ tables: ['levels', 'measurement'], persons: 600 });
    const levels = rowsOf(tables.levels);
    const below = levels.filter((row) => row.below_quantification === 1);
    expect(below.length).toBeGreaterThan(10);
    expect(below.every((row) => row.level === undefined && row.reported === '<1')).toBe(true);
    const above = levels.filter((row) => row.below_quantification === 0);
    expect(above.every((row) => Number(row.level) >= 1 && row.reported === Number(row.level).toFixed(1))).toBe(true);
    const operators = rowsOf(tables.measurement).filter((row) => row.operator_concept_id !== undefined);
    expect(operators).toHaveLength(below.length);
    expect(operators.every((row) => row.value_as_number === undefined && row.value_source_value === '<1')).toBe(true);
  });

  test('are one to three a person, soon after a dose', async () => {
    const { tables } = await run({ tables: ['levels'], persons: 600 });
    const counts = new Map<unknown, number>();
    for (const row of rowsOf(tables.levels)) counts.set(row.person_id, (counts.get(row.person_id) ?? 0) + 1);
    expect(counts.size).toBe(600);
    expect(new Set(counts.values())).toEqual(new Set([1, 2, 3]));
    const since = numbers(tables.levels as Table, 'hours_since_dose').filter((hours) => !Number.isNaN(hours));
    expect(Math.min(...since)).toBeGreaterThanOrEqual(0);
    expect(median(since)).toBeWithin(20, 40);
  });
});

test('without missed doses every planned dose is given, without inhibitors nobody has one', async () => {
  const tables = ['patients', 'doses'] as const;
  const usual = await run({ tables, persons: 300 });
  const tidy = await run({ tables, persons: 300, missedDoses: false, inhibitors: false });
  const missed = (one: typeof usual) => rowsOf(one.tables.doses).filter((row) => row.given === 0).length;
  const inhibited = (one: typeof usual) => rowsOf(one.tables.patients).filter((row) => row.inhibitor === 1).length;
  expect([missed(tidy), inhibited(tidy)]).toEqual([0, 0]);
  expect(missed(usual) / (rowsOf(usual.tables.doses).length || 1)).toBeWithin(0.07, 0.13);
  expect(inhibited(usual)).toBeGreaterThan(15);
  const planned = (one: typeof usual) =>
    rowsOf(one.tables.doses).flatMap((row) => (row.planned === undefined ? [] : [row.planned]));
  expect(planned(tidy)).toEqual(planned(usual));
});

describe('options out of range are refused by name', () => {
  test.each<[Partial<Record<keyof HaemophiliaOptions, unknown>>, string]>([
    [{ useCase: 'picu-sepsis' }, 'simulate-use-unknown'],
    [{ persons: 0 }, 'simulate-persons-range'],
    [{ persons: 2.5 }, 'simulate-persons-range'],
    [{ persons: 20_001 }, 'simulate-part-large'],
    [{ seed: -1 }, 'simulate-seed-range'],
    [{ seed: 2 ** 53 }, 'simulate-seed-range'],
    [{ hospitals: [5] }, 'simulate-hospital-unknown'],
    [{ hospitals: [] }, 'simulate-hospitals-none'],
    [{ tables: ['operations'] }, 'simulate-table-unknown'],
    [{ tables: [] }, 'simulate-tables-none'],
    [{ part: [3, 3] }, 'simulate-part-outside'],
    [{ part: [0, 61] }, 'simulate-part-outside']
  ])('%j', async (more, code) => {
    await expect(run(more as Partial<HaemophiliaOptions>)).rejects.toMatchObject({ name: 'AppError', code });
  });
});

test('Stop ends a long simulation', async () => {
  const stop = new AbortController();
  const long = simulateHaemophilia(
    { ...base, persons: 20_000, tables: HAEMOPHILIA_TABLES },
    { signal: stop.signal, progress: () => undefined }
  );
  setTimeout(() => stop.abort(), 100);
  await expect(long).rejects.toMatchObject({ code: 'stopped' });
});

import { describe, expect, test } from 'vitest';
import type { Relation, RelationColumn } from '$workers/data/contract';
import type { ColumnType } from '$workers/shared/table';
import { clockOf, recognised, recognisedAge, type Role } from './recognise';

const sql: Partial<Record<ColumnType, string>> = { int64: 'BIGINT', timestamp: 'TIMESTAMP', text: 'VARCHAR' };
const relation = (name: string, columns: Record<string, ColumnType>): Relation =>
  ({
    name,
    rows: 1,
    columns: Object.entries(columns).map(([column, type]) => ({ name: column, type, sqlType: sql[type] ?? type }))
  }) as unknown as Relation;

const names = (table: Relation, roles: readonly Role[]) => roles.map((role) => recognised(table, role)?.name);

describe('the columns of the paediatric sepsis hackathon are found without being named', () => {
  const person_id = 'int64' as const;
  test.each<[Relation, (string | undefined)[]]>([
    [
      relation('SepsisLabel_train', { person_id, measurement_datetime: 'timestamp', SepsisLabel: 'int64' }),
      ['person_id', 'measurement_datetime', 'SepsisLabel', undefined]
    ],
    [
      relation('drugsexposure_train', {
        person_id,
        drug_datetime_hourly: 'timestamp',
        drug_concept_id: 'int64',
        route_concept_id: 'int64'
      }),
      ['person_id', 'drug_datetime_hourly', 'drug_concept_id', undefined]
    ],
    [
      relation('devices_train', { person_id, device_datetime_hourly: 'timestamp', device: 'text' }),
      ['person_id', 'device_datetime_hourly', 'device', undefined]
    ],
    [
      relation('proceduresoccurrences_train', { person_id, procedure_datetime_hourly: 'timestamp', procedure: 'text' }),
      ['person_id', 'procedure_datetime_hourly', 'procedure', undefined]
    ],
    [
      relation('observation_train', {
        person_id,
        birth_datetime: 'timestamp',
        visit_start_date: 'timestamp',
        observation_concept_name: 'text',
        observation_datetime: 'timestamp',
        valuefilled: 'float64'
      }),
      ['person_id', 'visit_start_date', 'observation_concept_name', 'valuefilled']
    ]
  ])('$name', (table, wanted) => {
    expect(names(table, ['person', 'date', 'concept', 'value'])).toEqual(wanted);
    expect(clockOf(table, { name: undefined, key: 'date', place: {} }).kind).toBe('calendar');
  });

  test('an hourly time goes before the dates of the visit', () => {
    const devices = relation('devices', {
      person_id,
      visit_start_date: 'timestamp',
      device_datetime_hourly: 'timestamp'
    });
    expect(recognised(devices, 'date')?.name).toBe('device_datetime_hourly');
  });

  test('wide measurements', () => {
    const lab = relation('measurement_lab', {
      person_id,
      measurement_datetime: 'timestamp',
      birth_datetime: 'timestamp'
    });
    expect(recognised(lab, 'date')?.name).toBe('measurement_datetime');
  });

  test('the age in months of the episodes', () => {
    const episodes = relation('person_demographics_episode_train', {
      person_id,
      age_in_months: 'float64',
      gender: 'text',
      visit_start_date: 'timestamp'
    });
    expect(recognisedAge(episodes)?.name).toBe('age_in_months');
    expect(names(episodes, ['person', 'date'])).toEqual(['person_id', 'visit_start_date']);
  });
});

test.each<[Record<string, ColumnType>, string | undefined]>([
  [{ visit_start_date: 'date', visit_end_date: 'date' }, 'visit_end_date'],
  [{ admitted: 'date', discharge_date: 'date' }, 'discharge_date'],
  [{ procedure_date: 'date', procedure_end_date: 'date' }, 'procedure_end_date'],
  [{ measurement_date: 'date' }, undefined],
  [{ start: 'date', end: 'int64' }, undefined]
])('the end of a row in %j is %s', (columns, wanted) => {
  const found: RelationColumn | undefined = recognised(relation('rows', columns), 'until');
  expect(found?.name).toBe(wanted);
});

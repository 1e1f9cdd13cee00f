import { beforeAll, expect } from 'vitest';
import type { DataRoom } from '../../data';
import * as door from '../quality';
import type { QualityReport, QualityResult } from '../quality';
import { make, openRoom } from '../quality/node-engine';
import { badInput, BIG, cannot, cellsOf, gives, NEXT } from './matrix';

const { qualityOf, qualityTable } = door;

let room: DataRoom;
let made = 0;
beforeAll(async () => {
  room = await openRoom();
});

const HEART_RATE = 2000000001;
const person = (id: bigint) => `(${id}::BIGINT, 8507, 2020, TIMESTAMP '2020-01-01')`;
const measurement = (id: number, whose: bigint, value: string, unit = '/min') =>
  `(${id}, ${whose}::BIGINT, ${HEART_RATE}, TIMESTAMP '2021-01-0${(id % 9) + 1}', ${value}::DOUBLE, ${unit === '' ? 'NULL::VARCHAR' : `'${unit}'`})`;

/** The report on two tables; without rows they are empty. */
async function report(persons: readonly string[], measurements: readonly string[]): Promise<QualityReport> {
  const prefix = `bad_${++made}_`;
  const table = (rows: readonly string[], spare: string, columns: string) =>
    `SELECT * FROM (VALUES ${rows.length > 0 ? rows.join(', ') : spare}) v(${columns})${rows.length > 0 ? '' : ' LIMIT 0'}`;
  await make(
    room,
    `${prefix}person`,
    table(persons, person(1n), 'person_id, gender_concept_id, year_of_birth, birth_datetime')
  );
  await make(
    room,
    `${prefix}measurement`,
    table(
      measurements,
      measurement(1, 1n, '100'),
      'measurement_id, person_id, measurement_concept_id, measurement_datetime, value_as_number, unit_source_value'
    )
  );
  return qualityOf(room, { prefix });
}

const line = ({ results }: QualityReport, id: string): QualityResult | undefined =>
  results.find((result) => result.id.startsWith(id));

const missing = `(NULL::BIGINT, NULL::INTEGER, NULL::INTEGER, NULL::TIMESTAMP)`;
const nothing = `(NULL::INTEGER, NULL::BIGINT, NULL::INTEGER, NULL::TIMESTAMP, NULL::DOUBLE, NULL::VARCHAR)`;
const strange = ["'NaN'", "'Infinity'", "'-Infinity'", '1e308', '-1e308', '400'].map((value, at) =>
  measurement(at + 1, 1n, value)
);

const none: QualityReport = { results: [], failed: 0, passed: 0, notApplicable: 0 };

badInput('quality', door, {
  qualityOf: {
    empty: gives(
      'there are no rows to check, and it says so',
      () => report([], []),
      (found) => expect(line(found, '6 person.person_id')?.reason).toBe('There are no rows to check.')
    ),
    'one row': gives(
      'one id, unique',
      () => report([person(1n)], [measurement(1, 1n, '100')]),
      (found) => expect(line(found, '3 person.person_id')).toMatchObject({ checked: 1, failing: 0, status: 'pass' })
    ),
    'all missing': gives(
      'required columns fail in all rows',
      () => report([missing, missing], [nothing]),
      (found) => expect(line(found, '6 person.person_id')).toMatchObject({ checked: 2, failing: 2, status: 'fail' })
    ),
    'impossible values': gives(
      'check 16 counts them, however large; those that are no number count as missing in check 10',
      () => report([person(1n)], strange),
      ({ results }) => {
        const failingOf = (number: number) =>
          results.find(({ check, id }) => check === number && id.includes('heart_rate'))?.failing;
        expect([failingOf(16), failingOf(10)]).toEqual([3, 3]);
      }
    ),
    'mixed units': gives(
      'check 11 names several units of one variable',
      () =>
        report(
          [person(1n)],
          [measurement(1, 1n, '100'), measurement(2, 1n, '100', 'kPa'), measurement(3, 1n, '100', '')]
        ),
      ({ results }) =>
        expect(results.filter(({ check, failing }) => check === 11 && failing > 0).length).toBeGreaterThan(0)
    ),
    'ids beyond 2^53': gives(
      'a person one beside another is not that person',
      () => report([person(BIG)], [measurement(1, BIG, '100'), measurement(2, NEXT, '100')]),
      (found) => expect(line(found, '4 measurement.person_id')).toMatchObject({ checked: 2, failing: 1 })
    ),
    'duplicate times': gives(
      'an id, and a measurement, that is there twice is counted',
      () => report([person(1n), person(1n)], [measurement(1, 1n, '100'), measurement(1, 1n, '100')]),
      (found) => expect(line(found, '3 person.person_id')?.failing).toBeGreaterThan(0)
    )
  },
  qualityTable: {
    empty: gives(
      'a table of no rows',
      (given) => qualityTable(given(none)),
      ({ rows }) => expect(rows).toBe(0)
    ),
    'one row': gives(
      'a line of the report is a row',
      async (given) => {
        const found = await report([person(1n)], []);
        return qualityTable(given({ ...found, results: found.results.slice(0, 1) }));
      },
      ({ rows }) => expect(rows).toBe(1)
    ),
    'all missing': gives(
      'what was not checked has no percent and a reason',
      async (given) => {
        const found = await report([], []);
        return qualityTable(given({ ...found, results: found.results.filter(({ percent }) => percent === undefined) }));
      },
      (table) => {
        expect(new Set(cellsOf(table, 'percent'))).toEqual(new Set([undefined]));
        expect(cellsOf(table, 'reason')).not.toContain(undefined);
      }
    ),
    'impossible values': gives(
      'every number of the report is one',
      async (given) => qualityTable(given(await report([person(1n)], strange))),
      ({ rows }) => expect(rows).toBeGreaterThan(0)
    ),
    'mixed units': cannot('it takes a report: counts and percentages'),
    'ids beyond 2^53': cannot('a report holds counts, no ids'),
    'duplicate times': cannot('a report holds counts, no times')
  }
});

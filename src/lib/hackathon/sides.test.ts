import { expect, test } from 'vitest';
import { createDataRoom } from '$workers/data';
import type { Relation } from '$workers/data/contract';
import { openNodeDuck } from '$workers/data/duck-node';
import { bringHackathon, recogniseHackathon } from '.';

/** Rows of one person at one hour. */
const tables: Readonly<Record<string, string>> = {
  labels_test: `2::bigint AS person_id, TIMESTAMP '2024-01-01 10:00' AS measurement_datetime`,
  labels_train: `1::bigint AS person_id, TIMESTAMP '2024-01-01 10:00' AS measurement_datetime, 1 AS "SepsisLabel"`,
  devices_test: `2::bigint AS person_id, TIMESTAMP '2024-01-01 10:00' AS device_datetime_hourly, 'Feeding tube' AS device`,
  devices_train: `1::bigint AS person_id, TIMESTAMP '2024-01-01 10:00' AS device_datetime_hourly, 'CPAP' AS device`,
  drugs_test: `2::bigint AS person_id, TIMESTAMP '2024-01-01 10:00' AS drug_datetime_hourly, 'paracetamol' AS drug_concept_id, 'Oral' AS route_concept_id`,
  drugs_train: `1::bigint AS person_id, TIMESTAMP '2024-01-01 10:00' AS drug_datetime_hourly, 'milrinone' AS drug_concept_id, 'Intravenous' AS route_concept_id`
};

test('issue 5: what one side has is a column of both, the training first, and 0 where nobody had it', async () => {
  const room = await createDataRoom(await openNodeDuck());
  const relations: Relation[] = [];
  for (const [name, row] of Object.entries(tables)) {
    relations.push(await room.insert(name, await room.query(`SELECT ${row}`)));
  }
  const made = await bringHackathon(room, recogniseHackathon(relations));
  expect(made.map(({ stem }) => stem)).toEqual(['train_hours', 'test_hours']);
  const shown: unknown[] = [];
  for (const { stem: name, text: sql } of made) {
    await room.define({ name, sql, variables: {}, inputs: [] });
    const { columns } = await room.query(`SELECT support, vasoactives FROM ${name}`);
    shown.push(columns.map(({ values }) => Number(values[0])));
  }
  expect(shown).toEqual([
    [1, 1],
    [0, 0]
  ]);
  // What the side itself has is still what is told to be left out.
  expect(made[1]?.text).toContain('-- Devices left out: “Feeding tube”.');
  expect(made[1]?.text).toContain('-- support (other help to breathe): “CPAP”.');
});

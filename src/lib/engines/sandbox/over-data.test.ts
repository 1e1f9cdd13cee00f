import { expect, test } from 'vitest';
import { fillHours, simulate } from '$workers/clinical';
import { createDataEngine } from '$workers/data/engine';
import { openNodeDuck } from '$workers/data/duck-node';
import type { Table } from '$workers/shared/table';
import { overData, type DataRoom } from './over-data';

async function openRoom() {
  const { engine } = await createDataEngine(await openNodeDuck());
  let last = 0;
  const relations = new Map();
  const room = { data: engine, clinical: { fillHours }, relations, newName: () => `code a ${++last}` };
  return { engine, relations, room: room as unknown as DataRoom };
}
const simulated = async () => {
  const tables = ['person', 'visit_occurrence', 'measurement'] as const;
  const made = await simulate({ useCase: 'picu-sepsis', persons: 5, seed: 1, tables });
  return made.tables as Record<(typeof tables)[number], Table>;
};

test('hours and checks of tables in memory: nothing of them stays behind', async () => {
  const { engine, room } = await openRoom();
  const { measurement, ...others } = await simulated();
  const grid = await overData.hourly(room, [{ from: measurement }, { variables: ['heart_rate'] }], {});
  expect(grid.table.rows).toBe(grid.hours);
  expect(grid.table.columns.map(({ name }) => name)).toContain('heart_rate');
  const checked = await overData.quality(room, [{ measurement, ...others }], {});
  expect(checked.table.rows).toBe(checked.failed + checked.passed + checked.notApplicable);
  expect((await engine.relations()).filter(({ name }) => name.startsWith('code'))).toEqual([]);
});

test('a table of another cell is read where it is, and no other table', async () => {
  const { engine, room, relations } = await openRoom();
  const { measurement } = await simulated();
  relations.set('m', await engine.insert('m', measurement));
  await engine.insert('secret', measurement);
  const named = (relation: string) => ({ relation, rows: 0, columns: [] });
  const grid = await overData.hourly(room, [{ from: named('m') }], {});
  expect(grid.persons).toBe(5);
  expect((await engine.relations()).map(({ name }) => name)).toContain('m');
  await expect(overData.hourly(room, [{ from: named('secret') }], {})).rejects.toMatchObject({ code: 'code-request' });
  const schema = overData.quality(room, [{ measurement: named('m') }, { schema: 'other' }], {});
  await expect(schema).rejects.toMatchObject({ code: 'call-key' });
  await expect(overData.quality(room, [{ measurement: 7 }], {})).rejects.toMatchObject({ code: 'call-argument' });
});

import { expect, test } from 'vitest';
import { CellState } from '$lib/notebook/cell-state.svelte';
import type { Cell, CellKey } from '$lib/notebook/model';
import type { Relation } from '$workers/data/contract';
import { hackathonSets } from './hackathon-cells';

const table = (name: string, columns: string): Relation => ({
  ...{ name, rows: 1, kind: 'table' },
  columns: columns.split(' ').map((column) => ({
    ...{ name: column, sqlType: '' },
    type: column.includes('datetime') ? 'timestamp' : column === 'device' ? 'text' : 'float64'
  }))
});
const tables = [
  table('hours', 'person_id measurement_datetime SepsisLabel'),
  table('lab', 'person_id measurement_datetime lactate'),
  table('devices', 'person_id device_datetime_hourly device')
];

/** A notebook whose cells of a kind make these tables, one each; the last of them goes on running. */
function sessionOf(kinds: Readonly<Record<string, string>>, running?: string) {
  const names = Object.keys(kinds).map((name) => ({ name, key: name as CellKey, sort: 'table' as const }));
  const last = new CellState((running ?? '') as CellKey);
  if (running) last.queue();
  return {
    names,
    cell: (key: CellKey): Cell => ({ key, kind: kinds[key] ?? 'sql', id: key, attributes: [], text: '' }),
    relations: tables.filter(({ name }) => name in kinds && name !== running),
    active: running ? [last] : []
  };
}

test('the set of the files that were read is known, and a query of one of them is none of it', () => {
  const [set, ...more] = hackathonSets({ session: sessionOf({ hours: 'import', lab: 'import', devices: 'sql' }) });
  expect(more).toEqual([]);
  expect(set?.measured.map(({ relation }) => relation.name)).toEqual(['lab']);
  expect(set?.devices).toBeUndefined();
});

test('nothing is to be put together while a file is still being read, as its columns would be missing', () => {
  const all = { hours: 'import', lab: 'import', devices: 'import' };
  expect(hackathonSets({ session: sessionOf(all, 'devices') })).toEqual([]);
  expect(hackathonSets({ session: sessionOf(all) })[0]?.devices?.name).toBe('devices');
});

test('a query that runs beside them does not hold them up', () => {
  const session = sessionOf({ hours: 'import', lab: 'import', other: 'sql' }, 'other');
  expect(hackathonSets({ session })).toHaveLength(1);
});

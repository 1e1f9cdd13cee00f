import { expect, test } from 'vitest';
import { parseNotebook } from '../format/parse';
import type { KeptVersion } from '../store/contract';
import { MemoryStore } from '../store/memory-store';
import { budgetBytes, superfluous } from './retention';
import { Versions } from './versions.svelte';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 1);

/** Five weeks of work: a version every 20 minutes, a name each week, and each Sunday the notebook is closed. */
async function fiveWeeks() {
  const store = new MemoryStore();
  let clock = start;
  const options = { store, id: 'n', kinds: ['markdown'], now: () => clock };
  let versions = await Versions.open(options);
  const moments: number[] = [];
  for (let step = 0; clock < start + 35 * day; step++) {
    const { notebook } = parseNotebook(`step ${step}`, ['markdown']);
    const name = step % 504 === 100 ? { name: `week ${step}` } : {};
    if (step % 504 === 300) {
      versions = await Versions.open(options);
      await versions.opened(notebook, clock);
    } else await versions.keep(notebook, 'run', name);
    moments.push(clock);
    clock += 20 * minute;
  }
  return { versions, moments, end: clock - 20 * minute, store };
}

test('five weeks of versions come down to two days of all, two weeks of hours, and days', async () => {
  const { versions, moments, end, store } = await fiveWeeks();
  const kept = new Set(versions.list.map(({ at }) => at));
  const ages = (from: number, to: number) => moments.filter((at) => end - at >= from && end - at < to);

  // All of the last 48 hours.
  expect(ages(0, 2 * day).filter((at) => !kept.has(at))).toEqual([]);
  // Of each hour of the twelve days before exactly the last, beside those that stay for ever.
  const forEver = new Set(versions.list.flatMap(({ at, name, lasting }) => ((name ?? lasting) ? [at] : [])));
  const plain = [...kept].filter((at) => !forEver.has(at));
  for (const at of plain.filter((one) => end - one > 2 * day + hour && end - one < 14 * day - hour)) {
    expect((at % hour) / minute, new Date(at).toISOString()).toBe(40);
  }
  const hours = plain.filter((at) => end - at > 3 * day && end - at < 13 * day);
  expect(new Set(hours.map((at) => Math.floor(at / hour))).size).toBe(hours.length);
  expect(hours.length).toBeGreaterThanOrEqual(10 * 24 - 2);
  // Beyond them of each day the last.
  const days = plain.filter((at) => end - at > 15 * day);
  for (const at of days) expect(new Date(at).toISOString().slice(11, 16)).toBe('23:40');
  expect(days.length).toBe(19);
  // A name and a closing a week, all of them.
  expect(versions.list.filter(({ name }) => name !== undefined).length).toBe(5);
  expect(versions.list.filter(({ lasting }) => lasting).length).toBe(5);
  // The store holds what the list says, and no text more.
  expect((await store.versions('n')).map(({ id }) => id)).toEqual(versions.list.map(({ id }) => id));
});

test('50 MB a notebook: the oldest unnamed go first, named ones stay, and the newest', () => {
  expect(budgetBytes).toBe(50_000_000);
  const version = (age: number, more: Partial<KeptVersion> = {}): KeptVersion => ({
    id: `${age}`,
    notebook: 'n',
    at: start - age,
    reason: 'run',
    cells: 1,
    sizeBytes: 9_000_000,
    schema: 2,
    ...more
  });
  const some = [
    version(7, { name: 'first' }),
    version(6, { lasting: true }),
    ...[5, 4, 3, 2, 1, 0].map((age) => version(age))
  ];
  // 72 MB: three of 9 MB have to go.
  expect(superfluous(some, start)).toEqual(['6', '5', '4']);
});

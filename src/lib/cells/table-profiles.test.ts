import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Relation } from '$workers/data/contract';
import type { ColumnProfile, TableProfile } from '$workers/shared/profile';
import { TableProfiles, type ProfileEngine } from './table-profiles.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Call {
  columns: readonly string[];
  stopped: boolean;
  answer: () => Promise<void>;
}

/** An engine that answers when it is told to. */
function watched(columns: number) {
  const calls: Call[] = [];
  const engine: ProfileEngine = {
    details: () => Promise.reject(new Error('Nobody asked for a card.')),
    profile: ({ columns }, { signal } = {}) =>
      new Promise<TableProfile>((resolve, reject) => {
        const profiles = columns.map((name) => ({ name }) as ColumnProfile);
        const call: Call = {
          columns,
          stopped: false,
          answer: async () => {
            resolve({ name: 't', rows: 100, sample: undefined, columns: profiles });
            await vi.advanceTimersByTimeAsync(0);
          }
        };
        signal?.addEventListener('abort', () => {
          call.stopped = true;
          reject(new Error('Stopped.'));
        });
        calls.push(call);
      })
  };
  const names = Array.from({ length: columns }, (_, at) => `c${at}`);
  const relation: Relation = {
    name: 't',
    rows: 100,
    kind: 'table',
    columns: names.map((name) => ({ name, type: 'int64', sqlType: 'BIGINT' }))
  };
  const profiles = new TableProfiles(engine, relation);
  return { calls, names, profiles };
}

test('strips begin 300 ms after the table is seen: those in sight, then the others of the first twenty', async () => {
  const { calls, names, profiles } = watched(30);
  names.slice(0, 7).forEach((name) => profiles.see(name));
  await vi.advanceTimersByTimeAsync(299);
  expect(calls).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(calls.map(({ columns }) => columns)).toEqual([names.slice(0, 7)]);
  await calls[0]?.answer();
  expect(calls[1]?.columns).toEqual(names.slice(7, 20));
});

test('scrolling aside stops nothing that is read ahead, and waits no second time', async () => {
  const { calls, names, profiles } = watched(30);
  const leave = names.slice(0, 7).map((name) => profiles.see(name));
  await vi.advanceTimersByTimeAsync(300);
  await calls[0]?.answer();
  // The first column is stuck: it stays.
  leave.slice(1).forEach((gone) => gone());
  names.slice(13, 20).forEach((name) => profiles.see(name));
  expect(calls[1]?.stopped).toBe(false);
  await calls[1]?.answer();
  expect(profiles.of('c19')).toBeDefined();
  names.slice(20, 25).forEach((name) => profiles.see(name));
  await vi.advanceTimersByTimeAsync(20);
  expect(calls[2]?.columns).toEqual(names.slice(20, 25));
});

test('who is seen goes before those that are read ahead', async () => {
  const { calls, names, profiles } = watched(30);
  names.slice(0, 7).forEach((name) => profiles.see(name));
  await vi.advanceTimersByTimeAsync(300);
  await calls[0]?.answer();
  profiles.see('c29');
  expect(calls[1]?.stopped).toBe(true);
  await vi.advanceTimersByTimeAsync(20);
  expect(calls[2]?.columns).toEqual(['c29']);
  await calls[2]?.answer();
  expect(calls[3]?.columns).toEqual(names.slice(7, 20));
});

test('a table that is scrolled away is not waited for, and is patient when it comes back', async () => {
  const { calls, names, profiles } = watched(9);
  const leave = names.slice(0, 3).map((name) => profiles.see(name));
  await vi.advanceTimersByTimeAsync(300);
  leave.forEach((gone) => gone());
  expect(calls[0]?.stopped).toBe(true);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(calls).toHaveLength(1);
  profiles.see('c0');
  await vi.advanceTimersByTimeAsync(299);
  expect(calls).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(calls[1]?.columns).toEqual(['c0']);
});

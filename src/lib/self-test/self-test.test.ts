import { expect, test } from 'vitest';
import { security } from '$lib/messages/en/security';
import type { Judged } from './attempt';
import { attemptCount, attempts, statements, untold } from './attempts';
import { SelfTest } from './self-test.svelte';

const blocked: Judged = { verdict: 'blocked', how: 'rule', what: 'connect-src' };
const open: Judged = { verdict: 'open', how: 'went', what: '' };

/** Places that answer what the test wants. */
function places(answer: (name: string) => Judged | Promise<Judged>) {
  const made: string[] = [];
  let closed = 0;
  return {
    made,
    closed: () => closed,
    open: () =>
      Promise.resolve({
        attempt: async ({ name }: { name: string }, place: string) => (made.push(`${name} ${place}`), answer(name)),
        statement: async (name: string) => (made.push(`${name} sql`), answer(name)),
        close: () => void closed++
      })
  };
}

test('every attempt is made once in each of its places, and the places are closed behind', async () => {
  const where = places(() => blocked);
  const run = new SelfTest(where.open);
  await run.run();
  expect(where.made).toHaveLength(attemptCount);
  expect(new Set(where.made).size).toBe(attemptCount);
  expect(run.state).toBe('done');
  expect(run.counts).toEqual({ blocked: attemptCount, open: 0, unclear: untold.length, waiting: 0 });
  expect(where.closed()).toBe(1);
});

test('what got through is counted, whatever the others did', async () => {
  const run = new SelfTest(places((name) => (name === 'fetch' ? open : blocked)).open);
  await run.run();
  expect(run.counts.open).toBe(3);
  expect(run.of('cell').counts.open).toBe(1);
});

test('Stop ends it; the attempt that was cut short is not judged; a second run begins anew', async () => {
  const where = places((name) => {
    if (name === 'beacon') run.stop();
    return blocked;
  });
  const run = new SelfTest(where.open);
  await run.run();
  expect(run.state).toBe('stopped');
  expect(where.made.filter((one) => one.endsWith(' page'))).toEqual(['fetch page', 'xhr page', 'beacon page']);
  expect(run.of('page').counts.blocked).toBe(2);
  expect(where.made.length).toBeLessThan(20);
  expect(where.closed()).toBe(1);
  const again = places(() => blocked);
  const second = new SelfTest(again.open);
  await Promise.all([second.run(), second.run()]);
  expect(again.made).toHaveLength(attemptCount);
});

test('each has words, and no two the same name', () => {
  const names = [...attempts, ...untold, ...statements].map(({ name }) => name);
  const worded = Object.keys(security.attempts);
  expect(names.filter((name) => !worded.includes(name))).toEqual([]);
  expect(worded.filter((name) => !names.includes(name))).toEqual([]);
  for (const list of [attempts, statements]) {
    const own = list.map(({ name }) => name);
    expect(new Set(own).size).toBe(own.length);
  }
});

import { describe, expect, test } from 'vitest';
import { gate, openSession as open, until } from '../fakes';
import { breathe } from '$workers/shared/breathe';

const chain = `
  input most: 3
  sql hourly: select * from raw where x < \${most}
  sql raw: select 1
  sql daily: select * from hourly
  sql other: select 2`;

describe('failing', () => {
  test('a failed cell keeps its last good output and blocks what is below, naming the root', async () => {
    const { session, edit, key, state } = open('sql a: select 1\nsql b: from a\nsql c: from b');
    session.start();
    await session.settled();
    edit('a', 'boom');
    session.run([key('a')]);
    await session.settled();
    expect(state('a').status).toBe('failed');
    expect(state('a').output).toBe('select 1');
    expect(state('c').error?.message).toBe('Waits for `a`, which stopped with an error.');
    expect(state('c').blocker).toEqual({ key: key('a'), name: 'a' });
    edit('a', 'select 3', true);
    await session.settled();
    expect([state('a').status, state('b').status, state('c').status]).toEqual(['fresh', 'fresh', 'fresh']);
    expect(state('c').error).toBeUndefined();
  });

  test('a mistake of ours is told apart, its words only under details', async () => {
    const { session, key, state } = open('sql a: bug');
    session.run([key('a')]);
    await session.settled();
    expect(state('a').error?.code).toBe('program-mistake');
    expect(state('a').error?.message).not.toContain('undefined');
    expect(state('a').error?.details).toContain('x is undefined');
  });

  test('a slow automatic cell asks from then on, unless it is kept', async () => {
    let now = 0;
    const { session, edit, key, state, log } = open('input x: 0\nsql a: select ${x}', { now: () => now });
    log.work = (run) => Promise.resolve(void (run.id === 'a' && (now += 3000)));
    session.start();
    await session.settled();
    edit('x', '1', true);
    await session.settled();
    expect(state('a').status).toBe('fresh');
    edit('x', '2', true);
    await session.settled();
    expect([session.policy(key('a')), state('a').status]).toEqual(['ask', 'stale']);
    session.keepAutomatic(key('a'));
    edit('x', '3', true);
    await session.settled();
    expect(state('a').status).toBe('fresh');
  });

  test('tables lost with an engine make their cells stale; what was shown stays', async () => {
    const { session, state, log } = open(chain);
    session.start();
    await session.settled();
    log.clear();
    session.tablesLost(['RAW']);
    expect(['raw', 'hourly', 'daily', 'other', 'most'].map((name) => state(name).status)).toEqual([
      'stale',
      'stale',
      'stale',
      'fresh',
      'fresh'
    ]);
    session.run([state('daily').key]);
    await session.settled();
    expect(log.ids()).toEqual(['raw', 'hourly', 'daily']);
  });
});

describe('an engine that restarts', () => {
  test('what is still queued gets its lost tables made again first', async () => {
    const { session, state, log } = open('sql a: select 1\nsql b: select 2\nsql c: select * from a');
    const door = gate();
    log.work = (run) => (run.id === 'b' ? door.wait() : Promise.resolve());
    session.run('all');
    await until(() => log.ids().includes('b'));
    session.tablesLost();
    door.open();
    await session.settled();
    expect(log.ids()).toEqual(['a', 'b', 'a', 'c']);
    expect(state('c').status).toBe('fresh');
  });
});

describe('stopping', () => {
  test('stops what runs, and what waited for it leaves the queue', async () => {
    const { session, state, log } = open('sql a: select 1\nsql b: from a\nsql c: from b');
    log.work = () => new Promise(() => {});
    session.start();
    await until(() => log.runs.length === 1);
    expect([state('a').status, state('b').status]).toEqual(['running', 'queued']);
    session.stop(state('a').key);
    expect(state('a').status).toBe('stopping');
    await session.settled();
    expect(['a', 'b', 'c'].map((name) => state(name).status)).toEqual(['stopped', 'blocked', 'blocked']);
    expect(state('c').error?.message).toBe('Waits for `a`, which was stopped.');
  });

  test('a kind that hears nothing is left behind within a second', async () => {
    const { session, state, log } = open('sql a: select 1\nsql b: select 2');
    log.deaf = true;
    log.work = (run) => (run.id === 'a' ? new Promise(() => {}) : Promise.resolve());
    session.start();
    await until(() => log.runs.length === 1);
    const start = performance.now();
    session.stop(state('a').key);
    await session.settled();
    expect(performance.now() - start).toBeLessThan(1100);
    expect([state('a').status, state('b').status]).toEqual(['stopped', 'fresh']);
  });

  test('Stop without a name empties the queue', async () => {
    const { session, results, log } = open('sql a: select 1\nsql b: select 2\nsql c: select 3');
    log.work = () => new Promise(() => {});
    session.start();
    await until(() => log.runs.length === 1);
    session.stop();
    await session.settled();
    for (let count = 0; count < 5; count++) await breathe();
    expect(results()).toEqual(['stopped', 'stopped', 'stopped']);
    expect(log.runs.length).toBe(1);
  });
});

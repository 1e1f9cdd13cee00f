import { describe, expect, test } from 'vitest';
import { breathe } from '$workers/shared/breathe';
import { openSession as open, until } from '../fakes';

const lines = 'sql raw: select 1\nload big: from raw\nsql below: from big\nsql other: select 2';

/** A cell that only a person starts, run once, with others above and below. */
async function ran() {
  const opened = open(lines);
  const { session, log } = opened;
  session.run('all');
  await session.settled();
  log.clear();
  return opened;
}

describe('issue 5: a text that comes back before anything ran', () => {
  test('leaves all as fresh as it was, without a run', async () => {
    const { session, edit, results, log } = await ran();
    edit('big', 'from raw -- other');
    expect(results()).toEqual(['fresh', 'edited', 'stale', 'fresh']);
    session.undo();
    await session.settled();
    expect(results()).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
    session.redo();
    expect(results()).toEqual(['fresh', 'edited', 'stale', 'fresh']);
    edit('big', 'from raw');
    expect(results()).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
    expect(log.ids()).toEqual([]);
  });

  test('of several cells it is the last one that counts', async () => {
    const { edit, results } = await ran();
    edit('big', 'from raw -- other');
    edit('below', 'from big -- other');
    edit('big', 'from raw');
    expect(results()).toEqual(['fresh', 'fresh', 'edited', 'fresh']);
    edit('below', 'from big');
    expect(results()).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
  });

  test('is no excuse where what it reads was made anew, or its own run has begun', async () => {
    const { session, edit, results, key, log } = await ran();
    edit('big', 'from raw -- other');
    session.run([key('raw')]);
    await session.settled();
    edit('big', 'from raw');
    expect(results()).toEqual(['fresh', 'stale', 'stale', 'fresh']);
    session.run([key('big')]);
    await session.settled();
    edit('big', 'from raw -- boom');
    session.run([key('big')]);
    await session.settled();
    edit('big', 'from raw');
    await session.settled();
    expect(results().slice(1, 3)).toEqual(['edited', 'blocked']);
    expect(log.ids()).toContain('big');
  });

  test('is none either where tables were lost, or its name was another meanwhile', async () => {
    const { session, edit, results, key } = await ran();
    edit('big', 'from raw -- other');
    session.tablesLost();
    edit('big', 'from raw');
    expect(results()).toEqual(['stale', 'stale', 'stale', 'stale']);
    session.run('all');
    await session.settled();
    session.apply({ type: 'set-id', key: key('big'), id: 'large', undo: 'now' }, { run: false });
    edit('large', 'from raw -- other');
    edit('large', 'from raw');
    session.apply({ type: 'set-id', key: key('large'), id: 'big', undo: 'now' }, { run: false });
    expect(results().slice(1, 3)).not.toContain('fresh');
  });

  test('while it runs with the other text it ends as it should: by hand, once', async () => {
    const { session, edit, results, key, log } = await ran();
    let open = () => {};
    log.work = () => new Promise((resolve) => (open = resolve));
    edit('big', 'from raw -- other');
    session.run([key('big')]);
    await until(() => log.runs.length === 1);
    edit('big', 'from raw');
    await breathe();
    open();
    log.work = () => Promise.resolve();
    await session.settled();
    expect(results().slice(1, 3)).not.toContain('fresh');
    session.run([key('below')]);
    await session.settled();
    expect(results()).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
  });
});

describe('issue 5: what own code simulates', () => {
  test('is said of its cell and of all that reads it, from the call on until a run without one', async () => {
    const { session, state, edit, key, log } = open(
      'code made: simulate()\nsql a: from nothing\nload x: 1\nsql b: select ${made}\nsql c: from b\nsql d: from x'
    );
    const said = () => ['made', 'x', 'b', 'c', 'd'].filter((id) => state(id).simulated);
    expect(said()).toEqual([]);
    session.run('all');
    await session.settled();
    expect(said()).toEqual(['made', 'b', 'c']);
    // An edited text has not run: what stands there is still what was made up.
    edit('made', '7');
    expect(said()).toEqual(['made', 'b', 'c']);
    session.run([key('made')]);
    await session.settled();
    expect(said()).toEqual([]);
    // A run that fails after the call has made something up by then.
    edit('made', 'simulate() boom');
    session.run([key('made')]);
    await session.settled();
    expect(said()).toEqual(['made']);
    expect(log.ids()).toContain('made');
  });
});

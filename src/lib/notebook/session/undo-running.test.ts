import { describe, expect, test } from 'vitest';
import { breathe } from '$workers/shared/breathe';
import { gate, openSession as open, until } from '../fakes';

const lines = 'sql raw: select 1\ntask t: from raw -- 1\nsql b: from t';

/** A form's change of `t`, whose run waits at a gate. */
async function changed({ deaf }: { deaf: boolean }) {
  const opened = open(lines);
  const { log, session, key } = opened;
  session.start();
  await session.settled();
  log.clear();
  log.deaf = deaf;
  const held = gate();
  log.work = (run) => (run.text.endsWith('2') ? held.wait() : Promise.resolve());
  session.edit(key('t'), 'from raw -- 2', { coalesce: 'field' });
  return { ...opened, held };
}

describe.each([
  ['that stops at once', false],
  ['that does not listen', true]
])('a form’s change undone, in an engine %s', (_, deaf) => {
  test.each(['paused', 'queued', 'running', 'stopping', 'stopped', 'ended'] as const)(
    'while its run is %s: all runs again as it was, and nothing waits for a person',
    async (when) => {
      const { session, key, state, results, held } = await changed({ deaf });
      if (when === 'queued') await until(() => state('t').run !== 'idle');
      else if (when !== 'paused') await until(() => state('t').run === 'running');
      if (when === 'stopping' || when === 'stopped') session.stop(key('t'));
      if (when === 'stopped' || when === 'ended') {
        held.open();
        await session.settled();
      }
      session.undo();
      await breathe();
      held.open();
      await session.settled();
      expect(session.cell(key('t'))?.text).toBe('from raw -- 1');
      expect(results()).toEqual(['fresh', 'fresh', 'fresh']);
    }
  );

  test('and done again, and undone again, before anything ended', async () => {
    const { session, log, results, state, held } = await changed({ deaf });
    await until(() => state('t').run === 'running');
    for (const step of ['undo', 'redo', 'undo'] as const) {
      session[step]();
      await breathe();
    }
    held.open();
    await session.settled();
    expect(results()).toEqual(['fresh', 'fresh', 'fresh']);
    expect(log.runs.filter(({ id }) => id === 't').at(-1)?.text).toBe('from raw -- 1');
  });
});

test.each(['queued', 'running'] as const)(
  'issue 5: a change that a person ran by hand, undone while its run is %s, runs again as it was',
  async (when) => {
    const { log, session, key, state, results } = open('sql raw: select 1\nload t: from raw -- 1\nsql b: from t');
    session.run('all');
    await session.settled();
    const held = gate();
    log.work = (run) => (run.text.endsWith('2') ? held.wait() : Promise.resolve());
    session.edit(key('t'), 'from raw -- 2', { coalesce: 'field' });
    // It asks: what a form writes waits for a person.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(state('t').status).toBe('edited');
    session.run([key('t')]);
    if (when === 'running') await until(() => state('t').run === 'running');
    session.undo();
    held.open();
    await session.settled();
    expect(results()).toEqual(['fresh', 'fresh', 'fresh']);
    expect(log.runs.filter(({ id }) => id === 't').at(-1)?.text).toBe('from raw -- 1');
  }
);

test('a form’s change undone while what stands above the cell still runs', async () => {
  const { log, session, key, state, results, edit } = open(lines);
  session.start();
  await session.settled();
  const held = gate();
  log.work = (run) => (run.id === 'raw' ? held.wait() : Promise.resolve());
  edit('raw', 'select 2', true);
  await until(() => state('raw').run === 'running');
  session.edit(key('t'), 'from raw -- 2', { coalesce: 'field' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  session.undo();
  held.open();
  await session.settled();
  expect(session.cell(key('t'))?.text).toBe('from raw -- 1');
  expect(results()).toEqual(['fresh', 'fresh', 'fresh']);
});

import { expect, test } from 'vitest';
import { AppError } from '$workers/shared/errors';
import { cellsOf, fakeRegistry, Log, openSession } from '../fakes';
import { insertAt } from '../edits';
import type { AnyKind, KindRegistry } from '../kind';

/** A registry whose `input` is on its way until `arrive` is called, or `fail`. */
function lateInput() {
  const plain = fakeRegistry(new Log());
  const here = plain.find('input') as AnyKind;
  let isReady = false;
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const now = <T>(part: T): T => {
    if (!isReady) throw new AppError('kind-loading', 'Not here yet.', 'Run the cell again in a moment.');
    return part;
  };
  const late: AnyKind = {
    ...here,
    isReady: () => isReady,
    ready: () => new Promise((resolve, reject) => (settle = { resolve, reject })),
    parse: (text, cell) => now(here.parse)(text, cell),
    needs: (spec) => now(here.needs)(spec),
    defines: (spec, id) => now(here.defines)(spec, id),
    policy: (spec) => now(here.policy)(spec)
  };
  const registry: KindRegistry = {
    kinds: plain.kinds.map((kind) => (kind.name === 'input' ? late : kind)),
    find: (name) => (name === 'input' ? late : plain.find(name))
  };
  return {
    registry,
    asked: () => settle !== undefined,
    async arrive() {
      isReady = true;
      settle?.resolve();
      await Promise.resolve();
    },
    async fail() {
      settle?.reject(new Error('no network'));
      settle = undefined;
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
}

test('a cell whose kind is on its way is read again, and run, when the code is here', async () => {
  const late = lateInput();
  const { session, state } = openSession('sql below: select ${most}', { registry: late.registry });
  session.start();
  await session.settled();
  session.apply({ ...insertAt(0, cellsOf('input most: 7')), undo: 'now' }, { run: true });
  await session.settled();
  expect(state('most').error?.code).toBe('kind-loading');
  await late.arrive();
  await session.settled();
  expect(state('most').result).toBe('fresh');
  expect(state('most').error).toBeUndefined();
  expect(state('below').result).toBe('fresh');
});

test('code that could not be fetched is asked for again with the next change', async () => {
  const late = lateInput();
  const { session, state, edit } = openSession('sql one: select 1', { registry: late.registry });
  session.apply({ ...insertAt(1, cellsOf('input most: 7')), undo: 'now' }, { run: true });
  await session.settled();
  await late.fail();
  expect(late.asked()).toBe(false);
  edit('one', 'select 2');
  expect(late.asked()).toBe(true);
  await late.arrive();
  await session.settled();
  expect(state('most').result).toBe('fresh');
});

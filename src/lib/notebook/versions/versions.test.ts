import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../change';
import { parseNotebook } from '../format/parse';
import type { CellKey } from '../model';
import type { KeptVersion } from '../store/contract';
import { MemoryStore } from '../store/memory-store';
import { reasonBefore } from './reason-before';
import { superfluous } from './retention';
import { Versions } from './versions.svelte';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 0, 31, 12);

const version = (at: number, more: Partial<KeptVersion> = {}): KeptVersion => ({
  id: `v${at}`,
  notebook: 'n',
  at,
  reason: 'run',
  cells: 1,
  sizeBytes: 1000,
  schema: 2,
  ...more
});
const left = (versions: KeptVersion[], budget?: number) => {
  const gone = new Set(superfluous(versions, now, budget));
  return versions.filter(({ id }) => !gone.has(id)).map(({ at }) => (at - now) / hour);
};

describe('superfluous', () => {
  test('all of 48 hours stay', () => {
    const many = Array.from({ length: 96 }, (_, at) => version(now - 2 * day + at * hour * 0.5));
    expect(left(many).length).toBe(96);
  });

  test('then the last of each hour, for 14 days', () => {
    const five = [0.1, 0.2, 0.9, 1.1, 1.2].map((hours) => version(now - 5 * day + hours * hour));
    expect(left(five)).toEqual([-120 + 0.9, -120 + 1.2]);
  });

  test('then the last of each day', () => {
    const start = now - 30 * day - 12 * hour;
    const some = [1, 5, 23, 25, 30].map((hours) => version(start + hours * hour));
    expect(left(some)).toEqual([23, 30].map((hours) => (start - now) / hour + hours));
  });

  test('named and last-left ones stay for ever', () => {
    const some = [
      version(now - 400 * day, { name: 'first draft' }),
      version(now - 400 * day + 1, { lasting: true }),
      version(now - 400 * day + 2)
    ];
    expect(left(some).length).toBe(3);
    expect(left([...some, version(now - 400 * day + 3)]).length).toBe(3);
  });

  test('over the budget the oldest unnamed go first, never the newest', () => {
    const some = [version(now - 3, { name: 'kept' }), version(now - 2), version(now - 1), version(now)];
    expect(left(some, 2500)).toEqual([-3 / hour, 0]);
    expect(left([version(now)], 10)).toEqual([0]);
  });

  test('whatever there is: the newest stays, named stay, the budget holds where unnamed are enough to give', () => {
    const one = fc.record({ ago: fc.nat(60 * 24), size: fc.nat(5000), name: fc.boolean(), lasting: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ ago }) => ago, minLength: 1, maxLength: 40 }), (all) => {
        const versions = all
          .sort((a, b) => b.ago - a.ago)
          .map(({ ago, size, name, lasting }) =>
            version(now - ago * hour, { sizeBytes: size, ...(name ? { name: 'x' } : {}), lasting })
          );
        const gone = new Set(superfluous(versions, now, 20_000));
        const stay = versions.filter(({ id }) => !gone.has(id));
        expect(stay.at(-1)).toBe(versions.at(-1));
        expect(versions.filter(({ id, name }) => name !== undefined && gone.has(id))).toEqual([]);
        const size = stay.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
        if (size > 20_000) expect(stay.slice(0, -1).every(({ name }) => name !== undefined)).toBe(true);
      })
    );
  });
});

const kinds = ['markdown', 'sql'];
const notebook = (text: string) => parseNotebook(text, kinds).notebook;

describe('Versions', () => {
  async function opened() {
    const store = new MemoryStore();
    let clock = now;
    const options = { store, id: 'n', kinds, now: () => (clock += 1000) };
    return { store, options, versions: await Versions.open(options), pass: (ms: number) => (clock += ms) };
  }

  test('the same text is not kept twice, also after reopening', async () => {
    const { versions, options } = await opened();
    await versions.keep(notebook('a'), 'run');
    await versions.keep(notebook('a'), 'run');
    const again = await Versions.open(options);
    await again.keep(notebook('a'), 'saved');
    await again.keep(notebook('b'), 'saved');
    expect(again.list.map(({ reason }) => reason)).toEqual(['run', 'saved']);
  });

  test('a name is given to the version that is there already', async () => {
    const { versions } = await opened();
    await versions.keep(notebook('a'), 'run');
    await versions.keep(notebook('a'), 'saved', { name: 'Submitted' });
    expect(versions.list).toMatchObject([{ reason: 'run', name: 'Submitted' }]);
  });

  test('runs that nobody asked for make one in ten minutes, those asked for one each', async () => {
    const { versions, pass } = await opened();
    const settled = () => versions.keep(notebook('end'), 'run');
    for (let count = 0; count < 50; count++) versions.ran(notebook(`slider ${count}`), { byHand: false });
    await settled();
    expect(versions.list.length).toBe(2);
    pass(700_000);
    versions.ran(notebook('later'), { byHand: false });
    for (let count = 0; count < 3; count++) versions.ran(notebook(`asked ${count}`), { byHand: true });
    await settled();
    expect(versions.list.length).toBe(7);
  });

  test('how it was left is kept for ever, and what was kept is read back', async () => {
    const { versions, store } = await opened();
    await versions.opened(notebook('left so'), now - day);
    expect(versions.list).toMatchObject([{ reason: 'closed', at: now - day, lasting: true }]);
    expect((await versions.notebookOf(versions.list[0]!.id))?.cells[0]?.text).toBe('left so');
    expect(await store.versions('n')).toEqual(versions.list);
  });

  test('a notebook that is removed takes its versions with it', async () => {
    const { versions, store } = await opened();
    await versions.keep(notebook('a'), 'run');
    await store.remove('n');
    expect(await store.versions('n')).toEqual([]);
    expect(await store.versionText(versions.list[0]!.id)).toBeUndefined();
  });
});

test('before several kinds change at once the notebook is kept; other changes have undo', () => {
  const kind = (key: string): Edit => ({ type: 'set-kind', key: key as CellKey, kind: 'sql' });
  expect(reasonBefore({ type: 'several', edits: [kind('a'), kind('b')] })).toBe('before-kinds');
  expect(reasonBefore({ type: 'several', edits: [kind('a'), { type: 'delete', keys: [] }] })).toBeUndefined();
  expect(reasonBefore(kind('a'))).toBeUndefined();
});

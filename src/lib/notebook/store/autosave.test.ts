import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { applyChange, type NotebookChange } from '../change';
import { insertAt, newCell } from '../edits';
import { fail } from '../errors';
import { serializeNotebook } from '../format/serialize';
import type { Notebook } from '../model';
import { Autosave } from './autosave.svelte';
import type { NotebookStore } from './contract';
import { keepNew, openKept } from './keep';
import { MemoryStore } from './memory-store';

const kinds = ['markdown', 'sql'];
const text = '# Title\n\n```sql id=a\nselect 1\n```\n';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function opened(store: NotebookStore = new MemoryStore()) {
  const { kept, notebook } = await keepNew(store, text, kinds, { trusted: true });
  const autosave = new Autosave({ store, kept, notebook, kinds });
  let now: Notebook = notebook;
  const change = (one: NotebookChange) => {
    now = applyChange(now, one).notebook;
    autosave.changed(now, one.type === 'edit' ? [one.key] : undefined);
  };
  const type = (index: number, text: string) =>
    change({ type: 'edit', key: now.cells[index]!.key, text, undo: 'never' });
  const back = async () => serializeNotebook((await openKept(store, kept.id, kinds))!.notebook, kinds);
  const current = () => serializeNotebook(now, kinds);
  return { store, autosave, change, type, back, current, kept };
}

describe('Autosave', () => {
  test('typing is written 50 ms after the last key, as the cell alone', async () => {
    const { store, autosave, type, kept, back, current } = await opened();
    const write = vi.spyOn(store, 'write');
    type(1, 'select 2');
    expect(autosave.state).toBe('saving');
    await vi.advanceTimersByTimeAsync(49);
    expect((await store.read(kept.id))?.edits).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    expect((await store.read(kept.id))?.edits).toEqual([{ index: 1, text: 'select 2' }]);
    expect([autosave.state, write.mock.calls.length]).toEqual(['saved', 0]);
    expect(await back()).toBe(current());
  });

  test('typing without a pause is written after 100 ms all the same', async () => {
    const { store, type, kept } = await opened();
    for (let key = 0; key < 5; key++) {
      type(1, `select ${key}`);
      await vi.advanceTimersByTimeAsync(25);
    }
    expect((await store.read(kept.id))?.edits.length).toBe(1);
  });

  test('where timers are not heard, the next key after 100 ms writes by itself', async () => {
    const { store, type, kept } = await opened();
    const start = Date.now();
    type(1, 'select 2');
    // The clock goes on while no timer fires: input that comes without a gap keeps them waiting.
    vi.setSystemTime(start + 120);
    type(1, 'select 23');
    await Promise.resolve();
    expect((await store.read(kept.id))?.edits).toEqual([{ index: 1, text: 'select 23' }]);
  });

  test('any other change writes the notebook whole, and the journal is empty then', async () => {
    const { store, change, type, kept, back, current } = await opened();
    type(1, 'select 2');
    change({ ...insertAt(0, [newCell('sql', 'select 0')]), undo: 'now' });
    type(0, 'select 00');
    await vi.advanceTimersByTimeAsync(200);
    expect((await store.read(kept.id))?.edits).toEqual([]);
    expect(await back()).toBe(current());
    expect((await store.find(kept.id))?.cells).toBe(3);
  });

  test('a pause of five seconds empties the journal into the text', async () => {
    const { store, type, kept, current } = await opened();
    type(1, 'select 2');
    await vi.advanceTimersByTimeAsync(5200);
    expect(await store.read(kept.id)).toEqual({ text: current(), edits: [] });
  });

  test('a failure is said and stays until a whole text is kept', async () => {
    const { store, autosave, type, back, current } = await opened();
    const append = vi.spyOn(store, 'append').mockRejectedValueOnce(fail('store-full'));
    type(1, 'select 2');
    await vi.advanceTimersByTimeAsync(200);
    expect([autosave.state, autosave.error?.code]).toEqual(['failed', 'store-full']);
    type(1, 'select 3');
    await vi.advanceTimersByTimeAsync(200);
    expect([autosave.state, autosave.error, append.mock.calls.length]).toEqual(['saved', undefined, 1]);
    expect(await back()).toBe(current());
  });

  test('a later success does not hide that an earlier edit is missing', async () => {
    const { store, autosave, type } = await opened();
    let refuse = () => {};
    vi.spyOn(store, 'append').mockImplementationOnce(
      () => new Promise((_, reject) => (refuse = () => reject(fail('store-failed'))))
    );
    type(0, 'lost');
    await vi.advanceTimersByTimeAsync(200);
    type(1, 'kept');
    await vi.advanceTimersByTimeAsync(100);
    refuse();
    await vi.advanceTimersByTimeAsync(1);
    expect(autosave.state).toBe('failed');
    await autosave.compact();
    expect(autosave.state).toBe('saved');
  });

  test('killed at any moment, at most the last 100 ms before the transaction are gone', async () => {
    const step = fc.record({ what: fc.nat(9), where: fc.nat(5), wait: fc.nat(60) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { store, type, change, current, kept } = await opened();
        const seen: { at: number; text: string }[] = [{ at: Date.now(), text: current() }];
        let count = 1;
        for (const { what, where, wait } of steps) {
          if (what === 0) change({ ...insertAt(0, [newCell('markdown', '```sql')]), undo: 'now' });
          else type(where % 2, `text ${count++}`);
          seen.push({ at: Date.now(), text: current() });
          await vi.advanceTimersByTimeAsync(wait);
        }
        const killed = Date.now();
        const copy = new MemoryStore();
        await copy.write((await store.find(kept.id))!, (await store.read(kept.id))!.text);
        await copy.append(kept.id, (await store.read(kept.id))!.edits);
        const after = serializeNotebook((await openKept(copy, kept.id, kinds))!.notebook, kinds);
        const known = seen.findLastIndex((one) => one.text === after);
        expect(known).toBeGreaterThanOrEqual(0);
        const next = seen[known + 1];
        if (next) expect(killed - next.at).toBeLessThanOrEqual(100);
      }),
      { seed: 7, numRuns: 300 }
    );
  });
});

describe('keepNew and openKept', () => {
  test('what was not understood is kept byte by byte and never saved over', async () => {
    const store = new MemoryStore();
    const damaged = 'text\r\n\r\n```sql\r\nselect 1';
    const { kept, problems, notebook } = await keepNew(store, damaged, kinds, { trusted: false });
    expect(problems.length).toBe(1);
    expect((await store.read(kept.id))?.text).toBe(damaged);
    expect(() => new Autosave({ store, kept, notebook, kinds })).toThrow('never saved over');
  });

  test('recent notebooks come last opened first; a removed one is gone with its files', async () => {
    const store = new MemoryStore();
    const a = await keepNew(store, '---\ntitle: A\n---\n', kinds, { trusted: true, now: 1 });
    const b = await keepNew(store, '---\ntitle: B\n---\n', kinds, { trusted: true, now: 2 });
    await openKept(store, a.kept.id, kinds, { now: 3, tenant: 'tab' });
    expect((await store.recent()).map((kept) => kept.title)).toEqual(['A', 'B']);
    await store.remove(b.kept.id);
    expect(await openKept(store, b.kept.id, kinds)).toBeUndefined();
  });

  test('without room a notebook opens as it was left, and what changes then is kept once there is room', async () => {
    const { store, kept, type, back } = await opened();
    type(1, 'select 2');
    await vi.advanceTimersByTimeAsync(100);
    const full = () => Promise.reject(fail('store-full'));
    const refusing = [vi.spyOn(store, 'take'), vi.spyOn(store, 'write'), vi.spyOn(store, 'note')].map((one) =>
      one.mockImplementation(full)
    );
    const again = await openKept(store, kept.id, kinds, { tenant: 'second' });
    expect(again?.notebook.cells[1]?.text).toBe('select 2');
    const autosave = new Autosave({ store, kept: again!.kept, notebook: again!.notebook, kinds });
    const { notebook } = applyChange(again!.notebook, { ...insertAt(0, [newCell('sql', 'select 3')]), undo: 'now' });
    autosave.changed(notebook, undefined);
    await vi.advanceTimersByTimeAsync(1000);
    expect([autosave.state, autosave.error?.code]).toEqual(['failed', 'store-full']);
    for (const one of refusing) one.mockRestore();
    await vi.advanceTimersByTimeAsync(3000);
    expect(autosave.state).toBe('saved');
    expect(await back()).toBe(serializeNotebook(notebook, kinds));
  });
});

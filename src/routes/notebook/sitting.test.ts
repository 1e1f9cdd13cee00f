import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { keepNew } from '$lib/notebook/store/keep';
import { openStore } from '$lib/notebook/store/open-store';
import { Sitting } from './sitting.svelte';

const target = { addEventListener: () => {}, removeEventListener: () => {} };
beforeAll(() => {
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('document', { ...target, visibilityState: 'visible', defaultView: target });
});
afterAll(() => void vi.unstubAllGlobals());

let shown: string[];
let sitting: Sitting;
beforeEach(() => {
  shown = [];
  sitting = new Sitting((id) => void shown.push(id));
});

/** A notebook of the window's store whose text is read once it is let through. */
async function held(title: string): Promise<{ id: string; let: () => void; asked: Promise<void> }> {
  const store = await openStore();
  const { kept } = await keepNew(store, `---\ntitle: ${title}\nformat: 1\n---\n`, [], { trusted: true });
  const read = store.read.bind(store);
  let open = () => {};
  let ask = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  const asked = new Promise<void>((resolve) => (ask = resolve));
  store.read = async (id) => {
    if (id !== kept.id) return read(id);
    ask();
    await gate;
    return read(id);
  };
  return { id: kept.id, let: open, asked };
}

test('a page that is left while its notebook is still read does not open it, nor put its address elsewhere', async () => {
  const slow = await held('slow');
  const opening = sitting.open({ open: 'kept', id: slow.id });
  await slow.asked;
  await sitting.close();
  slow.let();
  await opening;
  expect([sitting.page, sitting.opened, sitting.problem, shown]).toEqual([undefined, undefined, undefined, []]);
});

test('of two notebooks asked for one after the other the second is shown, however late the first is read', async () => {
  const [slow, quick] = [await held('slow'), await held('quick')];
  quick.let();
  const first = sitting.open({ open: 'kept', id: slow.id });
  await slow.asked;
  await sitting.open({ open: 'kept', id: quick.id });
  slow.let();
  await first;
  expect([sitting.title, sitting.opened?.first.kept.id, sitting.problem, shown]).toEqual([
    'quick',
    quick.id,
    undefined,
    [quick.id]
  ]);
  await sitting.close();
});

test('who goes back before another notebook came has the first again', async () => {
  const [one, slow] = [await held('one'), await held('slow')];
  one.let();
  await sitting.open({ open: 'kept', id: one.id });
  const second = sitting.open({ open: 'kept', id: slow.id });
  const back = sitting.open({ open: 'kept', id: one.id });
  slow.let();
  await Promise.all([second, back]);
  expect([sitting.title, sitting.opened?.first.kept.id]).toEqual(['one', one.id]);
  await sitting.close();
});

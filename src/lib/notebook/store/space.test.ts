import { expect, test } from 'vitest';
import { keepNew } from './keep';
import { MemoryStore } from './memory-store';
import { spareRoom } from './space';
import { toTrash } from './trash';

const kinds = ['markdown'];

async function filled() {
  const store = new MemoryStore();
  const [mine, other, old] = await Promise.all(
    ['Mine', 'Other', 'Old'].map(
      async (title) => (await keepNew(store, `---\ntitle: ${title}\n---\nText\n`, kinds, { trusted: true })).kept.id
    )
  );
  const keep = (id: string, notebook: string, name?: string) =>
    store.keepVersion(
      { id, notebook, at: 1, reason: 'run', cells: 1, sizeBytes: 100, schema: 2, ...(name ? { name } : {}) },
      'text'
    );
  await keep('m1', mine!);
  await keep('m2', mine!, 'Sent');
  await keep('o1', other!);
  await keep('o2', other!, 'Sent');
  await keep('t1', old!, 'Sent');
  await toTrash(store, old!);
  const spares = () => spareRoom(store, mine!, () => store.dropVersions(['m1']));
  return { store, mine: mine!, other: other!, old: old!, spares };
}

test('what can go is what nobody named, and what lies in the Trash', async () => {
  const { spares } = await filled();
  expect((await spares()).map(({ what, count }) => [what, count])).toEqual([
    ['versions', 1],
    ['others', 1],
    ['trash', 1]
  ]);
});

test('dropping it leaves every notebook and every name', async () => {
  const { store, mine, other, old, spares } = await filled();
  for (const spare of await spares()) await spare.drop();
  expect((await store.recent()).map(({ title }) => title).sort()).toEqual(['Mine', 'Other']);
  expect((await store.versions(mine)).map(({ id }) => id)).toEqual(['m2']);
  expect((await store.versions(other)).map(({ id }) => id)).toEqual(['o2']);
  expect([await store.find(old), await store.versions(old)]).toEqual([undefined, []]);
  expect(await spares()).toEqual([]);
});

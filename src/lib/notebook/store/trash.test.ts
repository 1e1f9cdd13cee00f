import { expect, test } from 'vitest';
import { MemoryStore } from './memory-store';
import { keepNew } from './keep';
import { daysLeft, emptyOld, outOfTrash, toTrash } from './trash';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 31, 12);

async function kept(...titles: string[]) {
  const store = new MemoryStore();
  const ids = await Promise.all(
    titles.map(async (title, at) => {
      const text = `---\ntitle: ${title}\nformat: 1\n---\nProse\n`;
      return (await keepNew(store, text, ['markdown'], { trusted: true, now: start + at })).kept.id;
    })
  );
  const titlesOf = async () => ({
    kept: (await store.recent()).map(({ title }) => title),
    trashed: (await store.trashed()).map(({ title }) => title)
  });
  return { store, ids, titlesOf };
}

test('what is deleted is out of the list and in the Trash, last deleted first, and comes back whole', async () => {
  const { store, ids, titlesOf } = await kept('A', 'B', 'C');
  await toTrash(store, ids[0]!, start);
  await toTrash(store, ids[2]!, start + 1);
  expect(await titlesOf()).toEqual({ kept: ['B'], trashed: ['C', 'A'] });
  await outOfTrash(store, ids[0]!);
  expect(await titlesOf()).toEqual({ kept: ['B', 'A'], trashed: ['C'] });
  expect((await store.read(ids[0]!))?.text).toContain('title: A');
});

test('after 30 days, and not a moment before, it is deleted for ever with all that belongs to it', async () => {
  const { store, ids, titlesOf } = await kept('A', 'B');
  const [id = ''] = ids;
  const version = { id: 'v', notebook: id, at: start, reason: 'run', cells: 1, sizeBytes: 1, schema: 2 } as const;
  await store.keepVersion(version, 'text');
  await toTrash(store, id, start);
  expect((await emptyOld(store, start + 30 * day - 1)).map(({ title }) => title)).toEqual(['A']);
  expect(await emptyOld(store, start + 30 * day)).toEqual([]);
  expect(await titlesOf()).toEqual({ kept: ['B'], trashed: [] });
  expect([await store.read(id), await store.versionText('v')]).toEqual([undefined, undefined]);
});

test.each([
  // days since, days left
  [0, 30],
  [0.5, 30],
  [1, 29],
  [29.5, 1],
  [30, 0],
  [400, 0]
])('%d days after its deletion %d days are left', (since, left) => {
  expect(daysLeft({ deleted: start }, start + since * day)).toBe(left);
});

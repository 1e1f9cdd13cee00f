import { BlobReader, BlobWriter, TextReader, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, test } from 'vitest';
import { newCellKey } from '../cell-key';
import type { NotebookStore } from '../store/contract';
import { keepNew, keptText } from '../store/keep';
import { MemoryStore } from '../store/memory-store';
import { toTrash } from '../store/trash';
import { bringIn, compareBackup } from './bring-in';
import { contentsName, contentsText } from './contents';
import { packEverything } from './pack';
import { readBackup } from './unpack';

const kinds = ['markdown', 'sql'];
const text = (title: string, body: string) => `---\ntitle: ${title}\nformat: 1\n---\n${body}\n`;
const start = Date.UTC(2026, 0, 31, 12);

/** Two notebooks, one in the Trash; versions, a deleted cell, a file, and a letter not yet written whole. */
async function filled() {
  const store = new MemoryStore();
  const { kept } = await keepNew(store, text('Lactate, µmol/L', 'One'), kinds, { trusted: true, now: start });
  const other = await keepNew(store, text('', '```sql id=x\nselect 1\n```'), kinds, { trusted: true, now: start + 1 });
  await store.append(kept.id, [{ index: 0, text: 'One and more' }]);
  await toTrash(store, other.kept.id, start + 5);
  const version = { notebook: kept.id, reason: 'run', cells: 1, sizeBytes: 3, schema: 2 } as const;
  await store.keepVersion({ ...version, id: 'v1', at: start - 2 }, text('Old', 'Ärzte'));
  await store.keepVersion({ ...version, id: 'v2', at: start - 1, name: 'Sent', lasting: true }, text('New', 'b'));
  const cell = { kind: 'sql', id: 'y', attributes: [{ name: 'off', value: 'true' }], text: 'select 2' };
  const key = newCellKey();
  await store.changeBin(kept.id, { into: [{ notebook: kept.id, key, at: start, index: 1, cell }], outOf: [] });
  await store.keepFiles(kept.id, [{ path: 'a/labs.csv', handle: undefined, sizeBytes: 7, modified: start }]);
  return { store, id: kept.id, other: other.kept.id };
}

const pack = async (store: NotebookStore) =>
  (await packEverything(store, { kinds, readMe: 'read me', now: start })).content;

async function brought(content: Blob, store: NotebookStore, others: 'beside' | 'leave-out' = 'beside') {
  const backup = await readBackup(content, 'all.zip');
  const compared = await compareBackup(backup, store, kinds);
  const sorts = compared.map(({ sort }) => sort);
  const options = { kinds, others, titleBeside: (title: string) => `${title} (from the file)`, now: start + 99 };
  return { sorts, came: await bringIn(backup, compared, store, options) };
}

/** Everything of a store that a person can see. */
async function everything(store: NotebookStore) {
  const all = [...(await store.recent()), ...(await store.trashed())];
  return Promise.all(
    all.map(async (kept) => ({
      // The size is of the whole text, which the journal is not yet part of.
      kept: { ...kept, sizeBytes: 0, trusted: undefined, deleted: kept.deleted !== undefined, tenant: undefined },
      text: await keptText(store, kept, kinds),
      versions: await Promise.all(
        (await store.versions(kept.id)).map(async ({ sizeBytes: _, ...version }) => ({
          ...version,
          text: await store.versionText(version.id)
        }))
      ),
      bin: await store.binned(kept.id),
      files: await store.files(kept.id)
    }))
  );
}

test('what was packed comes into an empty browser as it was, but for trust', async () => {
  const { store } = await filled();
  const empty = new MemoryStore();
  const { sorts, came } = await brought(await pack(store), empty);
  expect({ sorts, came }).toEqual({ sorts: ['new', 'new'], came: { notebooks: 2, versions: 2 } });
  expect(await everything(empty)).toEqual(await everything(store));
  expect((await empty.recent()).map(({ trusted }) => trusted)).toEqual([false]);
});

test('brought in twice, or where everything is, it changes nothing', async () => {
  const { store } = await filled();
  const content = await pack(store);
  const before = await everything(store);
  expect(await brought(content, store)).toEqual({ sorts: ['same', 'same'], came: { notebooks: 0, versions: 0 } });
  expect(await everything(store)).toEqual(before);
});

describe('where a notebook is here with another text', () => {
  async function changed() {
    const { store, id } = await filled();
    const content = await pack(store);
    await store.append(id, [{ index: 0, text: 'Mine' }]);
    await store.dropVersions(['v1']);
    return { store, id, content, mine: (await everything(store))[0] };
  }

  test('it stays as it is, and the other comes in beside it', async () => {
    const { store, id, content, mine } = await changed();
    expect((await brought(content, store)).sorts).toEqual(['other', 'same']);
    const all = await everything(store);
    const here = all.find(({ kept }) => kept.id === id);
    const beside = all.find(({ kept }) => kept.id !== id && kept.title !== '');
    expect(here).toEqual(mine);
    expect(beside?.kept.title).toBe('Lactate, µmol/L (from the file)');
    expect(beside?.text).toContain('One and more');
    // Under new ids: the versions that are here stay this notebook's.
    expect(beside?.versions.map(({ name, text }) => [name, text])).toEqual([
      [undefined, text('Old', 'Ärzte')],
      ['Sent', text('New', 'b')]
    ]);
  });

  test('or is left out', async () => {
    const { store, content } = await changed();
    const before = await everything(store);
    expect((await brought(content, store, 'leave-out')).came).toEqual({ notebooks: 0, versions: 0 });
    expect(await everything(store)).toEqual(before);
  });
});

test('of one with the same text versions that are missing come back', async () => {
  const { store } = await filled();
  const content = await pack(store);
  const before = await everything(store);
  await store.dropVersions(['v1']);
  expect((await brought(content, store)).came).toEqual({ notebooks: 0, versions: 1 });
  expect(await everything(store)).toEqual(before);
});

test('anybody can open the zip: the texts lie in it as Markdown', async () => {
  const { store, id } = await filled();
  const entries = await new ZipReader(new BlobReader(await pack(store))).getEntries();
  const names = entries.map(({ filename }) => filename);
  expect(names).toContain(`notebooks/Lactate-µmol-L-${id}.md`);
  expect(names.filter((name) => name.startsWith(`versions/Lactate-µmol-L-${id}/2026-01-31T11-59-59-`)).length).toBe(2);
});

describe('what is refused', () => {
  const zipped = async (...files: [string, string][]) => {
    const zip = new ZipWriter(new BlobWriter());
    for (const [name, content] of files) await zip.add(name, new TextReader(content));
    return zip.close();
  };
  const list = (more: object) => JSON.stringify({ program: 'phems-notebook', form: 1, notebooks: [], ...more });

  test.each<[string, () => Promise<Blob> | Blob]>([
    ['backup-damaged', () => new Blob(['no zip'])],
    ['backup-damaged', async () => (await zipped(['a', 'b'.repeat(999)])).slice(0, 40)],
    ['backup-foreign', () => zipped(['a.csv', '1;2'])],
    ['backup-foreign', () => zipped([contentsName, '{"program":"other","form":1}'])],
    ['backup-foreign', () => zipped([contentsName, 'not json'])],
    ['backup-newer', () => zipped([contentsName, list({ form: 2 })])]
  ])('%s', async (code, content) => {
    await expect(readBackup(await content(), 'x.zip')).rejects.toMatchObject({ code });
  });

  test('a text that is listed and not there', async () => {
    const { store } = await filled();
    const [kept] = await store.recent();
    const listed = { ...kept!, text: 'notebooks/gone.md', versions: [], bin: [], files: [] };
    const content = await zipped([contentsName, contentsText({ saved: start, notebooks: [listed] })]);
    await expect(brought(content, new MemoryStore())).rejects.toMatchObject({ code: 'backup-damaged' });
  });

  test('ids and times that make no sense, and versions of others, do no harm', async () => {
    const { store, id } = await filled();
    const before = await everything(store);
    const version = { id: 'v1', at: 1e300, reason: 'evil', cells: -1, text: 'n.md' };
    const notebook = { id: 'fresh', text: 'n.md', opened: 'now', versions: [version, 7], bin: [{ key: '../' }] };
    const content = await zipped(
      [contentsName, list({ notebooks: [notebook, { id: '<b>', text: 'n.md' }, null] })],
      ['n.md', text('Odd', 'body')]
    );
    expect((await brought(content, store)).came).toEqual({ notebooks: 1, versions: 1 });
    const after = await everything(store);
    expect(after.filter(({ kept }) => kept.id !== 'fresh')).toEqual(before);
    expect(after.find(({ kept }) => kept.id === 'fresh')?.versions).toMatchObject([
      { reason: 'saved', at: 0, cells: 0 }
    ]);
    expect(await store.versionText('v1')).toBe(text('Old', 'Ärzte'));
    expect(id).not.toBe('fresh');
  });
});

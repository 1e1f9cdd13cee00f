import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { keptText } from '../store/keep';
import type { Kept, NotebookStore } from '../store/contract';
import { contentsName, contentsText, type ListedNotebook, type ListedVersion } from './contents';

export interface PackOptions {
  kinds: readonly string[];
  /** What the zip tells those who open it without this page. */
  readMe: string;
  now?: number;
  /** Notebooks packed so far, of all. */
  onprogress?: (done: number, of: number) => void;
}

export interface Packed {
  content: Blob;
  notebooks: number;
}

/** Everything that is stored as one zip: texts as Markdown files that anybody can read, and a list of the rest. */
export async function packEverything(
  store: NotebookStore,
  { kinds, readMe, now = Date.now(), onprogress = () => {} }: PackOptions
): Promise<Packed> {
  // Its own workers would be started from URLs that the page's policy does not cover.
  const zip = new ZipWriter(new BlobWriter('application/zip'), { useWebWorkers: false });
  const add = (path: string, text: string, at: number) =>
    zip.add(path, new TextReader(text), { lastModDate: new Date(Math.max(at, earliest)) });
  const all = [...(await store.recent()), ...(await store.trashed())];
  const listed: ListedNotebook[] = [];
  await add('README.txt', readMe, now);
  for (const [done, kept] of all.entries()) {
    onprogress(done, all.length);
    const text = await keptText(store, kept, kinds);
    // Deleted by another tab meanwhile.
    if (text === undefined) continue;
    const name = nameOf(kept);
    await add(`notebooks/${name}.md`, text, kept.changed);
    listed.push(await list(store, kept, name, add));
  }
  await add(contentsName, contentsText({ saved: now, notebooks: listed }), now);
  return { content: await zip.close(), notebooks: listed.length };
}

/** Zip knows no earlier moment. */
const earliest = Date.UTC(1980, 0, 2);

async function list(
  store: NotebookStore,
  { id, title, opened, changed, origin, deleted }: Kept,
  name: string,
  add: (path: string, text: string, at: number) => Promise<unknown>
): Promise<ListedNotebook> {
  const versions: ListedVersion[] = [];
  for (const version of await store.versions(id)) {
    const text = await store.versionText(version.id);
    if (text === undefined) continue;
    const path = `versions/${name}/${new Date(version.at).toISOString().replace(/[:.]/g, '-')}-${version.id}.md`;
    await add(path, text, version.at);
    const { at, reason, lasting, cells } = version;
    versions.push({ id: version.id, at, reason, name: version.name, lasting, cells, text: path });
  }
  const bin = (await store.binned(id)).map(({ key, at, index, cell }) => ({ key, at, index, cell }));
  const files = (await store.files(id)).map(({ path, sizeBytes, modified }) => ({ path, sizeBytes, modified }));
  return { id, title, opened, changed, origin, deleted, text: `notebooks/${name}.md`, versions, bin, files };
}

/** A name that people recognise and no other notebook has. */
function nameOf({ id, title }: Kept): string {
  const words = title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return words === '' ? id : `${words}-${id}`;
}

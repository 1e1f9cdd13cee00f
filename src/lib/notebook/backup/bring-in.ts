import { newId } from '../cell-key';
import { setTitle } from '../edits';
import { applyEdit } from '../change';
import { readFront } from '../format/front';
import { parseNotebook } from '../format/parse';
import { serializeNotebook } from '../format/serialize';
import { keepNew, keptText } from '../store/keep';
import { keptSchema, type Kept, type NotebookStore } from '../store/contract';
import type { ListedNotebook } from './contents';
import { fail } from './errors';
import type { Backup } from './unpack';

/** A notebook of the file beside what is kept here under its id. */
export interface Compared {
  listed: ListedNotebook;
  text: string;
  /** `new`: not here; `same`: here with this very text; `other`: here with another one. */
  sort: 'new' | 'same' | 'other';
  here: Kept | undefined;
  /** Versions of it that are not here. */
  missingVersions: number;
}

/** What bringing a file in would do; looks only. */
export async function compareBackup(
  backup: Backup,
  store: NotebookStore,
  kinds: readonly string[]
): Promise<Compared[]> {
  const found: Compared[] = [];
  for (const listed of backup.notebooks) {
    const text = await backup.textOf(listed.text);
    if (text === undefined) throw fail('backup-damaged', { file: backup.file });
    const here = await store.find(listed.id);
    const known = here && (await keptText(store, here, kinds));
    const sort = known === undefined ? 'new' : known === text ? 'same' : 'other';
    const versions = new Set((await store.versions(listed.id)).map(({ id }) => id));
    const missingVersions = listed.versions.filter(({ id }) => !versions.has(id)).length;
    found.push({ listed, text, sort, here: known === undefined ? undefined : here, missingVersions });
  }
  return found;
}

export interface BringInOptions {
  kinds: readonly string[];
  /** What becomes of those that are here with another text. What is here stays in any case. */
  others: 'beside' | 'leave-out';
  /** Title of one that comes in beside another. */
  titleBeside: (title: string) => string;
  now?: number;
}

/**
 * Brings a file in. Nothing that is here is written over; done again after a failure it goes on where it stopped.
 * @throws `store-full`, `store-failed`, `backup-damaged`
 */
export async function bringIn(
  backup: Backup,
  compared: readonly Compared[],
  store: NotebookStore,
  options: BringInOptions
): Promise<{ notebooks: number; versions: number }> {
  const came = { notebooks: 0, versions: 0 };
  for (const one of compared) {
    if (one.sort === 'other' && options.others === 'leave-out') continue;
    const id = one.sort === 'same' ? one.listed.id : await bringText(one, store, options);
    if (one.sort !== 'same') came.notebooks++;
    came.versions += await bringVersions(backup, one.listed, id, store);
    if (one.sort !== 'same') await bringRest(one.listed, id, store);
  }
  return came;
}

/** The text as a notebook of its own; nothing in it is trusted, for anybody may have made the file. */
async function bringText(
  { listed, text, sort }: Compared,
  store: NotebookStore,
  { kinds, titleBeside, now = Date.now() }: BringInOptions
): Promise<string> {
  const { origin, changed, opened, deleted } = listed;
  const own = sort === 'new' ? { id: listed.id } : {};
  const written = sort === 'new' ? text : withTitle(text, kinds, titleBeside);
  const more = origin === undefined ? {} : { origin };
  const { kept } = await keepNew(store, written, kinds, { trusted: false, now: changed, ...own, ...more });
  // Its 30 days begin anew: else it might be gone before anybody sees it.
  await store.note(kept.id, { opened, ...(deleted === undefined ? {} : { deleted: now }) });
  return kept.id;
}

/** A text that this version does not understand, or whose front matter it cannot write, stays as it is. */
function withTitle(text: string, kinds: readonly string[], titleBeside: (title: string) => string): string {
  const { notebook, problems } = parseNotebook(text, kinds);
  if (problems.length > 0) return text;
  try {
    const edit = setTitle(notebook, titleBeside(readFront(notebook.front).front.title ?? ''));
    return serializeNotebook(applyEdit(notebook, edit).notebook, kinds);
  } catch {
    return text;
  }
}

async function bringVersions(
  backup: Backup,
  listed: ListedNotebook,
  notebook: string,
  store: NotebookStore
): Promise<number> {
  const here = new Set((await store.versions(notebook)).map(({ id }) => id));
  let came = 0;
  for (const { text: path, ...version } of listed.versions) {
    if (here.has(version.id)) continue;
    const text = await backup.textOf(path);
    if (text === undefined) continue;
    // Under this id another notebook may have a version: that one stays.
    const isFree = notebook === listed.id && (await store.versionText(version.id)) === undefined;
    const id = isFree ? version.id : newId();
    const sizeBytes = new TextEncoder().encode(text).length;
    await store.keepVersion({ ...version, id, notebook, sizeBytes, schema: keptSchema }, text);
    came++;
  }
  return came;
}

async function bringRest(listed: ListedNotebook, notebook: string, store: NotebookStore) {
  await store.changeBin(notebook, { into: listed.bin.map((cell) => ({ ...cell, notebook })), outOf: [] });
  await store.keepFiles(
    notebook,
    listed.files.map((file) => ({ ...file, handle: undefined }))
  );
}

import { AppError } from '$workers/shared/errors';
import { newId } from '../cell-key';
import { readFront } from '../format/front';
import { parseNotebook, type Parsed } from '../format/parse';
import { serializeNotebook } from '../format/serialize';
import type { Notebook } from '../model';
import { keptSchema, type Kept, type NotebookStore } from './contract';
import { recovered } from './recovery';

/** A notebook as it is opened: what it holds, and what is kept about it. */
export interface Opened extends Parsed {
  kept: Kept;
}

export interface KeepOptions {
  trusted: boolean;
  origin?: { path: string; hash: string };
  now?: number;
  /** Where it comes from elsewhere and keeps its id; nothing may be kept under it. */
  id?: string;
}

/** What a list shows of a notebook. */
export function described(notebook: Notebook, text: string): Pick<Kept, 'title' | 'cells' | 'sizeBytes'> {
  const title = readFront(notebook.front).front.title ?? '';
  return { title, cells: notebook.cells.length, sizeBytes: new TextEncoder().encode(text).length };
}

/**
 * Keeps a text as a new notebook: a sample's copy, a file, an empty one. A text with problems is kept byte by byte
 * as `damaged`: it can be read and copied, never saved over.
 */
export async function keepNew(
  store: NotebookStore,
  text: string,
  kinds: readonly string[],
  { trusted, origin, now = Date.now(), id = newId() }: KeepOptions
): Promise<Opened> {
  const { notebook, problems } = parseNotebook(text, kinds);
  const damaged = problems.length > 0;
  const written = damaged ? text : serializeNotebook(notebook, kinds);
  const times = { opened: now, changed: now };
  const kept: Kept = {
    id,
    ...described(notebook, written),
    ...times,
    trusted,
    damaged,
    origin,
    schema: keptSchema
  };
  await store.write(kept, written);
  return { kept, notebook, problems };
}

export interface OpenOptions {
  now?: number;
  /** Who opens it for editing. Absent: it is only read, and nothing is written. */
  tenant?: string;
}

/** Opens a kept notebook where one left off. @returns undefined where there is none of this id */
export async function openKept(
  store: NotebookStore,
  id: string,
  kinds: readonly string[],
  { now = Date.now(), tenant }: OpenOptions = {}
): Promise<Opened | undefined> {
  if (tenant !== undefined) await unlessFull(store.take(id, tenant));
  const [known, text] = await Promise.all([store.find(id), store.read(id)]);
  if (!known || !text) return undefined;
  const { notebook, problems } = recovered(text, kinds);
  const kept = { ...known, opened: now };
  if (tenant === undefined) return { kept, notebook, problems };
  // Edits are counted in the whole text: written anew, later ones cannot be counted in an older one.
  if (text.edits.length > 0 && !kept.damaged) await unlessFull(store.write(kept, serializeNotebook(notebook, kinds)));
  else await unlessFull(store.note(id, { opened: now }));
  return { kept, notebook, problems };
}

/** Without room a notebook opens all the same: what cannot be written now is written with the first change that can. */
async function unlessFull(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'store-full') throw error;
  }
}

/** The whole text of a notebook as it is kept now. @throws nothing of its own; undefined where it is not kept */
export async function keptText(
  store: NotebookStore,
  kept: Pick<Kept, 'id' | 'damaged'>,
  kinds: readonly string[]
): Promise<string | undefined> {
  const text = await store.read(kept.id);
  if (!text) return undefined;
  return text.edits.length > 0 && !kept.damaged ? serializeNotebook(recovered(text, kinds).notebook, kinds) : text.text;
}

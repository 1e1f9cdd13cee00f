import type { SourceFile } from '$workers/data/contract';
import { fail } from '../errors';
import type { FileShelf } from '../kind';
import type { KeptFile, NotebookStore } from '../store/contract';

/** A file as it was dropped or picked; `path` keeps its folder. */
export interface GivenFile {
  path: string;
  file: File;
  handle?: FileSystemFileHandle;
}

/** `waiting`: the browser wants a click; `missing`: to be given again; `changed`: other than when it was given. */
export type ShelfState = 'ready' | 'waiting' | 'missing' | 'changed' | 'vanished';

export interface ShelfFile {
  path: string;
  state: ShelfState;
  sizeBytes: number;
  /** Milliseconds since 1970, as the file says. */
  modified: number;
  /** Of a changed file: its size now. */
  nowBytes?: number;
}

interface Entry extends ShelfFile {
  file: File | undefined;
  handle: FileSystemFileHandle | undefined;
}

type Permission = 'granted' | 'denied' | 'prompt';
/** Chromium only; absent elsewhere, and not in the library's types. */
interface AskingHandle {
  queryPermission?(descriptor: { mode: 'read' }): Promise<Permission>;
  requestPermission?(descriptor: { mode: 'read' }): Promise<Permission>;
}

/** Files that the person gave this notebook, in this sitting or an earlier one. Bytes are never copied. */
export class Shelf implements FileShelf {
  #entries = $state.raw<ReadonlyMap<string, Entry>>(new Map());

  /** For the data panel, in order of path. */
  readonly list: readonly ShelfFile[] = $derived.by(() =>
    [...this.#entries.values()].sort((a, b) => a.path.localeCompare(b.path, 'en'))
  );

  /** @param kept where handles and fingerprints outlive the window */
  constructor(private readonly kept?: { store: NotebookStore; id: string }) {}

  /** Takes files; of the same path the newer one counts. */
  async add(given: readonly GivenFile[]): Promise<void> {
    const entries = given.map(({ path, file, handle }): Entry => ({
      path: path.replace(/^\/+/, ''),
      state: 'ready',
      sizeBytes: file.size,
      modified: file.lastModified,
      file,
      handle
    }));
    this.#put(entries);
    await this.kept?.store.keepFiles(this.kept.id, entries.map(asKept));
  }

  /** @returns what can be given back as it was */
  async remove(paths: readonly string[]): Promise<readonly GivenFile[]> {
    const entries = new Map(this.#entries);
    const taken = paths.flatMap((path) => {
      const { file, handle } = entries.get(path) ?? {};
      entries.delete(path);
      return file ? [{ path, file, ...(handle ? { handle } : {}) }] : [];
    });
    this.#entries = entries;
    await this.kept?.store.forgetFiles(this.kept.id, paths);
    return taken;
  }

  /** Files of earlier sittings: those whose permission lasted are ready, others wait for a click or to be given again. */
  async restore(): Promise<void> {
    if (!this.kept) return;
    const kept = await this.kept.store.files(this.kept.id);
    const entries = kept
      .filter(({ path }) => !this.#entries.has(path))
      .map((one): Entry => ({ ...one, file: undefined, state: one.handle ? 'waiting' : 'missing' }));
    this.#put(entries);
    await Promise.all(entries.map(async (entry) => (await isGranted(entry.handle)) && (await this.#look(entry))));
  }

  /** Asks for the files that wait; only from a click. */
  async allow(): Promise<void> {
    for (const entry of [...this.#entries.values()].filter((one) => one.state === 'waiting')) {
      const handle = entry.handle as AskingHandle | undefined;
      if ((await handle?.requestPermission?.({ mode: 'read' })) === 'granted') await this.#look(entry);
    }
  }

  /** Looks again at files that have a handle: whether they changed or went. */
  async refresh(): Promise<void> {
    const seen = [...this.#entries.values()].filter((entry) => entry.handle && entry.state !== 'waiting');
    await Promise.all(seen.map((entry) => this.#look(entry)));
  }

  /** Takes a changed file for what it is now: it is told no more. What was read of it stays until it is read again. */
  async accept(path: string): Promise<void> {
    const entry = this.#entries.get(path);
    if (!entry?.file) return;
    const { nowBytes: _, ...rest } = entry;
    const now: Entry = { ...rest, state: 'ready', sizeBytes: entry.file.size, modified: entry.file.lastModified };
    this.#put([now]);
    await this.kept?.store.keepFiles(this.kept.id, [asKept(now)]);
  }

  waiting(): readonly string[] {
    return this.list
      .filter((entry) => entry.state === 'waiting' || entry.state === 'missing')
      .map((entry) => entry.path);
  }

  paths(): readonly string[] {
    return this.list.map((entry) => entry.path);
  }

  /**
   * The file as it is on disk now. By path, else by its bare name where only one has it; upper and lower case count
   * only where both exist.
   * @throws `file-unclear`, `file-vanished`
   */
  async find(path: string): Promise<SourceFile | undefined> {
    const entry = this.#entries.get(path) ?? this.#byName(path);
    return entry && this.#open(entry);
  }

  /** @throws `file-vanished` */
  async below(folder: string): Promise<readonly SourceFile[]> {
    const prefix = `${folder.replace(/\/+$/, '')}/`;
    const inside = [...this.#entries.values()].filter(
      (entry) => entry.path.startsWith(prefix) || entry.path === folder
    );
    const opened = await Promise.all(inside.map((entry) => this.#open(entry)));
    return opened.filter((file) => file !== undefined);
  }

  #byName(path: string): Entry | undefined {
    const all = [...this.#entries.values()];
    const named = (entry: Entry) =>
      path.includes('/') ? entry.path : entry.path.slice(entry.path.lastIndexOf('/') + 1);
    const exact = all.filter((entry) => named(entry) === path);
    const found = exact.length > 0 ? exact : all.filter((entry) => named(entry).toLowerCase() === path.toLowerCase());
    if (found.length > 1) {
      const paths = found.slice(0, 3).map((entry) => entry.path);
      throw fail('file-unclear', { file: path, count: found.length, paths: paths.join(', ') });
    }
    return found[0];
  }

  async #open(entry: Entry): Promise<SourceFile | undefined> {
    const now = entry.handle && entry.state !== 'waiting' ? await this.#look(entry) : entry;
    if (now.state === 'vanished') throw fail('file-vanished', { file: entry.path });
    return now.file && { path: now.path, file: now.file };
  }

  /** Reads a handle's file anew. A changed one is handed out as it is now; whoever reads it compares fingerprints. */
  async #look(entry: Entry): Promise<Entry> {
    if (!entry.handle) return entry;
    const seen: Entry = await entry.handle.getFile().then(
      (file) => {
        const changed = file.size !== entry.sizeBytes || file.lastModified !== entry.modified;
        return changed ? { ...entry, file, state: 'changed', nowBytes: file.size } : { ...entry, file, state: 'ready' };
      },
      (error: unknown) => {
        const denied = error instanceof DOMException && error.name === 'NotAllowedError';
        return { ...entry, file: undefined, state: denied ? 'waiting' : 'vanished' };
      }
    );
    const now = this.#entries.get(entry.path);
    // Given again, accepted or taken out while the disk answered: what was seen is of another file.
    if (now && !isSameFile(now, entry)) return now;
    if (now) this.#put([seen]);
    return seen;
  }

  #put(entries: readonly Entry[]): void {
    this.#entries = new Map([...this.#entries, ...entries.map((entry) => [entry.path, entry] as const)]);
  }
}

const isSameFile = (a: Entry, b: Entry) =>
  a.handle === b.handle && a.sizeBytes === b.sizeBytes && a.modified === b.modified;

async function isGranted(handle: FileSystemFileHandle | undefined): Promise<boolean> {
  const asking = handle as AskingHandle | undefined;
  return (await asking?.queryPermission?.({ mode: 'read' })) === 'granted';
}

function asKept({ path, handle, sizeBytes, modified }: Entry): KeptFile {
  return { path, handle, sizeBytes, modified };
}

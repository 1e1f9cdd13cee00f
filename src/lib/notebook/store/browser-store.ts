import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { AppError } from '$workers/shared/errors';
import { fail } from '../errors';
import type {
  BinChange,
  BinnedCell,
  CellEdit,
  Kept,
  KeptFile,
  KeptLink,
  KeptText,
  KeptVersion,
  NotebookStore,
  TrustedCode
} from './contract';

/** By the application, not by the address: moving the site must lose nothing. Never renamed. */
const databaseName = 'phems-notebook';
const version = 3;

interface Schema extends DBSchema {
  notebooks: { key: string; value: Kept; indexes: { opened: number } };
  texts: { key: string; value: { id: string; text: string } };
  journal: { key: number; value: JournalRow; indexes: { id: string } };
  files: { key: [string, string]; value: KeptFile & { id: string }; indexes: { id: string } };
  versions: { key: string; value: KeptVersion; indexes: { notebook: string } };
  versionTexts: { key: string; value: { id: string; text: string } };
  bin: { key: [string, string]; value: BinnedCell; indexes: { notebook: string } };
  links: { key: string; value: KeptLink };
  trusted: { key: string; value: TrustedCode };
}

/** Without a tenant where it was written by the first shape of the store. */
interface JournalRow extends CellEdit {
  id: string;
  tenant?: string | undefined;
}

type StoreName =
  'notebooks' | 'texts' | 'journal' | 'files' | 'versions' | 'versionTexts' | 'bin' | 'links' | 'trusted';
type Stores = StoreName[];
const all: Stores = ['notebooks', 'texts', 'journal', 'files', 'versions', 'versionTexts', 'bin', 'links'];
type Writing = IDBPTransaction<Schema, Stores, 'readwrite'>;
type Reading = IDBPTransaction<Schema, Stores, 'readonly'>;

/** A browser's failure in our words. */
function asStoreFailure(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const name = error instanceof Error ? error.name : '';
  const details = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (name === 'QuotaExceededError') return fail('store-full', {}, { details, cause: error });
  if (name === 'VersionError') return fail('store-newer', {}, { details, cause: error });
  return fail('store-failed', {}, { details, cause: error });
}

/** Notebooks in IndexedDB. Opens itself again when the browser has closed the connection. */
export class BrowserStore implements NotebookStore {
  readonly refusal = undefined;
  #database: Promise<IDBPDatabase<Schema>> | undefined;
  #isClosed = false;

  /** @throws `store-newer`, `store-blocked`, `store-failed` at once, not with the first text to be kept */
  static async open(): Promise<BrowserStore> {
    const store = new BrowserStore();
    await store.#open();
    return store;
  }

  async recent(): Promise<Kept[]> {
    return (await this.#all()).filter((kept) => kept.deleted === undefined).reverse();
  }

  async trashed(): Promise<Kept[]> {
    const kept = (await this.#all()).filter((one) => one.deleted !== undefined);
    return kept.sort((a, b) => (b.deleted ?? 0) - (a.deleted ?? 0));
  }

  find(id: string): Promise<Kept | undefined> {
    return this.#read(['notebooks'], (reading) => reading.objectStore('notebooks').get(id));
  }

  read(id: string): Promise<KeptText | undefined> {
    return this.#read(['notebooks', 'texts', 'journal'], async (reading) => {
      const [notebook, kept, rows] = await Promise.all([
        reading.objectStore('notebooks').get(id),
        reading.objectStore('texts').get(id),
        reading.objectStore('journal').index('id').getAll(id)
      ]);
      const edits = rows.filter(({ tenant }) => tenant === notebook?.tenant);
      return kept && { text: kept.text, edits: edits.map(({ index, text }) => ({ index, text })) };
    });
  }

  trustedCode(): Promise<TrustedCode[]> {
    return this.#read(['trusted'], (reading) => reading.objectStore('trusted').getAll());
  }

  trustCode(code: TrustedCode): Promise<void> {
    return this.#write(['trusted'], async (writing) => void (await writing.objectStore('trusted').put(code)));
  }

  take(id: string, tenant: string): Promise<void> {
    return this.#write(['notebooks', 'journal'], async (writing) => {
      const notebooks = writing.objectStore('notebooks');
      const kept = await notebooks.get(id);
      if (!kept) return;
      const rows = await writing.objectStore('journal').index('id').openCursor(id);
      for (let row = rows; row; row = await row.continue()) {
        if (row.value.tenant === kept.tenant) await row.update({ ...row.value, tenant });
      }
      await notebooks.put({ ...kept, tenant });
    });
  }

  write(kept: Kept, text: string, bin?: BinChange): Promise<void> {
    return this.#write(['notebooks', 'texts', 'journal', 'bin'], async (writing) => {
      const known = await writing.objectStore('notebooks').get(kept.id);
      if (known && known.tenant !== kept.tenant) throw fail('store-taken');
      await Promise.all([
        writing.objectStore('notebooks').put(kept),
        writing.objectStore('texts').put({ id: kept.id, text }),
        forget(writing, 'journal', kept.id),
        bin ? changeBin(writing, kept.id, bin) : undefined
      ]);
    });
  }

  append(id: string, edits: readonly CellEdit[], tenant?: string): Promise<void> {
    return this.#write(['journal'], async (writing) => {
      const journal = writing.objectStore('journal');
      // No look at who may write: a page that is left hears no answer any more, and the browser takes back what was
      // not committed by then. Whoever reads the journal looks.
      const owner = tenant === undefined ? {} : { tenant };
      const added = edits.map(({ index, text }) => journal.add({ id, index, text, ...owner }));
      writing.commit();
      await Promise.all(added);
    });
  }

  note(id: string, change: Partial<Omit<Kept, 'id'>>): Promise<void> {
    return this.#write(['notebooks'], async (writing) => {
      const notebooks = writing.objectStore('notebooks');
      const kept = await notebooks.get(id);
      if (kept) await notebooks.put({ ...kept, ...change });
    });
  }

  remove(id: string): Promise<void> {
    return this.#write(all, async (writing) => {
      const versions = await writing.objectStore('versions').index('notebook').getAllKeys(id);
      const bin = writing.objectStore('bin');
      const binned = await bin.index('notebook').getAllKeys(id);
      await Promise.all([
        writing.objectStore('notebooks').delete(id),
        writing.objectStore('texts').delete(id),
        writing.objectStore('links').delete(id),
        forget(writing, 'journal', id),
        forget(writing, 'files', id),
        drop(writing, versions),
        ...binned.map((key) => bin.delete(key))
      ]);
    });
  }

  async versions(id: string): Promise<KeptVersion[]> {
    const found = await this.#read(['versions'], (reading) =>
      reading.objectStore('versions').index('notebook').getAll(id)
    );
    return found.sort((a, b) => a.at - b.at);
  }

  async versionText(version: string): Promise<string | undefined> {
    return (await this.#read(['versionTexts'], (reading) => reading.objectStore('versionTexts').get(version)))?.text;
  }

  keepVersion(version: KeptVersion, text: string): Promise<void> {
    return this.#write(['versions', 'versionTexts'], async (writing) => {
      await Promise.all([
        writing.objectStore('versions').put(version),
        writing.objectStore('versionTexts').put({ id: version.id, text })
      ]);
    });
  }

  noteVersion(version: string, change: Partial<Pick<KeptVersion, 'name' | 'lasting'>>): Promise<void> {
    return this.#write(['versions'], async (writing) => {
      const versions = writing.objectStore('versions');
      const kept = await versions.get(version);
      if (kept) await versions.put({ ...kept, ...change });
    });
  }

  dropVersions(versions: readonly string[]): Promise<void> {
    return this.#write(['versions', 'versionTexts'], (writing) => drop(writing, versions));
  }

  async binned(id: string): Promise<BinnedCell[]> {
    const found = await this.#read(['bin'], (reading) => reading.objectStore('bin').index('notebook').getAll(id));
    return found.sort((a, b) => b.at - a.at);
  }

  changeBin(id: string, change: BinChange): Promise<void> {
    return this.#write(['bin'], (writing) => changeBin(writing, id, change));
  }

  link(id: string): Promise<KeptLink | undefined> {
    return this.#read(['links'], (reading) => reading.objectStore('links').get(id));
  }

  keepLink(link: KeptLink): Promise<void> {
    return this.#write(['links'], async (writing) => {
      await writing.objectStore('links').put(link);
    });
  }

  forgetLink(id: string): Promise<void> {
    return this.#write(['links'], (writing) => writing.objectStore('links').delete(id));
  }

  files(id: string): Promise<KeptFile[]> {
    return this.#read(['files'], async (reading) => {
      const rows = await reading.objectStore('files').index('id').getAll(id);
      return rows.map(({ path, handle, sizeBytes, modified }) => ({ path, handle, sizeBytes, modified }));
    });
  }

  keepFiles(id: string, files: readonly KeptFile[]): Promise<void> {
    return this.#write(['files'], async (writing) => {
      await Promise.all(files.map((file) => writing.objectStore('files').put({ ...file, id })));
    });
  }

  forgetFiles(id: string, paths: readonly string[]): Promise<void> {
    return this.#write(['files'], async (writing) => {
      await Promise.all(paths.map((path) => writing.objectStore('files').delete([id, path])));
    });
  }

  close(): void {
    this.#isClosed = true;
    void this.#database?.then((database) => database.close()).catch(() => {});
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    if (this.#isClosed) return Promise.reject(fail('store-failed'));
    this.#database ??= this.#connect().catch((error: unknown) => {
      // Only a success is remembered: the next call tries again.
      this.#database = undefined;
      throw asStoreFailure(error);
    });
    return this.#database;
  }

  #connect(): Promise<IDBPDatabase<Schema>> {
    const forgetConnection = () => (this.#database = undefined);
    return new Promise((resolve, reject) => {
      openDB<Schema>(databaseName, version, {
        upgrade(database, from) {
          if (from < 1) {
            database.createObjectStore('notebooks', { keyPath: 'id' }).createIndex('opened', 'opened');
            database.createObjectStore('texts', { keyPath: 'id' });
            database.createObjectStore('journal', { autoIncrement: true }).createIndex('id', 'id');
            database.createObjectStore('files', { keyPath: ['id', 'path'] }).createIndex('id', 'id');
          }
          if (from < 2) {
            database.createObjectStore('versions', { keyPath: 'id' }).createIndex('notebook', 'notebook');
            database.createObjectStore('versionTexts', { keyPath: 'id' });
            database.createObjectStore('bin', { keyPath: ['notebook', 'key'] }).createIndex('notebook', 'notebook');
            database.createObjectStore('links', { keyPath: 'notebook' });
          }
          if (from < 3) database.createObjectStore('trusted', { keyPath: 'code' });
        },
        blocked: () => reject(fail('store-blocked')),
        // A newer version in another tab waits for us; what we then want to write fails aloud.
        blocking: (_current, _blocked, event) => {
          (event.target as IDBDatabase).close();
          forgetConnection();
        },
        terminated: forgetConnection
      }).then(resolve, reject);
    });
  }

  async #read<Answer>(stores: Stores, ask: (reading: Reading) => Promise<Answer>): Promise<Answer> {
    try {
      const database = await this.#open();
      return await ask(database.transaction(stores, 'readonly'));
    } catch (error) {
      throw asStoreFailure(error);
    }
  }

  #all(): Promise<Kept[]> {
    return this.#read(['notebooks'], (reading) => reading.objectStore('notebooks').index('opened').getAll());
  }

  async #write(stores: Stores, change: (writing: Writing) => Promise<void>): Promise<void> {
    try {
      const database = await this.#open();
      const writing = database.transaction(stores, 'readwrite');
      // Without room the requests only say that they were aborted; the transaction says why.
      const aborted = writing.done.then(
        () => undefined,
        (error: unknown) => error
      );
      try {
        await Promise.all([change(writing), writing.done]);
      } catch (error) {
        if (error instanceof AppError) abort(writing);
        throw error instanceof DOMException && error.name === 'AbortError' ? ((await aborted) ?? error) : error;
      }
    } catch (error) {
      throw asStoreFailure(error);
    }
  }
}

function abort(writing: Writing): void {
  try {
    writing.abort();
  } catch {
    // It had ended already.
  }
}

async function forget(writing: Writing, store: 'journal' | 'files', id: string): Promise<void> {
  const rows = writing.objectStore(store);
  const keys = await rows.index('id').getAllKeys(id);
  await Promise.all(keys.map((key) => rows.delete(key)));
}

async function drop(writing: Writing, versions: readonly string[]): Promise<void> {
  await Promise.all(
    versions.flatMap((id) => [
      writing.objectStore('versions').delete(id),
      writing.objectStore('versionTexts').delete(id)
    ])
  );
}

async function changeBin(writing: Writing, id: string, { into, outOf }: BinChange): Promise<void> {
  const bin = writing.objectStore('bin');
  await Promise.all([...into.map((cell) => bin.put(cell)), ...outOf.map((key) => bin.delete([id, key]))]);
}

import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { AppError } from '$workers/shared/errors';
import { fail } from '../errors';
import type { CellEdit, Kept, KeptFile, KeptText, NotebookStore } from './contract';

/** By the application, not by the address: moving the site must lose nothing. Never renamed. */
const databaseName = 'phems-notebook';
const version = 1;

interface Schema extends DBSchema {
  notebooks: { key: string; value: Kept; indexes: { opened: number } };
  texts: { key: string; value: { id: string; text: string } };
  journal: { key: number; value: CellEdit & { id: string }; indexes: { id: string } };
  files: { key: [string, string]; value: KeptFile & { id: string }; indexes: { id: string } };
}

type Stores = ('notebooks' | 'texts' | 'journal' | 'files')[];
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

  recent(): Promise<Kept[]> {
    return this.#read(['notebooks'], async (reading) =>
      (await reading.objectStore('notebooks').index('opened').getAll()).reverse()
    );
  }

  find(id: string): Promise<Kept | undefined> {
    return this.#read(['notebooks'], (reading) => reading.objectStore('notebooks').get(id));
  }

  read(id: string): Promise<KeptText | undefined> {
    return this.#read(['texts', 'journal'], async (reading) => {
      const [kept, edits] = await Promise.all([
        reading.objectStore('texts').get(id),
        reading.objectStore('journal').index('id').getAll(id)
      ]);
      return kept && { text: kept.text, edits: edits.map(({ index, text }) => ({ index, text })) };
    });
  }

  write(kept: Kept, text: string): Promise<void> {
    return this.#write(['notebooks', 'texts', 'journal'], async (writing) => {
      await Promise.all([
        writing.objectStore('notebooks').put(kept),
        writing.objectStore('texts').put({ id: kept.id, text }),
        forget(writing, 'journal', kept.id)
      ]);
    });
  }

  append(id: string, edits: readonly CellEdit[]): Promise<void> {
    return this.#write(['journal'], async (writing) => {
      const journal = writing.objectStore('journal');
      const added = edits.map(({ index, text }) => journal.add({ id, index, text }));
      // A page that is left hears no answer any more, and the browser takes back what was not committed by then.
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
    return this.#write(['notebooks', 'texts', 'journal', 'files'], async (writing) => {
      await Promise.all([
        writing.objectStore('notebooks').delete(id),
        writing.objectStore('texts').delete(id),
        forget(writing, 'journal', id),
        forget(writing, 'files', id)
      ]);
    });
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
        upgrade(database) {
          database.createObjectStore('notebooks', { keyPath: 'id' }).createIndex('opened', 'opened');
          database.createObjectStore('texts', { keyPath: 'id' });
          database.createObjectStore('journal', { autoIncrement: true }).createIndex('id', 'id');
          database.createObjectStore('files', { keyPath: ['id', 'path'] }).createIndex('id', 'id');
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

  async #write(stores: Stores, change: (writing: Writing) => Promise<void>): Promise<void> {
    try {
      const database = await this.#open();
      const writing = database.transaction(stores, 'readwrite');
      await Promise.all([change(writing), writing.done]);
    } catch (error) {
      throw asStoreFailure(error);
    }
  }
}

async function forget(writing: Writing, store: 'journal' | 'files', id: string): Promise<void> {
  const rows = writing.objectStore(store);
  const keys = await rows.index('id').getAllKeys(id);
  await Promise.all(keys.map((key) => rows.delete(key)));
}

import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { PublishedCounts } from '../checks';
import { ledgerDatabase } from '../counter.svelte';
import { chained, type Entry, type Told } from './entry';

/** Of its own, so that nothing that tidies up notebooks reaches it. */
const version = 1;

/** What left is kept to be looked at again as long as it is small. */
const mostContent = 1_000_000;
/** The oldest of it goes when there is more than this in all. */
const mostContents = 20_000_000;

interface Schema extends DBSchema {
  entries: { key: number; value: Entry };
  contents: { key: number; value: { number: number; name: string; content: Blob } };
  published: { key: number; value: PublishedCounts & { number: number } };
}

/** What comes with an entry and stays on this device. */
export interface Beside {
  name: string;
  content?: Blob | undefined;
  published?: readonly PublishedCounts[] | undefined;
}

export interface LedgerStore {
  /** Why nothing outlives the window; undefined where it does. */
  readonly isLasting: boolean;
  /** Adds one entry. Two tabs at once make one chain. */
  append(told: Told, beside?: Beside): Promise<Entry>;
  entries(): Promise<Entry[]>;
  content(number: number): Promise<{ name: string; content: Blob } | undefined>;
  published(): Promise<PublishedCounts[]>;
  close(): void;
}

/** @returns the browser's own; one in memory where the browser refuses storage */
export async function openLedgerStore(): Promise<LedgerStore> {
  if (typeof indexedDB === 'undefined') return ofWindow();
  try {
    return await BrowserLedger.open();
  } catch {
    return ofWindow();
  }
}

class BrowserLedger implements LedgerStore {
  readonly isLasting = true;

  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  static async open(): Promise<BrowserLedger> {
    const database = await openDB<Schema>(ledgerDatabase, version, {
      upgrade(fresh) {
        fresh.createObjectStore('entries', { keyPath: 'number' });
        fresh.createObjectStore('contents', { keyPath: 'number' });
        fresh.createObjectStore('published', { autoIncrement: true });
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close()
    });
    return new BrowserLedger(database);
  }

  /** One transaction reads the last entry and writes the next: another tab's waits for it. */
  async append(told: Told, { name, content, published = [] }: Beside = { name: '' }): Promise<Entry> {
    const writing = this.database.transaction(['entries', 'contents', 'published'], 'readwrite');
    const last = await writing.objectStore('entries').openCursor(null, 'prev');
    const entry = chained(told, last?.value);
    const writes: Promise<unknown>[] = [writing.objectStore('entries').add(entry)];
    for (const counts of published)
      writes.push(writing.objectStore('published').add({ ...counts, number: entry.number }));
    if (content && content.size <= mostContent)
      writes.push(writing.objectStore('contents').add({ number: entry.number, name, content }));
    await Promise.all([...writes, writing.done]);
    if (content) await this.#tidy();
    return entry;
  }

  entries(): Promise<Entry[]> {
    return this.database.getAll('entries');
  }

  content(number: number): Promise<{ name: string; content: Blob } | undefined> {
    return this.database.get('contents', number);
  }

  published(): Promise<PublishedCounts[]> {
    return this.database.getAll('published');
  }

  close(): void {
    this.database.close();
  }

  async #tidy(): Promise<void> {
    const writing = this.database.transaction('contents', 'readwrite');
    let bytes = 0;
    for (let at = await writing.store.openCursor(null, 'prev'); at; at = await at.continue()) {
      bytes += at.value.content.size;
      if (bytes > mostContents) await at.delete();
    }
    await writing.done;
  }
}

/** For windows that keep nothing: it lasts as long as they do. */
export class MemoryLedger implements LedgerStore {
  readonly isLasting = false;
  readonly #entries: Entry[];
  #contents = new Map<number, { name: string; content: Blob }>();
  #published: PublishedCounts[] = [];

  /** @param before entries that it goes on from */
  constructor(before: Entry[] = []) {
    this.#entries = before;
  }

  append(told: Told, { name, content, published = [] }: Beside = { name: '' }): Promise<Entry> {
    const entry = chained(told, this.#entries.at(-1));
    this.#entries.push(entry);
    this.#published.push(...published);
    if (content && content.size <= mostContent) this.#contents.set(entry.number, { name, content });
    return Promise.resolve(entry);
  }

  entries(): Promise<Entry[]> {
    return Promise.resolve([...this.#entries]);
  }

  content(number: number): Promise<{ name: string; content: Blob } | undefined> {
    return Promise.resolve(this.#contents.get(number));
  }

  published(): Promise<PublishedCounts[]> {
    return Promise.resolve([...this.#published]);
  }

  close(): void {}
}

let inWindow: MemoryLedger | undefined;
const ofWindow = (): MemoryLedger => (inWindow ??= new MemoryLedger());

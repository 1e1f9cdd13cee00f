import type { PublishedCounts } from '../checks';
import { bytesOut, counter } from '../counter.svelte';
import type { Entry, Told } from './entry';
import { MemoryLedger, openLedgerStore, type Beside, type LedgerStore } from './store';

/** The ledger of this browser as the page sees it: one a page, told of by the other tabs. */
export class Ledger {
  /** Undefined until it is read. */
  entries = $state.raw<readonly Entry[]>();
  isLasting = $state(true);

  #store: Promise<LedgerStore> | undefined;
  #channel: BroadcastChannel | undefined;

  /** Reads it, once; later calls only wait. */
  async look(): Promise<void> {
    await this.#opened();
  }

  async add(told: Told, beside: Beside): Promise<Entry> {
    let store = await this.#opened();
    let entry: Entry;
    try {
      entry = await store.append(told, beside);
    } catch {
      // Full storage keeps nobody's work back: the chain goes on in this window, which says that it ends with it.
      store = new MemoryLedger([...(this.entries ?? [])]);
      this.#store = Promise.resolve(store);
      this.isLasting = false;
      entry = await store.append(told, beside);
    }
    await this.#read(store);
    this.#channel?.postMessage('added');
    return entry;
  }

  async published(): Promise<PublishedCounts[]> {
    return (await this.#opened()).published();
  }

  async content(number: number): Promise<{ name: string; content: Blob } | undefined> {
    return (await this.#opened()).content(number);
  }

  /** Lets go of the database, so that it can be deleted. */
  async end(): Promise<void> {
    (await this.#store)?.close();
    this.#store = undefined;
    this.#channel?.close();
    this.#channel = undefined;
    this.entries = [];
    counter.set(0);
  }

  #opened(): Promise<LedgerStore> {
    this.#store ??= this.#open();
    return this.#store;
  }

  async #open(): Promise<LedgerStore> {
    const store = await openLedgerStore();
    this.isLasting = store.isLasting;
    if (typeof BroadcastChannel === 'function') {
      this.#channel = new BroadcastChannel('phems-ledger');
      this.#channel.onmessage = () => void this.#read(store);
    }
    await this.#read(store);
    return store;
  }

  async #read(store: LedgerStore): Promise<void> {
    this.entries = await store.entries();
    counter.set(bytesOut(this.entries));
  }
}

export const ledger = new Ledger();

/** The ledger's own database; named here, since this is all that a page needs of it at first. */
export const ledgerDatabase = 'phems-ledger';

/** Bytes that left, for the bars: read without the ledger's code, which is fetched when somebody turns to it. */
class Counter {
  bytes = $state.raw(0);

  /** Called with each new entry. */
  set(bytes: number): void {
    this.bytes = bytes;
  }

  /** What is kept. A browser that keeps nothing has let nothing out that it could tell. */
  async look(): Promise<void> {
    try {
      // Opening a database that is not there would make one.
      if (!(await indexedDB.databases()).some(({ name }) => name === ledgerDatabase)) return;
      const database = await answered(indexedDB.open(ledgerDatabase));
      try {
        const entries = await answered<Counted[]>(database.transaction('entries').objectStore('entries').getAll());
        this.bytes = bytesOut(entries);
      } finally {
        database.close();
      }
    } catch {
      return;
    }
  }
}

interface Counted {
  outcome: string;
  way: string;
  bytes: number;
}

/** The clipboard and paper stay with the person: they are listed, not counted. */
export const bytesOut = (entries: readonly Counted[]): number =>
  entries.reduce(
    (sum, { outcome, way, bytes }) =>
      sum + (outcome === 'left' && way !== 'clipboard' && way !== 'printer' ? bytes : 0),
    0
  );

const answered = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error(ledgerDatabase));
  });

export const counter = new Counter();

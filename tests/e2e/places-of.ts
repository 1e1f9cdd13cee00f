import type { Page } from '@playwright/test';

/** Where a text still stands in what the browser keeps for us. */
export const placesOf = (page: Page, words: string) =>
  page.evaluate(async (text) => {
    const found: string[] = [];
    const holds = async (value: unknown): Promise<boolean> => {
      if (value instanceof Blob) return (await value.text()).includes(text);
      if (typeof value === 'string') return value.includes(text);
      if (typeof value !== 'object' || value === null) return false;
      for (const inner of Object.values(value)) if (await holds(inner)) return true;
      return false;
    };
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const rows = await asked(database.transaction(store).objectStore(store).getAll());
        for (const row of rows) if (await holds(row)) found.push(`IndexedDB ${name} ${store}`);
      }
      database.close();
    }
    const files = await navigator.storage.getDirectory();
    for await (const [name, handle] of files as unknown as AsyncIterable<[string, FileSystemHandle]>)
      if (handle.kind === 'file' && (await (await (handle as FileSystemFileHandle).getFile()).text()).includes(text))
        found.push(`OPFS ${name}`);
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) {
        const answer = await (await caches.open(name)).match(request);
        if (request.url.endsWith('canary') && (await answer?.text())?.includes(text)) found.push(`Cache ${name}`);
      }
    for (const value of Object.values({ ...localStorage }))
      if (String(value).includes(text)) found.push('localStorage');
    return found.map((place) => place.split(' ')[0]);
  }, words);

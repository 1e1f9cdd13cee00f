/** Cache Storage in memory, as far as the site's worker uses it. */
export class FakeCaches {
  readonly stores = new Map<string, Map<string, Response>>();
  /** Fails the next `put`, as a full disk does. */
  full = false;

  async open(name: string): Promise<Cache> {
    const store = this.stores.get(name) ?? new Map<string, Response>();
    this.stores.set(name, store);
    const cache: Pick<Cache, 'match' | 'put' | 'delete'> & { keys: () => Promise<{ url: string }[]> } = {
      match: (key) => Promise.resolve(store.get(String(key))?.clone()),
      put: (key, response) => {
        if (this.full) return Promise.reject(Object.assign(new Error('full'), { name: 'QuotaExceededError' }));
        store.set(String(key), response);
        return Promise.resolve();
      },
      delete: (key) => Promise.resolve(store.delete(String(key))),
      keys: () => Promise.resolve([...store.keys()].map((url) => ({ url })))
    };
    return Promise.resolve(cache as unknown as Cache);
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.stores.keys()]);
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.stores.delete(name));
  }
}

/** What a browser keeps for an origin, as far as forgetting needs it. */
export interface Kept {
  databases(): Promise<readonly string[]>;
  /** @returns false where another tab holds it open */
  deleteDatabase(name: string): Promise<boolean>;
  /** The private files of the origin (OPFS); undefined where there are none. */
  files(): Promise<FileSystemDirectoryHandle | undefined>;
  caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined;
  storages: readonly Pick<Storage, 'clear'>[];
  workers(): Promise<readonly Pick<ServiceWorkerRegistration, 'unregister'>[]>;
}

/**
 * Deletes everything that this origin keeps in the browser. Goes on where one thing cannot be deleted.
 * @returns what could not be
 */
export async function forgetEverything(kept: Kept): Promise<string[]> {
  const failed: string[] = [];
  const attempt = async (what: string, act: () => Promise<unknown>) => {
    try {
      if ((await act()) === false) failed.push(what);
    } catch {
      failed.push(what);
    }
  };
  // First what would write again or bring things back.
  await attempt('service worker', async () => {
    for (const worker of await kept.workers()) await worker.unregister();
  });
  for (const name of await kept.databases()) await attempt(name, () => kept.deleteDatabase(name));
  await attempt('OPFS', async () => {
    const files = await kept.files();
    if (!files) return;
    const names: string[] = [];
    for await (const name of (files as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    for (const name of names) await files.removeEntry(name, { recursive: true });
  });
  await attempt('Cache', async () => {
    for (const name of (await kept.caches?.keys()) ?? []) await kept.caches?.delete(name);
  });
  for (const storage of kept.storages)
    await attempt('localStorage', () => {
      storage.clear();
      return Promise.resolve();
    });
  return failed;
}

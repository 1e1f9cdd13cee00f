import { ledgerDatabase } from '../counter.svelte';
import type { Kept } from './forget';

/** Databases of ours, for a browser that does not list them. */
const known = ['phems-notebook', ledgerDatabase];
/** Another tab is told to let go; so long it may take. */
const patienceMs = 4000;

/** This browser's own, each part only where it has it. */
export function keptByBrowser(): Kept {
  return {
    databases: async () => {
      if (typeof indexedDB === 'undefined') return [];
      if (typeof indexedDB.databases !== 'function') return known;
      return (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    },
    deleteDatabase: (name) =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.deleteDatabase(name);
        const late = setTimeout(() => resolve(false), patienceMs);
        asked.onsuccess = () => (clearTimeout(late), resolve(true));
        asked.onerror = () => (clearTimeout(late), reject(asked.error ?? new Error(name)));
      }),
    files: async () => ('getDirectory' in (navigator.storage ?? {}) ? navigator.storage.getDirectory() : undefined),
    caches: typeof caches === 'undefined' ? undefined : caches,
    storages: storages(),
    workers: async () => ('serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations() : [])
  };
}

function storages(): Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

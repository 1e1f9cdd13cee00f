import type { KeptVersion, NotebookStore } from './contract';

/** Something that can go to make room. */
export interface Spare {
  what: 'versions' | 'others' | 'trash';
  count: number;
  sizeBytes: number;
  /** Deletes it, for ever. */
  drop: () => Promise<void>;
}

/**
 * What is kept here and can go: nothing that anybody named, and no notebook but those in the Trash.
 * @param drop how unnamed versions of the open notebook are dropped, so that its own list knows
 */
export async function spareRoom(store: NotebookStore, id: string, drop: () => Promise<unknown>): Promise<Spare[]> {
  const [recent, trashed] = await Promise.all([store.recent(), store.trashed()]);
  const unnamed = async (notebook: string) => (await store.versions(notebook)).filter(({ name }) => name === undefined);
  const mine = await unnamed(id);
  const others = (await Promise.all(recent.filter((one) => one.id !== id).map((one) => unnamed(one.id)))).flat();
  const inTrash = (await Promise.all(trashed.map((one) => store.versions(one.id)))).flat();
  const found: Spare[] = [
    { what: 'versions', count: mine.length, sizeBytes: sizeOf(mine), drop: async () => void (await drop()) },
    {
      what: 'others',
      count: others.length,
      sizeBytes: sizeOf(others),
      drop: () => store.dropVersions(others.map((version) => version.id))
    },
    {
      what: 'trash',
      count: trashed.length,
      sizeBytes: sizeOf(inTrash) + sizeOf(trashed),
      drop: async () => {
        for (const one of trashed) await store.remove(one.id);
      }
    }
  ];
  return found.filter(({ count }) => count > 0);
}

const sizeOf = (all: readonly Pick<KeptVersion, 'sizeBytes'>[]) =>
  all.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

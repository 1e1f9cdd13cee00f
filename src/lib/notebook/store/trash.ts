import type { Kept, NotebookStore } from './contract';

const day = 86_400_000;

/** How long a notebook lies in the Trash. */
export const trashDays = 30;

/** Puts a notebook into the Trash. It is not deleted before 30 days have passed. */
export function toTrash(store: NotebookStore, id: string, now = Date.now()): Promise<void> {
  return store.note(id, { deleted: now });
}

/** Takes a notebook out of the Trash. */
export function outOfTrash(store: NotebookStore, id: string): Promise<void> {
  return store.note(id, { deleted: undefined });
}

/** Whole days until a notebook in the Trash goes for ever; 0 where its time is over. */
export function daysLeft({ deleted = 0 }: Pick<Kept, 'deleted'>, now: number): number {
  return Math.max(0, Math.ceil((deleted + trashDays * day - now) / day));
}

/** Deletes for ever what has lain in the Trash for 30 days. @returns what still lies there, last deleted first */
export async function emptyOld(store: NotebookStore, now = Date.now()): Promise<Kept[]> {
  const stay: Kept[] = [];
  for (const kept of await store.trashed()) {
    if (daysLeft(kept, now) > 0) stay.push(kept);
    else await store.remove(kept.id);
  }
  return stay;
}

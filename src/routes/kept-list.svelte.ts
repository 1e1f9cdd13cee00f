import { page as words } from '$lib/messages/page';
import { storage } from '$lib/messages/storage';
import type { Kept, NotebookStore } from '$lib/notebook/store/contract';
import { emptyOld, outOfTrash, toTrash } from '$lib/notebook/store/trash';
import { toasts } from '$lib/ui/toasts.svelte';

/** A notebook's title as lists show it. */
export const titleOf = (kept: Kept): string => kept.title || words.untitled;

/** The notebooks that the gallery lists, and those in the Trash. */
export class KeptList {
  recent = $state.raw<readonly Kept[]>([]);
  trashed = $state.raw<readonly Kept[]>([]);
  problem = $state.raw<unknown>();

  constructor(
    private readonly store: NotebookStore,
    { recent, trashed }: { recent: readonly Kept[]; trashed: readonly Kept[] }
  ) {
    this.recent = recent;
    this.trashed = trashed;
  }

  /** Into the Trash, with an offer to take it back. */
  async remove(kept: Kept): Promise<void> {
    await this.#doing(async () => {
      await toTrash(this.store, kept.id);
      const action = { label: storage.undo, run: () => void this.#back(kept) };
      toasts.show({ text: storage.movedToTrash(titleOf(kept)), action });
    });
  }

  async restore(kept: Kept): Promise<void> {
    await this.#back(kept);
    if (!this.problem) toasts.show({ text: storage.restored(titleOf(kept)) });
  }

  /** For ever: whoever calls this has asked. */
  async forget(some: readonly Kept[]): Promise<void> {
    await this.#doing(async () => {
      for (const { id } of some) await this.store.remove(id);
    });
  }

  #back(kept: Kept): Promise<void> {
    return this.#doing(() => outOfTrash(this.store, kept.id));
  }

  async #doing(act: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    try {
      await act();
    } catch (error) {
      this.problem = error;
    }
    // What really is kept is shown, also after something failed.
    const [recent, trashed] = await Promise.all([this.store.recent(), emptyOld(this.store)]).catch((error: unknown) => {
      this.problem = error;
      return [this.recent, this.trashed];
    });
    this.recent = recent ?? [];
    this.trashed = trashed ?? [];
  }
}

import { letOut } from '$lib/egress';
import { gate } from '$lib/messages/egress';
import { formatBytes } from '$lib/messages/figures';
import { storage as words } from '$lib/messages/storage';
import type { Backup, Compared } from '$lib/notebook/backup';
import type { NotebookStore } from '$lib/notebook/store/contract';
import { openStore } from '$lib/notebook/store/open-store';
import { pickFiles } from '$lib/ui/files/pick-files';

/** A file that was read, and what bringing it in would do. */
export interface Found {
  backup: Backup;
  compared: readonly Compared[];
}

/** Saving everything as one file, and bringing such a file in. */
export class BackupState {
  /** What is going on, or what came of it; a sentence. */
  said = $state.raw('');
  busy = $state.raw(false);
  problem = $state.raw<unknown>();
  /** Waits for the person's word. */
  found = $state.raw<Found>();

  save(): Promise<void> {
    return this.#doing(async (store) => {
      const [{ packEverything }, kinds] = await Promise.all([import('$lib/notebook/backup'), kindNames()]);
      const onprogress = (done: number, of: number) => (this.said = words.saving(done + 1, of));
      const { content, notebooks } = await packEverything(store, { kinds, readMe: words.readMe, onprogress });
      this.said = '';
      const name = `phems-notebooks-${new Date().toISOString().slice(0, 10)}.zip`;
      const left = await letOut({ kind: 'backup', name, content, what: gate.kinds.backup(notebooks) });
      if (left) this.said = words.saved(notebooks, formatBytes(content.size));
    });
  }

  /** Asks for a file and looks at it; nothing comes in yet. */
  async look(): Promise<void> {
    const [given] = await pickFiles({ multiple: false, accept: '.zip' });
    if (!given) return;
    await this.#doing(async (store) => {
      this.said = words.reading;
      const [{ readBackup, compareBackup }, kinds] = await Promise.all([import('$lib/notebook/backup'), kindNames()]);
      const backup = await readBackup(given.file, given.file.name);
      const compared = await compareBackup(backup, store, kinds);
      const isNew = compared.some(({ sort, missingVersions }) => sort !== 'same' || missingVersions > 0);
      this.said = isNew ? '' : words.nothingNew;
      this.found = isNew ? { backup, compared } : undefined;
    });
  }

  async bringIn(others: 'beside' | 'leave-out'): Promise<void> {
    const { found } = this;
    this.found = undefined;
    if (!found) return;
    await this.#doing(async (store) => {
      this.said = words.reading;
      const [{ bringIn }, kinds] = await Promise.all([import('$lib/notebook/backup'), kindNames()]);
      const options = { kinds, others, titleBeside: words.fromFile };
      const { notebooks, versions } = await bringIn(found.backup, found.compared, store, options);
      this.said = words.cameIn(notebooks, versions);
    });
  }

  async #doing(act: (store: NotebookStore) => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    const store = await openStore();
    try {
      await act(store);
    } catch (error) {
      this.said = '';
      this.problem = error;
    } finally {
      store.close();
      this.busy = false;
    }
  }
}

/** The cells are large: they come only when a notebook's text has to be written. */
async function kindNames(): Promise<string[]> {
  const { registry } = await import('$lib/cells');
  return registry.kinds.map(({ name }) => name);
}

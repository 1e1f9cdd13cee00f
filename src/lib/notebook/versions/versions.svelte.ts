import { newId } from '../cell-key';
import { parseNotebook } from '../format/parse';
import { serializeNotebook } from '../format/serialize';
import type { Notebook } from '../model';
import { keptSchema, type KeptVersion, type NotebookStore, type VersionReason } from '../store/contract';
import { superfluous } from './retention';

export interface VersionsOptions {
  store: NotebookStore;
  /** Of the notebook. */
  id: string;
  kinds: readonly string[];
  now?: () => number;
}

/** A run that nobody asked for makes a version only after this pause: a slider runs cells many times a second. */
const quietMs = 600_000;

/** Earlier states of one notebook. */
export class Versions {
  /** Oldest first. */
  list = $state.raw<readonly KeptVersion[]>([]);
  #newest: string | undefined;
  #ranAt = 0;
  #writing: Promise<unknown> = Promise.resolve();
  readonly #options: Required<VersionsOptions>;

  private constructor(options: VersionsOptions) {
    this.#options = { now: Date.now, ...options };
  }

  static async open(options: VersionsOptions): Promise<Versions> {
    const versions = new Versions(options);
    versions.list = await options.store.versions(options.id);
    const newest = versions.list.at(-1);
    versions.#newest = newest && (await options.store.versionText(newest.id));
    return versions;
  }

  /**
   * Keeps the notebook as it is. One that equals the newest version is not kept twice; a name is given to that one.
   * @returns the version that holds this state
   * @throws `store-full`, `store-failed`
   */
  keep(notebook: Notebook, reason: VersionReason, more: { name?: string; at?: number } = {}): Promise<KeptVersion> {
    // One after the other: each is compared with the one before.
    const kept = this.#writing.then(
      () => this.#keep(notebook, reason, more),
      () => this.#keep(notebook, reason, more)
    );
    this.#writing = kept;
    return kept;
  }

  /** A run began. Failing to keep a version does not stop it: what is typed is kept all the same. */
  ran(notebook: Notebook, { byHand }: { byHand: boolean }): void {
    const now = this.#options.now();
    if (!byHand && now - Math.max(this.#ranAt, this.list.at(-1)?.at ?? 0) < quietMs) return;
    this.#ranAt = now;
    this.keep(notebook, 'run').catch(() => {});
  }

  /** The notebook is opened: how it was left the last time is kept for ever. */
  async opened(notebook: Notebook, leftAt: number): Promise<void> {
    if (notebook.cells.length === 0) return;
    const version = await this.keep(notebook, 'closed', { at: leftAt });
    if (version.lasting) return;
    await this.#options.store.noteVersion(version.id, { lasting: true });
    this.#replace({ ...version, lasting: true });
  }

  /** @returns undefined where its text is gone */
  async notebookOf(version: string): Promise<Notebook | undefined> {
    const text = await this.#options.store.versionText(version);
    return text === undefined ? undefined : parseNotebook(text, this.#options.kinds).notebook;
  }

  /** Names a version, or takes its name away. */
  async rename(version: KeptVersion, name: string | undefined): Promise<void> {
    await this.#options.store.noteVersion(version.id, { name });
    this.#replace({ ...version, name });
  }

  /** Drops all versions but the named ones. @returns bytes of text that they held */
  async dropUnnamed(): Promise<number> {
    const dropped = this.list.filter(({ name }) => name === undefined);
    await this.#drop(dropped.map(({ id }) => id));
    return dropped.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  }

  async #keep(
    notebook: Notebook,
    reason: VersionReason,
    { name, at }: { name?: string; at?: number }
  ): Promise<KeptVersion> {
    const { store, id, kinds, now } = this.#options;
    const text = serializeNotebook(notebook, kinds);
    const newest = this.list.at(-1);
    if (newest && text === this.#newest) {
      if (name === undefined || name === newest.name) return newest;
      await this.rename(newest, name);
      return { ...newest, name };
    }
    const version: KeptVersion = {
      id: newId(),
      notebook: id,
      at: Math.max(at ?? now(), (newest?.at ?? 0) + 1),
      reason,
      ...(name === undefined ? {} : { name }),
      cells: notebook.cells.length,
      sizeBytes: new TextEncoder().encode(text).length,
      schema: keptSchema
    };
    await store.keepVersion(version, text);
    this.#newest = text;
    this.list = [...this.list, version];
    await this.#drop(superfluous(this.list, now()));
    return version;
  }

  async #drop(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#options.store.dropVersions(ids);
    const gone = new Set(ids);
    this.list = this.list.filter((version) => !gone.has(version.id));
    if (this.list.length === 0) this.#newest = undefined;
  }

  #replace(version: KeptVersion): void {
    this.list = this.list.map((one) => (one.id === version.id ? version : one));
  }
}

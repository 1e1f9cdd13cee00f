import { AppError } from '$workers/shared/errors';
import { fail } from '../errors';
import { serializeNotebook } from '../format/serialize';
import type { CellKey, Notebook } from '../model';
import { binChange, mergedBin } from './bin-change';
import type { BinChange, Kept, NotebookStore } from './contract';
import { described } from './keep';

export type SaveState = 'saved' | 'saving' | 'failed';

export interface AutosaveOptions {
  store: NotebookStore;
  kept: Kept;
  notebook: Notebook;
  /** Names of the cell kinds, for the file format. */
  kinds: readonly string[];
  now?: () => number;
  /** After the last change, and at most after the first one not yet written. */
  pauseMs?: number;
  longestMs?: number;
  /** Another sitting took over: nothing more is written. */
  ontaken?: () => void;
}

/** Edits after which the whole text is written again, so that the journal stays small. */
const mostEdits = 200;
/** A pause after which there is time to write the whole text. */
const idleMs = 5000;
/** After a failure it is tried again in these steps: room may have been made. */
const retryMs = 3000;

/**
 * Writes every change within 300 ms (50 ms after the last, 100 ms after the first at most; the rest is for the
 * transaction, which a busy machine delays). Typing writes the cell's text only; anything else writes the notebook whole. `saved` is said
 * only after the browser has committed.
 */
export class Autosave {
  state = $state.raw<SaveState>('saved');
  error = $state.raw<AppError | undefined>(undefined);
  /** When the last change was committed, in milliseconds since 1970. */
  savedAt = $state.raw<number | undefined>(undefined);
  /** Since when changes are in memory only, because keeping them failed. */
  unsavedSince = $state.raw<number | undefined>(undefined);

  #options: Required<AutosaveOptions>;
  #notebook: Notebook;
  #kept: Kept;
  /** Cells whose text was edited since the last write; undefined: the whole notebook has to be written. */
  #edited: Set<CellKey> | undefined = new Set();
  #journalled = 0;
  #first: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** Cells that went to the Bin or came out of it, to be written with the next whole text. */
  #bin: BinChange | undefined;
  #ended = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: AutosaveOptions) {
    if (options.kept.damaged) throw new Error('a file that was not understood is never saved over');
    this.#options = { now: Date.now, pauseMs: 50, longestMs: 100, ontaken: () => {}, ...options };
    this.#notebook = options.notebook;
    this.#kept = options.kept;
  }

  get kept(): Kept {
    return this.#kept;
  }

  /** Takes note of a change. @param texts cells of which only the text changed; undefined for anything else */
  changed(notebook: Notebook, texts: readonly CellKey[] | undefined): void {
    const now = this.#options.now();
    if (texts) for (const key of texts) this.#edited?.add(key);
    else {
      this.#edited = undefined;
      this.#bin = mergedBin(this.#bin, binChange(this.#kept.id, this.#notebook, notebook, now));
    }
    this.#notebook = notebook;
    if (this.#ended) return;
    this.state = 'saving';
    this.#first ??= now;
    clearTimeout(this.#timer);
    clearTimeout(this.#idle);
    const { pauseMs, longestMs } = this.#options;
    // Input comes before timers: under fast typing a timer that is due may not be heard for a second.
    if (now - this.#first >= longestMs) return void this.flush();
    this.#timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(pauseMs, this.#first + longestMs - now)));
  }

  /** Writes what is not yet written; resolves when it is committed or has failed (see `state`). */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    clearTimeout(this.#idle);
    this.#timer = undefined;
    if (this.#first === undefined || this.#ended) return this.#writing;
    const since = this.#first;
    this.#first = undefined;
    const edited = this.#edited;
    this.#edited = new Set();
    // Begun at once even while another write is under way: the browser keeps their order, and a page may be going.
    const isWhole = !edited || this.#journalled + edited.size > mostEdits;
    const write = isWhole ? this.#writeWhole(this.#notebook) : this.#writeEdits(edited, this.#notebook);
    const written = write.then(
      () => this.#succeeded(isWhole),
      (error: unknown) => this.#failed(error, since)
    );
    this.#writing = Promise.all([this.#writing, written]).then(() => {});
    return this.#writing;
  }

  /** Writes the whole text, so that the journal is empty: when the notebook is idle or left. */
  compact(): Promise<void> {
    if (this.#journalled > 0) {
      this.#edited = undefined;
      this.#first ??= this.#options.now();
    }
    return this.flush();
  }

  /** Writes nothing more: another sitting has the notebook, or it is closed. */
  end(): void {
    this.#ended = true;
    for (const timer of [this.#timer, this.#idle, this.#retry]) clearTimeout(timer);
  }

  /** Tries again what could not be kept; there may be room now. */
  again(): Promise<void> {
    if (this.error) this.#first ??= this.unsavedSince ?? this.#options.now();
    return this.flush();
  }

  /** Changes what is kept beside the text: trust, the time of opening. */
  async note(change: Partial<Omit<Kept, 'id'>>): Promise<void> {
    this.#kept = { ...this.#kept, ...change };
    await this.#options.store.note(this.#kept.id, change);
  }

  /** Flushes when the page is hidden or left. @returns what takes the listeners away */
  watch(page: Document = document): () => void {
    const hidden = () => {
      if (page.visibilityState === 'hidden') void this.compact();
    };
    // Not beforeunload: it defeats the back-forward cache and does not fire on phones.
    const left = () => void this.flush();
    page.addEventListener('visibilitychange', hidden);
    page.defaultView?.addEventListener('pagehide', left);
    return () => {
      page.removeEventListener('visibilitychange', hidden);
      page.defaultView?.removeEventListener('pagehide', left);
    };
  }

  #writeEdits(edited: ReadonlySet<CellKey>, notebook: Notebook): Promise<void> {
    this.#journalled += edited.size;
    const edits = notebook.cells.flatMap(({ key, text }, index) => (edited.has(key) ? [{ index, text }] : []));
    return this.#options.store.append(this.#kept.id, edits, this.#kept.tenant);
  }

  #writeWhole(notebook: Notebook): Promise<void> {
    const { store, kinds, now } = this.#options;
    this.#journalled = 0;
    const text = serializeNotebook(notebook, kinds);
    this.#kept = { ...this.#kept, ...described(notebook, text), changed: now() };
    const bin = this.#bin;
    this.#bin = undefined;
    return store.write(this.#kept, text, bin).catch((error: unknown) => {
      this.#bin = mergedBin(bin, this.#bin);
      throw error;
    });
  }

  #succeeded(isWhole: boolean): void {
    // After a failure the journal has a gap: only a whole text mends it.
    if (this.error && !isWhole) return;
    this.savedAt = this.#options.now();
    this.error = undefined;
    this.unsavedSince = undefined;
    this.state = this.#first === undefined ? 'saved' : 'saving';
    if (this.#first === undefined && this.#journalled > 0) this.#idle = setTimeout(() => void this.compact(), idleMs);
  }

  #failed(error: unknown, since: number): void {
    this.error = error instanceof AppError ? error : fail('store-failed', {}, { cause: error });
    this.unsavedSince = Math.min(since, this.unsavedSince ?? since);
    this.state = 'failed';
    this.#edited = undefined;
    this.#journalled = mostEdits;
    clearTimeout(this.#retry);
    if (this.error.code === 'store-taken') {
      this.end();
      this.#options.ontaken();
    } else if (!this.#ended) this.#retry = setTimeout(() => void this.again(), retryMs);
  }
}

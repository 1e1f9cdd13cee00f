import type { KeptLink, NotebookStore } from '../store/contract';
import { diskFile, type DiskFile } from './disk-file';

/**
 * `asks`: the browser wants a click; `changed`: somebody else wrote into the file, and nothing is written until the
 * person has decided; `gone`: it is not where it was; `failed`: it could not be written; `held`: the text may not leave.
 */
export type DiskState = 'none' | 'same' | 'behind' | 'asks' | 'changed' | 'gone' | 'failed' | 'held';

export interface DiskLinkOptions {
  store: NotebookStore;
  /** Of the notebook. */
  id: string;
  /** The notebook's text as it is now. */
  text: () => string;
  /** Asked before each writing: whether the text may leave for the file. */
  mayWrite?: (text: string) => Promise<boolean>;
  /** For tests: what stands for a handle. */
  fileOf?: (handle: FileSystemFileHandle) => DiskFile;
  /** After the last change. */
  pauseMs?: number;
}

/** A file of the disk that follows the notebook. What somebody else wrote into it is never written over unasked. */
export class DiskLink {
  state = $state.raw<DiskState>('none');
  name = $state.raw('');
  /** What the file holds, where somebody else wrote it. */
  theirs = $state.raw<string>();
  /** What both held when they were last the same. */
  base = '';

  readonly #options: Required<DiskLinkOptions>;
  #file: DiskFile | undefined;
  #handle: FileSystemFileHandle | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(options: DiskLinkOptions) {
    this.#options = { fileOf: diskFile, pauseMs: 1000, mayWrite: () => Promise.resolve(true), ...options };
  }

  /** Takes up the link of an earlier visit. */
  async restore(): Promise<void> {
    const kept = await this.#options.store.link(this.#options.id);
    if (!kept) return;
    this.#take(kept);
    await this.#look({ ask: false });
  }

  /** Links a file that the person chose. One that holds another text is compared first. */
  async link(handle: FileSystemFileHandle): Promise<void> {
    this.#take({ handle, name: handle.name, text: '' });
    await this.#look({ ask: true });
  }

  async unlink(): Promise<void> {
    this.#file = undefined;
    this.#handle = undefined;
    this.theirs = undefined;
    this.state = 'none';
    clearTimeout(this.#timer);
    await this.#options.store.forgetLink(this.#options.id);
  }

  /** Asks for the permission that the browser wants anew after each visit, or tries again. */
  again(): Promise<void> {
    return this.#look({ ask: true });
  }

  /** The notebook has changed: the file follows after a pause. */
  changed(): void {
    if (this.state !== 'same' && this.state !== 'behind' && this.state !== 'held') return;
    this.state = 'behind';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#options.pauseMs);
  }

  /** Writes the file if it is behind. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.state !== 'behind') return this.#work;
    return this.#look({ ask: false });
  }

  /** The person has decided about what somebody else wrote, and the notebook is as it should be: the file follows. */
  async settle(): Promise<void> {
    if (this.theirs === undefined) return;
    this.base = this.theirs;
    await this.#look({ ask: true });
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #take({ handle, name, text }: Pick<KeptLink, 'handle' | 'name' | 'text'>): void {
    this.#handle = handle;
    this.#file = this.#options.fileOf(handle);
    this.name = name;
    this.base = text;
  }

  /** Reads the file, and writes it where only this side has changed. One after the other. */
  #look(how: { ask: boolean }): Promise<void> {
    this.#work = this.#work.then(() => this.#compare(how));
    return this.#work;
  }

  async #compare(how: { ask: boolean }): Promise<void> {
    const file = this.#file;
    if (!file || this.#ended) return;
    try {
      if (!(await file.isAllowed(how))) {
        this.state = 'asks';
        return;
      }
      const theirs = await file.read();
      const mine = this.#options.text();
      if (theirs !== this.base && theirs !== mine && theirs !== '') {
        this.theirs = theirs;
        this.state = 'changed';
        return;
      }
      if (theirs !== mine) {
        if (!(await this.#options.mayWrite(mine))) {
          this.state = 'held';
          return;
        }
        await file.write(mine);
      }
      this.theirs = undefined;
      // Typed meanwhile: the next turn writes it.
      this.state = this.#options.text() === mine ? 'same' : 'behind';
      await this.#remember(mine);
      if (this.state === 'behind') this.changed();
    } catch (error) {
      this.state = stateAfter(error);
    }
  }

  async #remember(text: string): Promise<void> {
    const { store, id } = this.#options;
    if (!this.#handle || this.#ended) return;
    this.base = text;
    // A store without room keeps the older text: then the next visit compares once more than it need.
    await store.keepLink({ notebook: id, handle: this.#handle, name: this.name, text }).catch(() => {});
  }
}

function stateAfter(error: unknown): DiskState {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError') return 'gone';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'asks' : 'failed';
}

import type { JobOptions } from '$workers/shared/job';

/** How one relation came to be, so that it can be made again after the engine was killed. */
export interface Registration {
  /** Relations it stands on. */
  needs: readonly string[];
  /** undefined: what it was made from is not at hand; the cell must run again. */
  again: ((job?: JobOptions) => Promise<unknown>) | undefined;
}

/**
 * What the engine was told, in order of names. A killed engine has lost it all; relations are made again when
 * somebody asks for them, first what they stand on. Names compare without case.
 */
export class RegistrationLog {
  readonly #entries = new Map<string, Registration>();
  readonly #lost = new Map<string, Promise<unknown> | undefined>();

  add(name: string, registration: Registration): void {
    this.#entries.set(key(name), registration);
    this.#lost.delete(key(name));
  }

  remove(name: string): void {
    this.#entries.delete(key(name));
    this.#lost.delete(key(name));
  }

  /** The engine was killed. @returns names that only their cells can make again, and all that were there */
  lose(): { gone: readonly string[]; all: readonly string[] } {
    for (const name of this.#entries.keys()) this.#lost.set(name, undefined);
    const all = [...this.#entries.keys()];
    return { gone: all.filter((name) => !this.#canRestore(name, new Set())), all };
  }

  /** Relations that are not in the engine, but will be when somebody asks for them. */
  get waiting(): readonly string[] {
    return [...this.#lost.keys()].filter((name) => this.#canRestore(name, new Set()));
  }

  /** Makes sure that these are in the engine, as far as they can be; the engine itself complains about the others. */
  async restore(names: readonly string[], job?: JobOptions): Promise<void> {
    for (const name of names.map(key)) {
      if (!this.#lost.has(name)) continue;
      const running = this.#lost.get(name) ?? this.#restoreOne(name, job);
      this.#lost.set(name, running);
      await running;
    }
  }

  async #restoreOne(name: string, job?: JobOptions): Promise<void> {
    const entry = this.#entries.get(name);
    if (!entry?.again || !this.#canRestore(name, new Set())) return;
    try {
      await this.restore(
        entry.needs.filter((need) => key(need) !== name),
        job
      );
      await entry.again(job);
      this.#lost.delete(name);
    } catch (error) {
      // The next who asks tries again.
      if (this.#lost.has(name)) this.#lost.set(name, undefined);
      throw error;
    }
  }

  #canRestore(name: string, seen: Set<string>): boolean {
    if (seen.has(name)) return false;
    seen.add(name);
    const entry = this.#entries.get(name);
    if (!entry) return true;
    return entry.again !== undefined && entry.needs.every((need) => this.#canRestore(key(need), seen));
  }
}

function key(name: string): string {
  return name.toLowerCase();
}

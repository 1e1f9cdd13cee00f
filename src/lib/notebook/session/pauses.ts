import type { CellKey } from '../model';

/** Cells that wait for a pause of typing. */
export class Pauses {
  #timers = new Map<CellKey, ReturnType<typeof setTimeout>>();

  keys(): CellKey[] {
    return [...this.#timers.keys()];
  }

  /** Starts a cell's pause anew. */
  begin(key: CellKey, pauseMs: number, after: () => void): void {
    this.end([key]);
    this.#timers.set(key, setTimeout(after, pauseMs));
  }

  end(keys: readonly CellKey[]): void {
    for (const key of keys) {
      clearTimeout(this.#timers.get(key));
      this.#timers.delete(key);
    }
  }
}

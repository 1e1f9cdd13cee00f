/** Nothing was asked for so long: what a click set off has all been fetched. */
const restMilliseconds = 400;
/** Another tab may be busy for as long as it likes. */
const mostMilliseconds = 4_000;

/** Knows when nobody asks a worker for anything. */
export class Rest {
  #answering = 0;
  #last = -Infinity;

  /** @param answer being made @returns the same */
  async during<T>(answer: Promise<T>): Promise<T> {
    this.#answering++;
    try {
      return await answer;
    } finally {
      this.#answering--;
      this.#last = Date.now();
    }
  }

  /** Resolves once nothing has been asked for a moment; after a while anyway. */
  async come(): Promise<void> {
    const begun = Date.now();
    // Also what is on its way already, and has not arrived.
    this.#last = begun;
    while (Date.now() - begun < mostMilliseconds) {
      const left = this.#answering > 0 ? restMilliseconds : this.#last + restMilliseconds - Date.now();
      if (left <= 0) return;
      await new Promise((go) => setTimeout(go, left));
    }
  }
}

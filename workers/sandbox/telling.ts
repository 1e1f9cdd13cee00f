/** So many times at once, and then ten times a second. */
const burst = 40;
const every = 100;

/**
 * When a running cell tells the page what it shows so far. Not only by a timer: code that never gives its thread back is
 * stopped together with its worker, and what nobody was told by then is lost.
 */
export class Telling {
  #left = burst;
  #last = performance.now();
  #later: ReturnType<typeof setTimeout> | undefined;

  /** @param tell gives how many characters it told: a hundred thousand count as one more time */
  constructor(private readonly tell: () => number) {}

  /** There is something new. */
  news(): void {
    const now = performance.now();
    this.#left = Math.min(burst, this.#left + (now - this.#last) / every);
    this.#last = now;
    if (this.#left >= 1) this.#now();
    else this.#later ??= setTimeout(() => this.#now(), Math.max(1, 1 - this.#left) * every);
  }

  end(): void {
    clearTimeout(this.#later);
  }

  #now(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    this.#left -= 1 + this.tell() / 100_000;
  }
}

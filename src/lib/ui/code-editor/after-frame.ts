const pending = new Set<AfterFrame>();
/** Frames may stay away from a page that is not hidden: a window under another one. */
const longestMs = 100;

/**
 * Tells of a change once the frame that shows it is on its way: what follows from a key does not hold up the letter.
 * Told at once where the page is left or hidden: frames stop then.
 */
export class AfterFrame {
  #tell: (() => void) | undefined;
  #frame = 0;
  #timers: ReturnType<typeof setTimeout>[] = [];

  /** The last one counts: changes within one frame are told once. */
  soon(tell: () => void): void {
    if (document.hidden) return void tell();
    if (!this.#tell) this.#wait();
    this.#tell = tell;
  }

  /** Tells what waits. @returns whether something waited */
  readonly now = (): boolean => {
    const tell = this.#tell;
    if (!tell) return false;
    this.#tell = undefined;
    pending.delete(this);
    cancelAnimationFrame(this.#frame);
    for (const timer of this.#timers) clearTimeout(timer);
    window.removeEventListener('pagehide', this.now, { capture: true });
    document.removeEventListener('visibilitychange', this.now, { capture: true });
    tell();
    return true;
  };

  #wait(): void {
    pending.add(this);
    this.#timers = [setTimeout(this.now, longestMs)];
    this.#frame = requestAnimationFrame(() => this.#timers.push(setTimeout(this.now)));
    // Before those who save when a page is left.
    window.addEventListener('pagehide', this.now, { capture: true });
    document.addEventListener('visibilitychange', this.now, { capture: true });
  }
}

/** Tells all that waits: before a text is handed to somebody else. */
export function tellAll(): void {
  for (const one of pending) one.now();
}

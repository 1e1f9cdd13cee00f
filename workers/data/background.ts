import { breathe } from '../shared/breathe';
import { DuckError } from './duck';

/** How long nobody must have asked for anything before background work goes on. */
const quietMilliseconds = 25;

/**
 * Lets work of the lowest priority run only while nobody asks for anything: an asking breaks it off within a slice of
 * the engine, and it begins again when all is quiet.
 */
export class Background {
  #asking = 0;
  #lastAsked = -Infinity;
  readonly #running = new Set<AbortController>();
  readonly #waiting = new Set<() => void>();

  /** Somebody's call. What runs in the background is broken off. */
  async ahead<T>(work: () => Promise<T>): Promise<T> {
    this.#asking++;
    for (const controller of this.#running) controller.abort();
    try {
      return await work();
    } finally {
      this.#asking--;
      this.#lastAsked = performance.now();
      if (this.#asking === 0) for (const go of this.#waiting) go();
    }
  }

  /**
   * One piece of background work. It may be broken off and begun again, so it must leave nothing behind.
   * @throws `Interrupt` when the signal says so
   */
  async behind<T>(work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (;;) {
      await this.#quiet(signal);
      const controller = new AbortController();
      const stop = () => controller.abort();
      signal?.addEventListener('abort', stop, { once: true });
      this.#running.add(controller);
      try {
        return await work(controller.signal);
      } catch (error) {
        if (!controller.signal.aborted || signal?.aborted) throw error;
      } finally {
        this.#running.delete(controller);
        signal?.removeEventListener('abort', stop);
      }
    }
  }

  async #quiet(signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      // A message that has arrived is heard first.
      await breathe();
      if (signal?.aborted) throw new DuckError('Interrupt', 'Stopped.');
      const rest = this.#lastAsked + quietMilliseconds - performance.now();
      if (this.#asking === 0 && rest <= 0) return;
      await this.#until(this.#asking > 0 ? undefined : rest, signal);
    }
  }

  /** Until nobody asks any more, the time is over, or the signal speaks. */
  #until(milliseconds: number | undefined, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const go = () => {
        this.#waiting.delete(go);
        clearTimeout(timer);
        signal?.removeEventListener('abort', go);
        resolve();
      };
      if (milliseconds !== undefined) timer = setTimeout(go, milliseconds);
      this.#waiting.add(go);
      signal?.addEventListener('abort', go, { once: true });
    });
  }
}

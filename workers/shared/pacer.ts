import { breathe } from './breathe';
import type { AppError } from './errors';
import type { JobOptions, Progress } from './job';

const BREATH_MS = 40;
const PROGRESS_MS = 100;

/** Lets a long loop hear that it should stop, and say how far it is: at most ten times a second. */
export class Pacer {
  #breathed = performance.now();
  #told = -Infinity;

  /** @param stopped the room's own failure of a job that was stopped */
  constructor(
    private readonly job: JobOptions,
    private readonly progress: Progress & { total: number },
    private readonly stopped: () => AppError
  ) {}

  async begin(): Promise<void> {
    await this.#breathe();
    this.#tell(0);
  }

  /** Call after each piece of work. @throws what `stopped` gives */
  async step(done: number): Promise<void> {
    if (performance.now() - this.#breathed >= BREATH_MS) await this.#breathe();
    const isLast = done === this.progress.total;
    if (isLast || performance.now() - this.#told >= PROGRESS_MS) this.#tell(done);
  }

  /** A turn of the event loop: messages, and with them Stop, come in. */
  async #breathe(): Promise<void> {
    await breathe();
    if (this.job.signal?.aborted) throw this.stopped();
    this.#breathed = performance.now();
  }

  #tell(done: number): void {
    this.#told = performance.now();
    this.job.progress?.({ ...this.progress, done });
  }
}

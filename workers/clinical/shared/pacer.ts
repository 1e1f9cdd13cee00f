import { breathe } from '../../shared/breathe';
import type { JobOptions, Progress } from '../../shared/job';
import { fail } from '../errors';

const BREATH_MS = 40;
const PROGRESS_MS = 100;

/** Lets a long loop hear that it should stop, and say how far it is: at most ten times a second. */
export class Pacer {
  #breathed = performance.now();
  #told = -Infinity;

  constructor(
    private readonly job: JobOptions,
    private readonly progress: Progress & { total: number }
  ) {}

  async begin(): Promise<void> {
    await this.#breathe();
    this.#tell(0);
  }

  /** Call after each piece of work. @throws `stopped` */
  async step(done: number): Promise<void> {
    if (performance.now() - this.#breathed >= BREATH_MS) await this.#breathe();
    const isLast = done === this.progress.total;
    if (isLast || performance.now() - this.#told >= PROGRESS_MS) this.#tell(done);
  }

  /** A turn of the event loop: messages, and with them Stop, come in. */
  async #breathe(): Promise<void> {
    await breathe();
    if (this.job.signal?.aborted) throw fail('stopped');
    this.#breathed = performance.now();
  }

  #tell(done: number): void {
    this.#told = performance.now();
    this.job.progress?.({ ...this.progress, done });
  }
}

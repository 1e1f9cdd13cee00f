import { wrap } from 'comlink';
import { carryAppErrors } from '$workers/shared/carry-errors';
import { AppError } from '$workers/shared/errors';
import type { JobOptions, Progress } from '$workers/shared/job';
import type { JobTicket, ProgressMessage } from '$workers/shared/serve';
import { fail } from './errors';
import { pageClock, Watchdog, type WatchClock } from './watchdog';

/** After Stop a job has this long to end by itself; then its worker is killed. */
const patienceMilliseconds = 700;

export interface CallOptions extends JobOptions {
  /** Nobody waits for it: stopped, it ends at once here, and a worker that is busy with something else is left alone. */
  background?: boolean;
}

export interface EngineStart {
  worker: Worker;
  /** The worker's first call (where its files lie …). Others wait for it. */
  open?: (call: (method: string, ...given: unknown[]) => Promise<unknown>) => Promise<unknown>;
}

interface Pending {
  reject(reason: unknown): void;
  progress: ((progress: Progress) => void) | undefined;
  /** Asked to stop: if the worker is killed, this call was the reason. */
  stopping: boolean;
  /** The worker has heard of it; before, it is still starting. */
  asked: boolean;
}

interface Life {
  worker: Worker;
  ask(method: string, ...given: unknown[]): Promise<unknown>;
  opened: Promise<unknown>;
}

/**
 * A worker that can be killed at any time without leaving a caller waiting for ever: starts on first use, carries
 * signals and progress by job number, and ends every open call when it dies.
 */
export class Engine {
  #life: Life | undefined;
  #closed = false;
  #lastJob = 0;
  readonly #pending = new Map<number, Pending>();
  readonly #deaths = new Set<() => void>();
  readonly #silences = new Set<(silent: boolean) => void>();
  readonly #watchdog: Watchdog;

  constructor(
    readonly name: string,
    private readonly start: () => EngineStart,
    clock: WatchClock = pageClock
  ) {
    carryAppErrors();
    const works = () => [...this.#pending.values()].some(({ asked }) => asked);
    const ping = () => void this.#life?.ask('ping').catch(() => undefined);
    const told = (silent: boolean) => this.#silences.forEach((listener) => listener(silent));
    this.#watchdog = new Watchdog({ works, ping, told }, clock);
  }

  /** Whether a worker runs at the moment. */
  get running(): boolean {
    return this.#life !== undefined;
  }

  /** Open calls. */
  get busy(): number {
    return this.#pending.size;
  }

  /** Called after the worker was killed, before the next one starts. @returns takes the listener away */
  onrestart(listener: () => void): () => void {
    this.#deaths.add(listener);
    return () => this.#deaths.delete(listener);
  }

  /** Told when it says nothing although it has work, and when that is over. @returns takes the listener away */
  onsilence(listener: (silent: boolean) => void): () => void {
    this.#silences.add(listener);
    return () => this.#silences.delete(listener);
  }

  /** Whoever waits for a silent engine is asked again later. */
  wait(): void {
    this.#watchdog.wait();
  }

  /**
   * Calls a method of the worker.
   * @param options as its last argument, if given; a stopped call fails with `stopped` at the latest after 700 ms
   * @throws what the worker threw; `engine-restarted` if the worker was killed for another call's sake
   */
  async call<T>(method: string, given: readonly unknown[], options?: CallOptions): Promise<T> {
    if (this.#closed) throw fail('engine-closed', { name: this.name });
    const signal = options?.signal;
    if (signal?.aborted) throw fail('stopped', { name: this.name });
    const life = (this.#life ??= this.#begin());
    const job = ++this.#lastJob;
    let patience: ReturnType<typeof setTimeout> | undefined;
    let stop: (() => void) | undefined;
    const answered = new Promise<T>((resolve, reject) => {
      const pending: Pending = { reject, progress: options?.progress, stopping: false, asked: false };
      this.#pending.set(job, pending);
      stop = () => {
        pending.stopping = true;
        // A worker that is still starting was not asked yet: nothing to cancel, no reason to start it again.
        if (!pending.asked) return reject(fail('stopped', { name: this.name }));
        void life.ask('cancel', job);
        if (options?.background) return reject(fail('stopped', { name: this.name }));
        patience = setTimeout(() => this.#replace(life), patienceMilliseconds);
      };
      signal?.addEventListener('abort', stop, { once: true });
      const ticket: JobTicket[] = options ? [{ job }] : [];
      life.opened
        .then(() => {
          if (this.#life !== life || pending.stopping) return undefined;
          pending.asked = true;
          this.#watchdog.begin();
          return life.ask(method, ...given, ...ticket);
        })
        .then(
          (answer) => resolve(answer as T),
          (error: unknown) => this.#failed(error, life, reject)
        );
    });
    try {
      return await answered;
    } finally {
      this.#pending.delete(job);
      clearTimeout(patience);
      if (stop) signal?.removeEventListener('abort', stop);
    }
  }

  /** Kills the worker, ends every open call and gives its memory back. The next call starts a fresh one. */
  restart(): void {
    const life = this.#life;
    if (!life) return;
    this.#life = undefined;
    life.worker.terminate();
    for (const pending of this.#pending.values()) {
      pending.reject(fail(pending.stopping ? 'stopped' : 'engine-restarted', { name: this.name }));
    }
    this.#pending.clear();
    this.#watchdog.end();
    for (const listener of this.#deaths) listener();
  }

  /** A worker that did not hear Stop. A fresh one starts at once: who stopped goes on working. */
  #replace(life: Life): void {
    if (this.#life !== life) return;
    this.restart();
    this.#life ??= this.#begin();
  }

  /** For good: nobody is told of a death, since nothing starts again. */
  close(): void {
    this.#deaths.clear();
    this.restart();
    this.#closed = true;
  }

  #begin(): Life {
    const { worker, open } = this.start();
    const remote = wrap<object>(worker) as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
    const ask = async (method: string, ...given: unknown[]) => remote[method]?.(...given);
    worker.addEventListener('message', (event: MessageEvent<Partial<ProgressMessage> | undefined>) => {
      this.#watchdog.heard();
      const report = event.data?.progress;
      if (report) this.#pending.get(report.job)?.progress?.(report.progress);
    });
    let life: Life;
    const unreachable = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        const error = fail('engine-not-started', { name: this.name }, { details: event.message });
        reject(error);
        this.#died(life, error);
      });
    });
    unreachable.catch(() => undefined);
    const opened = Promise.race([open ? open(ask) : ask('ping'), unreachable]);
    opened.catch((error: unknown) => this.#died(life, error));
    return (life = { worker, ask, opened });
  }

  /** A worker whose engine broke down answers nothing right any more. */
  #failed(error: unknown, life: Life, reject: (reason: unknown) => void): void {
    reject(error);
    if (error instanceof AppError && error.code === 'engine-crashed' && this.#life === life) this.restart();
  }

  #died(life: Life, error: unknown): void {
    if (this.#life !== life) return;
    for (const pending of this.#pending.values()) pending.reject(error);
    this.restart();
  }
}

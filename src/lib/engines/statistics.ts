import type { Benchmark, BenchmarkRequest } from '$workers/statistics';
import workerUrl from '$workers/statistics/worker?worker&url';
import type { JobOptions } from '$workers/shared/job';
import { Engine } from './engine';
import { spawn } from './spawn';

/** The statistics engine from the page. Its worker starts with the first call. */
export class StatisticsClient {
  readonly #engine = new Engine('statistics', () => ({ worker: spawn(workerUrl, 'statistics') }));

  /**
   * Compares outcomes of hospitals: rates, observed over expected, funnels, complications, each hospital over time.
   *
   * @throws `benchmark-…`, `risk-…`, `column-…`, `control-…`; `stopped`
   */
  benchmark(request: BenchmarkRequest, job: JobOptions = {}): Promise<Benchmark> {
    return this.#engine.call<Benchmark>('benchmark', [request], job);
  }

  /** Told when the engine says nothing although it has work, and when that is over. */
  onsilence(listener: (silent: boolean) => void): () => void {
    return this.#engine.onsilence(listener);
  }

  /** Waits on for an engine that is silent. */
  wait(): void {
    this.#engine.wait();
  }

  /** Kills the worker and ends what runs; the next call starts a fresh one. */
  restart(): void {
    this.#engine.restart();
  }

  close(): void {
    this.#engine.close();
  }
}

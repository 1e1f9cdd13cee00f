import type { Analysis, Benchmark, BenchmarkRequest } from '$workers/statistics';
import workerUrl from '$workers/statistics/worker?worker&url';
import type { JobOptions } from '$workers/shared/job';
import type { Table } from '$workers/shared/table';
import { Engine } from './engine';
import { EngineClient } from './engine-client';
import { spawn } from './spawn';

/** The statistics engine from the page. Its worker starts with the first call. */
export class StatisticsClient extends EngineClient {
  constructor() {
    super(new Engine('statistics', () => ({ worker: spawn(workerUrl, 'statistics') })));
  }

  /**
   * Compares outcomes of hospitals: rates, observed over expected, funnels, complications, each hospital over time.
   *
   * @throws `benchmark-…`, `risk-…`, `column-…`, `control-…`; `stopped`
   */
  benchmark(request: BenchmarkRequest, job: JobOptions = {}): Promise<Benchmark> {
    return this.engine.call<Benchmark>('benchmark', [request], job);
  }

  /**
   * One analysis of a table, by the name of its method.
   *
   * @throws `analysis-unknown`, `call-…`, `column-…`, what the method throws; `stopped`
   */
  analyse(
    method: string,
    table: Table | undefined,
    request: Readonly<Record<string, unknown>>,
    job: JobOptions = {}
  ): Promise<Analysis> {
    return this.engine.call<Analysis>('analyse', [method, table, request], job);
  }

  /**
   * Names of the columns that an analysis reads, as they are written.
   *
   * @throws `analysis-unknown`, `formula-…`; `stopped`
   */
  columnsOf(method: string, request: Readonly<Record<string, unknown>>, job: JobOptions = {}): Promise<string[]> {
    return this.engine.call<string[]>('columnsOf', [method, request], job);
  }

  /**
   * One of its functions over whole tables, for own code: arguments may be anything.
   *
   * @throws `call-…` where they are not what it takes; what it throws; `stopped`
   */
  byTable(method: string, args: readonly unknown[], job: JobOptions = {}): Promise<unknown> {
    return this.engine.call('byTable', [method, args], job);
  }
}

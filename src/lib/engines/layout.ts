import type { GraphLayout, LayoutGraph } from '$workers/layout';
import workerUrl from '$workers/layout/worker?worker&url';
import type { JobOptions } from '$workers/shared/job';
import { Engine } from './engine';
import { spawn } from './spawn';

/** Lays graphs out beside the page. Its worker starts with the first graph. */
export class LayoutClient {
  readonly #engine = new Engine('layout', () => ({ worker: spawn(workerUrl, 'layout') }));

  /** Where boxes stand and lines bend, in pixels. @throws `stopped` */
  layOut(graph: LayoutGraph, job: JobOptions = {}): Promise<GraphLayout> {
    return this.#engine.call<GraphLayout>('layOut', [graph], job);
  }

  close(): void {
    this.#engine.close();
  }
}

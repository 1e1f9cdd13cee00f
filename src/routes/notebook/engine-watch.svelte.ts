import type { Memory } from '$workers/data/contract';
import type { Answering, Engines } from '$lib/engines';

export type EngineStatus = 'off' | 'ready' | 'busy';
export type EngineName = 'data' | 'clinical' | 'statistics';

/** What the status bar says of the engines. Asks for memory only after work, never starts the engine by itself. */
export class EngineWatch {
  status = $state<EngineStatus>('off');
  memory = $state.raw<Memory>();
  /** When it was first seen running, in milliseconds since 1970. */
  since = $state<number>();
  /** Of DuckDB, as it said itself. */
  version = $state<string>();
  /** Engines that do not answer. */
  silent = $state.raw<readonly EngineName[]>([]);
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly engines: Pick<Engines, EngineName>) {
    for (const name of ['data', 'clinical', 'statistics'] as const) {
      engines[name].onsilence((silent) => {
        this.silent = [...this.silent.filter((one) => one !== name), ...(silent ? [name] : [])];
      });
    }
  }

  engine(name: EngineName): Answering {
    return this.engines[name];
  }

  /** @param busy whether any cell runs; called when that changes */
  async look(busy: boolean): Promise<void> {
    clearTimeout(this.#again);
    if (!this.engines.data.running) {
      this.status = 'off';
      this.memory = undefined;
      this.since = undefined;
      this.version = undefined;
      // It starts with the first call of the cell that runs.
      if (busy) this.#again = setTimeout(() => void this.look(true), 250);
      return;
    }
    this.since ??= Date.now();
    this.status = busy ? 'busy' : 'ready';
    if (busy) return;
    try {
      this.memory = await this.engines.data.memory();
      this.version ??= await this.engines.data.version();
    } catch {
      // Killed while it was asked: the next look says so.
      this.memory = undefined;
    }
  }
}

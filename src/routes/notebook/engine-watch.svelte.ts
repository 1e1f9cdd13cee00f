import type { Memory } from '$workers/data/contract';
import type { DataClient } from '$lib/engines/data';

export type EngineStatus = 'off' | 'ready' | 'busy';

/** What the status bar says of the data engine. Asks for memory only after work, never starts the engine by itself. */
export class EngineWatch {
  status = $state<EngineStatus>('off');
  memory = $state.raw<Memory>();
  /** When it was first seen running, in milliseconds since 1970. */
  since = $state<number>();
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly data: DataClient) {}

  /** @param busy whether any cell runs; called when that changes */
  async look(busy: boolean): Promise<void> {
    clearTimeout(this.#again);
    if (!this.data.running) {
      this.status = 'off';
      this.memory = undefined;
      this.since = undefined;
      // It starts with the first call of the cell that runs.
      if (busy) this.#again = setTimeout(() => void this.look(true), 250);
      return;
    }
    this.since ??= Date.now();
    this.status = busy ? 'busy' : 'ready';
    if (busy) return;
    try {
      this.memory = await this.data.memory();
    } catch {
      // Killed while it was asked: the next look says so.
      this.memory = undefined;
    }
  }
}

import type { Engine } from './engine';

/** What the page's side of every engine can do besides its own calls. */
export abstract class EngineClient {
  protected constructor(protected readonly engine: Engine) {}

  /** Told when the engine says nothing although it has work, and when that is over. @returns takes the listener away */
  onsilence(listener: (silent: boolean) => void): () => void {
    return this.engine.onsilence(listener);
  }

  /** Waits on for an engine that is silent. */
  wait(): void {
    this.engine.wait();
  }

  /** Kills the worker, which gives its memory back, and ends what runs; the next call starts a fresh one. */
  restart(): void {
    this.engine.restart();
  }

  close(): void {
    this.engine.close();
  }
}

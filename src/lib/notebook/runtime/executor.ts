// The queue of one notebook: permits, turns, starts and ends stay together, because each rule needs the others.
import type { AppError } from '$workers/shared/errors';
import type { Engines } from '$lib/engines';
import type { CellState } from '../cell-state.svelte';
import { asFailure } from '../graph/analysis';
import type { CellNode, Graph } from '../graph/graph';
import type { FileShelf, Outcome, Warning } from '../kind';
import type { CellKey } from '../model';
import { waitOf } from './blocking';
import { CellRuntime } from './cell-runtime';
import { inputsOf, runCell } from './run-cell';
import { Turns } from './turns';

/** What the executor is told by the session. */
export interface ExecutorHost {
  graph(): Graph;
  state(key: CellKey): CellState | undefined;
  /** Why a cell may not run at all: trust. */
  refusal(node: CellNode): AppError | undefined;
  isAsk(node: CellNode): boolean;
  /** Tables that are being forgotten: nothing is made meanwhile. */
  forgetting(): Promise<void>;
  /** A cell went on changing after its run: what waits for it is to take that over. */
  changed(key: CellKey): void;
  /** Tables that a cell made although it is gone by now. */
  forget(node: CellNode, names: readonly string[]): void;
  now(): number;
  readonly engines: Engines;
  readonly files: FileShelf;
}

interface Permit {
  key: CellKey;
}

/**
 * Runs cells that were granted a permit, in graph order, each with fresh inputs only. A cell that the runtime pulls
 * along without a permit does nothing and keeps its last value.
 */
export class Executor {
  #permits = new Map<CellKey, Permit>();
  #running = new Map<CellKey, { attempt: number; abort: AbortController }>();
  #turns = { auto: new Turns(), ask: new Turns() };
  /** Cells that a person put in front, with their ranks. */
  #hurried = new Map<CellKey, number>();
  #idle: (() => void)[] = [];
  #runtime: CellRuntime;

  constructor(private readonly host: ExecutorHost) {
    this.#runtime = new CellRuntime(
      (key, invalidation) => this.#compute(key, invalidation),
      (key, error) => host.state(key)?.refuse('failed', asFailure(error, host.graph().node(key)?.cell.kind ?? ''))
    );
  }

  /** Takes over the graph: cells gone are stopped and forgotten. Members of cycles wait for nobody. */
  sync(): void {
    const { nodes } = this.host.graph();
    this.#runtime.sync(new Map([...nodes].map(([key, node]) => [key, node.circular ? [] : node.parents])));
    for (const [key, { abort }] of this.#running) if (!nodes.has(key)) abort.abort();
    for (const key of this.#permits.keys()) if (!nodes.has(key)) this.#permits.delete(key);
    this.#settle();
  }

  /** Puts cells into the queue; what runs of them is superseded. What stands below becomes stale now. */
  grant(keys: readonly CellKey[]): void {
    const graph = this.host.graph();
    for (const key of graph.dependants(keys)) this.host.state(key)?.markStale();
    for (const key of keys) {
      const state = this.host.state(key);
      if (!state) continue;
      this.#permits.set(key, { key });
      state.queue();
      const node = graph.node(key);
      if (node && !this.host.refusal(node)) node.analysis.kind?.prepare?.(this.host.engines);
      this.#running.get(key)?.abort.abort();
    }
    this.#runtime.touch(keys);
  }

  /** Stops one cell, or everything queued and running. What waited for it leaves the queue. */
  stop(keys: readonly CellKey[]): void {
    for (const key of keys) {
      const state = this.host.state(key);
      if (this.#permits.delete(key)) state?.unqueue();
      const running = this.#running.get(key);
      if (!running) continue;
      if (state && running.attempt === state.attempt) state.stopping();
      running.abort.abort();
    }
    for (const key of this.host.graph().dependants(keys)) {
      if (this.#permits.delete(key)) this.host.state(key)?.unqueue();
    }
    for (const key of keys) if (this.host.state(key)?.run === 'idle') this.#ended(key);
    this.#settle();
  }

  /** A cell that cannot run as things stand; what waits for it is blocked. */
  refuse(key: CellKey, error: AppError): void {
    const missing = error.code === 'cell-blocked';
    const blocks = missing || error.code === 'cell-untrusted';
    // A name that is gone has no cell to go to.
    const blocker = missing ? { key: undefined, name: String(error.values.name ?? '') } : undefined;
    this.#permits.delete(key);
    this.host.state(key)?.refuse(blocks ? 'blocked' : 'failed', error, blocker);
    this.#ended(key);
    this.#settle();
  }

  /** What stood in a cell's way is gone; so it is for those below. */
  release(key: CellKey): void {
    this.host.state(key)?.release();
    this.#ended(key);
  }

  /** Puts a queued cell in front of the others that could start. */
  hurry(key: CellKey): void {
    const rank = Math.min(0, ...this.#hurried.values()) - 1;
    this.#hurried.set(key, rank);
    for (const turns of Object.values(this.#turns)) turns.rank(key, rank);
  }

  queued(): CellKey[] {
    return [...this.#permits.keys()];
  }

  /** Everything queued or running. */
  active(): CellKey[] {
    return [...new Set([...this.#permits.keys(), ...this.#running.keys()])];
  }

  /** Resolves when nothing is queued or running. */
  settled(): Promise<void> {
    return this.#isIdle() ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  dispose(): void {
    this.#permits.clear();
    for (const { abort } of this.#running.values()) abort.abort();
    this.#runtime.dispose();
    this.#settle();
  }

  /** After a cell ended in any way: what waits for it is stale, blocked, or no longer blocked. */
  #ended(key: CellKey): void {
    const queue = [key];
    // Only below what changed can anything change: a chain of cells costs each its neighbours, not the whole chain.
    for (const one of queue) {
      for (const below of this.host.graph().node(one)?.children ?? []) if (this.#followed(below)) queue.push(below);
    }
  }

  /** @returns whether a cell's worth changed with that of its parents */
  #followed(key: CellKey): boolean {
    const graph = this.host.graph();
    const node = graph.node(key);
    const state = this.host.state(key);
    if (!node || !state || node.problem || node.analysis.off || node.circular) return false;
    const before = state.result;
    state.markStale();
    const wait = waitOf(graph, node, (one) => this.host.state(one), { forPerson: false });
    if (wait) {
      const same = before === 'blocked' && state.run === 'idle' && state.error?.message === wait.error.message;
      if (same) return false;
      this.#permits.delete(key);
      state.refuse('blocked', wait.error, wait.blocker);
      return state.run === 'idle';
    }
    if (state.result === 'blocked' && state.run === 'idle') state.release();
    return state.result !== before;
  }

  async #compute(key: CellKey, invalidation: Promise<void>): Promise<void> {
    const permit = this.#permits.get(key);
    if (!permit) return;
    let back: (() => void) | undefined;
    try {
      const node = this.host.graph().node(key);
      if (node && !this.#isInstant(node)) {
        back = await this.#turns[this.host.isAsk(node) ? 'ask' : 'auto'].take(
          this.#hurried.get(key) ?? node.index,
          key
        );
      }
      await this.host.forgetting();
      // While it waited it may have been stopped, or granted anew: then the runtime calls again.
      if (this.#permits.get(key) === permit) await this.#begin(key, invalidation);
    } finally {
      back?.();
      this.#settle();
    }
  }

  /** Cells that ask no table run beside the others: prose and inputs wait for nobody. */
  #isInstant({ analysis: { needs, kind } }: CellNode): boolean {
    return needs.tables.length === 0 && (kind?.language === 'markdown' || kind?.language === 'yaml');
  }

  /** An outcome after the run, of a cell that goes on changing; counts only as long as that run is the last one. */
  async #changed(key: CellKey, attempt: number, outcome: Outcome<unknown> | undefined): Promise<void> {
    // What waits for the value before takes it over first: one evaluation in flight, the latest value wins.
    await this.settled();
    if (!outcome) return;
    if (!this.host.state(key)?.goOn(attempt, outcome, this.host.now())) return;
    this.#ended(key);
    this.host.changed(key);
    await this.settled();
  }

  async #begin(key: CellKey, invalidation: Promise<void>): Promise<void> {
    const graph = this.host.graph();
    const node = graph.node(key);
    const state = this.host.state(key);
    if (!node || !state || node.analysis.off) {
      this.#permits.delete(key);
      state?.unqueue();
      return;
    }
    // A parent was granted anew meanwhile: the runtime comes back after it.
    const isComing = (parent: CellKey) => this.#permits.has(parent) || this.#running.has(parent);
    if (!node.problem && node.parents.some(isComing)) return;
    this.#permits.delete(key);
    const wait = waitOf(graph, node, (one) => this.host.state(one), { forPerson: true });
    const refusal = node.problem ?? this.host.refusal(node);
    if (refusal || wait) {
      state.ran = node.cell;
      state.edited = false;
      if (refusal) this.refuse(key, refusal);
      else if (wait) {
        state.refuse('blocked', wait.error, wait.blocker);
        this.#ended(key);
      }
      return;
    }
    await this.#run(node, state, invalidation);
  }

  async #run(node: CellNode, state: CellState, invalidation: Promise<void>): Promise<void> {
    const { key } = node.cell;
    this.#hurried.delete(key);
    const abort = new AbortController();
    const attempt = state.start(node.cell, this.host.now());
    this.#running.set(key, { attempt, abort });
    // Pulled along without a permit it goes on: its result will be shown as stale.
    void invalidation.then(() => {
      if (this.#permits.has(key) || !this.host.graph().node(key)) abort.abort();
    });
    const versions = new Map(node.parents.map((parent) => [parent, this.host.state(parent)?.version]));
    const warnings: Warning[] = [];
    let simulates = false;
    const ended = await this.#attempt(node, {
      engines: this.host.engines,
      files: this.host.files,
      signal: abort.signal,
      progress: (progress) => state.report(attempt, progress),
      warn: (words) => void warnings.push(words),
      partial: (output) => state.showSoFar(attempt, { spec: node.analysis.spec, output }),
      changed: (outcome) => this.#changed(key, attempt, outcome),
      simulates: () => {
        simulates = true;
        state.tellMadeUp(attempt);
      }
    });
    this.#running.delete(key);
    const now = this.host.now();
    const after = this.host.graph().node(key);
    if (!after && 'outcome' in ended) this.host.forget(node, [...ended.outcome.values.keys()]);
    if (abort.signal.aborted) {
      if (state.stopped(attempt, now)) this.#ended(key);
      return;
    }
    if ('error' in ended) {
      if (state.fail(attempt, ended.error, now)) this.#ended(key);
      return;
    }
    const fresh =
      after !== undefined &&
      sameCell(after, node) &&
      after.parents.length === versions.size &&
      after.parents.every((parent) => {
        const above = this.host.state(parent);
        return above?.result === 'fresh' && above.run === 'idle' && above.version === versions.get(parent);
      });
    const { output, values } = ended.outcome;
    const spec = node.analysis.spec;
    // Only now: a function of a cell above may have simulated while this one ran.
    const madeUp = simulates || node.parents.some((parent) => this.host.state(parent)?.madeUp);
    const madeOf = { cell: node.cell, parents: versions };
    if (!state.succeed(attempt, { spec, output, values, warnings, madeUp }, { now, fresh, madeOf })) return;
    if (after) state.edited = !sameText(after, node);
    this.#ended(key);
  }

  async #attempt(node: CellNode, environment: Parameters<typeof runCell>[2]): ReturnType<typeof runCell> {
    try {
      const inputs = inputsOf(node, (input) => this.host.state(input.from)?.values ?? new Map());
      return await runCell(node, inputs, environment);
    } catch (error) {
      return { error: asFailure(error, node.cell.kind) };
    }
  }

  #isIdle(): boolean {
    return this.#permits.size === 0 && this.#running.size === 0;
  }

  #settle(): void {
    if (!this.#isIdle()) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}

const sameText = (a: CellNode, b: CellNode) => a.cell.text === b.cell.text && a.cell.kind === b.cell.kind;
const sameCell = (a: CellNode, b: CellNode) => sameText(a, b) && a.cell.id === b.cell.id && !a.analysis.off;

import type { AppError } from '$workers/shared/errors';
import type { Progress } from '$workers/shared/job';
import { shownStatus, type Result, type Run } from './cell-status';
import type { CellNode } from './graph/graph';
import type { CellValue, Warning } from './kind';
import type { Cell, CellKey } from './model';

/** The cell at the root of a wait. */
export interface Blocker {
  key: CellKey | undefined;
  name: string;
}

/** A run that ended well: of which cell, and of which versions of what it reads. */
export interface MadeOf {
  cell: Cell;
  parents: ReadonlyMap<CellKey, number | undefined>;
}

/** A cell's own part of the graph. */
export type SeenNode = Pick<CellNode, 'cell' | 'analysis' | 'problem' | 'simulated'>;

function isSameProblem(a: AppError | undefined, b: AppError | undefined): boolean {
  if (a === b) return true;
  const sentence = (error: AppError | undefined) => error && [error.code, error.message, error.hint, error.place];
  return JSON.stringify(sentence(a)) === JSON.stringify(sentence(b));
}

/**
 * What one cell is doing. The document holds its text; this holds its life, on three axes: text (`edited`),
 * queue (`run`) and worth (`result`). Each start has a number; answers of an older one are dropped.
 */
export class CellState {
  /** What the graph says of the cell itself. Replaced only where that differs: a key typed elsewhere touches nobody. */
  node = $state.raw<SeenNode>();
  run = $state.raw<Run>('idle');
  result = $state.raw<Result>('none');
  /** The text differs from the one that ran last. */
  edited = $state.raw(false);
  /** The last good output, kept through failures. Replaced whole: tables are large, a deep proxy would be slow. */
  output = $state.raw<unknown>(undefined);
  /** The spec that gave `output`. */
  spec = $state.raw<unknown>(undefined);
  /** The kind that gave `output`: no other can show it. */
  outputKind = $state.raw<string | undefined>(undefined);
  /** The text that gave `output`. */
  outputText = $state.raw<string | undefined>(undefined);
  /** What the last run showed before it ended, where it ended badly or goes on. */
  soFar = $state.raw<{ spec: unknown; output: unknown; kind: string }>();
  /** When `output` came, in milliseconds since 1970. */
  outputAt = $state.raw<number | undefined>(undefined);
  values = $state.raw<ReadonlyMap<string, CellValue>>(new Map());
  /** Rows of its table, where they were counted after it came. */
  counted = $state.raw<number | undefined>(undefined);
  error = $state.raw<AppError | undefined>(undefined);
  blocker = $state.raw<Blocker | undefined>(undefined);
  warnings = $state.raw<readonly Warning[]>([]);
  progress = $state.raw<Progress | undefined>(undefined);
  startedAt = $state.raw<number | undefined>(undefined);
  /** Own code called a simulation in the last run, or read what one made so: only a run can tell. */
  madeUp = $state.raw(false);
  /** How long the last run took, be it good or not. */
  seconds = $state.raw<number | undefined>(undefined);

  readonly status = $derived(shownStatus(this.run, this.result, this.edited));
  /** Simulated data are among what it reads or makes, where it does not itself say so as the cell of a simulation does. */
  readonly simulated = $derived(this.madeUp || (this.node?.simulated ?? false));

  /** Grows with each good result: a cell that read an older one is stale. */
  version = 0;
  /** The cell as it stood when it ran last. */
  ran: Cell | undefined;
  #attempt = 0;
  /** What the result was made of, while nothing but texts can have changed since. */
  #madeOf: MadeOf | undefined;

  constructor(readonly key: CellKey) {}

  /** Takes over what a new graph says of the cell. */
  see({ cell, analysis, problem, simulated }: SeenNode): void {
    const known = this.node;
    const isSame = known?.cell === cell && known.analysis === analysis && known.simulated === simulated;
    if (isSame && isSameProblem(known.problem, problem)) return;
    this.node = { cell, analysis, problem, simulated };
  }

  /** The newest start; only its answers count. */
  get attempt(): number {
    return this.#attempt;
  }

  /** The text changed, or came back to what ran last. */
  textChanged(cell: Cell): void {
    this.edited = this.ran !== undefined && (this.ran.text !== cell.text || this.ran.kind !== cell.kind);
    this.markStale();
  }

  markStale(): void {
    if (this.result === 'fresh') this.result = 'stale';
  }

  /** Stale for good: what it reads or made is another or gone, whatever its text says. */
  expire(): void {
    this.#madeOf = undefined;
    this.markStale();
  }

  /**
   * Fresh again, where the text came back before anything ran.
   * @param versionOf the version of a parent that is fresh; undefined of another
   */
  renew({ cell, parents }: Pick<CellNode, 'cell' | 'parents'>, versionOf: (key: CellKey) => number | undefined): void {
    const made = this.#madeOf;
    if (!made || this.result !== 'stale' || this.run !== 'idle') return;
    const isSame = made.cell.text === cell.text && made.cell.kind === cell.kind && made.cell.id === cell.id;
    const readsSame =
      made.parents.size === parents.length &&
      parents.every((key) => made.parents.has(key) && made.parents.get(key) === versionOf(key));
    if (isSame && readsSame) this.result = 'fresh';
  }

  /** Enters the queue; what still runs is superseded and its answer will be dropped. */
  queue(): void {
    if (this.run === 'running' || this.run === 'stopping') this.#attempt++;
    this.run = 'queued';
    this.soFar = undefined;
    this.progress = undefined;
  }

  /** Leaves the queue before it started. */
  unqueue(): void {
    if (this.run !== 'queued') return;
    this.run = 'idle';
    if (this.result !== 'fresh') this.result = 'stopped';
    this.#clearCause();
  }

  /** @returns the number of this start */
  start(cell: Cell, now: number): number {
    this.run = 'running';
    this.ran = cell;
    this.#madeOf = undefined;
    this.edited = false;
    this.startedAt = now;
    this.soFar = undefined;
    this.progress = undefined;
    return ++this.#attempt;
  }

  report(attempt: number, progress: Progress): void {
    if (attempt === this.#attempt && this.run === 'running') this.progress = progress;
  }

  /** Its code called a simulation: said at once, and until a run without one. */
  tellMadeUp(attempt: number): void {
    if (attempt === this.#attempt) this.madeUp = true;
  }

  showSoFar(attempt: number, shown: { spec: unknown; output: unknown }): void {
    if (attempt !== this.#attempt || (this.run !== 'running' && this.run !== 'stopping')) return;
    this.soFar = { ...shown, kind: this.ran?.kind ?? '' };
  }

  /** @param fresh false where text or inputs changed meanwhile: the output is shown, but as stale */
  succeed(
    attempt: number,
    outcome: {
      spec: unknown;
      output: unknown;
      values: ReadonlyMap<string, CellValue>;
      warnings: readonly Warning[];
      madeUp?: boolean;
    },
    ended: { now: number; fresh: boolean; madeOf?: MadeOf }
  ): boolean {
    if (!this.#end(attempt, ended.now)) return false;
    this.result = ended.fresh ? 'fresh' : 'stale';
    this.#madeOf = ended.fresh ? ended.madeOf : undefined;
    this.madeUp = outcome.madeUp ?? false;
    this.soFar = undefined;
    this.output = outcome.output;
    this.spec = outcome.spec;
    this.outputKind = this.ran?.kind;
    this.outputText = this.ran?.text;
    this.values = outcome.values;
    this.counted = undefined;
    this.warnings = outcome.warnings;
    this.outputAt = ended.now;
    this.version++;
    this.#clearCause();
    return true;
  }

  /** The value of a cell that goes on changing. @returns whether it counts: not after a newer start */
  goOn(attempt: number, outcome: { output: unknown; values: ReadonlyMap<string, CellValue> }, now: number): boolean {
    if (attempt !== this.#attempt || this.run !== 'idle' || this.result !== 'fresh') return false;
    this.output = outcome.output;
    this.values = outcome.values;
    this.outputAt = now;
    this.version++;
    return true;
  }

  fail(attempt: number, error: AppError, now: number): boolean {
    if (!this.#end(attempt, now)) return false;
    this.result = 'failed';
    this.#clearCause();
    this.error = error;
    return true;
  }

  /** Stop was asked for. */
  stopping(): void {
    if (this.run === 'running') this.run = 'stopping';
  }

  stopped(attempt: number, now: number): boolean {
    if (!this.#end(attempt, now)) return false;
    this.result = 'stopped';
    this.#clearCause();
    return true;
  }

  /** Cannot run, or not now: never with old values. What runs or is stopping goes on. */
  refuse(result: 'blocked' | 'failed', error: AppError, blocker?: Blocker): void {
    if (this.run === 'running' || this.run === 'stopping') return;
    this.run = 'idle';
    this.result = result;
    this.error = error;
    this.blocker = blocker;
  }

  /** What it waited for is no longer in the way. */
  release(): void {
    if (this.result !== 'blocked' && this.result !== 'failed') return;
    this.result = this.outputAt === undefined ? 'none' : 'stale';
    this.#clearCause();
  }

  /** Drawing the output failed. */
  failDrawing(error: AppError): void {
    if (this.run !== 'idle') return;
    this.result = 'failed';
    this.error = error;
  }

  #end(attempt: number, now: number): boolean {
    if (attempt !== this.#attempt || (this.run !== 'running' && this.run !== 'stopping')) return false;
    this.run = 'idle';
    this.progress = undefined;
    this.seconds = this.startedAt === undefined ? undefined : (now - this.startedAt) / 1000;
    return true;
  }

  #clearCause(): void {
    this.error = undefined;
    this.blocker = undefined;
  }
}

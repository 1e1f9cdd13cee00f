// The one object a page uses. Its rules live in pure files beside it; here they meet, which takes some length.
import type { Relation } from '$workers/data/contract';
import type { AppError } from '$workers/shared/errors';
import { CellState } from '../cell-state.svelte';
import { applyChange, type Edit, type NotebookChange } from '../change';
import { Analyses, asFailure } from '../graph/analysis';
import { Graph } from '../graph/graph';
import { History } from '../history';
import type { Cell, CellKey, Notebook } from '../model';
import { waitOf } from '../runtime/blocking';
import { Executor } from '../runtime/executor';
import { plan, type PlanOptions } from '../runtime/plan';
import { Policies } from '../runtime/policies.svelte';
import { blameOf, type Policy } from '../runtime/policy';
import { age, holdersOf } from './aging';
import { automaticRuns } from './automatic';
import { difference, sameButText, vanishedNames, type Difference } from './difference';
import { Forgetting } from './forgetting';
import type { ApplyOptions, KnownName, SessionOptions } from './options';
import { Pauses } from './pauses';

/** One open notebook: its document, the life of its cells, and everything that may be done to them. */
export class NotebookSession {
  notebook: Notebook;
  graph: Graph;
  /** A state for each cell, under its key. */
  states: ReadonlyMap<CellKey, CellState>;
  canUndo = $state.raw(false);
  canRedo = $state.raw(false);
  /** Grows with each step that undo knows, and with each of undo and redo. */
  steps = $state.raw(0);
  readonly #policies: Policies;
  /** Cells that a person put in front of the queue, the last one first. */
  hurried: readonly CellKey[] = $state.raw([]);

  /** Cells with nothing fresh to show: "5 stale · Run". */
  readonly staleKeys: readonly CellKey[] = $derived.by(() => this.#staleKeys());
  readonly active: readonly CellState[] = $derived.by(() =>
    [...this.states.values()].filter((state) => state.run !== 'idle')
  );
  /** What runs and what waits for its turn, in the order in which it starts as things stand. */
  readonly queue: readonly CellState[] = $derived.by(() => {
    const rank = (state: CellState) => {
      const hurried = this.hurried.indexOf(state.key);
      return (
        (state.run === 'queued' ? 1e6 : 0) + (hurried < 0 ? 1e3 + (this.graph.node(state.key)?.index ?? 0) : hurried)
      );
    };
    return [...this.active].sort((a, b) => rank(a) - rank(b));
  });
  /** Tables known now, with their columns. */
  readonly relations: readonly Relation[] = $derived.by(() =>
    [...this.states.values()].flatMap((state) =>
      [...state.values.values()].flatMap((value) => (value.type === 'table' ? [value.relation] : []))
    )
  );
  readonly names: readonly KnownName[] = $derived.by(() =>
    this.graph.names.all().map(({ name, key }) => ({ name, key, sort: this.states.get(key)?.values.get(name)?.type }))
  );

  #history = new History();
  #analyses: Analyses;
  #vanished: ReadonlySet<string> = new Set();
  #executor: Executor;
  #forgetting: Forgetting;
  #pauses = new Pauses();
  #awaited = new Set<string>();

  constructor(private readonly options: SessionOptions) {
    this.#policies = new Policies({ trusted: options.trusted, runAsk: options.runAsk ?? false });
    this.#analyses = new Analyses(options.registry);
    this.#forgetting = new Forgetting(options.engines);
    this.notebook = $state.raw(options.notebook);
    this.graph = $state.raw(this.#newGraph(options.notebook));
    this.states = $state.raw(new Map(options.notebook.cells.map(({ key }) => [key, new CellState(key)])));
    this.#tell();
    this.#executor = new Executor({
      graph: () => this.graph,
      state: (key) => this.states.get(key),
      refusal: (node) => this.#policies.refusal(node),
      isAsk: (node) => node.analysis.kind !== undefined && this.policy(node.cell.key) === 'ask',
      forgetting: () => this.#forgetting.done(),
      changed: (key) => this.#goOn(key),
      forget: (node, names) => this.#forgetting.forget(node, names),
      now: options.now ?? Date.now,
      engines: options.engines,
      files: options.files
    });
    this.#executor.sync();
  }

  get trusted(): boolean {
    return this.#policies.trusted;
  }

  get readOnly(): boolean {
    return this.options.readOnly?.() ?? false;
  }

  cell(key: CellKey): Cell | undefined {
    return this.states.get(key)?.node?.cell;
  }

  state(key: CellKey): CellState | undefined {
    return this.states.get(key);
  }

  /** What is wrong with a cell's text or names as they stand, for the editor; known before it runs. */
  problem(key: CellKey): AppError | undefined {
    return this.states.get(key)?.node?.problem;
  }

  policy(key: CellKey): Policy {
    const state = this.states.get(key);
    return state?.node ? this.#policies.of(state.node, state) : 'ask';
  }

  /** Runs what starts unasked; to be called once, when the notebook is opened. */
  start(): void {
    for (const [key, node] of this.graph.nodes) {
      const blame = node.analysis.off || !this.trusted ? undefined : blameOf(node);
      if (blame) this.#executor.refuse(key, blame);
    }
    this.run('all', { byHand: false });
  }

  /** Does a change. Where it changes nothing or may not, nothing happens. @throws what `applyEdit` throws */
  apply(change: NotebookChange, options: ApplyOptions = {}): void {
    if (this.readOnly) return;
    const { notebook, inverse } = applyChange(this.notebook, change);
    if (notebook === this.notebook) return;
    this.options.store?.changing?.(this.notebook, change);
    this.#history.record(change, inverse);
    if (change.undo !== 'never') this.steps++;
    this.#commit(notebook, { ...options, travelled: false });
  }

  /** A cell's own control changed its text (a slider, a form); late calls of a deleted cell do nothing. */
  edit(key: CellKey, text: string, { coalesce, run }: ApplyOptions & { coalesce?: string } = {}): void {
    if (!this.graph.node(key)) return;
    const gesture = coalesce === undefined ? {} : { coalesce: `${key} ${coalesce}` };
    this.apply({ type: 'edit', key, text, undo: 'now', ...gesture }, run === undefined ? {} : { run });
  }

  /** Text typed into an editor, which has an undo of its own. */
  type(key: CellKey, text: string): void {
    if (this.graph.node(key)) this.apply({ type: 'edit', key, text, undo: 'never' });
  }

  /** Ends a gesture, so that the next one is an undo step of its own. */
  sealUndo(): void {
    this.#history.seal();
  }

  /** @returns what was done, for the words of a toast; undefined where there was nothing to undo */
  undo(): Edit | undefined {
    return this.readOnly ? undefined : this.#travel(this.#history.undo(this.notebook));
  }

  redo(): Edit | undefined {
    return this.readOnly ? undefined : this.#travel(this.#history.redo(this.notebook));
  }

  /** Runs cells, what they need that is not fresh, and what waits for them and starts unasked. */
  run(which: readonly CellKey[] | 'all' | 'stale', { byHand }: PlanOptions = { byHand: true }): void {
    const keys = which === 'all' ? [...this.graph.nodes.keys()] : which === 'stale' ? this.staleKeys : which;
    this.#pauses.end(keys);
    const { run, held } = plan(
      this.graph,
      (key) => this.states.get(key),
      (key) => this.policy(key),
      keys,
      { byHand }
    );
    this.#executor.grant(run);
    this.#hold(held);
    if (run.length > 0) this.options.store?.ran?.(this.notebook, { byHand });
  }

  /** Stops one cell, or everything. A cell that runs is stopped within a second. */
  stop(key?: CellKey): void {
    if (key === undefined) this.#pauses.end(this.#pauses.keys());
    this.#executor.stop(key === undefined ? this.#executor.active() : [key]);
  }

  /** Puts a queued cell in front: it starts next, unless it waits for others. */
  hurry(key: CellKey): void {
    if (this.states.get(key)?.run !== 'queued') return;
    this.#executor.hurry(key);
    this.hurried = [key, ...this.hurried.filter((one) => one !== key)];
  }

  /** Resolves when nothing is queued, running or about to start. */
  async settled(): Promise<void> {
    do {
      const soon = this.#pauses.keys();
      if (soon.length > 0) this.run(soon, { byHand: false });
      await this.#executor.settled();
    } while (this.#pauses.keys().length > 0 || this.#executor.active().length > 0);
    await this.#forgetting.done();
  }

  /** The person read the code of this notebook and allows it. */
  allowCode(): void {
    this.#policies.trust();
    this.run('all', { byHand: false });
  }

  /** A slow cell goes on starting unasked. */
  keepAutomatic(key: CellKey): void {
    this.#policies.keep(key);
  }

  /** An engine was restarted: tables are gone, what was shown of them stays. @param names absent: all tables */
  tablesLost(names?: readonly string[]): void {
    const keys = holdersOf(this.states, names);
    const below = this.graph.dependants(keys);
    for (const key of [...keys, ...below]) this.states.get(key)?.expire();
    // What still waits in the queue gets its tables made again first.
    const queued = new Set(this.#executor.queued());
    const again = below.filter((key) => queued.has(key));
    if (again.length > 0) this.run(again);
  }

  /** Drawing an output failed: the cell shows it as its error. */
  failDrawing(key: CellKey, error: unknown): void {
    this.states.get(key)?.failDrawing(asFailure(error, this.cell(key)?.kind ?? ''));
  }

  /** Files came or went: names of cells that were unknown may now be explained. */
  filesChanged(): void {
    this.graph = this.#newGraph(this.notebook);
    this.#tell();
  }

  dispose(): void {
    this.#pauses.end(this.#pauses.keys());
    this.#executor.dispose();
  }

  /** What a changing cell gives now runs on through what had run. */
  #goOn(key: CellKey): void {
    const below = (this.graph.node(key)?.children ?? []).filter((child) => this.states.get(child)?.ran !== undefined);
    if (below.length > 0) this.run(below, { byHand: false });
  }

  #newGraph(notebook: Notebook): Graph {
    return new Graph(notebook, this.#analyses, { files: this.options.files.paths(), vanished: this.#vanished });
  }

  /** Each cell's state learns what the graph says of its cell. */
  #tell(): void {
    for (const [key, node] of this.graph.nodes) this.states.get(key)?.see(node);
  }

  #staleKeys(): CellKey[] {
    return [...this.graph.nodes.values()]
      .filter(({ cell, analysis }) => !analysis.off && this.states.get(cell.key)?.result !== 'fresh')
      .map(({ cell }) => cell.key);
  }

  #travel(stepped: { notebook: Notebook; edit: Edit } | undefined): Edit | undefined {
    if (!stepped) return undefined;
    this.steps++;
    this.#commit(stepped.notebook, { travelled: true });
    return stepped.edit;
  }

  #commit(notebook: Notebook, options: ApplyOptions & { travelled: boolean }): void {
    const before = this.graph;
    let after = this.#newGraph(notebook);
    const vanished = vanishedNames(this.#vanished, before, after);
    if (vanished.size !== this.#vanished.size || [...vanished].some((name) => !this.#vanished.has(name))) {
      this.#vanished = vanished;
      after = this.#newGraph(notebook);
    }
    const change = difference(before, after);
    this.#forgetting.after(before, after, (node) => this.states.get(node.cell.key));
    const textOnly = sameButText(this.notebook, notebook, change.text) ? change.text : undefined;
    this.notebook = notebook;
    this.graph = after;
    if (change.added.length > 0 || change.removed.length > 0) {
      this.states = new Map(notebook.cells.map(({ key }) => [key, this.states.get(key) ?? new CellState(key)]));
    }
    this.#tell();
    this.canUndo = this.#history.canUndo;
    this.canRedo = this.#history.canRedo;
    age(after, this.states, change);
    this.#executor.sync();
    this.#settleProblems(change);
    this.options.store?.changed(notebook, textOnly);
    this.#awaitKinds();
    this.#runAfter(change, options);
  }

  /** Cells whose kind's code is still on its way are read again when it is here; those that were to run then do. */
  #awaitKinds(): void {
    const late = new Set(
      [...this.graph.nodes.values()].flatMap(({ analysis: { kind } }) => (kind?.isReady?.() === false ? [kind] : []))
    );
    for (const kind of late) {
      if (this.#awaited.has(kind.name)) continue;
      this.#awaited.add(kind.name);
      const again = () => {
        this.#awaited.delete(kind.name);
        const before = this.graph;
        const missed = [...before.nodes.values()].flatMap(({ cell: { key } }) =>
          this.states.get(key)?.error?.code === 'kind-loading' ? [key] : []
        );
        this.graph = this.#newGraph(this.notebook);
        this.#tell();
        const change = difference(before, this.graph);
        this.#executor.sync();
        this.#settleProblems(change);
        if (missed.length > 0) this.run(missed, { byHand: true });
      };
      // What could not be fetched is asked for again with the next change.
      kind.ready?.().then(again, () => this.#awaited.delete(kind.name));
    }
  }

  /** Problems between cells show at once, without a run, and go as they came. */
  #settleProblems(change: Difference): void {
    for (const key of change.mended) this.#executor.release(key);
    for (const key of change.troubled) {
      const problem = this.graph.node(key)?.problem;
      if (problem) this.#executor.refuse(key, problem);
    }
  }

  #runAfter(change: Difference, { run, travelled }: ApplyOptions & { travelled: boolean }): void {
    this.#pauses.end([...change.removed, ...change.text]);
    if (run === false) return;
    const hasRun = (key: CellKey) => this.states.get(key)?.ran !== undefined;
    const isComing = (key: CellKey) => ['queued', 'running'].includes(this.states.get(key)?.run ?? 'idle');
    const { now, again, soon } = automaticRuns(this.graph, change, { travelled, hasRun, isComing });
    if (run === true) return this.run([...change.added, ...change.text, ...change.identity]);
    if (again.length > 0) this.run(again);
    if (now.length > 0) this.run(now, { byHand: false });
    for (const key of soon) {
      this.#pauses.begin(key, this.options.pauseMs ?? 300, () => this.run([key], { byHand: false }));
    }
  }

  /** A cell that has nothing to show yet says what it waits for. */
  #hold(keys: readonly CellKey[]): void {
    for (const key of keys) {
      const state = this.states.get(key);
      const node = this.graph.node(key);
      if (!state || !node || state.run !== 'idle' || state.result !== 'none') continue;
      if (node.problem) {
        this.#executor.refuse(key, node.problem);
        continue;
      }
      const wait = waitOf(this.graph, node, (one) => this.states.get(one), { forPerson: true });
      if (wait) state.refuse('blocked', wait.error, wait.blocker);
    }
  }
}

import type { Relation, Variable } from '$workers/data/contract';
import type { AppError } from '$workers/shared/errors';
import type { Engines } from '$lib/engines';
import type { CellState } from '../cell-state.svelte';
import type { AnyKind, KindRegistry, Warning } from '../kind';
import { attribute, isOff, type Cell } from '../model';
import type { NotebookSession } from '../session/session.svelte';
import type { Reported } from './contract';

/** A cell as it goes into a report. */
export interface ReportPart {
  cell: Cell;
  /** Where it stands in the notebook, from 1. */
  number: number;
  /** Undefined for a kind that this version does not know. */
  kind: AnyKind | undefined;
  off: boolean;
  /** The notebook hides it (`show=false`). */
  hidden: boolean;
  /** What it shows; undefined where it has not run, or where its kind shows nothing on paper. */
  reported: Reported | undefined;
  /** It has run and its output is of this kind. */
  hasOutput: boolean;
  /** Since when the output stands there, where it is no longer up to date. */
  staleSince: number | undefined;
  error: AppError | undefined;
  /** It reads simulated data. */
  simulated: boolean;
  warnings: readonly Warning[];
}

interface Sources {
  session: Pick<NotebookSession, 'notebook' | 'state' | 'states'>;
  registry: KindRegistry;
  engines: Engines;
  /** Rows of a table at most. */
  most: number;
  signal: AbortSignal;
}

/** What every cell shows now, in the order of the page. Runs no cell. */
export async function gatherReport(sources: Sources): Promise<ReportPart[]> {
  const gathering = new Gathering(sources);
  const parts: ReportPart[] = [];
  for (const [index, cell] of sources.session.notebook.cells.entries()) {
    sources.signal.throwIfAborted();
    parts.push(await gathering.part(cell, index + 1));
  }
  return parts;
}

/** What one cell shows now: for places that must know whether there are individual rows in it. */
export async function reportedOf(sources: Sources, cell: Cell): Promise<Reported | undefined> {
  return (await new Gathering(sources).part(cell, 0)).reported;
}

/** One pass over the notebook: a cell that several others read is looked at once. */
class Gathering {
  readonly #reported = new Map<string, Promise<Reported | undefined>>();

  constructor(private readonly sources: Sources) {}

  async part(cell: Cell, number: number): Promise<ReportPart> {
    const { registry, session } = this.sources;
    const life = session.state(cell.key);
    const off = isOff(cell);
    const hasOutput = !off && isShown(cell, life);
    const stale = hasOutput && life?.result !== 'fresh';
    return {
      cell,
      number,
      kind: registry.find(cell.kind),
      off,
      hidden: attribute(cell, 'show') === 'false',
      hasOutput,
      reported: hasOutput ? await this.#report(cell) : undefined,
      staleSince: stale ? life?.outputAt : undefined,
      error: off || life?.result === 'blocked' ? undefined : life?.error,
      simulated: life?.simulated ?? false,
      warnings: hasOutput ? (life?.warnings ?? []) : []
    };
  }

  #report(cell: Cell): Promise<Reported | undefined> {
    const known = this.#reported.get(cell.key);
    if (known) return known;
    const made = this.#make(cell);
    this.#reported.set(cell.key, made);
    return made;
  }

  async #make(cell: Cell): Promise<Reported | undefined> {
    const { session, registry, engines, most, signal } = this.sources;
    const life = session.state(cell.key);
    const kind = registry.find(cell.kind);
    const made = await kind?.report?.();
    if (!made || !life) return undefined;
    return made.report({
      spec: life.spec,
      output: life.output,
      cell,
      engines,
      signal,
      most,
      holdsRows: (table) => this.#holdsRows(table),
      relation: (name) => this.#relation(name),
      value: (name) => this.#value(name)
    });
  }

  async #holdsRows(table: string): Promise<boolean> {
    const wanted = table.toLowerCase();
    const maker = this.sources.session.notebook.cells.find((cell) => {
      const life = this.sources.session.state(cell.key);
      return isShown(cell, life) && [...(life?.values.keys() ?? [])].some((name) => name.toLowerCase() === wanted);
    });
    const reported = maker && (await this.#report(maker));
    return !reported?.aggregates?.some((name) => name.toLowerCase() === wanted);
  }

  #relation(name: string): Relation | undefined {
    for (const { values } of this.sources.session.states.values()) {
      for (const value of values.values()) {
        if (value.type === 'table' && value.relation.name.toLowerCase() === name.toLowerCase()) return value.relation;
      }
    }
    return undefined;
  }

  #value(name: string): Variable | undefined {
    for (const { values } of this.sources.session.states.values()) {
      const value = values.get(name);
      if (value?.type === 'value') return value.value;
    }
    return undefined;
  }
}

function isShown(cell: Cell, life: CellState | undefined): boolean {
  return life?.outputAt !== undefined && life.outputKind === cell.kind;
}

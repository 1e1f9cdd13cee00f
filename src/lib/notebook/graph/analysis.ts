import { at, AppError } from '$workers/shared/errors';
import { nearNames } from '$workers/shared/near-names';
import { fail } from '../errors';
import type { AnyKind, KindRegistry, Needs } from '../kind';
import { isOff, type Cell } from '../model';

/** What one cell's text says, before any other cell is looked at. */
export interface Analysis {
  /** Undefined where this version does not know the kind. */
  kind: AnyKind | undefined;
  /** What `parse` gave; undefined with `error`. */
  spec: unknown;
  error: AppError | undefined;
  needs: Needs;
  defines: readonly string[];
  off: boolean;
}

const nothing: Needs = { tables: [], values: [] };

/** A plain error of ours, as the failure a cell shows: its words only under "Details". */
export function asFailure(error: unknown, kind: string): AppError {
  if (error instanceof AppError) return error;
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return fail('program-mistake', { kind }, { details: details.split('\n').slice(0, 30).join('\n'), cause: error });
}

function analyse(cell: Cell, registry: KindRegistry): Analysis {
  const off = isOff(cell);
  const kind = registry.find(cell.kind);
  // Until its text is mended a cell still stands for its id, so that others wait for it instead of missing it.
  const unread: Analysis = {
    kind,
    spec: undefined,
    error: undefined,
    needs: nothing,
    defines: cell.id === undefined || off ? [] : [cell.id],
    off
  };
  if (!kind) {
    const near = nearNames(
      cell.kind,
      registry.kinds.map((one) => one.name)
    ).join(', ');
    return { ...unread, error: fail('cell-kind-unknown', { kind: cell.kind, near: near || undefined }) };
  }
  try {
    const spec: unknown = kind.parse(cell.text, cell);
    if (off) return { ...unread, spec };
    return { ...unread, spec, needs: kind.needs(spec), defines: kind.defines(spec, cell.id) };
  } catch (error) {
    const place = cell.id === undefined ? {} : { cell: cell.id };
    return { ...unread, error: at(asFailure(error, cell.kind), place) };
  }
}

/** Reads cells, each value once: an unchanged cell is never parsed again. */
export class Analyses {
  #byCell = new WeakMap<Cell, Analysis>();
  /** Names of the last text that could be read: a slip while typing must not make other cells miss a table. */
  #lastNames = new Map<string, { id: string | undefined; defines: readonly string[] }>();

  constructor(private readonly registry: KindRegistry) {}

  of(cell: Cell): Analysis {
    const known = this.#byCell.get(cell);
    if (known) return known;
    let read = analyse(cell, this.registry);
    const last = this.#lastNames.get(cell.key);
    if (read.error && !read.off && read.kind && last && last.id === cell.id) read = { ...read, defines: last.defines };
    else if (!read.error && !read.off) this.#lastNames.set(cell.key, { id: cell.id, defines: read.defines });
    // Once the code of its kind is here, the same cell reads differently.
    if (read.kind?.isReady?.() !== false) this.#byCell.set(cell, read);
    return read;
  }
}

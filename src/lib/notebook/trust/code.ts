import { newCellKey } from '../cell-key';
import type { KindRegistry } from '../kind';
import type { Notebook } from '../model';

/** A cell that does more than read and compute. */
export interface CodeCell {
  kind: string;
  id: string | undefined;
  text: string;
}

/**
 * What could run of a notebook once its code is allowed, in its order: cells that are off, which may be switched on, and
 * kinds unknown to this version, which a later one may run.
 */
export function codeOf(notebook: Notebook, registry: KindRegistry): CodeCell[] {
  return notebook.cells
    .filter(({ kind }) => registry.find(kind)?.safe !== true)
    .map(({ kind, id, text }) => ({ kind, id, text }));
}

/**
 * Trust is given to code as it reads, whoever sent it and whatever stands around it: equal words mean equal code. Names of
 * the cells belong to it, for code reaches other cells by their names.
 */
export function canonicalCode(cells: readonly CodeCell[]): string {
  return JSON.stringify(cells.map(({ kind, id, text }) => [kind, id ?? null, text.replace(/\r\n?/g, '\n').trim()]));
}

/** Back from the canonical text. */
export function codeCellsOf(canonical: string): CodeCell[] {
  const rows = JSON.parse(canonical) as [kind: string, id: string | null, text: string][];
  return rows.map(([kind, id, text]) => ({ kind, id: id ?? undefined, text }));
}

/** Code alone, to be compared with other code. */
export function codeNotebook(cells: readonly CodeCell[]): Notebook {
  return { front: '', cells: cells.map((cell) => ({ ...cell, key: newCellKey(), attributes: [] })) };
}

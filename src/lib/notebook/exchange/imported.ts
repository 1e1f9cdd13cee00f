import { newCellKey } from '../cell-key';
import type { Attribute, Cell, Notebook } from '../model';
import type { Values } from '$workers/shared/errors';
import type { Remark, RemarkCode } from './remark';

/** Pictures and printed text of a foreign file, as Markdown that can be put in behind a cell. */
export interface KeptOutput {
  after: number;
  text: string;
}

/** A foreign file as a notebook of ours, and what became of it. */
export interface Imported {
  notebook: Notebook;
  remarks: readonly Remark[];
  /** Cells that came over as they were. */
  kept: number;
  /** Which they are, by their place. */
  keptCells: readonly number[];
  /** Left out unless they are asked for. */
  outputs: readonly KeptOutput[];
}

export interface NewCell {
  kind: string;
  id?: string | undefined;
  attributes?: readonly Attribute[];
  text: string;
}

/** Gathers cells and remarks while a file is read. Ids stay unique as the graph compares them: without case. */
export class Gathering {
  readonly #cells: Cell[] = [];
  readonly #remarks: Remark[] = [];
  readonly #outputs: KeptOutput[] = [];
  readonly #names = new Set<string>();
  readonly #kept: number[] = [];

  /** Index that the next cell will have. */
  get next(): number {
    return this.#cells.length;
  }

  /** Adds a cell. @returns its index */
  add(cell: NewCell): number {
    const index = this.next;
    const id = cell.id === undefined ? undefined : this.#free(cell.id, index);
    this.#cells.push({ key: newCellKey(), kind: cell.kind, id, attributes: cell.attributes ?? [], text: cell.text });
    return index;
  }

  /** A cell of ours that comes back: its id stands as it stood, be it double. */
  restore(cell: NewCell): void {
    if (cell.id !== undefined) this.#names.add(cell.id.toLowerCase());
    this.#cells.push({
      key: newCellKey(),
      kind: cell.kind,
      id: cell.id,
      attributes: cell.attributes ?? [],
      text: cell.text
    });
    this.keep();
  }

  /** A cell came over as it was: the one added last, unless it is said. */
  keep(cell = this.next - 1): void {
    this.#kept.push(cell);
  }

  changed(code: RemarkCode, values: Values = {}, cell?: number): void {
    this.#remarks.push({ sort: 'changed', code, values, ...(cell === undefined ? {} : { cell }) });
  }

  dropped(code: RemarkCode, values: Values = {}, cell?: number): void {
    this.#remarks.push({ sort: 'dropped', code, values, ...(cell === undefined ? {} : { cell }) });
  }

  output(text: string): void {
    this.#outputs.push({ after: this.next - 1, text });
  }

  done(front: string): Imported {
    return {
      notebook: { front, cells: this.#cells },
      remarks: this.#remarks,
      kept: this.#kept.length,
      keptCells: this.#kept,
      outputs: this.#outputs
    };
  }

  #free(wanted: string, index: number): string {
    let name = wanted;
    for (let count = 2; this.#names.has(name.toLowerCase()); count++) name = `${wanted}_${count}`;
    this.#names.add(name.toLowerCase());
    if (name !== wanted) this.changed('renamed', { from: wanted, to: name }, index);
    return name;
  }
}

/** Identity of a cell while the notebook is open. Never in the file. */
export type CellKey = string & { readonly __brand: 'CellKey' };

/** One `key=value` of a fence's info string, kept in order and word for word. */
export interface Attribute {
  name: string;
  value: string;
}

/** A cell as a value: what the file says, nothing about its life. */
export interface Cell {
  readonly key: CellKey;
  /** First word of the fence; `markdown` for prose. Kept even where this version does not know it. */
  readonly kind: string;
  /** The name in the file. What it defines is decided by its kind. */
  readonly id: string | undefined;
  /** All keys but `id`, unknown ones too. */
  readonly attributes: readonly Attribute[];
  readonly text: string;
}

export interface Notebook {
  /** The YAML between the `---` lines, word for word; empty where there is none. */
  readonly front: string;
  readonly cells: readonly Cell[];
}

/** @returns the value of a key, or undefined. Of doubles the last counts. */
export function attribute(cell: Cell, name: string): string | undefined {
  return cell.attributes.findLast((entry) => entry.name === name)?.value;
}

export function isOff(cell: Cell): boolean {
  return attribute(cell, 'off') === 'true';
}

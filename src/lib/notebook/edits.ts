import { newCellKey } from './cell-key';
import type { Edit } from './change';
import { withTitle } from './format/front';
import type { Attribute, Cell, CellKey, Notebook } from './model';

/** A new cell as a value. */
export function newCell(kind: string, text: string, id?: string, attributes: readonly Attribute[] = []): Cell {
  return { key: newCellKey(), kind, id, attributes, text };
}

/** Puts cells in at an index of the notebook as it is. */
export function insertAt(index: number, cells: readonly Cell[]): Edit {
  return { type: 'insert', cells: cells.map((cell, offset) => ({ index: index + offset, cell })) };
}

/** Moves cells by `steps` (−1: up), together and in their order; at the edge they stay. */
export function moveBy(notebook: Notebook, keys: readonly CellKey[], steps: number): Edit {
  const moving = notebook.cells.filter((cell) => keys.includes(cell.key)).map((cell) => cell.key);
  const first = notebook.cells.findIndex((cell) => cell.key === moving[0]);
  const last = notebook.cells.length - moving.length;
  const start = Math.min(Math.max(first + steps, 0), last);
  return { type: 'move', cells: moving.map((cell, offset) => ({ index: start + offset, cell })) };
}

/** Which cell is selected once these are taken away: the next, at the end the one before. */
export function neighbourOf(notebook: Notebook, keys: readonly CellKey[]): CellKey | undefined {
  const gone = new Set(keys);
  const last = notebook.cells.findLastIndex(({ key }) => gone.has(key));
  const stays = ({ key }: Cell) => !gone.has(key);
  return (notebook.cells.slice(last + 1).find(stays) ?? notebook.cells.slice(0, Math.max(last, 0)).findLast(stays))
    ?.key;
}

/** Sets one key of a cell, or takes it out with `undefined`; its place among the keys stays. */
export function setAttribute(cell: Cell, name: string, value: string | undefined): Edit {
  const kept = cell.attributes.findLastIndex((one) => one.name === name);
  const attributes = cell.attributes.flatMap((one, index) => {
    if (one.name !== name) return [one];
    return index === kept && value !== undefined ? [{ name, value }] : [];
  });
  if (kept < 0 && value !== undefined) attributes.push({ name, value });
  return { type: 'set-attributes', key: cell.key, attributes };
}

/** @throws `front-unreadable` */
export function setTitle(notebook: Notebook, title: string): Edit {
  return { type: 'front', front: withTitle(notebook.front, title) };
}

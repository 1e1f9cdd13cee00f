import { canBeFront, normalised } from './format/parse';
import { fail } from './errors';
import type { Attribute, Cell, CellKey, Notebook } from './model';

/** A cell at the index it has once the change is done. */
export interface Placed<Of> {
  index: number;
  cell: Of;
}

/** What is done to a notebook, as a value: undo, journal and graph all follow from it. */
export type Edit =
  | { type: 'insert'; cells: readonly Placed<Cell>[] }
  | { type: 'delete'; keys: readonly CellKey[] }
  | { type: 'move'; cells: readonly Placed<CellKey>[] }
  | { type: 'edit'; key: CellKey; text: string }
  | { type: 'set-id'; key: CellKey; id: string | undefined }
  | { type: 'set-kind'; key: CellKey; kind: string }
  | { type: 'set-attributes'; key: CellKey; attributes: readonly Attribute[] }
  | { type: 'front'; front: string }
  /** The whole document: a version restored, a file brought in over it. */
  | { type: 'replace'; notebook: Notebook }
  | { type: 'several'; edits: readonly Edit[] };

/** `with-next`: undone together with the change that follows. `never`: the editor's own undo has it. */
export interface Recording {
  undo: 'now' | 'with-next' | 'never';
  /** Changes of one key in a row are one step: a slider's gesture. */
  coalesce?: string;
}

export type NotebookChange = Edit & Recording;

function indexOf(cells: readonly Cell[], key: CellKey): number {
  const index = cells.findIndex((cell) => cell.key === key);
  if (index < 0) throw new Error(`no cell ${key}`);
  return index;
}

function placed(rest: readonly Cell[], cells: readonly Placed<Cell>[]): Cell[] {
  const all = [...rest];
  for (const { index, cell } of [...cells].sort((a, b) => a.index - b.index)) all.splice(index, 0, cell);
  return all;
}

function withCell(notebook: Notebook, key: CellKey, change: (cell: Cell) => Cell): Notebook {
  const index = indexOf(notebook.cells, key);
  return { ...notebook, cells: notebook.cells.with(index, change(notebook.cells[index] as Cell)) };
}

function cellOf(notebook: Notebook, key: CellKey): Cell {
  return notebook.cells[indexOf(notebook.cells, key)] as Cell;
}

function remove(notebook: Notebook, keys: readonly CellKey[]): { rest: Cell[]; taken: Placed<Cell>[] } {
  const wanted = new Set(keys);
  const taken = keys.map((key) => indexOf(notebook.cells, key)).sort((a, b) => a - b);
  return {
    rest: notebook.cells.filter((cell) => !wanted.has(cell.key)),
    taken: taken.map((index) => ({ index, cell: notebook.cells[index] as Cell }))
  };
}

function sameAttributes(a: readonly Attribute[], b: readonly Attribute[]): boolean {
  return a.length === b.length && a.every((one, at) => one.name === b[at]?.name && one.value === b[at]?.value);
}

function checkAttributes(attributes: readonly Attribute[]): void {
  for (const { name, value } of attributes) {
    if (name === 'id' || /[\s=]/.test(name) || /[\r\n]/.test(value)) throw fail('attribute-shape', { name });
  }
}

/**
 * The notebook after a change, and the change that takes it back. Where nothing changes, the same notebook.
 * @throws `front-rule`, `attribute-shape` for what a file cannot hold; a plain error for a cell that is not there
 */
export function applyEdit(notebook: Notebook, edit: Edit): { notebook: Notebook; inverse: Edit } {
  switch (edit.type) {
    case 'insert': {
      const cells = edit.cells.map(({ index, cell }) => ({ index, cell: { ...cell, text: normalised(cell.text) } }));
      cells.forEach(({ cell }) => checkAttributes(cell.attributes));
      const inverse: Edit = { type: 'delete', keys: cells.map(({ cell }) => cell.key) };
      return { notebook: { ...notebook, cells: placed(notebook.cells, cells) }, inverse };
    }
    case 'delete': {
      const { rest, taken } = remove(notebook, edit.keys);
      return { notebook: { ...notebook, cells: rest }, inverse: { type: 'insert', cells: taken } };
    }
    case 'move': {
      const { rest, taken } = remove(
        notebook,
        edit.cells.map(({ cell }) => cell)
      );
      const cells = edit.cells.map(({ index, cell }) => ({ index, cell: cellOf(notebook, cell) }));
      const inverse: Edit = { type: 'move', cells: taken.map(({ index, cell }) => ({ index, cell: cell.key })) };
      // Moved beyond an edge: nothing has changed, and nothing is to be undone.
      if (placed(rest, cells).every((cell, index) => cell === notebook.cells[index])) return { notebook, inverse };
      return { notebook: { ...notebook, cells: placed(rest, cells) }, inverse };
    }
    case 'edit': {
      const before = cellOf(notebook, edit.key).text;
      const text = normalised(edit.text);
      const inverse: Edit = { type: 'edit', key: edit.key, text: before };
      if (text === before) return { notebook, inverse };
      return { notebook: withCell(notebook, edit.key, (cell) => ({ ...cell, text })), inverse };
    }
    case 'set-id': {
      const before = cellOf(notebook, edit.key).id;
      const id = edit.id?.replace(/[\r\n]+/g, ' ').trim() || undefined;
      const inverse: Edit = { type: 'set-id', key: edit.key, id: before };
      if (id === before) return { notebook, inverse };
      return { notebook: withCell(notebook, edit.key, (cell) => ({ ...cell, id })), inverse };
    }
    case 'set-kind': {
      const before = cellOf(notebook, edit.key).kind;
      const inverse: Edit = { type: 'set-kind', key: edit.key, kind: before };
      if (edit.kind === before) return { notebook, inverse };
      return { notebook: withCell(notebook, edit.key, (cell) => ({ ...cell, kind: edit.kind })), inverse };
    }
    case 'set-attributes': {
      checkAttributes(edit.attributes);
      const before = cellOf(notebook, edit.key).attributes;
      const inverse: Edit = { type: 'set-attributes', key: edit.key, attributes: before };
      if (sameAttributes(before, edit.attributes)) return { notebook, inverse };
      const { attributes } = edit;
      return { notebook: withCell(notebook, edit.key, (cell) => ({ ...cell, attributes })), inverse };
    }
    case 'front': {
      const front = normalised(edit.front);
      if (!canBeFront(front)) throw fail('front-rule');
      const inverse: Edit = { type: 'front', front: notebook.front };
      return { notebook: front === notebook.front ? notebook : { ...notebook, front }, inverse };
    }
    case 'replace': {
      if (!canBeFront(edit.notebook.front)) throw fail('front-rule');
      const inverse: Edit = { type: 'replace', notebook };
      return { notebook: edit.notebook, inverse };
    }
    case 'several': {
      let now = notebook;
      const inverses: Edit[] = [];
      for (const each of edit.edits) {
        const done = applyEdit(now, each);
        now = done.notebook;
        inverses.unshift(done.inverse);
      }
      return { notebook: now, inverse: { type: 'several', edits: inverses } };
    }
  }
}

/** As `applyEdit`, keeping how it is recorded. */
export function applyChange(
  notebook: Notebook,
  change: NotebookChange
): { notebook: Notebook; inverse: NotebookChange } {
  const { notebook: after, inverse } = applyEdit(notebook, change);
  const { undo, coalesce } = change;
  return { notebook: after, inverse: { ...inverse, undo, ...(coalesce === undefined ? {} : { coalesce }) } };
}

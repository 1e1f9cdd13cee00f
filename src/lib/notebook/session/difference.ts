import type { CellNode, Graph } from '../graph/graph';
import { isOff, type Cell, type CellKey, type Notebook } from '../model';

/** What a change of the document means for the cells. */
export interface Difference {
  added: CellKey[];
  removed: CellKey[];
  /** Only the text differs. */
  text: CellKey[];
  /** Id, kind, or on and off. */
  identity: CellKey[];
  /** The cell itself is as before, but another cell now stands behind one of its names. */
  inputs: CellKey[];
  /** A problem between cells came or went. */
  troubled: CellKey[];
  mended: CellKey[];
}

const isSame = (a: Cell, b: Cell) => a.kind === b.kind && a.id === b.id && isOff(a) === isOff(b);

function sameInputs(a: CellNode, b: CellNode): boolean {
  return (
    a.inputs.length === b.inputs.length &&
    a.inputs.every((one, at) => one.from === b.inputs[at]?.from && one.defined === b.inputs[at]?.defined)
  );
}

/** Compares two graphs of one notebook. */
export function difference(before: Graph, after: Graph): Difference {
  const found: Difference = { added: [], removed: [], text: [], identity: [], inputs: [], troubled: [], mended: [] };
  for (const key of before.nodes.keys()) if (!after.nodes.has(key)) found.removed.push(key);
  for (const [key, now] of after.nodes) {
    const old = before.node(key);
    if (!old) found.added.push(key);
    else if (!isSame(old.cell, now.cell)) found.identity.push(key);
    else if (old.cell.text !== now.cell.text) found.text.push(key);
    else if (!sameInputs(old, now)) found.inputs.push(key);
    if (now.structural) found.troubled.push(key);
    else if (old?.structural) found.mended.push(key);
  }
  return found;
}

/** Names that the notebook had before, in lower case: without those that are back, with those that went. */
export function vanishedNames(known: ReadonlySet<string>, before: Graph, after: Graph): Set<string> {
  const vanished = new Set(known);
  for (const { name } of before.names.all()) vanished.add(name.toLowerCase());
  for (const { name } of after.names.all()) vanished.delete(name.toLowerCase());
  return vanished;
}

/** Whether two notebooks differ in the texts of these cells only: then only those need be written. */
export function sameButText(before: Notebook, after: Notebook, texts: readonly CellKey[]): boolean {
  const edited = new Set(texts);
  return (
    before.front === after.front &&
    before.cells.length === after.cells.length &&
    after.cells.every((now, at) => {
      const old = before.cells[at];
      return old === now || (old?.key === now.key && edited.has(now.key) && old.attributes === now.attributes);
    })
  );
}

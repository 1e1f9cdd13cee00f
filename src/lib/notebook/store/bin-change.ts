import type { Notebook } from '../model';
import type { BinChange } from './contract';

/** Which cells a change of the document puts into the Bin, and which come out of it. A cell without text is not kept. */
export function binChange(notebook: string, before: Notebook, after: Notebook, at: number): BinChange | undefined {
  const old = new Set(before.cells.map(({ key }) => key));
  const now = new Set(after.cells.map(({ key }) => key));
  const into = before.cells.flatMap(({ key, kind, id, attributes, text }, index) =>
    now.has(key) || text.trim() === '' ? [] : [{ notebook, key, at, index, cell: { kind, id, attributes, text } }]
  );
  // A cell that is new here may have lain in the Bin: an undo, or its restoring.
  const outOf = after.cells.flatMap(({ key }) => (old.has(key) ? [] : [key]));
  return into.length === 0 && outOf.length === 0 ? undefined : { into, outOf };
}

/** One change after another as one. */
export function mergedBin(first: BinChange | undefined, then: BinChange | undefined): BinChange | undefined {
  if (!first || !then) return first ?? then;
  const back = new Set(then.outOf);
  const again = new Set(then.into.map(({ key }) => key));
  return {
    into: [...first.into.filter(({ key }) => !back.has(key) && !again.has(key)), ...then.into],
    outOf: [...first.outOf.filter((key) => !again.has(key)), ...then.outOf]
  };
}

import { keeping as words } from '$lib/messages/keeping';
import type { Edit } from '$lib/notebook/change';
import type { CellKey, Notebook } from '$lib/notebook/model';

/** What was undone or redone, for its toast. */
export interface Told {
  way: 'undone' | 'redone';
  /** What was done to the document: of an undo the opposite of the person's change. */
  edit: Edit;
  before: Notebook;
  after: Notebook;
}

/** Names what an undo or redo changed: "Undone: `twin` deleted." */
export function undoWords({ way, edit, before, after }: Told): string {
  const done = way === 'undone' ? opposite(edit) : edit;
  const cells = new Map([...before.cells, ...after.cells].map((cell) => [cell.key, cell]));
  const [first, ...more] = keysOf(edit);
  const name = first !== undefined && more.length === 0 ? cells.get(first)?.id : undefined;
  return words[way][sortOf(done)](more.length + 1, name);
}

type Sort = keyof typeof words.undone;

function sortOf(edit: Edit): Sort {
  if (edit.type !== 'several') return edit.type;
  const sorts = new Set(edit.edits.map(sortOf));
  const [only = 'several'] = sorts;
  return sorts.size === 1 ? only : 'several';
}

/** An undo did the opposite of what the person did. */
function opposite(edit: Edit): Edit {
  if (edit.type === 'several') return { type: 'several', edits: edit.edits.map(opposite) };
  if (edit.type === 'insert') return { type: 'delete', keys: edit.cells.map(({ cell }) => cell.key) };
  return edit.type === 'delete' ? { type: 'insert', cells: [] } : edit;
}

/** The cells that an edit is about, each once. */
function keysOf(edit: Edit): CellKey[] {
  switch (edit.type) {
    case 'insert':
      return edit.cells.map(({ cell }) => cell.key);
    case 'delete':
      return [...edit.keys];
    case 'move':
      return edit.cells.map(({ cell }) => cell);
    case 'front':
    case 'replace':
      return [];
    case 'several':
      return [...new Set(edit.edits.flatMap(keysOf))];
    default:
      return [edit.key];
  }
}

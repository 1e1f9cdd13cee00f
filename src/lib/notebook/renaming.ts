import type { Edit } from './change';
import type { CellNode, Graph } from './graph/graph';
import type { Rename } from './kind';
import type { CellKey } from './model';

/** What a renaming means for other cells: their texts with the new name. */
export interface Uses {
  /** Cells whose text changes. */
  keys: readonly CellKey[];
  edits: readonly Edit[];
}

type Change = (node: CellNode) => readonly Rename[];

function usesBy(graph: Graph, changes: Change): Uses {
  const edits = [...graph.nodes.values()].flatMap((node): Edit[] => {
    const rename = node.analysis.kind?.rename;
    if (!rename) return [];
    const { key, text } = node.cell;
    const after = changes(node).reduce((now, change) => rename(now, change), text);
    return after === text ? [] : [{ type: 'edit', key, text: after }];
  });
  return { edits, keys: edits.flatMap((edit) => (edit.type === 'edit' ? [edit.key] : [])) };
}

/**
 * Where other cells use the names that a cell gives, were its id another: in queries, in tasks, in the prose.
 * @param id its new id
 */
export function usesOfCell(graph: Graph, key: CellKey, id: string): Uses {
  const node = graph.node(key);
  if (!node) return { keys: [], edits: [] };
  const now = node.analysis.defines;
  const then = definesAs(node, id);
  const names = now.flatMap((from, at) => (then[at] && then[at] !== from ? [{ from, to: then[at] }] : []));
  return usesBy(graph, (other) => {
    if (other.cell.key === key) return [];
    if (other.cell.kind === 'markdown') return names.map(({ from, to }) => ({ sort: 'table', from, to }));
    return other.inputs.flatMap(({ from, sort, name, defined }): Rename[] => {
      const to = from === key ? names.find((one) => one.from === defined)?.to : undefined;
      return to === undefined ? [] : [{ sort, from: name, to }];
    });
  });
}

/** The names that a cell would give under another id. */
function definesAs({ cell, analysis: { kind } }: CellNode, id: string): readonly string[] {
  if (!kind) return [id];
  try {
    return kind.defines(kind.parse(cell.text, { ...cell, id }), id);
  } catch {
    // What cannot be read stands for its id alone.
    return [id];
  }
}

export interface ColumnRename {
  table: string;
  from: string;
  to: string;
}

/**
 * Where other cells use a column that has another name now.
 * @param has whether a table has a column of that name: then only uses with their table in front are sure
 */
export function usesOfColumn(
  graph: Graph,
  { table, from, to }: ColumnRename,
  has: (table: string, column: string) => boolean
): Uses {
  const isTable = (name: string) => name.toLowerCase() === table.toLowerCase();
  return usesBy(graph, ({ cell, inputs }) => {
    const shared = inputs.some(({ sort, defined }) => sort === 'table' && !isTable(defined) && has(defined, from));
    if (cell.kind === 'markdown' || !inputs.some(({ sort, defined }) => sort === 'table' && isTable(defined)))
      return [];
    return [{ sort: 'column', table, from, to, shared }];
  });
}

/** Renames a cell and, if wanted, what others call it: one change, taken back as one. */
export function renameCell(key: CellKey, id: string | undefined, uses: Uses | undefined): Edit {
  return { type: 'several', edits: [{ type: 'set-id', key, id }, ...(uses?.edits ?? [])] };
}

/** Columns of a table that have another name than before, where nothing else changed. */
export function renamedColumns(before: readonly string[], now: readonly string[]): { from: string; to: string }[] {
  if (before.length !== now.length) return [];
  const changed = now.flatMap((to, at) => (before[at] === to ? [] : [{ from: before[at] as string, to }]));
  const old = new Set(before);
  const isNew = changed.every(({ from, to }) => !old.has(to) && !now.includes(from));
  return isNew ? changed : [];
}

import { nearNames } from '$workers/shared/near-names';
import type { Relation } from '$workers/data/contract';
import type { ShelfFile } from '$lib/notebook/files/shelf.svelte';
import type { OutlineEntry } from '../outline';

export interface PanelLists {
  files: readonly ShelfFile[];
  tables: readonly Relation[];
  outline: readonly OutlineEntry[];
}

export interface PanelHits extends PanelLists {
  /** Columns that were found, by the name of their table: such tables stand open. */
  columns: ReadonlyMap<string, ReadonlySet<string>>;
  /** Only where nothing was found: names that are written much alike. */
  near: readonly string[];
}

const everything = new Map<string, ReadonlySet<string>>();

/** What holds the words of a search, in any case. An empty search finds all. */
export function searchPanel(lists: PanelLists, query: string): PanelHits {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return { ...lists, columns: everything, near: [] };
  const hit = (text: string) => text.toLowerCase().includes(wanted);
  const columns = new Map<string, ReadonlySet<string>>();
  for (const { name, columns: all } of lists.tables) {
    const found = all.filter((column) => hit(column.name) || hit(column.label ?? '')).map((column) => column.name);
    if (found.length > 0) columns.set(name, new Set(found));
  }
  const files = lists.files.filter(({ path }) => hit(path));
  const tables = lists.tables.filter(({ name }) => hit(name) || columns.has(name));
  const outline = lists.outline.filter(({ label }) => hit(label));
  const none = files.length + tables.length + outline.length === 0;
  return { files, tables, outline, columns, near: none ? nearNames(query.trim(), namesOf(lists)) : [] };
}

function namesOf({ files, tables, outline }: PanelLists): string[] {
  return [
    ...files.map(({ path }) => path),
    ...tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]),
    ...outline.map(({ label }) => label)
  ];
}

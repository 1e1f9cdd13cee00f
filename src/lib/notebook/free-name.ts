import type { NotebookSession } from './session/session.svelte';

/** A name that nobody has yet: `sql`, `sql_2`, `sql_3` … Names compare without case. */
export function freeName(stem: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const base = stem.replace(/_\d+$/, '');
  if (!used.has(stem.toLowerCase())) return stem;
  for (let n = 2; ; n++) if (!used.has(`${base}_${n}`.toLowerCase())) return `${base}_${n}`;
}

/** Names of tables, values and cells in a notebook. */
export function takenNames({ names, notebook }: Pick<NotebookSession, 'names' | 'notebook'>): string[] {
  return [...names.map(({ name }) => name), ...notebook.cells.flatMap(({ id }) => id ?? [])];
}

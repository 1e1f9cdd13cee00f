import type { Relation } from '$workers/data/contract';

/** What can be named at the caret: asked when a completion opens, so that it is never old. */
export interface KnownNames {
  relations: readonly Relation[];
  /** Ids of cells that make tables, also of those that have not run. */
  tables: readonly string[];
  /** Ids of inputs. */
  values: readonly string[];
  functions: readonly { name: string; parameters: string; returns: string }[];
}

/** Internal names of unnamed cells hold a blank and are nobody's business. */
export function isNameable(name: string): boolean {
  return !name.startsWith('cell ');
}

/** All tables by name, each once; those that are not there yet without columns. */
export function knownTables({ relations, tables }: KnownNames): { name: string; relation: Relation | undefined }[] {
  const found = relations.filter(({ name }) => isNameable(name)).map((relation) => ({ name: relation.name, relation }));
  const seen = new Set(found.map(({ name }) => name.toLowerCase()));
  const coming = tables.filter((name) => isNameable(name) && !seen.has(name.toLowerCase()));
  return [...found, ...coming.map((name) => ({ name, relation: undefined }))];
}

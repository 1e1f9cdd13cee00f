import { nearNames } from '$workers/shared/near-names';
import type { AnyKind, KindRegistry } from '$lib/notebook/kind';
import { chart } from './chart';
import { cohort } from './cohort';
import { fail } from './failures';
import { importKind } from './import';
import { input } from './input';
import { markdown } from './markdown';
import { profile } from './profile';
import { simulate } from './simulate';
import { sql } from './sql';

export { completionFor } from './completion';
export type { KnownNames } from './known-names';
export { fieldEntries } from './reference';

/** Every kind there is, in menu order. Adding one is a folder and a line here. */
const kinds: readonly AnyKind[] = [markdown, sql, input, chart, profile, cohort, importKind, simulate];

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

/** The list that the page hands to the notebook. */
export const registry: KindRegistry = { kinds, find: (name) => byName.get(name) };

/** @throws `kind-unknown`; the cell's text is kept as it was */
export function kindOf(name: string): AnyKind {
  const kind = byName.get(name);
  if (kind) return kind;
  throw fail('kind-unknown', { kind: name, near: nearNames(name, byName.keys()).join(', ') });
}

import { circeWords as words } from '$lib/messages/circe';
import type { Part } from './reading';

/** Longest list of concepts in a cell. */
export const mostConcepts = 10_000;

/** Descendants of a concept, itself not needed; undefined where no vocabulary tells them. */
export type Descendants = ReadonlyMap<number, readonly number[]> | undefined;

export interface ConceptSet {
  name: string;
  ids: readonly number[];
}

/** The concept sets of a definition, each as the list of its concepts. */
export class ConceptSets {
  readonly #parts = new Map<number, Part>();
  readonly #read = new Map<number, ConceptSet>();

  constructor(
    sets: readonly Part[],
    private readonly descendants: Descendants
  ) {
    for (const part of sets) {
      const id = part.number('id');
      if (id !== undefined) this.#parts.set(id, part);
    }
  }

  /** Those that something used, in the order of their use. */
  get used(): readonly ConceptSet[] {
    return [...this.#read.values()];
  }

  /** @returns undefined where the definition has no such set */
  find(id: number): ConceptSet | undefined {
    const known = this.#read.get(id);
    if (known) return known;
    const part = this.#parts.get(id);
    if (!part) return undefined;
    const found = { name: part.text('name') ?? String(id), ids: this.#expand(part) };
    this.#read.set(id, found);
    return found;
  }

  #expand(part: Part): number[] {
    const [included, excluded] = [new Set<number>(), new Set<number>()];
    const expression = part.part('expression');
    for (const item of expression.parts('items')) {
      const id = item.part('concept').number('CONCEPT_ID');
      if (id === undefined) {
        item.leave(undefined, words.noConceptId());
        continue;
      }
      const into = item.flag('isExcluded') ? excluded : included;
      into.add(id);
      if (item.flag('includeDescendants')) {
        if (!this.descendants) item.leave('includeDescendants', words.descendants(id));
        for (const descendant of this.descendants?.get(id) ?? []) into.add(descendant);
      }
      if (item.flag('includeMapped')) item.leave('includeMapped', words.mapped(id));
    }
    return [...included].filter((id) => !excluded.has(id));
  }
}

/** The concepts of which a definition wants the descendants: what a vocabulary has to be asked for. */
export function ancestorsIn(sets: readonly Part[]): number[] {
  const found = new Set<number>();
  for (const set of sets) {
    for (const item of set.part('expression').parts('items')) {
      const id = item.part('concept').number('CONCEPT_ID');
      if (id !== undefined && item.flag('includeDescendants')) found.add(id);
    }
  }
  return [...found];
}

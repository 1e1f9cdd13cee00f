import { circeWords as words } from '$lib/messages/circe';
import type { Plain } from '../../task';
import { mostConcepts, type ConceptSets } from './concept-sets';
import { domains, type Domain } from './domains';
import { daysIn, numbersIn } from './ranges';
import type { Part } from './reading';

export type Written = Record<string, Plain>;

/** A criterion as rows of a table: the keys of an entry event, an event or a censoring event. */
export interface Rows {
  domain: Domain;
  kind: string;
  /** The object of the criterion: what is said of persons is read from it by those who can say it. */
  part: Part;
  written: Written;
}

/** The names of the criteria in a part: `{"ConditionOccurrence": {…}}`. */
export const kindIn = (part: Part): string | undefined => part.keys[0];

/** Whose tables the criteria are in, and the sets that they name. */
export interface Reading {
  sets: ConceptSets;
  tableOf: (table: string) => string;
}

/**
 * The rows that a criterion means. Age and gender stay in its part; whoever reads the rows says what becomes of them.
 *
 * @returns undefined where the criterion is left out whole; then it is named
 */
export function rowsOf(holder: Part, { sets, tableOf }: Reading): Rows | undefined {
  const kind = kindIn(holder);
  if (kind === undefined) return holder.leave(undefined, words.noCriterion());
  const domain = domains[kind];
  if (!domain) return holder.leave(kind, words.noDomain(kind));
  const part = holder.part(kind);
  const written: Written = { table: tableOf(domain.table) };
  if (part.has('CodesetId')) {
    const ids = idsOf(part, 'CodesetId', part.number('CodesetId'), sets);
    if (!ids) return undefined;
    if (domain.named) written.column = domain.concept;
    written.in = ids;
  }
  if (part.flag('First')) written.earliest = true;
  const where = Object.entries(domain.attributes).flatMap(([key, attribute]): Written[] => {
    const { column, sort } = attribute;
    if (sort === 'concepts') return conceptsIn(part, key, column, sets);
    if (sort === 'set') {
      if (part.take(key) === undefined || part.take(key) === null) return [];
      const ids = idsOf(part, key, part.number(key), sets);
      return ids ? [{ column, in: ids }] : [];
    }
    if (!part.has(key)) return [];
    const range = part.part(key);
    const limits = sort === 'numbers' ? numbersIn(range) : daysIn(range);
    if (!limits) part.leave(key, words.noRange(range.text('Op') ?? '?'));
    return limits ? [{ column, ...limits }] : [];
  });
  if (where.length > 0) written.where = where;
  return { domain, kind, part, written };
}

/** Says of a criterion what is left when its rows and its persons are read. */
export function leaveRest({ part }: Rows): void {
  part.leaveOthers((key) => (key === 'CorrelatedCriteria' ? words.noNested() : words.noAttribute()));
}

/** Concepts listed one by one, or as a set (`…CS`), of which a column is one, or none. */
function conceptsIn(part: Part, key: string, column: string, sets: ConceptSets): Written[] {
  const found: Written[] = [];
  const isExclude = part.flag(`${key}Exclude`);
  const ids = listedIds(part, key);
  if (ids.length > 0) found.push({ column, [isExclude ? 'not_in' : 'in']: ids });
  if (part.has(`${key}CS`)) {
    const selection = part.part(`${key}CS`);
    const set = idsOf(selection, 'CodesetId', selection.number('CodesetId'), sets);
    if (set) found.push({ column, [selection.flag('IsExclusion') ? 'not_in' : 'in']: set });
  }
  return found;
}

/** The ids of concepts that are listed one by one. */
export function listedIds(part: Part, key: string): number[] {
  return part.parts(key).flatMap((one) => one.number('CONCEPT_ID') ?? one.leave(undefined, words.noConceptId()) ?? []);
}

/** The concepts of a set; undefined where the set cannot be used, which is named. */
export function idsOf(part: Part, key: string, id: number | undefined, sets: ConceptSets): number[] | undefined {
  const set = id === undefined ? undefined : sets.find(id);
  if (!set) return part.leave(key, words.noSet(id ?? -1));
  if (set.ids.length === 0) return part.leave(key, words.emptySet(set.name));
  if (set.ids.length > mostConcepts) return part.leave(key, words.largeSet(set.name, set.ids.length));
  return [...set.ids];
}

import { counted } from './pages';

/** What an imported cohort definition of ATLAS says about itself, and why parts of it could not be taken over. */
export const circeWords = {
  madeFrom: (title: string) =>
    title === '' ? 'Made from an ATLAS definition.' : `Made from the ATLAS definition “${title}”.`,
  setSaid: (name: string, ids: string, count: number) =>
    `Concept set “${name}”: ${ids}${count > 5 ? ` … (${counted(count, 'concept', 'concepts')})` : ''}`,
  missing: () => 'Not imported:',

  noConceptId: () => 'This concept has no `CONCEPT_ID`.',
  descendants: (id: number) =>
    `The descendants of ${id} are not in it: no table \`concept_ancestor\` is in the notebook. Bring the vocabulary and import again.`,
  mapped: (id: number) => `Concepts mapped to ${id} are not in it: mappings are not read.`,
  noCriterion: () => 'It names no criterion.',
  noDomain: (kind: string) => `Criteria of the sort ${kind} are not read.`,
  noRange: (op: string) => `The comparison “${op}” cannot be said.`,
  noNested: () => 'The criterion stands without its nested criteria.',
  noAttribute: () => 'It stands without this: it is not read.',
  noSet: (id: number) => `The definition has no concept set ${id}.`,
  emptySet: (name: string) => `The concept set “${name}” has no concepts.`,
  largeSet: (name: string, count: number) =>
    `The concept set “${name}” has ${counted(count, 'concept', 'concepts')}, more than a cell holds.`,
  noGroupType: (type: string) => `Groups of the sort ${type} are not read; one condition of it is enough here.`,
  noInnerAll: () => 'Several things of a person inside of a group that needs only some are not read.',
  noInnerGroup: () => 'A group inside of a group that needs only some is not read.',
  noDistinct: () => 'Rows are counted, not different values.',
  noVisit: () => 'It counts rows of other visits, too.',
  noEndWindow: () => 'It stands without the window of its end.',
  noWindowEnd: () => 'Windows from or to an end date are not read: the criterion is left out.',
  noTimeUnit: (unit: string) => `Windows in the unit ${unit} are not read: the criterion is left out.`,
  noEventPerson: () => 'Only what all entry events ask of a person can be said.',
  noLimit: (type: string) => `The limit “${type}” is not read.`,
  emptyRule: () => 'Nothing of this rule could be read.',
  noSupplyEnd: () => 'A drug without an end date ends after a day, not after its days of supply.',
  noExit: (kind: string) => `Exits of the sort ${kind} are not read.`,
  noCollapse: (type: string) => `Merging of the sort ${type} is not read.`,
  noCensorWindow: () => 'Periods are not cut at fixed dates.'
};

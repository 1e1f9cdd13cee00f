/** What can be asked for, without what makes it: the page's forms read this and load no engine. */
export { SCORES } from './scores/contract';
export type { ScoreDefinition, ScoreInput } from './scores/contract';

/** The flat tables first, then the OMOP ones. */
export const TABLES = [
  'hours',
  'episodes',
  'person',
  'observation_period',
  'visit_occurrence',
  'visit_detail',
  'condition_occurrence',
  'drug_exposure',
  'procedure_occurrence',
  'device_exposure',
  'measurement',
  'observation',
  'death',
  'care_site',
  'concept',
  'cdm_source'
] as const;

export type TableName = (typeof TABLES)[number];

export const MOST_PERSONS = 1_000_000;
/** Of one call: about 2 million hours, which a browser holds. More in parts. */
export const MOST_PERSONS_AT_ONCE = 20_000;

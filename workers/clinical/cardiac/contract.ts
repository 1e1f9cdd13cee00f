/** What can be asked for, without what makes it. The flat tables first, then the OMOP ones. */
export const CARDIAC_TABLES = [
  'operations',
  'events',
  'person',
  'observation_period',
  'visit_occurrence',
  'visit_detail',
  'condition_occurrence',
  'procedure_occurrence',
  'device_exposure',
  'measurement',
  'death',
  'care_site',
  'concept',
  'cdm_source'
] as const;

export type CardiacTable = (typeof CARDIAC_TABLES)[number];

/** One operation a person. */
export const MOST_OPERATIONS = 1_000_000;
/** Of one call: about 1.2 million events. More in parts. */
export const MOST_OPERATIONS_AT_ONCE = 100_000;

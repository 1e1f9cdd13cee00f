/** What can be asked for, without what makes it. The flat tables first, then the OMOP ones. */
export const HAEMOPHILIA_TABLES = [
  'patients',
  'doses',
  'levels',
  'bleeds',
  'person',
  'observation_period',
  'visit_occurrence',
  'condition_occurrence',
  'drug_exposure',
  'measurement',
  'care_site',
  'concept',
  'cdm_source'
] as const;

export type HaemophiliaTable = (typeof HAEMOPHILIA_TABLES)[number];

export const MOST_PATIENTS = 1_000_000;
/** Of one call: about 3 million doses, which a browser holds. More in parts. */
export const MOST_PATIENTS_AT_ONCE = 20_000;

/** Ids of the OMOP vocabularies that were checked. Everything else has a local id of ours from 2,000,000,000. */
export const STANDARD = { male: 8507, female: 8532, inpatient: 9201, intensiveCare: 32037, ehr: 32817 } as const;

export const UNKNOWN = 0;

/** Local ids that mean the same in every use case. */
export const WEIGHT = 2000000021;
export const NOT_RECORDED = { race: 2000000700, ethnicity: 2000000701 } as const;

export interface Concept {
  id: number;
  name: string;
  domain: string;
  vocabulary: string;
  conceptClass: string;
  /** Only of our own: codes of others were not checked. */
  code?: string;
}

/** A concept of our own vocabulary. */
export function own(id: number, name: string, domain: string, code: string): Concept {
  return { id, name, domain, vocabulary: 'PHEMS-sim', conceptClass: domain, code };
}

export const STANDARD_CONCEPTS: readonly Concept[] = [
  { id: UNKNOWN, name: 'No matching concept', domain: 'Metadata', vocabulary: 'None', conceptClass: 'Undefined' },
  { id: STANDARD.male, name: 'MALE', domain: 'Gender', vocabulary: 'Gender', conceptClass: 'Gender' },
  { id: STANDARD.female, name: 'FEMALE', domain: 'Gender', vocabulary: 'Gender', conceptClass: 'Gender' },
  { id: STANDARD.inpatient, name: 'Inpatient Visit', domain: 'Visit', vocabulary: 'Visit', conceptClass: 'Visit' },
  { id: STANDARD.intensiveCare, name: 'Intensive Care', domain: 'Visit', vocabulary: 'Visit', conceptClass: 'Visit' },
  { id: STANDARD.ehr, name: 'EHR', domain: 'Type Concept', vocabulary: 'Type Concept', conceptClass: 'Type Concept' }
];

export const NOT_RECORDED_CONCEPTS: readonly Concept[] = [
  own(NOT_RECORDED.race, 'Race not recorded', 'Race', 'race_not_recorded'),
  own(NOT_RECORDED.ethnicity, 'Ethnicity not recorded', 'Ethnicity', 'ethnicity_not_recorded')
];

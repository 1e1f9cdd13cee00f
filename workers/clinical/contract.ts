/** What can be asked for, without what makes it: the page's forms read this and load no engine. */
export {
  courseInputs,
  hasLookBack,
  LOOK_BACK_SCORES,
  ONSET_SCORES,
  recognise,
  SCORES,
  understands
} from './scores/contract';
export type { CourseInput, ScoreDefinition, ScoreInput } from './scores/contract';
export { ADHERENCE_TOLERANCE, PK_MODELS, THRESHOLDS } from './pk/contract';
export { aboutFiles } from './files/about';
export { FILE_FORMATS, FILE_LAYOUTS, MOST_PERSONS_IN_FILES, partsOf } from './files/contract';
export type { FileFormat, FileLayout, FilePiece, FilesRequest, MadePart } from './files/contract';
export { AGGREGATES, HOURLY_VARIABLES, SOURCE_ROLES, type Aggregate } from './hourly/contract';

import { CARDIAC_TABLES, MOST_OPERATIONS_AT_ONCE } from './cardiac/contract';
import { HAEMOPHILIA_TABLES, MOST_PATIENTS_AT_ONCE } from './haemophilia/contract';

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

/**
 * The use cases of PHEMS-sim: their tables, those that a notebook makes unasked (all that is counted there), how many
 * persons are usual, and how many one call makes.
 */
export const USE_CASES = {
  'picu-sepsis': { tables: TABLES, unasked: ['hours'], usual: 600, mostAtOnce: MOST_PERSONS_AT_ONCE },
  'cardiac-surgery': {
    tables: CARDIAC_TABLES,
    unasked: ['operations', 'events'],
    usual: 800,
    mostAtOnce: MOST_OPERATIONS_AT_ONCE
  },
  haemophilia: {
    tables: HAEMOPHILIA_TABLES,
    unasked: ['patients', 'doses', 'levels', 'bleeds'],
    usual: 200,
    mostAtOnce: MOST_PATIENTS_AT_ONCE
  }
} as const;

export type UseCase = keyof typeof USE_CASES;

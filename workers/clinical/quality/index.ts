/** Data-quality checks of an OMOP extract, as SQL over whatever engine is handed in. */
export { TABLE_NAMES as qualityTableNames } from './cdm';
export { checks as qualityChecks } from './checks';
export type { Check } from './check';
export type {
  HoursTable,
  MappedConcept,
  QualityKind,
  QualityLimits,
  QualityOptions,
  QualityReport,
  QualityResult,
  QualitySource,
  QualityStatus,
  Query
} from './contract';
export { qualityFailures } from './errors';
export { qualityOf } from './run';
export { qualityTable } from './table';
export { DEFAULT_MAP as simulatedVariables } from './units';

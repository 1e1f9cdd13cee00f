export { averagePrecision, type AveragePrecision } from './average-precision';
export { utilityFailures } from './errors';
export type { UtilityOptions } from './hourly';
export type { DroppedHours, HourColumns } from './patient-hours';
export {
  patientUtilities,
  sepsisUtility,
  type CallColumns,
  type PatientUtilities,
  type SepsisUtility
} from './sepsis-utility';
export { utilityByThreshold, type UtilityByThreshold } from './threshold-search';
export { warningStudy, type WarningColumns, type WarningStudy } from './warning-study';

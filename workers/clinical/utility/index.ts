export { averagePrecision, type AveragePrecision } from './average-precision';
export { utilityFailures } from './errors';

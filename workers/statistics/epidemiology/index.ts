export { standardisedRatiosOfGroups, standardiseGroups, type GroupedRates, type StandardisedByGroup } from './by-group';
export { checkRow, type Fourfold } from './counts';
export type { Homogeneity } from './breslow-day';
export { epidemiologyFailures } from './errors';
export { countStrata, countTables, type CountedStrata, type CountedTables } from './from-columns';
export { mantelHaenszel, type FourfoldStrata, type MantelHaenszel } from './mantel-haenszel';
export { rate, rateRatio, standardisedRatio, type Rate, type RateRatio, type StandardisedMortality } from './rates';
export {
  directlyStandardised,
  indirectlyStandardised,
  type DirectlyStandardised,
  type IndirectlyStandardised,
  type Strata
} from './standardise';
export { twoByTwo, type Measure, type TwoByTwo, type TwoByTwoOptions } from './two-by-two';

export type { Balance, Standardiser } from './balance';
export { propensityApart, propensityFailures, propensitySeparated } from './errors';
export { matchByScore, type Adjusted, type Matched, type MatchOptions } from './matching';
export type { MatchOrder } from './nearest';
export type { Overlap } from './overlap';
export type { PropensityColumns } from './read';
export { propensityScore, type PropensityScore } from './score';
export { weightByScore, type Weighted, type WeightingOptions } from './weighting';
export { propensityWeights, type Estimand, type WeightOptions } from './weights';

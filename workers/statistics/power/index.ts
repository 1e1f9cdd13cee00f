export { clusterDesign, type ClusterDesign, type ClusterOptions } from './clusters';
export type { Design, TestOptions } from './design';
export { powerFailures } from './errors';
export { logRankPower, logRankSize, type LogRankDesign, type LogRankPower, type LogRankSize } from './log-rank';
export {
  proportionLimits,
  proportionPrecision,
  rateLimits,
  ratePrecision,
  type PrecisionSize,
  type ProportionPrecision,
  type RatePrecision,
  type RatePrecisionSize
} from './precision';
export { twoMeansPower, twoMeansSize, type TwoMeansPower, type TwoMeansSize } from './two-means';
export {
  twoProportionsPower,
  twoProportionsSize,
  type TwoProportionsPower,
  type TwoProportionsSize
} from './two-proportions';

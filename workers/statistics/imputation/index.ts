export { imputeChained, type ChainedOptions, type Imputed } from './chained';
export { imputationFailures } from './errors';
export { poolEstimates, type Pooled, type PooledParts } from './pool';
export type { ImputationMethod } from './variables';

export { imputationFailures } from './errors';
export { poolEstimates, type Pooled, type PooledParts } from './pool';

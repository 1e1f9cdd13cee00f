export { mixedFailures } from './errors';
export { linearMixedModel, type LinearMixedModel, type LinearMixedOptions } from './linear';
export type { MixedOptions } from './options';
export type { RandomPart, SpreadTest } from './random-part';
export type { Criterion } from './profiled-deviance';
export { logisticMixedModel, type LogisticMixedModel, type LogisticMixedOptions } from './logistic';

export { survivalFailures } from './errors';
export type { Classes, FollowUp } from './follow-up';
export type { IntervalScale } from './interval';
export { kaplanMeier, type KaplanMeier, type KaplanMeierOptions } from './kaplan-meier';
export { logRank, type LogRank } from './log-rank';
export { restrictedMeanDifference, type RestrictedMeanDifference } from './restricted-mean';

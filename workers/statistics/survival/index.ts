export { baselineHazard, predictSurvival, type Covariates } from './baseline';
export type { Concordance } from './concordance';
export { coxRegression, type CoxFit, type CoxModel, type CoxOptions, type Test } from './cox';
export type { Design, DesignOptions, Ties } from './cox-design';
export { coxResiduals, type ResidualKind } from './cox-residuals';
export { survivalFailures } from './errors';
export type { Classes, FollowUp } from './follow-up';
export type { IntervalScale } from './interval';
export { kaplanMeier, type KaplanMeier, type KaplanMeierOptions } from './kaplan-meier';
export { logRank, type LogRank } from './log-rank';
export { proportionalHazards, type ProportionalHazards, type TimeScale } from './proportional-hazards';
export { restrictedMeanDifference, type RestrictedMeanDifference } from './restricted-mean';

// What the room of competing risks shares.
export { coefficientsOf, coefficientTable, unscaled } from './coefficients';
export { arrange, withoutAliases, type Arranged } from './cox-design';
export { maximise, type Maximum } from './cox-newton';
export { prepare, rowsWithout, usedCodes, lastUpTo, isSameTime, type Prepared } from './follow-up';
export { probabilityLimits, zOf } from './interval';
export { whole, type Likelihood } from './partial-likelihood';
export { crossProduct, timesMatrix } from './residuals';
export { predictors } from './risk-sets';
export { slicesOf, walk, type Slice } from './slices';
export { stackedTable } from './stacked-table';
export { quadraticForm } from './symmetric';

export { caseSeries, type CaseSeries, type SeriesLevel } from './case-series';
export { disproportionality, type Disproportionality } from './disproportionality';
export { ebgm } from './ebgm';
export { pharmacovigilanceFailures } from './errors';
export { fitPrior, type FittedPrior } from './fit-prior';
export type { Prior, Scores } from './gamma-mixture';
export type { RiskWindow } from './person-time';
export type { SeriesColumns } from './series-columns';

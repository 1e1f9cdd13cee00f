export { type AgreementResult } from './agreement-result';
export { repeatedLimits, type RepeatedLimits } from './repeated-limits';
export { limitsOfAgreement, type LimitsOfAgreement, type LimitsOptions } from './bland-altman';
export { concordanceCorrelation, type Concordance } from './concordance';
export { agreementFailures } from './errors';
export { fleissKappa } from './fleiss';
export { intraclassCorrelation, type Intraclass, type MeanSquares } from './intraclass';
export { kappa, type Kappa, type KappaOptions, type KappaWeights } from './kappa';
export { ratingTable, readRatings, type Ratings } from './ratings';

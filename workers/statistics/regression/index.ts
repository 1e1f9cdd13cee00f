export { regressionFailures } from './errors';
export { linearRegression, type LinearRegression } from './linear';
export { logisticRegression, type LogisticOptions, type LogisticRegression } from './logistic';
export type { Coefficients, TermTest } from './inference';
export type { ErrorKind, RegressionOptions } from './options';

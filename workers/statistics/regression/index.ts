export { regressionFailures } from './errors';
export { linearRegression, type LinearRegression } from './linear';
export { logisticRegression, type LogisticOptions, type LogisticRegression } from './logistic';
export type { CoefficientParts, Coefficients, TermTest } from './inference';
export type { ErrorKind, RegressionOptions } from './options';
export { firthRegression, type FirthOptions, type FirthRegression } from './firth';
export { negativeBinomialRegression, type NegativeBinomialRegression } from './negative-binomial';
export { poissonRegression, type CountOptions, type PoissonRegression } from './poisson';
export {
  ordinalRegression,
  type OrdinalOptions,
  type OrdinalRegression,
  type ProportionalOdds
} from './ordinal/ordinal';
export { frameOf, type Frame } from './frame';
export { inferenceOf, type DegreesOfFreedom } from './inference';
export { checkEvents, countEvents } from './logistic';
export type { RandomGroups } from './random-groups';
export { binaryResponse, numericResponse } from './response';
export { designOf, type Design, type DesignOptions } from './design/design';
export type { Bend } from './design/variable';
export { logisticFamily, negativeBinomialFamily, poissonFamily, type Family } from './fit/family';
export { irls, type Irls, type IrlsOptions } from './fit/irls';
export { formulaColumns, plainColumns } from './formula/columns';
export { nameText } from './formula/expression';

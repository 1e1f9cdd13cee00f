import type { AnalysisMethod } from '../define';
import { correlationAnalysis } from './correlation';
import { firthAnalysis } from './firth';
import { interruptedSeriesAnalysis } from './interrupted-series';
import { linearAnalysis } from './linear';
import { linearMixedAnalysis } from './linear-mixed';
import { logisticAnalysis } from './logistic';
import { logisticMixedAnalysis } from './logistic-mixed';
import { negativeBinomialAnalysis } from './negative-binomial';
import { ordinalAnalysis } from './ordinal';
import { poissonAnalysis } from './poisson';
import { propensityMatchingAnalysis } from './propensity-matching';
import { propensityWeightingAnalysis } from './propensity-weighting';

/** Relating an outcome to what may explain it, in the order of the form. */
export const relate: readonly AnalysisMethod[] = [
  linearAnalysis,
  logisticAnalysis,
  firthAnalysis,
  poissonAnalysis,
  negativeBinomialAnalysis,
  ordinalAnalysis,
  linearMixedAnalysis,
  logisticMixedAnalysis,
  correlationAnalysis,
  propensityMatchingAnalysis,
  propensityWeightingAnalysis,
  interruptedSeriesAnalysis
];

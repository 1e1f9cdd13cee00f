import type { AnalysisMethod } from './define';
import { coxAnalysis } from './survive/cox';
import { kaplanMeierAnalysis } from './survive/kaplan-meier';

/** Every method there is, by question, in the order of the form. */
export const analyses: readonly AnalysisMethod[] = [kaplanMeierAnalysis, coxAnalysis];

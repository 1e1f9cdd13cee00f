import type { AnalysisMethod } from '../define';
import { caseSeriesAnalysis } from './case-series';
import { signalsAnalysis } from './signals';

export const detect: readonly AnalysisMethod[] = [signalsAnalysis, caseSeriesAnalysis];

import type { AnalysisMethod } from '../define';
import { meansAnalysis } from './means';
import { pairedAnalysis } from './paired';
import { pairedProportionsAnalysis } from './paired-proportions';
import { proportionsAnalysis } from './proportions';
import { ranksAnalysis } from './ranks';
import { stratifiedAnalysis } from './stratified';

export const compare: readonly AnalysisMethod[] = [
  meansAnalysis,
  pairedAnalysis,
  ranksAnalysis,
  proportionsAnalysis,
  pairedProportionsAnalysis,
  stratifiedAnalysis
];

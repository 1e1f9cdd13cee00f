import type { AnalysisMethod } from '../define';
import { calibrationAnalysis } from './calibration';
import { classificationAnalysis } from './classification';
import { decisionCurveAnalysis } from './decision-curve';
import { performanceAnalysis } from './performance';
import { precisionRecallAnalysis } from './precision-recall';
import { rocAnalysis } from './roc';

/** How well a prediction works: whether it ranks, whether its risks are right, whether acting on it pays. */
export const predict: readonly AnalysisMethod[] = [
  rocAnalysis,
  precisionRecallAnalysis,
  calibrationAnalysis,
  decisionCurveAnalysis,
  classificationAnalysis,
  performanceAnalysis
];

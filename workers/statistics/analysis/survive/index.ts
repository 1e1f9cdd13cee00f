import type { AnalysisMethod } from '../define';
import { coxAnalysis } from './cox';
import { cumulativeIncidenceAnalysis } from './cumulative-incidence';
import { fineGrayAnalysis } from './fine-gray';
import { kaplanMeierAnalysis } from './kaplan-meier';
import { restrictedMeanAnalysis } from './restricted-mean';

/** Time until an event. */
export const survive: readonly AnalysisMethod[] = [
  kaplanMeierAnalysis,
  restrictedMeanAnalysis,
  coxAnalysis,
  cumulativeIncidenceAnalysis,
  fineGrayAnalysis
];

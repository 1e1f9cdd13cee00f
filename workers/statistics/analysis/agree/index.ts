import type { AnalysisMethod } from '../define';
import { blandAltmanAnalysis } from './bland-altman';
import { concordanceAnalysis } from './concordance';
import { intraclassAnalysis } from './intraclass';
import { kappaAnalysis } from './kappa';

/** How well raters, or methods of measurement, agree. */
export const agree: readonly AnalysisMethod[] = [
  kappaAnalysis,
  blandAltmanAnalysis,
  intraclassAnalysis,
  concordanceAnalysis
];

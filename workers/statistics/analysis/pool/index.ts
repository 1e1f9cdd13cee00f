import type { AnalysisMethod } from '../define';
import { metaAnalysisAnalysis } from './meta-analysis';
import { metaCountsAnalysis } from './meta-counts';

export const pool: readonly AnalysisMethod[] = [metaAnalysisAnalysis, metaCountsAnalysis];

import type { AnalysisMethod } from '../define';
import { describeAnalysis } from './describe';
import { incidenceRatesAnalysis } from './incidence-rates';
import { standardiseAnalysis } from './standardise';
import { tableOneAnalysis } from './table-one';

export const describe: readonly AnalysisMethod[] = [
  tableOneAnalysis,
  describeAnalysis,
  incidenceRatesAnalysis,
  standardiseAnalysis
];

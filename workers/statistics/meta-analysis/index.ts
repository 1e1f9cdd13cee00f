export { eggerTest, type Egger } from './egger';
export { metaAnalysisFailures } from './errors';
export type { CountColumns, CountMeasure } from './counts';
export { metaAnalysis, type Heterogeneity, type MetaAnalysis, type PoolOptions } from './pool';
export { metaAnalysisOfCounts, type CountPoolOptions } from './pool-counts';
export type { StudyColumns } from './studies';

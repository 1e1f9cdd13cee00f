export {
  benchmark,
  benchmarkFailures,
  type Benchmark,
  type BenchmarkRequest,
  type Course,
  type CourseRequest,
  type DeathWithin,
  type Exclusion,
  type Unit
} from './benchmark';
export { byTable } from './by-table';
export { statisticsFailures } from './errors';
export { observedExpected, poissonLimits, type ObservedExpected } from './poisson-count';
export { binomialP, clopperPearson, wilson, type Interval } from './proportion';
export {
  controlLimit,
  cusum,
  expectedRisks,
  interruptedTimeSeries,
  monitoringFailures,
  monitorInOrder,
  normalLimits,
  observedExpectedByHospital,
  proportionFunnel,
  proportionLimits,
  ratesByHospital,
  ratioFunnel,
  ratioLimits,
  readRiskModel,
  thirtyDayOutcomes,
  vlad,
  type ByHospital,
  type Cases,
  type ControlLimit,
  type ControlLimitOptions,
  type Cusum,
  type Excluded,
  type ExpectedRisks,
  type Funnel,
  type FunnelPosition,
  type Limits,
  type Monitored,
  type MonitorOptions,
  type RiskModel,
  type RiskTerm,
  type Target,
  type ThirtyDayColumns,
  type ThirtyDayOutcomes,
  type TimeSeries,
  type TimeSeriesOptions
} from './monitoring';

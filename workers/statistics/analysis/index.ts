export { analyse, codeName, columnsOf } from './analyse';
export {
  MEASURES,
  OWN_NAMES,
  QUESTIONS,
  type Analysis,
  type AnalysisTest,
  type Fact,
  type Measure,
  type MeasuredEstimate,
  type OwnName,
  type Question,
  type Said,
  type ShownCell,
  type ShownTable
} from './contract';
export type { AnalysisMethod } from './define';
export {
  FIGURES,
  type BalanceFigure,
  type BarsFigure,
  type BoxesFigure,
  type Figure,
  type ForestFigure,
  type ForestRow,
  type HistogramsFigure,
  type LinesFigure,
  type LinesSeries,
  type PointsFigure,
  type StepsCurve,
  type StepsFigure
} from './figures';
export { analyses } from './methods';

import type { Measure } from './contract';

/*
 * What there is to draw, as numbers. `what` is worded by the page (title, axes, caption), and says how it is drawn where
 * figures of one kind differ. A figure is `individual` where its marks are single persons or rows.
 */

interface Drawn {
  /** Marks are single persons: it stays out of reports and is not shown to an audience. */
  individual?: true;
}

/** Estimates with their intervals below each other. Numbers as they are shown: ratios, not their logarithms. */
export interface ForestFigure extends Drawn {
  kind: 'forest';
  measure: Measure;
  /** Ratios stand on a logarithmic axis. */
  scale: 'identity' | 'log';
  /** The value of no effect. */
  null: number;
  level: number;
  rows: readonly ForestRow[];
}

export interface ForestRow {
  name: string;
  /** The name is one of the engine's own, as in `MeasuredEstimate`. */
  named?: 'code';
  /** Absent for a reference level, or a study that could not be used. */
  estimate?: number;
  lower?: number | null;
  upper?: number | null;
  p?: number | null;
  /** Share of the whole, 0 to 1: the size of the square. */
  weight?: number;
  n?: number;
  events?: number;
  /** It tells of few persons or reports: not before an audience, nor in a report. */
  few?: true;
  /** Default `estimate`; `pooled` is a diamond, `prediction` a bar of where the next study may lie. */
  look?: 'estimate' | 'reference' | 'pooled' | 'prediction' | 'heading';
}

/** Survival or cumulative incidence, as steps, with numbers at risk below. */
export interface StepsFigure extends Drawn {
  kind: 'steps';
  what: 'survival' | 'incidence';
  /** The event: `died`. */
  event: string;
  /** The axis of the values ends with them; else survival stands on its whole axis. */
  zoom?: true;
  /** Of the time axis: `days`; without one, the column of times. */
  unit?: string;
  time?: string;
  curves: readonly StepsCurve[];
  atRisk?: { times: readonly number[]; rows: readonly { name: string; counts: readonly number[] }[] };
  /** Where a restricted mean ends, or a time that is asked for. */
  until?: number;
}

export interface StepsCurve {
  /** '' for everybody. */
  name: string;
  /** Rising; the value holds from its time on. The start (0, 1 or 0) is not among them. NaN: no limit. */
  time: Float64Array;
  value: Float64Array;
  lower?: Float64Array;
  upper?: Float64Array;
  /** Followed up to each of the times, or longer. */
  atRisk: Float64Array;
  /** Times at which somebody was censored. */
  censored?: Float64Array;
}

/** Lines in a plane: ROC, precision and recall, calibration, net benefit, effects of a spline, a course over time. */
export interface LinesFigure extends Drawn {
  kind: 'lines';
  what:
    | 'roc'
    | 'precision-recall'
    | 'calibration'
    | 'net-benefit'
    | 'effect'
    | 'interrupted-series'
    | 'power'
    | 'precision'
    | 'trace';
  /** What stands on the axes where `what` does not say it: names of columns. */
  x?: string;
  y?: string;
  /** Of the values: ratios stand on a logarithmic axis. */
  measure?: Measure;
  /** Of the bands. */
  level?: number;
  series: readonly LinesSeries[];
  /** A line from corner to corner: no discrimination, perfect calibration. */
  diagonal?: true;
  /** Lines across at these values. */
  acrossX?: readonly number[];
  acrossY?: readonly number[];
  domainX?: readonly [number, number];
  domainY?: readonly [number, number];
}

export interface LinesSeries {
  name: string;
  /** `bars` are counts at places: they stand small at the foot, on a scale of their own. */
  look: 'line' | 'dashed' | 'step' | 'points' | 'bars';
  x: Float64Array;
  y: Float64Array;
  lower?: Float64Array;
  upper?: Float64Array;
}

/** A point each: Bland-Altman, funnel of studies, quantiles of residuals. */
export interface PointsFigure extends Drawn {
  kind: 'points';
  what: 'bland-altman' | 'study-funnel' | 'quantiles' | 'residuals' | 'scatter' | 'ratings' | 'correlation' | 'signals';
  x: Float64Array;
  y: Float64Array;
  xName?: string;
  yName?: string;
  names?: readonly string[];
  /** Which of them tell of few reports: not before an audience, nor in a report. */
  few?: readonly boolean[];
  /** Lines across, worded by `what`: `bias`, `lower-limit` … with their interval where there is one. */
  lines: readonly { code: string; value: number; lower?: number | null; upper?: number | null }[];
  /** Straight or bent limits of a funnel. */
  limits?: readonly { name: string; x: Float64Array; y: Float64Array }[];
}

/** Standardised differences before and after adjustment. */
export interface BalanceFigure extends Drawn {
  kind: 'balance';
  rows: readonly { name: string; before: number; after: number }[];
  /** Above it groups differ more than is usually accepted: 0.1. */
  threshold: number;
}

/** Distributions of groups by five numbers and a mean: no single value but the ends is shown. */
export interface BoxesFigure extends Drawn {
  kind: 'boxes';
  value: string;
  unit?: string;
  rows: readonly {
    name: string;
    n: number;
    low: number;
    q1: number;
    median: number;
    q3: number;
    high: number;
    mean: number;
    lower?: number | null;
    upper?: number | null;
  }[];
}

/** Counts and shares of groups by category. */
export interface BarsFigure extends Drawn {
  kind: 'bars';
  value: string;
  parts: readonly string[];
  /** `hidden`: which counts are not told to an audience, being of few persons or telling of some. */
  rows: readonly { name: string; counts: readonly number[]; hidden?: readonly boolean[] }[];
}

/** Numbers of rows between edges, for groups above each other. */
export interface HistogramsFigure extends Drawn {
  kind: 'histograms';
  what: 'overlap' | 'values' | 'risks';
  value: string;
  /** One more than counts. */
  edges: Float64Array;
  series: readonly { name: string; counts: Float64Array }[];
}

export type Figure =
  ForestFigure | StepsFigure | LinesFigure | PointsFigure | BalanceFigure | BoxesFigure | BarsFigure | HistogramsFigure;

export const FIGURES = ['forest', 'steps', 'lines', 'points', 'balance', 'boxes', 'bars', 'histograms'] as const;

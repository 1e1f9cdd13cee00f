/**
 * One estimate of an analysis, as other cells, reports and comparisons across releases of the data take it over. On the
 * scale of the analysis: ratios as logarithms, probabilities as logits; who shows it turns it back. The interval is as the
 * method gives it (profile, exact, bootstrap), never forced to be symmetric.
 */
export interface Estimate {
  /** Unique within a result: the term of a model, a group, a measure. */
  name: string;
  estimate: number;
  /** Null where the method has none (exact intervals, medians). */
  se: number | null;
  /** Null where the limit does not exist, as that of a median that is not reached. */
  lower: number | null;
  upper: number | null;
  /** Level of confidence, 0.95 unless asked otherwise. */
  level: number;
  scale: 'identity' | 'log' | 'logit';
  /** The value of no effect, on that scale. */
  null: number;
  /** Degrees of freedom of the reference distribution; null is the normal one. */
  df: number | null;
  /** Null where the method gives no test. */
  p: number | null;
  /** Rows (or persons, where the method says so) that were used, and that were dropped for missing values. */
  n: number;
  nDropped: number;
  /** The method's name as a paper says it. */
  method: string;
}

/** What was assumed, what was checked and what the reader is to be told: a code with its values, worded by the page. */
export interface StatisticsRemark {
  code: string;
  values: Readonly<Record<string, string | number>>;
}

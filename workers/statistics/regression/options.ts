import type { JobOptions } from '../../shared/job';

/** How the errors of the coefficients are found. */
export type ErrorKind = 'model' | 'HC0' | 'HC1' | 'HC3';

export interface RegressionOptions extends JobOptions {
  /** Level of confidence as a fraction, default 0.95. */
  level?: number;
  /** The level to compare with, by the variable's text in the formula; else the first by code point or number. */
  references?: Readonly<Record<string, string>>;
  /** Name of a column of weights from 0: of cases, or of inverse variances. */
  weights?: string;
  /** Default `model`: those of the likelihood. Not together with `cluster`. */
  errors?: ErrorKind;
  /** Name of a column: rows with the same value belong together, as those of a person or a hospital. */
  cluster?: string;
}

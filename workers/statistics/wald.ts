import { normal, studentT } from '../shared/distributions';
import type { Estimate } from './estimate';
import { checkLevel } from './proportion';

/** What a Wald interval is made of; on the scale of the analysis. */
export interface WaldInput extends Pick<Estimate, 'name' | 'estimate' | 'scale' | 'n' | 'nDropped' | 'method'> {
  /** Finite, above 0. */
  se: number;
  /** Default 0.95. */
  level?: number | undefined;
  /** Value of no effect, default 0. */
  null?: number | undefined;
  /** Default: normal. */
  df?: number | null | undefined;
}

/**
 * An estimate with Wald's interval and two-sided p.
 *
 * @throws `level-range`
 */
export function waldEstimate({ level = 0.95, null: none = 0, df = null, se, ...rest }: WaldInput): Estimate {
  checkLevel(level);
  const reference = df === null ? normal() : studentT(df);
  const half = reference.upperQuantile((1 - level) / 2) * se;
  return {
    ...rest,
    se,
    lower: rest.estimate - half,
    upper: rest.estimate + half,
    level,
    null: none,
    df,
    p: Math.min(1, 2 * reference.upper(Math.abs(rest.estimate - none) / se))
  };
}

import type { Estimate, StatisticsRemark } from '../estimate';
import { momentsOf } from '../moments';
import { checkLevel } from '../proportion';
import { waldEstimate } from '../wald';
import { fail } from './errors';

/** How an estimate varies within and between completed data sets. */
export interface PooledParts {
  name: string;
  /** Mean of the squared standard errors. */
  within: number;
  /** Variance of the estimates. */
  between: number;
  /** within + (1 + 1/m)·between. */
  total: number;
  /** Share of the total that is due to what is missing. */
  lambda: number;
  /** Fraction of missing information. */
  fmi: number;
  /** Relative increase of the variance. */
  increase: number;
  /** Null is infinite. */
  df: number | null;
}

export interface Pooled {
  estimates: Estimate[];
  parts: PooledParts[];
  /** Completed data sets. */
  completed: number;
  n: number;
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

/** Beyond this the t distribution is the normal one. */
const MANY = 1e12;

/**
 * Pools the estimates of several completed data sets by Rubin's rules, with Barnard and Rubin's degrees of freedom.
 *
 * @param fits estimates of each completed data set, on the scale of the analysis, in the same order
 * @param options.dfComplete degrees of freedom that complete data would have (rows less coefficients); default: infinite
 * @throws `imputation-too-few`, `imputation-unlike`, `imputation-error`, `imputation-degrees`, `level-range`
 * @see Rubin 1987, Multiple Imputation; Barnard and Rubin 1999, Biometrika 86:948; equals R mice 3.15.0 `pool.scalar`
 */
export function poolEstimates(
  fits: readonly (readonly Estimate[])[],
  { dfComplete, level = 0.95 }: { dfComplete?: number | undefined; level?: number | undefined } = {}
): Pooled {
  checkLevel(level);
  const completed = fits.length;
  if (completed < 2) throw fail('imputation-too-few', { completed });
  if (dfComplete !== undefined && !(dfComplete > 0)) throw fail('imputation-degrees');
  const [first = []] = fits;
  const isAlike = (fit: readonly Estimate[]) =>
    fit.length === first.length &&
    fit.every(({ name, scale }, at) => name === first[at]?.name && scale === first[at].scale);
  if (!fits.every(isAlike)) throw fail('imputation-unlike');
  const estimates: Estimate[] = [];
  const parts = first.map((one, at) => {
    const values = Float64Array.from(fits, (fit) => (fit[at] as Estimate).estimate);
    const errors = fits.map((fit) => (fit[at] as Estimate).se);
    if (errors.some((se) => !(se !== null && se > 0 && se < 1e150))) throw fail('imputation-error', { name: one.name });
    const part = partsOf(one.name, values, Float64Array.from(errors as number[]), dfComplete);
    estimates.push(
      waldEstimate({
        name: one.name,
        estimate: momentsOf(values).mean,
        se: Math.sqrt(part.total),
        scale: one.scale,
        null: one.null,
        df: part.df,
        level,
        n: one.n,
        nDropped: one.nDropped,
        method: `${one.method}, pooled over ${completed} imputations`
      })
    );
    return part;
  });
  const worst = parts.reduce((most, { fmi }) => Math.max(most, fmi), 0);
  return {
    estimates,
    parts,
    completed,
    n: first[0]?.n ?? 0,
    nDropped: first[0]?.nDropped ?? 0,
    method: "Rubin's rules, Barnard and Rubin's degrees of freedom",
    // As many data sets as percent of missing information. @see White, Royston and Wood 2011, Stat Med 30:377
    remarks: 100 * worst > completed ? [{ code: 'imputation-more-sets', values: { completed, wanted: Math.ceil(100 * worst) } }] : [] // prettier-ignore
  };
}

function partsOf(
  name: string,
  values: Float64Array,
  errors: Float64Array,
  dfComplete: number | undefined
): PooledParts {
  const sets = values.length;
  const within = momentsOf(errors.map((se) => se * se)).mean;
  const between = momentsOf(values).variance;
  const extra = (1 + 1 / sets) * between;
  const total = within + extra;
  const lambda = extra / total;
  const increase = extra / within;
  const df = degrees(sets, lambda, dfComplete);
  return {
    name,
    within,
    between,
    total,
    lambda,
    fmi: (increase + (df === null ? 0 : 2 / (df + 3))) / (increase + 1),
    increase,
    df
  };
}

/** Where the estimates agree, those of complete data. */
function degrees(sets: number, lambda: number, complete: number | undefined): number | null {
  const old = (sets - 1) / (lambda * lambda);
  const isComplete = complete !== undefined && complete < MANY;
  if (!(old < MANY)) return isComplete ? ((complete + 1) / (complete + 3)) * complete * (1 - lambda) : null;
  if (!isComplete) return old;
  const observed = ((complete + 1) / (complete + 3)) * complete * (1 - lambda);
  return (old * observed) / (old + observed);
}

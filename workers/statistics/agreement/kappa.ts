import { normalUpper } from '../../shared/distributions';
import { normalQuantile } from '../../shared/normal';
import type { Estimate } from '../estimate';
import { checkLevel } from '../proportion';
import { NOTHING, type AgreementResult } from './agreement-result';
import { fail } from './errors';

/** How much two levels apart agree: not at all, by their distance, or by its square. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

export interface KappaOptions {
  /** Default `none`: Cohen's kappa. Weights need levels in their order. */
  weights?: KappaWeights | undefined;
  /** Default 0.95. */
  level?: number | undefined;
  /** Persons left out before the table was made. */
  nDropped?: number | undefined;
}

export interface Kappa extends AgreementResult {
  /** Agreement that was seen and that chance would give, weighted. */
  observed: number;
  expected: number;
}

const NAMES: Readonly<Record<KappaWeights, string>> = {
  none: 'Cohen’s kappa',
  linear: 'Weighted kappa (linear weights)',
  quadratic: 'Weighted kappa (quadratic weights)'
};

/**
 * Kappa of two raters: agreement beyond chance. The interval goes by the large-sample error, p by that under chance alone.
 *
 * @param counts rows the first rater's level, columns the second's
 * @returns the interval cut to [−1, 1]; none where agreement is perfect, which a remark says
 * @throws `agreement-table`, `agreement-too-few`, `agreement-one-level`, `level-range`
 * @see Cohen 1968, Psychol Bull 70:213; Fleiss, Cohen and Everitt 1969, Psychol Bull 72:323
 */
export function kappa(
  counts: readonly (readonly number[])[],
  { weights = 'none', level = 0.95, nDropped = 0 }: KappaOptions = {}
): Kappa {
  checkLevel(level);
  const size = counts.length;
  const isTable = size >= 2 && counts.every((row) => row.length === size && row.every((one) => Number.isSafeInteger(one) && one >= 0)); // prettier-ignore
  if (!isTable) throw fail('agreement-table');
  const n = counts.reduce((sum, row) => row.reduce((all, one) => all + one, sum), 0);
  if (n < 2) throw fail('agreement-too-few', { what: 'Kappa', needed: 2, of: 'persons', n });
  const share = (row: number, column: number) => counts[row]![column]! / n;
  const all = Array.from({ length: size }, (_, at) => at);
  const rows = all.map((row) => all.reduce((sum, column) => sum + share(row, column), 0));
  const columns = all.map((column) => all.reduce((sum, row) => sum + share(row, column), 0));
  const weight = (row: number, column: number) => {
    const distance = Math.abs(row - column) / (size - 1);
    return weights === 'linear'
      ? 1 - distance
      : weights === 'quadratic'
        ? 1 - distance * distance
        : Number(row === column);
  };
  const over = (term: (row: number, column: number) => number) =>
    all.reduce((sum, row) => all.reduce((inner, column) => inner + term(row, column), sum), 0);
  const observed = over((row, column) => weight(row, column) * share(row, column));
  const expected = over((row, column) => weight(row, column) * rows[row]! * columns[column]!);
  const beyond = over((row, column) => (1 - weight(row, column)) * rows[row]! * columns[column]!);
  if (!(beyond > 0)) throw fail('agreement-one-level');
  const above = 1 - over((row, column) => (1 - weight(row, column)) * share(row, column)) / beyond;
  // Raters without a level in common agree as chance does; what is left beside 0 is rounding.
  const estimate = Math.abs(above) > NOTHING ? above : 0;
  const ofRow = all.map((row) => all.reduce((sum, column) => sum + weight(row, column) * columns[column]!, 0));
  const ofColumn = all.map((column) => all.reduce((sum, row) => sum + weight(row, column) * rows[row]!, 0));
  const means = (row: number, column: number) => ofRow[row]! + ofColumn[column]!;
  const spread = over(
    (row, column) => share(row, column) * (weight(row, column) - means(row, column) * (1 - estimate)) ** 2
  );
  const chance = over((row, column) => rows[row]! * columns[column]! * (weight(row, column) - means(row, column)) ** 2);
  const se = Math.sqrt(Math.max(0, spread - (estimate - expected * (1 - estimate)) ** 2) / n) / beyond;
  const seNull = Math.sqrt(Math.max(0, chance - expected * expected) / n) / beyond;
  const isPerfect = over((row, column) => (row === column ? 0 : share(row, column))) === 0;
  // A rater who gave everybody the same leaves nothing but rounding.
  const hasError = !isPerfect && se > NOTHING;
  const half = -normalQuantile((1 - level) / 2) * se;
  const found: Estimate = {
    name: 'kappa',
    estimate,
    se: hasError ? se : null,
    lower: hasError ? Math.max(-1, estimate - half) : null,
    upper: hasError ? Math.min(1, estimate + half) : null,
    level,
    scale: 'identity',
    null: 0,
    df: null,
    p: seNull > NOTHING ? Math.min(1, 2 * normalUpper(Math.abs(estimate) / seNull)) : null,
    n,
    nDropped,
    method: NAMES[weights]
  };
  return {
    method: NAMES[weights],
    estimates: [found],
    observed,
    expected,
    n,
    nDropped,
    remarks: hasError ? [] : [{ code: isPerfect ? 'agreement-perfect' : 'agreement-no-spread', values: { n } }]
  };
}

import { normalUpper, studentT } from '../../shared/distributions';
import type { Estimate } from '../estimate';
import { checkLevel } from '../proportion';
import { NOTHING, type AgreementResult } from './agreement-result';
import { fail } from './errors';
import type { Ratings } from './ratings';

/**
 * Fleiss's kappa of several raters, over all levels and for each against the rest. p by the error under chance alone; the
 * interval of the whole by the linearised error, with t of n − 1; single levels have none.
 *
 * @throws `agreement-too-few`, `agreement-one-level`, `level-range`
 * @see Fleiss 1971, Psychol Bull 76:378; Fleiss, Nee and Landis 1979, Psychol Bull 86:974 (error under chance); Gwet 2021,
 *   Educ Psychol Meas 81:781 (linearised error)
 */
export function fleissKappa(
  { levels, codes, n, nDropped }: Ratings,
  { level = 0.95 }: { level?: number | undefined } = {}
): AgreementResult {
  checkLevel(level);
  const method = 'Fleiss’s kappa';
  if (n < 2) throw fail('agreement-too-few', { what: method, needed: 2, of: 'persons', n });
  const raters = codes.length;
  const counts = Array.from({ length: n }, (_, person) => {
    const row = new Float64Array(levels.length);
    for (const one of codes) row[one[person]!]! += 1;
    return row;
  });
  const shares = levels.map((_, at) => counts.reduce((sum, row) => sum + row[at]!, 0) / (n * raters));
  const expected = shares.reduce((sum, share) => sum + share * share, 0);
  const beyond = shares.reduce((sum, share) => sum + share * (1 - share), 0);
  if (!(beyond > 0) || shares.some((share) => share === 1)) throw fail('agreement-one-level');
  const pairs = raters * (raters - 1);
  const agreed = counts.map((row) => row.reduce((sum, count) => sum + count * (count - 1), 0) / pairs);
  const observed = agreed.reduce((sum, one) => sum + one, 0) / n;
  const estimate = (observed - expected) / beyond;
  const influence = counts.map((row, person) => {
    const chance = row.reduce((sum, count, at) => sum + (count / raters) * shares[at]!, 0);
    return (agreed[person]! - expected) / beyond - estimate - (2 * (1 - estimate) * (chance - expected)) / beyond;
  });
  const se = Math.sqrt(influence.reduce((sum, one) => sum + one * one, 0) / (n * (n - 1)));
  const skew = shares.reduce((sum, share) => sum + share * (1 - share) * (1 - 2 * share), 0);
  const perLevel = Math.sqrt(2 / (n * pairs));
  const seNull = (perLevel * Math.sqrt(Math.max(0, beyond * beyond - skew))) / beyond;
  const isPerfect = observed === 1;
  const hasError = !isPerfect && se > NOTHING;
  const half = studentT(n - 1).upperQuantile((1 - level) / 2) * se;
  const p = (value: number, error: number) =>
    error > 0 ? Math.min(1, 2 * normalUpper(Math.abs(value) / error)) : null;
  const common = { level, scale: 'identity', null: 0, n, nDropped, method } as const;
  const whole: Estimate = {
    ...common,
    name: 'kappa',
    estimate,
    se: hasError ? se : null,
    lower: hasError ? Math.max(-1, estimate - half) : null,
    upper: hasError ? Math.min(1, estimate + half) : null,
    df: n - 1,
    p: p(estimate, seNull)
  };
  const single = levels.flatMap((name, at): Estimate[] => {
    const spread = shares[at]! * (1 - shares[at]!);
    if (!(spread > 0)) return [];
    const apart = counts.reduce((sum, row) => sum + row[at]! * (raters - row[at]!), 0);
    const value = 1 - apart / (n * pairs * spread);
    return [{ ...common, name, estimate: value, se: null, lower: null, upper: null, df: null, p: p(value, perLevel) }];
  });
  return {
    method,
    estimates: [whole, ...single],
    n,
    nDropped,
    remarks: hasError ? [] : [{ code: isPerfect ? 'agreement-perfect' : 'agreement-no-spread', values: { n } }]
  };
}

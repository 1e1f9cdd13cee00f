import { chiSquare } from '../../shared/distributions';
import { log } from '../../shared/elementary';
import type { Estimate } from '../estimate';
import { binomialP, clopperPearson } from '../proportion';
import { fourCells, type Counts } from './counts';
import { fail } from './errors';
import { finished, type TestOptions, type TestResult } from './test-result';

export interface McNemarOptions extends TestOptions {
  /** `chi-square` (default) or `exact`: the binomial distribution of the pairs that differ. */
  distribution?: 'chi-square' | 'exact' | undefined;
  /** Correction for continuity of χ², default true. */
  correct?: boolean | undefined;
}

/**
 * McNemar's test of paired yes and no, with the odds ratio of pairs that differ and its exact interval.
 *
 * @param counts 2 × 2: rows before, columns after
 * @returns the estimate is ln(b/c), left out with a remark where b or c is 0
 * @throws `test-table-shape`, `test-counts`, `test-no-discordant`, `level-range`
 * @see McNemar 1947, Psychometrika 12:153; Edwards 1948, Psychometrika 13:185; equals R `mcnemar.test`
 */
export function mcNemarTest(
  counts: Counts,
  { level = 0.95, distribution = 'chi-square', correct = true }: McNemarOptions = {}
): TestResult {
  const cells = fourCells("McNemar's test", counts);
  if (cells.some((count) => !Number.isSafeInteger(count) || count < 0)) throw fail('test-counts');
  const [, b, c] = cells;
  if (b + c === 0) throw fail('test-no-discordant');
  const exact = distribution === 'exact';
  const isCorrected = !exact && correct && b !== c;
  const statistic = (Math.abs(b - c) - (isCorrected ? 1 : 0)) ** 2 / (b + c);
  const p = exact ? binomialP(b, b + c, 0.5) : chiSquare(1).upper(statistic);
  const method = `McNemar's test (${exact ? 'exact' : `χ²${isCorrected ? ', continuity correction' : ''}`})`;
  const n = cells.reduce((sum, count) => sum + count, 0);
  const share = clopperPearson(b, b + c, level);
  const odds: Estimate = {
    name: 'odds ratio of pairs that differ',
    estimate: log(b) - log(c),
    se: null,
    lower: log(share.lower / (1 - share.lower)),
    upper: log(share.upper / (1 - share.upper)),
    level,
    scale: 'log',
    null: 0,
    df: null,
    p,
    n,
    nDropped: 0,
    method
  };
  const hasZero = b === 0 || c === 0;
  return finished({
    method,
    statistic: exact ? null : { name: 'χ²', value: statistic },
    df: exact ? [] : [1],
    p,
    estimates: hasZero ? [] : [odds],
    n,
    nDropped: 0,
    remarks: [
      ...(hasZero ? [{ code: 'test-zero-cell', values: { cells: 1 } }] : []),
      ...(!exact && b + c < 25 ? [{ code: 'test-few-discordant', values: { pairs: b + c } }] : [])
    ]
  });
}

/**
 * Bowker's test of symmetry: McNemar's for more than two levels. Pairs of levels between which nobody moved say nothing
 * and cost no degree of freedom.
 *
 * @throws `test-table-shape`, `test-counts`, `test-no-discordant`
 * @see Bowker 1948, J Am Stat Assoc 43:572
 */
export function bowkerTest(counts: Counts): TestResult {
  const method = "Bowker's test of symmetry";
  const size = counts.length;
  if (size < 2 || counts.some((row) => row.length !== size)) {
    throw fail('test-table-shape', { test: method, shape: 'as many columns as rows' });
  }
  if (counts.some((row) => row.some((count) => !Number.isSafeInteger(count) || count < 0))) throw fail('test-counts');
  let [statistic, df, n] = [0, 0, 0];
  counts.forEach((row, at) => {
    row.forEach((count, column) => {
      n += count;
      const sum = count + counts[column]![at]!;
      if (column <= at || sum === 0) return;
      statistic += (count - counts[column]![at]!) ** 2 / sum;
      df += 1;
    });
  });
  if (df === 0) throw fail('test-no-discordant');
  return finished({
    method,
    statistic: { name: 'χ²', value: statistic },
    df: [df],
    p: chiSquare(df).upper(statistic),
    estimates: [],
    n,
    nDropped: 0,
    remarks: []
  });
}

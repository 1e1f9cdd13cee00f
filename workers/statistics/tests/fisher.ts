import { hypergeometric } from '../../shared/distributions';
import { exp, log } from '../../shared/elementary';
import type { Estimate } from '../estimate';
import { checkLevel } from '../proportion';
import { twoSidedP } from '../two-sided';
import { fourCells, marginsOf, type Counts } from './counts';
import { Noncentral, risingRoot } from './noncentral';
import { finished, type TestOptions, type TestResult } from './test-result';

export interface FisherResult extends TestResult {
  /**
   * Conditional maximum likelihood estimate and exact limits, as a ratio. With a zero cell it may be 0, or without
   * bound: null; the limit on that side is then 0 or null, too.
   */
  oddsRatio: { estimate: number | null; lower: number; upper: number | null };
}

/**
 * Fisher's exact test of a 2 × 2 table.
 *
 * p is the sum of the probabilities of all tables at most as likely. The odds ratio is the conditional maximum likelihood
 * estimate, not ad/bc; its limits come from the same distribution, each with half of 1 − level.
 *
 * @returns `estimates` holds the logarithm of the odds ratio, left out with a remark where it is infinite
 * @throws `test-table-shape`, `test-counts`, `test-margin-zero`, `level-range`
 * @see Fisher 1935, J R Stat Soc 98:39; Cornfield 1956; equals R `fisher.test`, limits to its root finder's tolerance
 */
export function fisherTest(counts: Counts, { level = 0.95 }: TestOptions = {}): FisherResult {
  const method = "Fisher's exact test";
  checkLevel(level);
  const [a, b, c, d] = fourCells(method, counts);
  const { n } = marginsOf(method, counts);
  const [marked, others, drawn] = [a + c, b + d, a + b];
  const p = twoSidedP(hypergeometric(marked, others, drawn), a, (marked / n) * drawn);
  const family = new Noncentral(marked, others, drawn);
  const tail = (1 - level) / 2;
  const start = log(a + 0.5) + log(d + 0.5) - log(b + 0.5) - log(c + 0.5);
  const [atLowest, atHighest] = [a === family.lowest, a === family.highest];
  const lower = atLowest ? null : risingRoot((at) => family.at(at, a).upper - tail, start);
  const upper = atHighest ? null : risingRoot((at) => tail - family.at(at, a).lower, start);
  const middle = atLowest || atHighest ? null : risingRoot((at) => family.at(at, a).mean - a, start);
  const found: Estimate | null =
    middle === null
      ? null
      : {
          name: 'odds ratio',
          estimate: middle,
          se: null,
          lower,
          upper,
          level,
          scale: 'log',
          null: 0,
          df: null,
          p,
          n,
          nDropped: 0,
          method
        };
  return finished({
    method,
    statistic: null,
    df: [],
    p,
    estimates: found ? [found] : [],
    n,
    nDropped: 0,
    remarks: found
      ? []
      : [{ code: atLowest ? 'test-odds-ratio-zero' : 'test-odds-ratio-unbounded', values: { level } }],
    oddsRatio: {
      estimate: middle === null ? (atLowest ? 0 : null) : exp(middle),
      lower: lower === null ? 0 : exp(lower),
      upper: upper === null ? null : exp(upper)
    }
  });
}

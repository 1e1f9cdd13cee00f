import type { JobOptions } from '../../shared/job';
import { Pacer } from '../pacer';
import {
  checkPairs,
  checkPrior,
  geometricMean,
  posterior,
  posteriorQuantile,
  type Prior,
  type Scores
} from './gamma-mixture';

/**
 * Empirical Bayes scores of pairs under a prior: EBGM with its 5 % and 95 % points.
 *
 * @param observed reports of each pair, 0 or more
 * @param expected those expected by chance, above 0
 * @throws `pharmacovigilance-lengths`, `pharmacovigilance-count`, `pharmacovigilance-expected`, `pharmacovigilance-prior`,
 * `stopped`
 * @see DuMouchel 1999, Am Stat 53:177
 */
export async function ebgm(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  prior: Prior,
  job: JobOptions = {}
): Promise<Scores> {
  checkPrior(prior);
  checkPairs(observed, expected);
  const pairs = observed.length;
  const column = () => new Float64Array(pairs);
  const scores: Scores = { share: column(), ebgm: column(), eb05: column(), eb95: column() };
  const pace = new Pacer(job, { step: 'ebgm', total: pairs, unit: 'rows' });
  await pace.begin();
  for (let pair = 0; pair < pairs; pair++) {
    const found = posterior(observed[pair] as number, expected[pair] as number, prior);
    scores.share[pair] = found.share;
    scores.ebgm[pair] = geometricMean(found);
    scores.eb05[pair] = posteriorQuantile(found, 0.05);
    scores.eb95[pair] = posteriorQuantile(found, 0.95);
    if ((pair & 63) === 63) await pace.step(pair + 1);
  }
  await pace.step(pairs);
  return scores;
}

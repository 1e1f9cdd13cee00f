import { rankFalling } from '../../shared/falling-scores';
import type { JobOptions } from '../../shared/job';
import { Pacer } from '../pacer';
import { checkLevel } from '../proportion';
import { waldEstimate } from '../wald';
import { checkOptions, limitsOf, METHOD, MOST_UNDEFINED, type Bootstrap, type BootstrapOptions } from './bootstrap';
import type { ComparedScores } from './compare-roc';
import { areaUnderCurve } from './delong';
import { fail } from './errors';
import { estimateOf, performanceOf } from './performance';
import { drawCounts } from './resample';
import { needBothClasses, readScored, remarksOf } from './scored-rows';

/**
 * Compares two predictions by their areas where rows of a person are alike: both are computed from the same drawn persons.
 * Limits are quantiles of the resamples; p of the difference goes by their standard deviation.
 *
 * @returns `auc-first`, `auc-second` and `auc-difference` (first − second)
 * @throws `prediction-bootstrap-options`, `prediction-bootstrap-undefined`, `prediction-one-person`, `prediction-one-class`,
 *   `prediction-no-rows`, `level-range`, `columns-unlike`, `column-…`, `stopped`
 * @see Efron and Tibshirani 1993, An Introduction to the Bootstrap, §13.3; as pROC 1.18 `roc.test(method = "bootstrap")`
 */
export async function bootstrapComparison(
  { outcome, first, second, person }: ComparedScores,
  { seed, resamples = 2000, level = 0.95 }: Omit<BootstrapOptions, 'measures'>,
  job: JobOptions = {}
): Promise<Bootstrap> {
  checkLevel(level);
  checkOptions(seed, resamples, ['auc']);
  const rows = readScored(outcome, [first, second], person);
  needBothClasses(rows, 'the area under the ROC curve');
  if (rows.persons < 2) throw fail('prediction-one-person');
  const rankings = rows.scores.map(rankFalling);
  const [one, two] = rankings.map((ranking) => (weights: Float64Array) => areaUnderCurve(ranking, rows.outcome, weights)) as [Area, Area]; // prettier-ignore
  const counts = new Float64Array(rows.persons);
  const weights = new Float64Array(rows.n).fill(1);
  const point = [one(weights), two(weights)] as const;
  const values = { first: new Float64Array(resamples), second: new Float64Array(resamples) };
  const pacer = new Pacer(job, { step: 'bootstrap', total: resamples });
  await pacer.begin();
  for (let resample = 0; resample < resamples; resample++) {
    drawCounts(counts, seed, resample);
    for (let row = 0; row < weights.length; row++) weights[row] = counts[rows.person ? rows.person[row]! : row]!;
    values.first[resample] = one(weights);
    values.second[resample] = two(weights);
    await pacer.step(resample + 1);
  }
  const difference = values.first.map((value, at) => value - values.second[at]!);
  const remarks = remarksOf(rows).filter(({ code }) => code !== 'prediction-rows-not-persons');
  const estimates = [
    { name: 'auc-first', estimate: point[0], null: 0.5, values: values.first },
    { name: 'auc-second', estimate: point[1], null: 0.5, values: values.second },
    { name: 'auc-difference', estimate: point[0] - point[1], null: 0, values: difference }
  ].map(({ values: drawn, ...about }) => {
    const { failed, ...limits } = limitsOf(drawn, level);
    if (failed > MOST_UNDEFINED * resamples) {
      throw fail('prediction-bootstrap-undefined', { failed, resamples, measure: about.name });
    }
    const made = { ...estimateOf(about, rows, level, METHOD), ...limits };
    if (limits.se === null) remarks.push({ code: 'prediction-no-spread', values: { measure: about.name } });
    const { p } = limits.se === null ? made : waldEstimate({ ...made, se: limits.se });
    return about.name === 'auc-difference' ? { ...made, p } : made;
  });
  return { ...performanceOf(rows, { estimates, remarks, method: METHOD }), resamples, seed };
}

type Area = (weights: Float64Array) => number;

import { CompensatedSum } from '../../shared/compensated-sum';
import type { Estimate, StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import { waldEstimate } from '../wald';
import { fail } from './errors';
import { readStudies, type StudyColumns } from './studies';
import { weigh } from './weigh';

export interface Egger {
  /** `egger-bias`: the slope of the estimates on their standard errors, t with k − 2 degrees of freedom. n counts studies. */
  estimates: Estimate[];
  /** The effect that the line foresees for a study without error. */
  limit: number;
  n: number;
  nDropped: number;
  remarks: StatisticsRemark[];
  method: string;
}

const METHOD = 'Egger’s regression test of asymmetry of the funnel plot';
/** Below so many studies the test finds little; Sterne et al. 2011, BMJ 343:d4002. */
const FEW = 10;

/**
 * Whether small studies show other effects than large ones: regression of the estimates on their standard errors, weighted
 * by the inverse variance, its error from the residuals.
 *
 * @throws `meta-too-few` below three studies; `meta-collinear`, `meta-perfect-fit`, `meta-standard-error`, `level-range`
 * @see Egger et al. 1997, BMJ 315:629; equals metafor `regtest(model = "lm", predictor = "sei")`
 */
export function eggerTest(columns: StudyColumns, { level = 0.95 }: { level?: number } = {}): Egger {
  checkLevel(level);
  const studies = readStudies(columns, 3);
  const k = studies.estimate.length;
  const errors = studies.variance.map(Math.sqrt);
  const { weights, sum, mean } = weigh(studies, 0);
  const centre = weighted(weights, (study) => errors[study]!) / sum;
  const squares = weighted(weights, (study) => (errors[study]! - centre) ** 2);
  const largest = errors.reduce((most, value) => Math.max(most, value), 0);
  if (!(squares > 1e-20 * sum * largest * largest)) throw fail('meta-collinear');
  const products = weighted(weights, (study) => (errors[study]! - centre) * (studies.estimate[study]! - mean));
  const slope = products / squares;
  const residuals = weighted(
    weights,
    (study) => (studies.estimate[study]! - mean - slope * (errors[study]! - centre)) ** 2
  );
  const total = weighted(weights, (study) => (studies.estimate[study]! - mean) ** 2);
  if (!(residuals > 1e-24 * total)) throw fail('meta-perfect-fit');
  const estimate = waldEstimate({
    name: 'egger-bias',
    estimate: slope,
    se: Math.sqrt(residuals / (k - 2) / squares),
    scale: 'identity',
    level,
    df: k - 2,
    n: k,
    nDropped: studies.nDropped,
    method: METHOD
  });
  const remarks = k < FEW ? [{ code: 'meta-egger-few', values: { studies: k } }] : [];
  return {
    estimates: [estimate],
    limit: mean - slope * centre,
    n: k,
    nDropped: studies.nDropped,
    remarks,
    method: METHOD
  };
}

function weighted(weights: Float64Array, of: (study: number) => number): number {
  const sum = new CompensatedSum();
  weights.forEach((weight, study) => sum.add(weight * of(study)));
  return sum.value;
}

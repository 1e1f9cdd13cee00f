import { averagePrecisionIn } from '../../shared/average-precision';
import { log } from '../../shared/elementary';
import { rankFalling } from '../../shared/falling-scores';
import { integratedIndex, nearestOf } from './calibration-curve';
import { calibrationModel, interceptModel, slopeTrouble } from './calibration-model';
import { logitsOf } from './calibration';
import { areaOfFalling } from './delong';
import { scatterOf } from './loess';
import { lossOf } from './probability-scores';
import { needRisks, type ScoredRows } from './scored-rows';

/** What can be resampled. */
export type BootstrapMeasure =
  | 'auc'
  | 'average-precision'
  | 'brier'
  | 'brier-scaled'
  | 'log-loss'
  | 'calibration-slope'
  | 'calibration-in-the-large'
  | 'observed-expected'
  | 'ici';

/** A measure of rows that count so often; NaN where such rows do not define it. */
export type Weighted = (weights: Float64Array) => number;

/** Fits of a calibration curve in each resample. */
const CURVE_FITS = 100;

/** The rows in the order of falling scores, so that nothing is sorted again. */
export interface FallingRows {
  outcome: Uint8Array;
  score: Float64Array;
  person: Int32Array;
}

export function fallingRows({ outcome, scores, person }: ScoredRows): FallingRows {
  const { order } = rankFalling(scores[0]!);
  return {
    outcome: Uint8Array.from(order, (row) => outcome[row]!),
    score: Float64Array.from(order, (row) => scores[0]![row]!),
    person: Int32Array.from(order, (row) => (person ? person[row]! : row))
  };
}

/**
 * The measure as a function of the weights, made once for all resamples.
 *
 * @throws `prediction-risk-range`, `prediction-risk-certain`
 */
export function weightedMeasure(measure: BootstrapMeasure, { outcome, score }: FallingRows): Weighted {
  const ranking = rankFalling(score);
  if (measure === 'auc') return (weights) => areaOfFalling(ranking.starts, outcome, weights);
  if (measure === 'average-precision') return (weights) => averagePrecisionIn(ranking, outcome, weights);
  needRisks(score);
  if (measure === 'brier') return meanOf(score.map((risk, row) => (risk - outcome[row]!) ** 2));
  if (measure === 'brier-scaled') {
    const brier = meanOf(score.map((risk, row) => (risk - outcome[row]!) ** 2));
    const share = meanOf(Float64Array.from(outcome));
    return (weights) => {
      const prevalence = share(weights);
      return prevalence > 0 && prevalence < 1 ? 1 - brier(weights) / (prevalence * (1 - prevalence)) : NaN;
    };
  }
  if (measure === 'log-loss') return meanOf(score.map((risk, row) => lossOf(risk, outcome[row]!)));
  if (measure === 'observed-expected') {
    const observed = meanOf(Float64Array.from(outcome));
    const expected = meanOf(score);
    return (weights) => log(observed(weights) / expected(weights));
  }
  if (measure === 'ici') {
    return (weights) => {
      const scatter = scatterOf(score, outcome, ranking.order, weights);
      const rows = weights.reduce((sum, weight) => sum + weight, 0);
      return integratedIndex(scatter, nearestOf(0.75, rows), CURVE_FITS);
    };
  }
  const logit = logitsOf(score);
  if (measure === 'calibration-in-the-large') {
    return (weights) => {
      const isOneClass = slopeTrouble({ logit, outcome, weights }) === 'one-class';
      return isOneClass ? NaN : (interceptModel({ logit, outcome, weights })?.intercept ?? NaN);
    };
  }
  const start = slopeTrouble({ logit, outcome }) ? undefined : calibrationModel({ logit, outcome });
  return (weights) =>
    slopeTrouble({ logit, outcome, weights })
      ? NaN
      : (calibrationModel({ logit, outcome, weights }, start)?.slope ?? NaN);
}

function meanOf(values: Float64Array): Weighted {
  return (weights) => {
    let [sum, total] = [0, 0];
    for (let row = 0; row < values.length; row++) {
      // An endless loss of a row that was not drawn is none.
      if (weights[row] === 0) continue;
      sum += values[row]! * weights[row]!;
      total += weights[row]!;
    }
    return sum / total;
  };
}

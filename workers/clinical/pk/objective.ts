import { log } from '../../shared/elementary';
import { cholesky, inverseOf, type Smooth } from '../../shared/optimise';
import { dispositionOf } from './disposition';
import type { Levels } from './levels';
import { movedParameters, type PopulationModel, type Residual } from './model';
import { logNormalProbability } from './normal-tail';
import type { Doses } from './schedule';
import { levelAt, Sensitivity } from './superposition';

/** What a person's η are estimated from. */
export interface Evidence {
  model: PopulationModel;
  /** Of the typical person of that weight and age. */
  typical: Float64Array;
  doses: Doses;
  levels: Levels;
  endogenous: number;
  residual: Residual;
  quantificationLimit: number;
}

/** One level's part of the objective, and its derivative by the prediction. */
function misfit(evidence: Evidence, row: number, prediction: number): { value: number; slope: number } {
  const { levels, residual, quantificationLimit: limit } = evidence;
  const { additive, proportional } = residual;
  const variance = additive * additive + proportional * prediction * (proportional * prediction);
  const varianceSlope = 2 * proportional * proportional * prediction;
  if (isBelow(levels, row, limit)) {
    const deviation = Math.sqrt(variance);
    const z = (limit - prediction) / deviation;
    const { value, slope } = logNormalProbability(z);
    return { value: -2 * value, slope: 2 * slope * (1 / deviation + (z * varianceSlope) / (2 * variance)) };
  }
  const off = levels.level[row]! - prediction;
  const share = off / variance;
  return { value: off * share + log(variance), slope: -2 * share + (1 / variance - share * share) * varianceSlope };
}

/** Reported as below, or a number that the assay's limit does not bear out. */
export function isBelow(levels: Levels, row: number, limit: number): boolean {
  return levels.below[row] === 1 || levels.level[row]! < limit;
}

/**
 * −2 ln of the posterior density of η up to a constant: Σ (y − f)²/s² + ln s², levels below quantification
 * −2 ln Φ((limit − f)/s), and ηᵀΩ⁻¹η. Its gradient is exact.
 *
 * @see Beal 2001, J Pharmacokinet Pharmacodyn 28:481 (M3: levels below quantification)
 */
export function minusTwoLogPosterior(evidence: Evidence): Smooth {
  const { model, typical, doses, levels, endogenous } = evidence;
  const n = model.random.length;
  const precision = inverseOf(cholesky(model.omega, n)!, n);
  const prior = (eta: Float64Array): Float64Array =>
    eta.map((_, row) => {
      let sum = 0;
      for (let column = 0; column < n; column++) sum += precision[row * n + column]! * eta[column]!;
      return sum;
    });
  const dispositionAt = (eta: Float64Array) => dispositionOf(movedParameters(model, typical, eta));
  return {
    value(eta) {
      const disposition = dispositionAt(eta);
      let value = prior(eta).reduce((sum, weighted, row) => sum + weighted * eta[row]!, 0);
      for (let row = 0; row < levels.time.length; row++) {
        value += misfit(evidence, row, endogenous + levelAt(disposition, doses, levels.time[row]!)).value;
      }
      return value;
    },
    gradient(eta) {
      const sensitivity = new Sensitivity(dispositionAt(eta), model.random);
      const gradient = prior(eta).map((weighted) => 2 * weighted);
      for (let row = 0; row < levels.time.length; row++) {
        const { level, slopes } = sensitivity.at(doses, levels.time[row]!);
        const { slope } = misfit(evidence, row, endogenous + level);
        for (let position = 0; position < n; position++) gradient[position]! += slope * slopes[position]!;
      }
      return gradient;
    }
  };
}

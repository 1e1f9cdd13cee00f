import { exp, logistic } from '../../shared/elementary';

/** Logits with their outcomes, and how often each counts (once without weights). */
export interface CalibrationRows {
  logit: Float64Array;
  outcome: Uint8Array;
  weights?: Float64Array;
}

export interface CalibrationModel {
  intercept: number;
  slope: number;
  slopeSe: number;
  interceptSe: number;
}

/** Steps after which a model of two coefficients that has an answer has it. */
const MOST_STEPS = 60;
const LONGEST_STEP = 4;
const TOLERANCE = 1e-11;

/** What there is to know about a risk of two classes before a slope is looked for. */
export type SlopeTrouble = 'one-class' | 'constant' | 'separation' | undefined;

/** With one covariate separation is plain: all logits of one outcome are at or above all of the other. */
export function slopeTrouble({ logit, outcome, weights }: CalibrationRows): SlopeTrouble {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (let row = 0; row < logit.length; row++) {
    if (weights && weights[row] === 0) continue;
    const side = outcome[row]!;
    low[side] = Math.min(low[side]!, logit[row]!);
    high[side] = Math.max(high[side]!, logit[row]!);
  }
  if (low[0] === Infinity || low[1] === Infinity) return 'one-class';
  if (low[0] === high[0] && low[1] === high[1] && low[0] === low[1]) return 'constant';
  return high[0]! <= low[1]! || high[1]! <= low[0]! ? 'separation' : undefined;
}

/**
 * Logistic regression of the outcome on the logit of the risk, by Newton's method on centred logits.
 *
 * @returns undefined where it does not converge; rule separation out before
 * @see Cox 1958, Biometrika 45:562
 */
export function calibrationModel(
  { logit, outcome, weights }: CalibrationRows,
  start: { intercept: number; slope: number } = { intercept: 0, slope: 1 }
): CalibrationModel | undefined {
  let [total, centre] = [0, 0];
  for (let row = 0; row < logit.length; row++) {
    const weight = weights ? weights[row]! : 1;
    total += weight;
    centre += weight * logit[row]!;
  }
  centre /= total;
  let slope = start.slope;
  let shifted = start.intercept + slope * centre;
  for (let step = 0; step < MOST_STEPS; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (let row = 0; row < logit.length; row++) {
      const weight = weights ? weights[row]! : 1;
      if (weight === 0) continue;
      const x = logit[row]! - centre;
      const p = logistic(shifted + slope * x);
      const residual = weight * (outcome[row]! - p);
      const information = weight * p * (1 - p);
      g0 += residual;
      g1 += residual * x;
      h00 += information;
      h01 += information * x;
      h11 += information * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    if (!(determinant > 1e-14 * h00 * h11)) return undefined;
    const moveSlope = (h00 * g1 - h01 * g0) / determinant;
    const moveShift = (h11 * g0 - h01 * g1) / determinant;
    const length = Math.max(Math.abs(moveSlope), Math.abs(moveShift));
    const shorten = Math.min(1, LONGEST_STEP / length);
    slope += shorten * moveSlope;
    shifted += shorten * moveShift;
    if (length <= TOLERANCE * (1 + Math.abs(slope) + Math.abs(shifted))) {
      // The intercept at logit 0 from that at the centre.
      const variance = (h11 + 2 * centre * h01 + centre * centre * h00) / determinant;
      return {
        intercept: shifted - slope * centre,
        slope,
        slopeSe: Math.sqrt(h00 / determinant),
        interceptSe: Math.sqrt(variance)
      };
    }
  }
  return undefined;
}

/**
 * Calibration in the large: the intercept of a logistic regression with the logit of the risk as offset.
 *
 * @returns undefined where it does not converge; both outcomes must occur
 */
export function interceptModel({
  logit,
  outcome,
  weights
}: CalibrationRows): { intercept: number; se: number } | undefined {
  // The score falls in the intercept: between these bounds there is one root.
  let [low, high] = [-800, 800];
  let intercept = 0;
  for (let step = 0; step < 4 * MOST_STEPS; step++) {
    let [score, information] = [0, 0];
    for (let row = 0; row < logit.length; row++) {
      const weight = weights ? weights[row]! : 1;
      const size = exp(-Math.abs(intercept + logit[row]!));
      const p = intercept + logit[row]! >= 0 ? 1 / (1 + size) : size / (1 + size);
      score += weight * (outcome[row]! - p);
      information += (weight * size) / (1 + size) ** 2;
    }
    if (score > 0) low = intercept;
    else high = intercept;
    const newton = intercept + score / information;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const moved = Math.abs(next - intercept);
    intercept = next;
    if (moved <= TOLERANCE * (1 + Math.abs(next))) {
      return information > 0 ? { intercept, se: 1 / Math.sqrt(information) } : undefined;
    }
  }
  return undefined;
}

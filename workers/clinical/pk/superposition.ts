import { sensitivityWeights, type Disposition } from './disposition';
import { left, leftSlope } from './kernel';
import type { Doses } from './schedule';

/**
 * Level at one time by adding up what is left of each dose given until then. A dose at that very time counts: a bolus has
 * jumped, an infusion has just begun.
 *
 * @returns IU/dL above the endogenous level
 */
export function levelAt(disposition: Disposition, doses: Doses, time: number): number {
  const { rates, coefficients } = disposition;
  let level = 0;
  for (let row = 0; row < doses.time.length; row++) {
    const since = time - doses.time[row]!;
    if (since < 0) continue;
    for (let k = 0; k < rates.length; k++) {
      level += doses.amount[row]! * coefficients[k]! * left(rates[k]!, since, doses.duration[row]!);
    }
  }
  return level;
}

/** Derivative of {@link levelAt} by the logarithm of each of these parameters. */
export function levelSlopes(
  disposition: Disposition,
  doses: Doses,
  time: number,
  parameters: readonly number[]
): Float64Array {
  const { rates } = disposition;
  const n = rates.length;
  const quotients = new Float64Array(n * n);
  for (let row = 0; row < doses.time.length; row++) {
    const since = time - doses.time[row]!;
    if (since < 0) continue;
    for (let j = 0; j < n; j++) {
      for (let k = 0; k <= j; k++) {
        quotients[j * n + k]! += doses.amount[row]! * leftSlope(rates[j]!, rates[k]!, since, doses.duration[row]!);
      }
    }
  }
  return Float64Array.from(parameters, (parameter) => {
    const weights = sensitivityWeights(disposition, parameter);
    // A larger V1 dilutes the whole curve besides changing its rates.
    let slope = parameter === 1 ? -levelAt(disposition, doses, time) : 0;
    for (let j = 0; j < n; j++) {
      for (let k = 0; k <= j; k++) slope += (j === k ? 1 : 2) * weights[j * n + k]! * quotients[j * n + k]!;
    }
    return slope;
  });
}

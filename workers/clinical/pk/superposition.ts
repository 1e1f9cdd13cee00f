import { PARAMETERS, sensitivityWeights, type Disposition } from './disposition';
import { fail } from './errors';
import { left, leftSlope } from './kernel';
import type { Doses } from './schedule';

/** A dose is over when e^−60 = 9e-27 of it is left: far below the last digit of any level, so the jump to 0 cannot be seen. */
const GONE = 60;
const V1 = PARAMETERS.indexOf('V1');

/** Hours after its end from which a dose need not be looked at. */
function reach({ rates }: Disposition): number {
  return GONE / rates[rates.length - 1]!;
}

/**
 * Level at one time by adding up what is left of each dose given until then. A dose at that very time counts: a bolus has
 * jumped, an infusion has just begun.
 *
 * @returns IU/dL above the endogenous level
 * @throws `pk-time-impossible`
 */
export function levelAt(disposition: Disposition, doses: Doses, time: number): number {
  if (Number.isNaN(time)) throw fail('pk-time-impossible', { row: 1, table: 'times' });
  const { rates, coefficients } = disposition;
  const hours = reach(disposition);
  let level = 0;
  for (let row = 0; row < doses.time.length; row++) {
    const since = time - doses.time[row]!;
    const duration = doses.duration[row]!;
    if (since < 0 || since > duration + hours) continue;
    let share = 0;
    for (let k = 0; k < rates.length; k++) share += coefficients[k]! * left(rates[k]!, since, duration);
    level += doses.amount[row]! * share;
  }
  return level;
}

/** Levels and how they move with parameters, for one disposition and many times. */
export class Sensitivity {
  readonly #weights: readonly Float64Array[];

  /** @param parameters positions in `PARAMETERS` */
  constructor(
    private readonly disposition: Disposition,
    private readonly parameters: readonly number[]
  ) {
    this.#weights = parameters.map((parameter) => sensitivityWeights(disposition, parameter));
  }

  /** The level as {@link levelAt} gives it, and its derivative by the logarithm of each parameter. */
  at(doses: Doses, time: number): { level: number; slopes: Float64Array } {
    const { rates } = this.disposition;
    const n = rates.length;
    const hours = reach(this.disposition);
    const quotients = new Float64Array(n * n);
    for (let row = 0; row < doses.time.length; row++) {
      const since = time - doses.time[row]!;
      const duration = doses.duration[row]!;
      if (since < 0 || since > duration + hours) continue;
      for (let j = 0; j < n; j++) {
        for (let k = 0; k <= j; k++) {
          quotients[j * n + k]! += doses.amount[row]! * leftSlope(rates[j]!, rates[k]!, since, duration);
        }
      }
    }
    const level = levelAt(this.disposition, doses, time);
    const slopes = Float64Array.from(this.#weights, (weights, position) => {
      // A larger V1 dilutes the whole curve besides changing its rates.
      let slope = this.parameters[position] === V1 ? -level : 0;
      for (let j = 0; j < n; j++) {
        for (let k = 0; k <= j; k++) slope += (j === k ? 1 : 2) * weights[j * n + k]! * quotients[j * n + k]!;
      }
      return slope;
    });
    return { level, slopes };
  }
}

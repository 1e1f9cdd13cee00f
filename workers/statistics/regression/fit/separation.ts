import type { Family } from './family';

/** Below this step the iteration may still be on its way. */
const FIRST_STEP = 6;
/** A linear predictor this far out foretells its outcome with a chance of error below 3e-7. */
const FAR = 15;
/** Newton's steps along a direction without end go on by about 1 each time; those towards an estimate shrink. */
const STEADY = 0.3;
/** Rows that the direction leaves where they are move by less than this share of the fastest. */
const STILL = 1e-4;

/**
 * Watches an iteration for a direction in which the likelihood rises for ever: every row that moves does so towards what
 * was observed, and goes on to do so.
 *
 * @see Albert and Anderson 1984, Biometrika 71:1
 */
export class Separation {
  constructor(
    private readonly family: Family,
    private readonly y: Float64Array
  ) {}

  /**
   * @param step change of the coefficients from `before` to `eta`
   * @returns the column that carries most of the direction; `undefined` unless there is one
   */
  columnOf(
    design: readonly Float64Array[],
    eta: Float64Array,
    before: Float64Array,
    step: Float64Array,
    iteration: number
  ): number | undefined {
    if (iteration < FIRST_STEP) return undefined;
    let fastest = 0;
    let farthest = 0;
    for (let row = 0; row < eta.length; row++) {
      const move = eta[row]! - before[row]!;
      if (Math.abs(move) > fastest) fastest = Math.abs(move);
      const end = this.family.end(this.y[row]!);
      if (end !== 0 && end * eta[row]! > farthest) farthest = end * eta[row]!;
    }
    if (!(fastest > STEADY && farthest > FAR)) return undefined;
    for (let row = 0; row < eta.length; row++) {
      const move = eta[row]! - before[row]!;
      const end = this.family.end(this.y[row]!);
      if (end === 0 ? Math.abs(move) > STILL * fastest : end * move < -STILL * fastest) return undefined;
    }
    return strongest(design, step);
  }
}

/** The column whose part of the direction moves the rows most; an intercept only where there is nothing else. */
function strongest(design: readonly Float64Array[], step: Float64Array): number {
  const shares = design.map((column, index) => Math.abs(step[index]!) * spreadOf(column));
  const most = shares.reduce((best, share, index) => (share > shares[best]! ? index : best), 0);
  return most;
}

function spreadOf(column: Float64Array): number {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  return Math.sqrt(column.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / column.length);
}

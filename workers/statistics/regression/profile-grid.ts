import { chiSquare } from '../../shared/distributions';
import { normalQuantile } from '../../shared/normal';
import { fail } from './errors';
import type { ProfileOptions } from './profile';

const MOST_STEPS = 9;

/**
 * Profile intervals as MASS's `confint` finds them: the signed root of the fall on a grid, an interpolating spline through it
 * and straight lines between the spline's points. Off the exact limits in the fifth digit; for comparison with printed
 * results of R.
 *
 * @throws `regression-profile-open` where the grid does not reach the limit
 * @see MASS 7.3-58.2 `profile.glm` and `confint.profile.glm`, R 4.2.2 `spline` and `approx`
 */
export async function gridLimits(options: ProfileOptions): Promise<{ lower: Float64Array; upper: Float64Array }> {
  const { se, coefficients, logLikelihood, names, level } = options;
  const limits = { lower: new Float64Array(se.length), upper: new Float64Array(se.length) };
  const most = Math.sqrt(chiSquare(1).upperQuantile((1 - level) / 4));
  const cutoff = normalQuantile((1 + level) / 2);
  for (let column = 0; column < se.length; column++) {
    options.progress?.({ step: 'regression-profile', done: column, total: se.length });
    const points: { value: number; root: number }[] = [{ value: coefficients[column]!, root: 0 }];
    for (const side of [-1, 1]) {
      let root = 0;
      for (let step = 1; step <= MOST_STEPS && Math.abs(root) < most; step++) {
        const value = coefficients[column]! + side * step * (most / 5) * se[column]!;
        const held = await options.held(column, value);
        root = side * Math.sqrt(Math.max(2 * (logLikelihood - held.logLikelihood), 0));
        points.push({ value, root });
      }
    }
    points.sort((a, b) => a.root - b.root);
    const [lower, upper] = [-cutoff, cutoff].map((limit) => crossing(points, limit));
    if (lower === undefined || upper === undefined) throw fail('regression-profile-open', { column: names[column] });
    limits.lower[column] = lower;
    limits.upper[column] = upper;
  }
  return limits;
}

/** Where the spline's polygon crosses a height. */
function crossing(points: readonly { value: number; root: number }[], height: number): number | undefined {
  const x = Float64Array.from(points, ({ value }) => value);
  const curve = cubicSpline(
    x,
    Float64Array.from(points, ({ root }) => root)
  );
  const count = 3 * points.length;
  const width = x.at(-1)! - x[0]!;
  let before: [number, number] | undefined;
  for (let place = 0; place < count; place++) {
    const at = x[0]! + (place * width) / (count - 1);
    const now: [number, number] = [at, curve(at)];
    if (before && before[1] <= height && now[1] >= height) {
      return before[0] + ((now[0] - before[0]) * (height - before[1])) / (now[1] - before[1]);
    }
    before = now;
  }
  return undefined;
}

/**
 * Interpolating cubic spline through at least four points whose end pieces match the cubics through the four points at
 * each end.
 *
 * @see Forsythe, Malcolm and Moler 1977, Computer Methods for Mathematical Computations, §4.4
 */
export function cubicSpline(x: Float64Array, y: Float64Array): (at: number) => number {
  const last = x.length - 1;
  const width = Float64Array.from({ length: last }, (_, at) => x[at + 1]! - x[at]!);
  const rise = width.map((value, at) => (y[at + 1]! - y[at]!) / value);
  const diagonal = new Float64Array(x.length);
  const bend = new Float64Array(x.length);
  for (let at = 1; at < last; at++) {
    diagonal[at] = 2 * (width[at - 1]! + width[at]!);
    bend[at] = rise[at]! - rise[at - 1]!;
  }
  diagonal[0] = -width[0]!;
  diagonal[last] = -width[last - 1]!;
  const third = (at: number) =>
    (bend[at + 1]! / (x[at + 2]! - x[at]!) - bend[at]! / (x[at + 1]! - x[at - 1]!)) / (x[at + 2]! - x[at - 1]!);
  const [first, final] = [third(1), third(last - 2)];
  bend[0] = first * width[0]! * width[0]!;
  bend[last] = -final * width[last - 1]! * width[last - 1]!;
  for (let at = 1; at <= last; at++) {
    const share = width[at - 1]! / diagonal[at - 1]!;
    diagonal[at] = diagonal[at]! - share * width[at - 1]!;
    bend[at] = bend[at]! - share * bend[at - 1]!;
  }
  bend[last] = bend[last]! / diagonal[last]!;
  for (let at = last - 1; at >= 0; at--) bend[at] = (bend[at]! - width[at]! * bend[at + 1]!) / diagonal[at]!;
  return (at) => {
    let place = 0;
    while (place < last - 1 && x[place + 1]! <= at) place += 1;
    const h = width[place]!;
    const step = at - x[place]!;
    const slope = rise[place]! - h * (bend[place + 1]! + 2 * bend[place]!);
    return y[place]! + step * (slope + step * (3 * bend[place]! + (step * (bend[place + 1]! - bend[place]!)) / h));
  };
}

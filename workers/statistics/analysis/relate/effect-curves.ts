import { exp } from '../../../shared/elementary';
import { studentT } from '../../../shared/distributions';
import { largestOf, smallestOf } from '../../../shared/extent';
import { normalQuantile } from '../../../shared/normal';
import { quantileOf } from '../../../shared/quantile';
import type { Coefficients } from '../../regression';
import type { LinesFigure } from '../figures';
import type { Scale } from './coefficients';

/** Points of a curve: more than a screen tells apart. */
const POINTS = 121;

/**
 * The effect of each spline over its values, against the median of the rows that were used, with a Wald band. Nothing is
 * known outside of the values: the curve ends there.
 *
 * @param rows of the table that were used
 */
export function effectCurves(
  fit: Coefficients & { rows: Int32Array },
  outcome: string,
  { measure, scale }: Scale
): LinesFigure[] {
  const width = fit.coefficients.length;
  return fit.parts.bends.flatMap(({ of, term, values, at, coefficients }): LinesFigure[] => {
    const used = Float64Array.from(fit.rows, (row) => values[row]!).sort();
    const [low, high, median] = [smallestOf(used), largestOf(used), quantileOf(used, 0.5)];
    if (!(high > low)) return [];
    const x = Float64Array.from({ length: POINTS }, (_, place) => Math.min(high, low + ((high - low) * place) / (POINTS - 1))); // prettier-ignore
    const [basis, reference] = [at(x), at(Float64Array.of(median))];
    const { level, df } = fit.estimates[coefficients[0]!]!;
    const outer = (1 - level) / 2;
    const factor = df === null ? -normalQuantile(outer) : studentT(df).upperQuantile(outer);
    const back = scale === 'identity' ? (value: number) => value : exp;
    const [y, lower, upper] = [0, 1, 2].map(() => new Float64Array(POINTS)) as [Float64Array, Float64Array, Float64Array]; // prettier-ignore
    for (let place = 0; place < POINTS; place++) {
      const away = coefficients.map((_, column) => basis[column]![place]! - reference[column]![0]!);
      let [sum, variance] = [0, 0];
      away.forEach((one, a) => {
        sum += one * fit.coefficients[coefficients[a]!]!;
        away.forEach((other, b) => {
          variance += one * other * fit.covariance[coefficients[a]! * width + coefficients[b]!]!;
        });
      });
      const half = factor * Math.sqrt(Math.max(0, variance));
      [y[place], lower[place], upper[place]] = [back(sum), back(sum - half), back(sum + half)];
    }
    if (![lower, upper].every((limits) => limits.every(Number.isFinite))) return [];
    return [
      {
        kind: 'lines',
        what: 'effect',
        measure,
        x: of,
        y: outcome,
        level,
        series: [{ name: term, look: 'line', x, y, lower, upper }],
        acrossX: [median],
        acrossY: [back(0)]
      }
    ];
  });
}

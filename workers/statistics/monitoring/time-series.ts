import type { Column, Table } from '../../shared/table';
import { pow } from '../../shared/elementary';
import { studentT } from '../../shared/distributions';
import { float64Column, numbersOf, textColumn } from '../columns';
import { leastSquares, type LeastSquares } from '../least-squares';
import { checkLevel } from '../proportion';
import { fail } from './errors';

const TERMS = ['intercept', 'slope', 'change of level', 'change of slope'] as const;

export interface TimeSeriesOptions {
  /** The first point after the change, counted from 1. */
  start: number;
  /** Lag of Newey and West; default ⌊4 (n/100)^(2/9)⌋. */
  lag?: number;
  /** Coverage as a fraction, default 0.95. */
  level?: number;
}

export interface TimeSeries {
  /** A row a coefficient: term, estimate, se (ordinary), se_newey_west, t, p, lower, upper; the last four by Newey and West. */
  coefficients: Table;
  /** A row a point: time, observed, fitted, counterfactual (as if nothing had changed; missing before the change). */
  series: Table;
  /** Near 2 without correlation of neighbours, below with it. */
  durbinWatson: number;
  lag: number;
  degreesOfFreedom: number;
  points: number;
}

/**
 * Interrupted time series: y = intercept + slope·t + change of level from `start` on + change of slope·(t − start + 1) from
 * `start` on, t = 1 … n, by ordinary least squares with the standard errors of Newey and West.
 *
 * @param y one value a step of time, none missing
 * @throws `series-gap`, `series-start`, `series-lag`, `series-large`, `series-exact`, `level-range`, `column-not-numeric`
 * @see Newey and West 1987, Econometrica 55:703 (Bartlett weights, no prewhitening, no small-sample factor); Wagner et al.
 *   2002, J Clin Pharm Ther 27:299
 */
export function interruptedTimeSeries(y: Column, { start, lag, level = 0.95 }: TimeSeriesOptions): TimeSeries {
  checkLevel(level);
  const observed = numbersOf(y);
  const points = observed.length;
  const gaps = observed.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0);
  if (gaps > 0) throw fail('series-gap', { points: gaps });
  if (!Number.isInteger(start) || start < 3 || start > points - 1 || points < 5) {
    throw fail('series-start', { start, points });
  }
  const used = lag ?? Math.floor(4 * pow(points / 100, 2 / 9));
  if (!Number.isInteger(used) || used < 0 || used >= points) throw fail('series-lag', { most: points - 1 });
  const design = designOf(points, start);
  const fit = leastSquares(design, observed);
  const size = observed.reduce((sum, value) => sum + value * value, 0);
  if (!Number.isFinite(size)) throw fail('series-large');
  const left = fit.residuals.reduce((sum, value) => sum + value * value, 0);
  if (left <= 1e-24 * size || size === 0) throw fail('series-exact');
  const robust = neweyWest(design, fit, used);
  const width = design.length;
  const t = studentT(fit.degreesOfFreedom);
  const factor = t.upperQuantile((1 - level) / 2);
  const rows = TERMS.map((_, index) => {
    const estimate = fit.coefficients[index] as number;
    const error = Math.sqrt(robust[index * width + index] as number);
    if (!Number.isFinite(estimate / error)) throw fail('series-large');
    return {
      estimate,
      plain: Math.sqrt(fit.variance * (fit.inverse[index * width + index] as number)),
      error,
      t: estimate / error,
      p: Math.min(1, 2 * t.upper(Math.abs(estimate / error))),
      lower: estimate - factor * error,
      upper: estimate + factor * error
    };
  });
  const column = (name: string, of: (row: (typeof rows)[number]) => number) =>
    float64Column(name, Float64Array.from(rows, of));
  return {
    coefficients: {
      rows: width,
      columns: [
        textColumn('term', TERMS),
        column('estimate', (row) => row.estimate),
        column('se', (row) => row.plain),
        column('se_newey_west', (row) => row.error),
        column('t', (row) => row.t),
        column('p', (row) => row.p),
        column('lower', (row) => row.lower),
        column('upper', (row) => row.upper)
      ]
    },
    series: seriesTable(observed, fit, start),
    durbinWatson: durbinWatson(fit.residuals) / left,
    lag: used,
    degreesOfFreedom: fit.degreesOfFreedom,
    points
  };
}

function designOf(points: number, start: number): Float64Array[] {
  const column = (of: (time: number) => number) => Float64Array.from({ length: points }, (_, index) => of(index + 1));
  return [
    column(() => 1),
    column((time) => time),
    column((time) => Number(time >= start)),
    column((time) => (time >= start ? time - start + 1 : 0))
  ];
}

/** (XᵀX)⁻¹ S (XᵀX)⁻¹ with Bartlett's weights 1 − l/(lag + 1). */
function neweyWest(design: readonly Float64Array[], { residuals, inverse }: LeastSquares, lag: number): Float64Array {
  const width = design.length;
  const score = (column: number, row: number) =>
    ((design[column] as Float64Array)[row] as number) * (residuals[row] as number);
  const middle = new Float64Array(width * width);
  for (let back = 0; back <= lag; back++) {
    const weight = 1 - back / (lag + 1);
    for (let a = 0; a < width; a++) {
      for (let b = 0; b < width; b++) {
        let sum = 0;
        for (let row = back; row < residuals.length; row++) {
          sum += score(a, row) * score(b, row - back);
          if (back > 0) sum += score(a, row - back) * score(b, row);
        }
        middle[a * width + b] = (middle[a * width + b] as number) + weight * sum;
      }
    }
  }
  return product(product(inverse, middle, width), inverse, width);
}

function product(left: Float64Array, right: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: width * width }, (_, place) => {
    const row = Math.floor(place / width);
    let sum = 0;
    for (let inner = 0; inner < width; inner++) {
      sum += (left[row * width + inner] as number) * (right[inner * width + (place % width)] as number);
    }
    return sum;
  });
}

function durbinWatson(residuals: Float64Array): number {
  return residuals.reduce((sum, value, row) => {
    const step = row === 0 ? 0 : value - (residuals[row - 1] as number);
    return sum + step * step;
  }, 0);
}

function seriesTable(observed: Float64Array, fit: LeastSquares, start: number): Table {
  const time = Float64Array.from(observed, (_, index) => index + 1);
  const [intercept = 0, slope = 0] = fit.coefficients;
  return {
    rows: observed.length,
    columns: [
      float64Column('time', time),
      float64Column('observed', observed),
      float64Column('fitted', fit.fitted),
      float64Column(
        'counterfactual',
        time.map((one) => (one < start ? NaN : intercept + slope * one))
      )
    ]
  };
}

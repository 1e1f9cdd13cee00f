import { CompensatedSum } from '../../shared/compensated-sum';
import { rankFalling } from '../../shared/falling-scores';
import type { JobOptions } from '../../shared/job';
import { quantileOf } from '../../shared/quantile';
import type { Table } from '../../shared/table';
import { float64Column } from '../columns';
import { Pacer } from '../pacer';
import { fail } from './errors';
import { LocalQuadratic, scatterOf, type Scatter } from './loess';
import { estimateOf, performanceOf, type Performance } from './performance';
import type { RiskColumns } from './probability-scores';
import { needBothClasses, needRisks, readScored, remarksOf } from './scored-rows';

export interface CalibrationCurveOptions {
  /** Share of the rows in each neighbourhood, 0.75 unless given. */
  span?: number;
}

export interface CalibrationCurve extends Performance {
  /** risk, observed: the smooth curve at distinct risks, rising; n: rows with that risk. */
  curve: Table;
}

const METHOD = 'Calibration curve by local quadratic regression (loess, fitted directly)';
/** Risks at which the curve is fitted itself; with more distinct ones it is drawn straight between this many. */
const MOST_FITS = 2000;

/**
 * The smooth calibration curve and how far it lies from the diagonal: `ici` (mean over the rows), `e50`, `e90` (quantiles
 * of type 7), `emax`. The curve is cut to [0, 1]. None has a standard error; take {@link bootstrapPerformance} for ICI.
 *
 * Up to 2,000 distinct risks each is fitted directly; beyond, fits at 2,000 of them, half by rank and half by value, are
 * joined by lines, and a remark says so.
 *
 * @throws `prediction-one-class`, `prediction-risk-range`, `prediction-span-range`, `prediction-span-few`,
 *   `prediction-no-rows`, `columns-unlike`, `column-…`, `stopped`
 * @see Austin and Steyerberg 2019, Stat Med 38:4051; equals R 4.2.2 `loess(y ~ p, degree = 2, surface = "direct")`
 */
export async function calibrationCurve(
  { outcome, risk, person }: RiskColumns,
  { span = 0.75 }: CalibrationCurveOptions = {},
  job: JobOptions = {}
): Promise<CalibrationCurve> {
  const rows = readScored(outcome, [risk], person);
  const risks = rows.scores[0]!;
  needRisks(risks);
  needBothClasses(rows, 'the calibration curve');
  const nearest = nearestOf(span, rows.n);
  const scatter = scatterOf(risks, rows.outcome, rankFalling(risks).order);
  const knots = knotsOf(scatter, MOST_FITS);
  const pacer = new Pacer(job, { step: 'calibration-curve', total: knots.length, unit: 'rows' });
  await pacer.begin();
  const local = new LocalQuadratic(scatter, nearest);
  const fitted = new Float64Array(knots.length);
  for (let knot = 0; knot < knots.length; knot++) {
    fitted[knot] = clamped(local.at(knots[knot]!));
    await pacer.step(knot + 1);
  }
  const curve = between(scatter.x, knots, fitted);
  const distances = distancesOf(scatter, curve);
  const remarks = remarksOf(rows);
  if (knots.length < scatter.x.length) {
    remarks.push({ code: 'prediction-curve-joined', values: { fits: knots.length, risks: scatter.x.length } });
  }
  const sorted = repeated(distances, scatter.count).sort();
  const estimates = [
    { name: 'ici', estimate: meanDistance(scatter, distances) },
    { name: 'e50', estimate: quantileOf(sorted, 0.5) },
    { name: 'e90', estimate: quantileOf(sorted, 0.9) },
    { name: 'emax', estimate: sorted[sorted.length - 1]! }
  ].map((one) => estimateOf({ ...one, null: 0 }, rows, 0.95, METHOD));
  const columns = [
    float64Column('risk', scatter.x),
    float64Column('observed', curve),
    float64Column('n', scatter.count)
  ];
  return {
    ...performanceOf(rows, { estimates, remarks, method: METHOD }),
    curve: { rows: scatter.x.length, columns }
  };
}

/** @throws `prediction-span-range`, `prediction-span-few` */
export function nearestOf(span: number, rows: number): number {
  if (!(span > 0 && span <= 1)) throw fail('prediction-span-range');
  // 0.7 × 10 falls short of 7 in binary.
  const nearest = Math.floor(span * rows + 1e-9);
  if (nearest < 4) throw fail('prediction-span-few', { rows: nearest });
  return nearest;
}

/** Integrated calibration index with fits at so many risks: for resampling, where each fit is paid thousands of times. */
export function integratedIndex(scatter: Scatter, nearest: number, mostFits: number): number {
  const knots = knotsOf(scatter, mostFits);
  const local = new LocalQuadratic(scatter, nearest);
  const fitted = Float64Array.from(knots, (knot) => clamped(local.at(knot)));
  return meanDistance(scatter, distancesOf(scatter, between(scatter.x, knots, fitted)));
}

const clamped = (value: number) => Math.min(1, Math.max(0, value));

function distancesOf({ x }: Scatter, curve: Float64Array): Float64Array {
  return curve.map((value, at) => Math.abs(value - x[at]!));
}

function meanDistance({ count }: Scatter, distances: Float64Array): number {
  const sum = new CompensatedSum();
  let rows = 0;
  distances.forEach((distance, at) => {
    sum.add(distance * count[at]!);
    rows += count[at]!;
  });
  return sum.value / rows;
}

/** Where to fit: every point, or half of the places by rank and half by value, so that thin tails are not left out. */
function knotsOf({ x }: Scatter, most: number): Int32Array {
  if (x.length <= most) return Int32Array.from(x, (_, at) => at);
  const chosen = new Set<number>();
  const half = most / 2;
  const last = x.length - 1;
  const reach = x[last]! - x[0]!;
  for (let place = 0, at = 0; place < half; place++) {
    chosen.add(Math.round((place * last) / (half - 1)));
    while (at < last && x[at]! < x[0]! + (reach * place) / (half - 1)) at++;
    chosen.add(at);
  }
  return Int32Array.from(chosen).sort();
}

/** The values at all points, straight lines between the knots; the first and last point are knots. */
function between(x: Float64Array, knots: Int32Array, fitted: Float64Array): Float64Array {
  const values = new Float64Array(x.length);
  for (let knot = 0; knot < knots.length; knot++) {
    const [from, to] = [knots[knot]!, knots[knot + 1] ?? knots[knot]!];
    values[from] = fitted[knot]!;
    for (let at = from + 1; at < to; at++) {
      const share = (x[at]! - x[from]!) / (x[to]! - x[from]!);
      values[at] = fitted[knot]! + share * (fitted[knot + 1]! - fitted[knot]!);
    }
  }
  return values;
}

function repeated(values: Float64Array, count: Float64Array): Float64Array {
  const all = new Float64Array(count.reduce((sum, value) => sum + value, 0));
  let place = 0;
  values.forEach((value, at) => {
    all.fill(value, place, place + count[at]!);
    place += count[at]!;
  });
  return all;
}

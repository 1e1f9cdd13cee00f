import { fail } from './errors';
import { prepare, rowsWithout, usedCodes, type Classes, type FollowUp, type Prepared } from './follow-up';
import { slicesOf } from './slices';
import { rankedFactor } from './symmetric';

/** Squares of what is smaller are still numbers, and so are those of its inverse. */
const LARGE = 1e100;

/** Covariates: a column a term, one after the other, each with a place a row; NaN is missing. Without an intercept. */
export interface Design {
  values: Float64Array;
  names: readonly string[];
}

/** How tied deaths share a risk set. */
export type Ties = 'efron' | 'breslow';

/**
 * Complete rows by stratum and falling time, covariates row by row and standardised: what one pass over all risk sets
 * wants to read.
 */
export interface Arranged {
  prepared: Prepared;
  names: readonly string[];
  /** Number of rows and terms. */
  n: number;
  p: number;
  ties: Ties;
  /** Place among the used rows of each arranged row. */
  order: Int32Array;
  /** n × p, row by row: (value − centre) / scale. */
  x: Float64Array;
  centre: Float64Array;
  scale: Float64Array;
  stop: Int32Array;
  start: Int32Array | undefined;
  status: Uint8Array;
  weight: Float64Array;
  /** First arranged row of each stratum, and the end. */
  strata: Int32Array;
  strataNames: readonly string[];
  /** Arranged rows of each stratum by falling start, where there is one. */
  entering: Int32Array | undefined;
  /** Cluster of each arranged row, from 0. */
  cluster: Int32Array | undefined;
}

export interface DesignOptions {
  ties?: Ties;
  strata?: Classes;
  cluster?: Classes;
  /** A positive weight a row; what is not finite is missing. */
  weights?: Float64Array;
  /** The largest code of an ending, 1 unless causes compete. */
  endings?: number;
}

/** @throws `survival-design`, `survival-terms-none`, `survival-weights`, `survival-large` and those of the follow-up */
export function arrange(followUp: FollowUp, design: Design, options: DesignOptions): Arranged {
  const { ties = 'efron', strata, cluster, weights, endings = 1 } = options;
  const all = followUp.time.length;
  const p = design.names.length;
  if (p === 0) throw fail('survival-terms-none');
  if (design.values.length !== all * p) {
    throw fail('survival-design', { values: design.values.length, rows: all, terms: p });
  }
  if (weights && weights.length !== all) throw fail('survival-unlike');
  const incomplete = rowsWithout(all, [strata, cluster]);
  for (let at = 0; at < design.values.length; at++) {
    if (!Number.isFinite(design.values[at]!)) incomplete[at % all] = 1;
  }
  weights?.forEach((weight, row) => {
    if (!Number.isFinite(weight)) incomplete[row] = 1;
  });
  const prepared = prepare(followUp, incomplete, endings);
  const { rows } = prepared;
  const n = rows.length;
  const odd = weights ? rows.reduce((sum, row) => sum + +!(weights[row]! > 1 / LARGE && weights[row]! < LARGE), 0) : 0;
  if (odd > 0) throw fail('survival-weights', { rows: odd });

  const slices = slicesOf(prepared, usedCodes(prepared, strata), strata?.names.length ?? 1);
  const order = new Int32Array(n);
  const bounds = new Int32Array(slices.length + 1);
  slices.forEach(({ leaving }, stratum) => {
    const from = bounds[stratum]!;
    order.set(leaving, from);
    order.subarray(from, from + leaving.length).reverse();
    bounds[stratum + 1] = from + leaving.length;
  });
  const placeOf = new Int32Array(n);
  order.forEach((used, row) => {
    placeOf[used] = row;
  });
  const entering = prepared.start && new Int32Array(n);
  if (entering) {
    slices.forEach((slice, stratum) => {
      const part = Int32Array.from(slice.entering!, (used) => placeOf[used]!).reverse();
      entering.set(part, bounds[stratum]!);
    });
  }
  const { start } = prepared;
  return {
    prepared,
    names: design.names,
    n,
    p,
    ties,
    order,
    ...standardised(design, rows, order, all),
    stop: Int32Array.from(order, (used) => prepared.stop[used]!),
    start: start && Int32Array.from(order, (used) => start[used]!),
    status: Uint8Array.from(order, (used) => prepared.status[used]!),
    weight: Float64Array.from(order, (used) => (weights ? weights[rows[used]!]! : 1)),
    strata: bounds,
    strataNames: strata?.names ?? ['all'],
    entering,
    cluster: cluster && Int32Array.from(order, (used) => cluster.codes[rows[used]!]!)
  };
}

function standardised(
  { values, names }: Design,
  rows: Int32Array,
  order: Int32Array,
  all: number
): Pick<Arranged, 'x' | 'centre' | 'scale'> {
  const p = names.length;
  const n = rows.length;
  const x = new Float64Array(n * p);
  const centre = new Float64Array(p);
  const scale = new Float64Array(p);
  for (let term = 0; term < p; term++) {
    const column = values.subarray(term * all, (term + 1) * all);
    let mean = 0;
    let low = Infinity;
    let high = -Infinity;
    for (const row of rows) {
      mean += column[row]! / n;
      low = Math.min(low, column[row]!);
      high = Math.max(high, column[row]!);
    }
    if (low < -LARGE || high > LARGE || (high > low && high - low < 1 / LARGE)) {
      throw fail('survival-large', { term: names[term] });
    }
    let squares = 0;
    for (const row of rows) squares += (column[row]! - mean) ** 2;
    const spread = Math.sqrt(squares / n);
    centre[term] = mean;
    // A column that varies by no more than rounding is constant: its zeros are then left out as repeating nothing.
    scale[term] = spread > 1e-13 * Math.abs(mean) ? spread : 0;
    if (scale[term] === 0) continue;
    for (let row = 0; row < n; row++) x[row * p + term] = (column[rows[order[row]!]!]! - mean) / spread;
  }
  return { x, centre, scale };
}

/** The same with some of the terms only. */
function withTerms(arranged: Arranged, keep: readonly number[]): Arranged {
  const { n, p, x, names, centre, scale } = arranged;
  const part = new Float64Array(n * keep.length);
  for (let row = 0; row < n; row++) {
    for (let term = 0; term < keep.length; term++) part[row * keep.length + term] = x[row * p + keep[term]!]!;
  }
  return {
    ...arranged,
    p: keep.length,
    x: part,
    names: keep.map((term) => names[term]!),
    centre: Float64Array.from(keep, (term) => centre[term]!),
    scale: Float64Array.from(keep, (term) => scale[term]!)
  };
}

/**
 * Leaves out terms without information at 0, or none beside earlier terms; what has none there has none anywhere.
 *
 * @param information of the likelihood at 0, p × p
 * @throws `survival-collinear` when none is left
 */
export function withoutAliases(
  whole: Arranged,
  information: Float64Array
): { arranged: Arranged; aliased: readonly string[] } {
  const { p, names, weight, status } = whole;
  // What rounding leaves of a standardised constant grows with the number of deaths.
  const deaths = weight.reduce((sum, one, row) => sum + (status[row]! > 0 ? one : 0), 0);
  const { kept } = rankedFactor(information, p, 1e-11 * deaths);
  const keep = kept.flatMap((is, term) => (is ? [term] : []));
  if (keep.length === 0) throw fail('survival-collinear', { terms: names.join(', ') });
  if (keep.length === p) return { arranged: whole, aliased: [] };
  return { arranged: withTerms(whole, keep), aliased: names.filter((_, term) => !kept[term]) };
}

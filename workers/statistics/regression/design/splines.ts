import { quantileOf } from '../../../shared/quantile';
import { bSplinesAt } from './b-spline';

/** Where a spline bends, and where it ends. */
export interface Knots {
  inner: Float64Array;
  boundary: readonly [number, number];
}

/**
 * Knots at the quantiles (type 7) of the values within the boundary.
 *
 * @param values the values there are, in any order
 * @param count of inner knots, 0 or more
 */
export function knotsAtQuantiles(values: Float64Array, count: number, boundary?: readonly [number, number]): Knots {
  const sorted = values.slice().sort();
  const ends = boundary ?? ([sorted[0] ?? NaN, sorted.at(-1) ?? NaN] as const);
  const inside = sorted.filter((value) => value >= ends[0] && value <= ends[1]);
  return {
    inner: Float64Array.from({ length: count }, (_, place) => quantileOf(inside, (place + 1) / (count + 1))),
    boundary: ends
  };
}

/**
 * Basis of natural cubic splines without an intercept: linear beyond the boundary.
 *
 * @param values one number a row; NaN gives NaN
 * @returns (inner knots + 1) columns
 * @see R 4.2.2 `splines::ns`: B-splines without the first, turned by Householder's reflections so that the second
 *   derivatives at both ends vanish
 */
export function naturalSplines(values: Float64Array, { inner, boundary }: Knots): Float64Array[] {
  const knots = clamped(inner, boundary, 4);
  const width = inner.length + 3;
  const turn = reflections(knots, boundary, width);
  const columns = Array.from({ length: width - 2 }, () => new Float64Array(values.length));
  const line = new Float64Array(width);
  for (let row = 0; row < values.length; row++) {
    const x = values[row]!;
    if (Number.isNaN(x)) {
      for (const column of columns) column[row] = NaN;
      continue;
    }
    line.fill(0);
    if (x < boundary[0]) addLinear(line, knots, boundary[0], x);
    else if (x > boundary[1]) addLinear(line, knots, boundary[1], x);
    else add(line, knots, x, 0, 1);
    for (const mirror of turn) reflect(mirror, line);
    for (let column = 0; column < columns.length; column++) columns[column]![row] = line[column + 2]!;
  }
  return columns;
}

/**
 * Basis of B-splines without an intercept.
 *
 * @param values one number a row, within the boundary; NaN gives NaN
 * @returns (inner knots + degree) columns
 * @see R 4.2.2 `splines::bs`
 */
export function bSplines(values: Float64Array, { inner, boundary }: Knots, degree: number): Float64Array[] {
  const order = degree + 1;
  const knots = clamped(inner, boundary, order);
  const columns = Array.from({ length: inner.length + degree }, () => new Float64Array(values.length));
  for (let row = 0; row < values.length; row++) {
    const x = values[row]!;
    if (Number.isNaN(x)) {
      for (const column of columns) column[row] = NaN;
      continue;
    }
    const { first, values: there } = bSplinesAt(knots, order, x);
    for (let place = 0; place < order; place++) {
      // The first B-spline is left out: the others do not sum to a constant.
      if (first + place > 0) columns[first + place - 1]![row] = there[place]!;
    }
  }
  return columns;
}

function clamped(inner: Float64Array, [low, high]: readonly [number, number], order: number): Float64Array {
  const ends = (value: number) => Array.from({ length: order }, () => value);
  return Float64Array.from([...ends(low), ...ends(high), ...inner]).sort();
}

/** Adds share · the splines' derivatives at x to a row without the first spline. */
function add(line: Float64Array, knots: Float64Array, x: number, derivative: number, share: number): void {
  const { first, values } = bSplinesAt(knots, 4, x, derivative);
  for (let place = 0; place < 4; place++) {
    const at = first + place - 1;
    if (at >= 0) line[at] = line[at]! + share * values[place]!;
  }
}

function addLinear(line: Float64Array, knots: Float64Array, end: number, x: number): void {
  add(line, knots, end, 0, 1);
  add(line, knots, end, 1, x - end);
}

/** Householder vectors of the second derivatives at both ends, with the signs of LINPACK's dqrdc, which R uses. */
function reflections(knots: Float64Array, boundary: readonly [number, number], width: number): Float64Array[] {
  const second = boundary.map((end) => {
    const line = new Float64Array(width);
    add(line, knots, end, 2, 1);
    return line;
  });
  const mirrors: Float64Array[] = [];
  second.forEach((line, place) => {
    for (const mirror of mirrors) reflect(mirror, line);
    const mirror = line.slice();
    mirror.fill(0, 0, place);
    const length = Math.sqrt(mirror.reduce((sum, value) => sum + value * value, 0));
    const signed = mirror[place]! < 0 ? -length : length;
    for (let at = place; at < width; at++) mirror[at] = mirror[at]! / signed;
    mirror[place] = mirror[place]! + 1;
    mirrors.push(mirror);
  });
  return mirrors;
}

/** The first entry of a mirror that is not 0 is half of its squared length. */
function reflect(mirror: Float64Array, line: Float64Array): void {
  let product = 0;
  let squares = 0;
  for (let at = 0; at < line.length; at++) {
    product += mirror[at]! * line[at]!;
    squares += mirror[at]! * mirror[at]!;
  }
  const share = (2 * product) / squares;
  for (let at = 0; at < line.length; at++) line[at] = line[at]! - share * mirror[at]!;
}

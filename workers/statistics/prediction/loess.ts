/** Points of a scatter by rising x, equal ones as one: how many, and the sum of their y. */
export interface Scatter {
  x: Float64Array;
  count: Float64Array;
  sum: Float64Array;
}

/** Collects points; those that count 0 times are left out. @param order rows by falling x */
export function scatterOf(
  x: Float64Array,
  y: ArrayLike<number>,
  order: ArrayLike<number>,
  weights?: Float64Array
): Scatter {
  const [xs, count, sum] = [new Float64Array(x.length), new Float64Array(x.length), new Float64Array(x.length)];
  let last = -1;
  for (let place = order.length - 1; place >= 0; place--) {
    const row = order[place]!;
    const weight = weights ? weights[row]! : 1;
    if (weight === 0) continue;
    if (last < 0 || xs[last] !== x[row]) xs[++last] = x[row]!;
    count[last]! += weight;
    sum[last]! += weight * y[row]!;
  }
  return { x: xs.slice(0, last + 1), count: count.slice(0, last + 1), sum: sum.slice(0, last + 1) };
}

/** A sum of squares below this share of its scale: the power adds no direction of its own. */
const NOTHING = 1e-14;

/**
 * Local quadratic regression with tricube weights over the nearest points, each fitted anew: `loess(degree = 2,
 * surface = "direct")`.
 *
 * Where fewer than three distinct x have weight the polynomial has as many terms as there are; where `nearest` points are
 * equal to the x asked for, the value is their mean.
 *
 * @see Cleveland 1979, J Am Stat Assoc 74:829; polynomials orthogonal by Forsythe 1957, J SIAM 5:74
 */
export class LocalQuadratic {
  readonly #weights: Float64Array;
  readonly #units: Float64Array;
  readonly #upTo: Float64Array;

  /** @param nearest points in each neighbourhood, counted with their number */
  constructor(
    private readonly scatter: Scatter,
    private readonly nearest: number
  ) {
    const { x, count } = scatter;
    this.#weights = new Float64Array(x.length);
    this.#units = new Float64Array(x.length);
    this.#upTo = new Float64Array(x.length + 1);
    for (let at = 0; at < x.length; at++) this.#upTo[at + 1] = this.#upTo[at]! + count[at]!;
  }

  /** The curve at the point with this index. */
  at(index: number): number {
    const { x, count, sum } = this.scatter;
    const centre = x[index]!;
    const width = this.#width(index);
    if (width === 0) return sum[index]! / count[index]!;
    const from = this.#first((at) => centre - x[at]! < width, index);
    const to = this.#beyond((at) => x[at]! - centre < width, index);
    let [total, mean, level] = [0, 0, 0];
    for (let at = from; at < to; at++) {
      const unit = (x[at]! - centre) / width;
      const size = Math.abs(unit);
      const fall = 1 - size * size * size;
      const tricube = fall * fall * fall;
      this.#units[at] = unit;
      this.#weights[at] = tricube;
      total += tricube * count[at]!;
      mean += tricube * count[at]! * unit;
      level += tricube * sum[at]!;
    }
    mean /= total;
    let value = level / total;
    let [squares, tilt, lean] = [0, 0, 0];
    for (let at = from; at < to; at++) {
      const linear = this.#units[at]! - mean;
      const weight = this.#weights[at]!;
      squares += weight * count[at]! * linear * linear;
      tilt += weight * count[at]! * this.#units[at]! * linear * linear;
      lean += weight * sum[at]! * linear;
    }
    if (squares <= NOTHING * total) return value;
    value += (lean / squares) * -mean;
    const second = tilt / squares;
    const back = squares / total;
    let [bends, bend] = [0, 0];
    for (let at = from; at < to; at++) {
      const quadratic = (this.#units[at]! - second) * (this.#units[at]! - mean) - back;
      const weight = this.#weights[at]!;
      bends += weight * count[at]! * quadratic * quadratic;
      bend += weight * sum[at]! * quadratic;
    }
    if (bends <= NOTHING * squares * back) return value;
    return value + (bend / bends) * (second * mean - back);
  }

  /** Distance to the last of the nearest points. */
  #width(index: number): number {
    const { x } = this.scatter;
    const centre = x[index]!;
    const enough = (width: number) =>
      this.#upTo[this.#beyond((at) => x[at]! - centre <= width, index)]! -
        this.#upTo[this.#first((at) => centre - x[at]! <= width, index)]! >=
      this.nearest;
    if (enough(0)) return 0;
    // The distance is that of a point to the left or to the right: of each side the nearest that suffices.
    let [left, right] = [Infinity, Infinity];
    if (enough(centre - x[0]!)) {
      let [far, near] = [0, index];
      while (near - far > 1) {
        const middle = (far + near) >> 1;
        if (enough(centre - x[middle]!)) far = middle;
        else near = middle;
      }
      left = centre - x[far]!;
    }
    const end = x.length - 1;
    if (enough(x[end]! - centre)) {
      let [near, far] = [index, end];
      while (far - near > 1) {
        const middle = (near + far) >> 1;
        if (enough(x[middle]! - centre)) far = middle;
        else near = middle;
      }
      right = x[far]! - centre;
    }
    return Math.min(left, right);
  }

  /** The first index whose points still belong, from `index` downward. */
  #first(belongs: (at: number) => boolean, index: number): number {
    let [out, into] = [-1, index];
    while (into - out > 1) {
      const middle = (out + into) >> 1;
      if (belongs(middle)) into = middle;
      else out = middle;
    }
    return into;
  }

  /** The first index above `index` whose points no longer belong. */
  #beyond(belongs: (at: number) => boolean, index: number): number {
    let [into, out] = [index, this.scatter.x.length];
    while (out - into > 1) {
      const middle = (into + out) >> 1;
      if (belongs(middle)) into = middle;
      else out = middle;
    }
    return out;
  }
}

/**
 * Values, or derivatives, of the B-splines of order `order` that are not 0 at `x`.
 *
 * @param knots rising, the outer ones repeated `order` times
 * @returns the first of them that is not 0, and `order` numbers from there on
 * @see de Boor 1978, A Practical Guide to Splines, chapter X (recurrence) and (X.12) (derivatives)
 */
export function bSplinesAt(
  knots: Float64Array,
  order: number,
  x: number,
  derivative = 0
): { first: number; values: Float64Array } {
  const interval = intervalOf(knots, order, x);
  const values = new Float64Array(order);
  if (derivative >= order) return { first: interval - order + 1, values };
  // Splines of the lower order; each differentiation then raises the order by one.
  let low = lowOrder(knots, order - derivative, x, interval);
  for (let of = order - derivative + 1; of <= order; of++) {
    const raised = new Float64Array(of);
    for (let place = 0; place < of; place++) {
      const spline = interval - of + 1 + place;
      const left = knots[spline + of - 1]! - knots[spline]!;
      const right = knots[spline + of]! - knots[spline + 1]!;
      const before = place > 0 && left > 0 ? low[place - 1]! / left : 0;
      const after = place < of - 1 && right > 0 ? low[place]! / right : 0;
      raised[place] = (of - 1) * (before - after);
    }
    low = raised;
  }
  values.set(low);
  return { first: interval - order + 1, values };
}

/** Index of the knot left of x; at the right end, of the last interval that is not empty. */
function intervalOf(knots: Float64Array, order: number, x: number): number {
  let low = order - 1;
  let high = knots.length - order;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x < knots[middle]!) high = middle;
    else low = middle;
  }
  while (low > order - 1 && knots[low] === knots[low + 1]) low -= 1;
  return low;
}

function lowOrder(knots: Float64Array, order: number, x: number, interval: number): Float64Array {
  const values = new Float64Array(order);
  values[0] = 1;
  for (let of = 1; of < order; of++) {
    let saved = 0;
    for (let place = 0; place < of; place++) {
      const right = knots[interval + place + 1]! - x;
      const left = x - knots[interval + 1 - of + place]!;
      const share = values[place]! / (right + left);
      values[place] = saved + right * share;
      saved = left * share;
    }
    values[of] = saved;
  }
  return values;
}

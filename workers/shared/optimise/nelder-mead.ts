export interface NelderMeadOptions {
  /** Edge of the first simplex, one number for all variables. Default 0.5. */
  edge?: number;
  /** Stop when all corners lie within this distance of the best one. Default 1e-8. */
  tolerance?: number;
  /** Values asked for at most. Default 2000 per variable. */
  evaluations?: number;
}

interface Corner {
  x: Float64Array;
  value: number;
}

/**
 * Minimum by Nelder and Mead's simplex: needs values only, for what Newton's method cannot do.
 *
 * @param value Infinity or NaN outside the domain; the start must lie inside
 * @returns the best corner; nothing is promised about the gradient there
 * @see Nelder & Mead 1965, Computer Journal 7:308; the dimension-dependent factors of Gao & Han 2012,
 * Comput Optim Appl 51:259
 */
export function nelderMead(
  value: (x: Float64Array) => number,
  start: Float64Array,
  options: NelderMeadOptions = {}
): { x: Float64Array; value: number; evaluations: number } {
  const n = start.length;
  const { edge = 0.5, tolerance = 1e-8, evaluations: most = 2000 * n } = options;
  const expansion = 1 + 2 / n;
  const contraction = n === 1 ? 0.5 : 0.75 - 1 / (2 * n);
  const shrinkage = n === 1 ? 0.5 : 1 - 1 / n;
  let evaluations = 0;
  const corner = (x: Float64Array): Corner => {
    evaluations++;
    const found = value(x);
    return { x, value: Number.isNaN(found) ? Infinity : found };
  };
  const moved = (variable: number) => start.map((from, row) => from + (row === variable ? edge : 0));
  const simplex = [corner(Float64Array.from(start))];
  for (let variable = 0; variable < n; variable++) simplex.push(corner(moved(variable)));

  for (;;) {
    simplex.sort((a, b) => a.value - b.value);
    const best = simplex[0]!;
    const worst = simplex[n]!;
    if (evaluations >= most || spread(simplex, best) <= tolerance) {
      return { x: best.x, value: best.value, evaluations };
    }
    const centre = start.map((_, row) => simplex.slice(0, n).reduce((sum, { x }) => sum + x[row]!, 0) / n);
    const along = (factor: number) => corner(centre.map((middle, row) => middle + factor * (middle - worst.x[row]!)));
    const reflected = along(1);
    if (reflected.value < best.value) {
      const expanded = along(expansion);
      simplex[n] = expanded.value < reflected.value ? expanded : reflected;
      continue;
    }
    if (reflected.value < simplex[n - 1]!.value) {
      simplex[n] = reflected;
      continue;
    }
    const outside = reflected.value < worst.value;
    const contracted = along(outside ? contraction : -contraction);
    if (outside ? contracted.value <= reflected.value : contracted.value < worst.value) {
      simplex[n] = contracted;
      continue;
    }
    for (let position = 1; position <= n; position++) {
      const from = simplex[position]!.x;
      simplex[position] = corner(best.x.map((to, row) => to + shrinkage * (from[row]! - to)));
    }
  }
}

function spread(simplex: readonly Corner[], best: Corner): number {
  let most = 0;
  for (const { x } of simplex) {
    for (let row = 0; row < x.length; row++) most = Math.max(most, Math.abs(x[row]! - best.x[row]!));
  }
  return most;
}

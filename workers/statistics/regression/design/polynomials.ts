/**
 * Orthogonal polynomials of degree 1 to `degree` on the values there are, each of length 1.
 *
 * @param values one number a row; NaN gives NaN, and counts for nothing
 * @returns `undefined` where there are no more different values than the degree
 * @see Forsythe 1957, J SIAM 5:74 (three-term recurrence); equals R 4.2.2 `poly`
 */
export function orthogonalPolynomials(values: Float64Array, degree: number): Float64Array[] | undefined {
  const present = values.filter((value) => !Number.isNaN(value));
  if (new Set(present).size <= degree) return undefined;
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  const centred = values.map((value) => value - mean);
  const sumOf = (of: (row: number) => number) => {
    let sum = 0;
    for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row])) sum += of(row);
    return sum;
  };
  let before = new Float64Array(values.length);
  let last = values.map((value) => (Number.isNaN(value) ? NaN : 1));
  let squaresBefore = 1;
  let squares = present.length;
  const columns: Float64Array[] = [];
  for (let of = 1; of <= degree; of++) {
    const [inner, outer] = [before, last];
    const middle = sumOf((row) => centred[row]! * outer[row]! * outer[row]!) / squares;
    const share = of === 1 ? 0 : squares / squaresBefore;
    const next = outer.map((value, row) => (centred[row]! - middle) * value - share * inner[row]!);
    squaresBefore = squares;
    squares = sumOf((row) => next[row]! * next[row]!);
    const length = Math.sqrt(squares);
    columns.push(next.map((value) => value / length));
    [before, last] = [outer, next];
  }
  return columns;
}

/** Plain powers from the first to `degree`. */
export function rawPolynomials(values: Float64Array, degree: number): Float64Array[] {
  const columns: Float64Array[] = [];
  for (let of = 1; of <= degree; of++) columns.push(values.map((value, row) => value * (columns[of - 2]?.[row] ?? 1)));
  return columns;
}

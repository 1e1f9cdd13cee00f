import { largestOf } from '../../../shared/extent';

/**
 * L2 logistic regression by Newton steps on mean-imputed, standardised columns; the intercept is free.
 * Penalty: `ridge` / 2 × Σβ² beside the summed log loss (scikit-learn's C is 1 / ridge). For checks of the simulator only.
 *
 * @returns the linear predictor of every row
 */
export function logisticScores(
  columns: readonly Float64Array[],
  label: Float64Array,
  isTraining: (row: number) => boolean,
  ridge: number
): Float64Array {
  const rows = label.length;
  const width = columns.length + 1;
  const training = Uint32Array.from({ length: rows }, (_, row) => row).filter(isTraining);
  const design = new Float64Array(rows * width).fill(1);
  columns.forEach((column, position) => {
    const present = Float64Array.from(training, (row) => column[row] as number).filter((value) => !Number.isNaN(value));
    const centre = present.reduce((sum, value) => sum + value, 0) / present.length;
    // Standardised after imputing: what was missing sits at the mean and counts in the spread.
    const square = present.reduce((sum, value) => sum + (value - centre) * (value - centre), 0) / training.length;
    const scale = Math.sqrt(square) || 1;
    for (let row = 0; row < rows; row++) {
      const value = column[row] as number;
      design[row * width + position + 1] = Number.isNaN(value) ? 0 : (value - centre) / scale;
    }
  });
  let beta = new Float64Array(width);
  for (let step = 0; step < 12; step++) {
    const { gradient, hessian } = derivatives(design, label, training, beta, ridge);
    const change = solve(hessian, gradient);
    beta = beta.map((value, column) => value - (change[column] as number));
    if (largestOf(change.map(Math.abs)) < 1e-7) break;
  }
  return Float64Array.from({ length: rows }, (_, row) => dot(design, row * width, beta));
}

function dot(design: Float64Array, start: number, beta: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < beta.length; column++)
    sum += (design[start + column] as number) * (beta[column] as number);
  return sum;
}

function derivatives(
  design: Float64Array,
  label: Float64Array,
  training: Uint32Array,
  beta: Float64Array,
  ridge: number
) {
  const width = beta.length;
  const gradient = beta.map((value, column) => (column === 0 ? 0 : ridge * value));
  const hessian = Array.from({ length: width }, (_, row) => {
    const line = new Float64Array(width);
    if (row > 0) line[row] = ridge;
    return line;
  });
  for (const row of training) {
    const start = row * width;
    const p = 1 / (1 + Math.exp(-dot(design, start, beta)));
    const miss = p - (label[row] as number);
    const weight = p * (1 - p);
    for (let one = 0; one < width; one++) {
      const x = design[start + one] as number;
      gradient[one] = (gradient[one] as number) + miss * x;
      const line = hessian[one] as Float64Array;
      const weighted = weight * x;
      for (let other = 0; other <= one; other++)
        line[other] = (line[other] as number) + weighted * (design[start + other] as number);
    }
  }
  return { gradient, hessian };
}

/** Solves H x = g by Cholesky; only the lower half of H is read. */
function solve(hessian: Float64Array[], gradient: Float64Array): Float64Array {
  const width = gradient.length;
  const lower = hessian.map((line) => line.slice());
  const get = (row: number, column: number) => (lower[row] as Float64Array)[column] as number;
  for (let row = 0; row < width; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = get(row, column);
      for (let inner = 0; inner < column; inner++) sum -= get(row, inner) * get(column, inner);
      (lower[row] as Float64Array)[column] = row === column ? Math.sqrt(sum) : sum / get(column, column);
    }
  }
  const x = gradient.slice();
  for (let row = 0; row < width; row++) {
    for (let inner = 0; inner < row; inner++) x[row] = (x[row] as number) - get(row, inner) * (x[inner] as number);
    x[row] = (x[row] as number) / get(row, row);
  }
  for (let row = width - 1; row >= 0; row--) {
    for (let inner = row + 1; inner < width; inner++)
      x[row] = (x[row] as number) - get(inner, row) * (x[inner] as number);
    x[row] = (x[row] as number) / get(row, row);
  }
  return x;
}

import type { Triangle } from './triangle';

/** x of R·x = right for an upper triangle, k × k, row by row, without a 0 on its diagonal. */
export function solveUpper(r: Float64Array, right: Float64Array): Float64Array {
  const width = right.length;
  const x = Float64Array.from(right);
  for (let row = width - 1; row >= 0; row--) {
    for (let column = row + 1; column < width; column++) x[row] = x[row]! - r[row * width + column]! * x[column]!;
    x[row] = x[row]! / r[row * width + row]!;
  }
  return x;
}

/** x of Rᵀ·x = right for an upper triangle, k × k, row by row, without a 0 on its diagonal. */
export function solveUpperTransposed(r: Float64Array, right: Float64Array): Float64Array {
  const width = right.length;
  const x = Float64Array.from(right);
  for (let row = 0; row < width; row++) {
    for (let above = 0; above < row; above++) x[row] = x[row]! - r[above * width + row]! * x[above]!;
    x[row] = x[row]! / r[row * width + row]!;
  }
  return x;
}

/** (RᵀR)⁻¹, which is (XᵀWX)⁻¹: k × k, row by row, symmetric to the last bit. */
export function inverseOfSquare({ r, width }: Pick<Triangle, 'r' | 'width'>): Float64Array {
  const inverse = new Float64Array(width * width);
  const columns = Array.from({ length: width }, (_, index) => {
    const unit = new Float64Array(width);
    unit[index] = 1;
    return solveUpper(r, unit);
  });
  for (let row = 0; row < width; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = 0;
      for (let inner = row; inner < width; inner++) sum += columns[inner]![row]! * columns[inner]![column]!;
      inverse[row * width + column] = sum;
      inverse[column * width + row] = sum;
    }
  }
  return inverse;
}

export interface Independent {
  /** Columns that say something new, in the order given, and those that the ones before them make up. */
  kept: number[];
  aliased: number[];
}

/**
 * Which columns of a design are combinations of columns before them: their part at right angles to those is shorter than
 * 1e-9 of their length. The later column is the aliased one, as in LINPACK's limited pivoting, which R uses.
 */
export function independentColumns({ r, width }: Pick<Triangle, 'r' | 'width'>, tolerance = 1e-9): Independent {
  const basis: Float64Array[] = [];
  const kept: number[] = [];
  const aliased: number[] = [];
  for (let column = 0; column < width; column++) {
    const rest = Float64Array.from({ length: width }, (_, row) => r[row * width + column]!);
    const length = lengthOf(rest);
    // Twice: what rounding leaves of the first time goes in the second.
    for (let time = 0; time < 2; time++) {
      for (const direction of basis) {
        const share = dot(direction, rest);
        for (let row = 0; row < width; row++) rest[row] = rest[row]! - share * direction[row]!;
      }
    }
    const left = lengthOf(rest);
    if (left > tolerance * length && length > 0) {
      kept.push(column);
      basis.push(rest.map((value) => value / left));
    } else {
      aliased.push(column);
    }
  }
  return { kept, aliased };
}

/** Σ aᵢbᵢ */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

function lengthOf(values: Float64Array): number {
  return Math.sqrt(dot(values, values));
}

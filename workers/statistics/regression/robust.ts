import { crossProduct, solveUpperTransposed, squareProduct, type Triangle } from '../../shared/matrix';
import { fail } from './errors';
import type { Frame } from './frame';
import type { ErrorKind } from './options';

/** What a sandwich is made of. */
export interface Scores {
  /** Names of the columns kept. */
  names: readonly string[];
  /** The columns kept, one number a row. */
  design: readonly Float64Array[];
  /** Factor of a row's score: score = column · factor. For least squares weight · residual. */
  factor: Float64Array;
  /** Weights of the rows in XᵀWX; 1 where absent. */
  weights?: Float64Array | undefined;
  triangle: Triangle;
  /** (XᵀWX)⁻¹ */
  inverse: Float64Array;
}

/** A variance by cluster below this share of the one by row is rounding. */
const VANISHED = 1e-12;
/** Share of itself that a row may leave to its fitted value: at 1 its residual is 0 whatever it was. */
const ALONE = 1e-10;

/**
 * Covariance of coefficients that does not trust the model's variance: (XᵀWX)⁻¹ M (XᵀWX)⁻¹.
 *
 * HC0: M = Σ s sᵀ; HC1: times n/(n − k); HC3: each score over 1 − its leverage. By cluster: M = Σ of the clusters' summed
 * scores, times G/(G − 1) and, for least squares, (n − 1)/(n − k).
 *
 * @throws `regression-robust-leverage` where HC3 is not defined, `regression-clusters-degenerate` where the clusters
 *   leave no error
 * @see White 1980; MacKinnon and White 1985; Liang and Zeger 1986; R `sandwich` 3.0 `vcovHC`, `vcovCL`
 */
export function robustCovariance(
  scores: Scores,
  kind: Exclude<ErrorKind, 'model'> | 'cluster',
  frame: Pick<Frame, 'clusters'>,
  { isLeastSquares }: { isLeastSquares: boolean }
): Float64Array {
  const { design, factor, inverse } = scores;
  const n = factor.length;
  const k = design.length;
  const within = (middle: Float64Array) => squareProduct(squareProduct(inverse, middle, k), inverse, k);
  if (kind === 'cluster' && frame.clusters) {
    const { codes, count } = frame.clusters;
    const small = (count / (count - 1)) * (isLeastSquares ? (n - 1) / (n - k) : 1);
    const found = within(crossProduct(clusterSums(design, factor, codes, count))).map((value) => value * small);
    const plain = within(
      crossProduct(
        design,
        factor.map((value) => value * value)
      )
    );
    for (let column = 0; column < k; column++) {
      const place = column * k + column;
      // The residuals of a cluster of its own sum to 0: a vanishing error would be taken for certainty.
      if (!(found[place]! > VANISHED * plain[place]!)) {
        throw fail('regression-clusters-degenerate', { clusters: count, column: scores.names[column] });
      }
    }
    return found;
  }
  const squares = factor.map((value) => value * value);
  if (kind === 'HC3') {
    const leverage = leverages(scores);
    let rows = 0;
    for (let row = 0; row < n; row++) {
      const left = 1 - leverage[row]!;
      if (left < ALONE) rows += 1;
      squares[row] = squares[row]! / (left * left);
    }
    if (rows > 0) throw fail('regression-robust-leverage', { rows });
  }
  const scale = kind === 'HC1' ? n / (n - k) : 1;
  return within(crossProduct(design, squares)).map((value) => value * scale);
}

function clusterSums(
  design: readonly Float64Array[],
  factor: Float64Array,
  codes: Int32Array,
  count: number
): Float64Array[] {
  return design.map((column) => {
    const sums = new Float64Array(count);
    for (let row = 0; row < codes.length; row++) {
      sums[codes[row]!] = sums[codes[row]!]! + column[row]! * factor[row]!;
    }
    return sums;
  });
}

/** Diagonal of the hat matrix: w · xᵀ(XᵀWX)⁻¹x of each row. */
export function leverages({
  design,
  weights,
  triangle
}: Pick<Scores, 'design' | 'weights' | 'triangle'>): Float64Array {
  const line = new Float64Array(design.length);
  return Float64Array.from({ length: design[0]?.length ?? 0 }, (_, row) => {
    for (let column = 0; column < line.length; column++) line[column] = design[column]![row]!;
    const solved = solveUpperTransposed(triangle.r, line);
    return (weights ? weights[row]! : 1) * solved.reduce((sum, value) => sum + value * value, 0);
  });
}

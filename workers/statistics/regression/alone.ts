import { solveUpperTransposed, symmetricEigen } from '../../shared/matrix';
import type { StatisticsRemark } from '../estimate';
import type { Frame } from './frame';
import type { ErrorKind } from './options';
import { leverages, type Scores } from './robust';

/** A share of itself that far from 1 is rounding. */
const ROUNDING = 1e-8;

/**
 * Tells where a coefficient rests on one row or on one cluster alone: the model follows it whatever it is, so its summed
 * score is 0, and the sandwich takes that for certainty. HC3 refuses there; HC0, HC1 and errors by cluster are too small.
 *
 * A unit is alone where the design without it has a lower rank: where its block of the hat matrix has an eigenvalue of 1.
 *
 * @see MacKinnon, Nielsen and Webb 2023, J Econometrics 232:272 (leverage of clusters)
 */
export function remarksOnAlone(
  scores: Scores,
  kind: Exclude<ErrorKind, 'model'> | 'cluster',
  { clusters }: Pick<Frame, 'clusters'>
): StatisticsRemark[] {
  if (kind === 'HC3') return [];
  const leverage = leverages(scores);
  if (kind !== 'cluster' || !clusters) {
    const rows = leverage.reduce((count, share) => count + Number(share > 1 - ROUNDING), 0);
    return rows === 0 ? [] : [{ code: 'regression-alone-rows', values: { rows } }];
  }
  // The eigenvalues of a block are between 0 and 1 and sum to its leverage: few clusters can have one of 1.
  const shares = new Float64Array(clusters.count);
  clusters.codes.forEach((code, row) => {
    shares[code] = shares[code]! + leverage[row]!;
  });
  const candidates = new Map<number, Float64Array>();
  const k = scores.design.length;
  shares.forEach((share, code) => share > 1 - ROUNDING && candidates.set(code, new Float64Array(k * k)));
  if (candidates.size > 0) addBlocks(scores, clusters.codes, candidates);
  let alone = 0;
  for (const block of candidates.values()) {
    alone += Number(symmetricEigen(block, k).values.some((value) => value > 1 - ROUNDING));
  }
  return alone === 0 ? [] : [{ code: 'regression-alone-clusters', values: { clusters: alone } }];
}

/** Adds (R⁻ᵀx)(R⁻ᵀx)ᵀ·w of each row to the block of its cluster. */
function addBlocks(scores: Scores, codes: Int32Array, blocks: ReadonlyMap<number, Float64Array>): void {
  const { design, weights, triangle } = scores;
  const k = design.length;
  const line = new Float64Array(k);
  codes.forEach((code, row) => {
    const block = blocks.get(code);
    if (!block) return;
    for (let column = 0; column < k; column++) line[column] = design[column]![row]!;
    const solved = solveUpperTransposed(triangle.r, line);
    const weight = weights ? weights[row]! : 1;
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) block[a * k + b] = block[a * k + b]! + weight * solved[a]! * solved[b]!;
    }
  });
}

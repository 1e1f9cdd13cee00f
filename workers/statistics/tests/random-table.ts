import { exp } from '../../shared/elementary';
import type { RandomStream } from '../../shared/random';

/** ln n! of the whole numbers up to a table's total, by adding logarithms with compensation. */
export function logFactorials(n: number, log: (x: number) => number): Float64Array {
  const sums = new Float64Array(n + 1);
  let lost = 0;
  for (let k = 2; k <= n; k++) {
    const term = log(k) + lost;
    const next = sums[k - 1]! + term;
    lost = term - (next - sums[k - 1]!);
    sums[k] = next;
  }
  return sums;
}

/** How many of `drawn` are marked ones, out of `marked` and `others`: inversion from the most likely number outward. */
export function drawMarked(
  { marked, others, drawn }: { marked: number; others: number; drawn: number },
  factorials: Float64Array,
  stream: RandomStream
): number {
  const lowest = Math.max(0, drawn - others);
  const highest = Math.min(marked, drawn);
  if (lowest === highest) return lowest;
  const mode = Math.floor(((drawn + 1) * (marked + 1)) / (marked + others + 2));
  const chosen = (n: number, k: number) => factorials[n]! - factorials[k]! - factorials[n - k]!;
  const top = exp(chosen(marked, mode) + chosen(others, drawn - mode) - chosen(marked + others, drawn));
  let left = stream.uniform() - top;
  let [up, down, above, below] = [mode, mode, top, top];
  while (left > 0 && (up < highest || down > lowest)) {
    if (up < highest) {
      above *= ((marked - up) / (up + 1)) * ((drawn - up) / (others - drawn + up + 1));
      up += 1;
      if ((left -= above) <= 0) return up;
    }
    if (down > lowest) {
      below *= (down / (marked - down + 1)) * ((others - drawn + down) / (drawn - down + 1));
      down -= 1;
      if ((left -= below) <= 0) return down;
    }
  }
  return mode;
}

/** Σ ln n! over the cells of a random table with these margins, each table as likely as under independence. */
export function randomLogSum(
  rows: readonly number[],
  columns: readonly number[],
  factorials: Float64Array,
  stream: RandomStream
): number {
  const left = rows.slice();
  let all = rows.reduce((sum, row) => sum + row, 0);
  let sum = 0;
  for (const column of columns) {
    let [toDraw, others] = [column, all];
    left.forEach((row, at) => {
      others -= row;
      const taken = drawMarked({ marked: row, others, drawn: toDraw }, factorials, stream);
      toDraw -= taken;
      left[at] = row - taken;
      sum += factorials[taken]!;
    });
    all -= column;
  }
  return sum;
}

import { normalUpper } from '../../shared/distributions';
import { exp } from '../../shared/elementary';

/** Up to so many pairs all orders are gone through: 362,880 of them. */
const EXACT_UP_TO = 9;
/** From so many pairs on n(n² − 1) squared leaves the series' digits. */
const SERIES_UP_TO = 1290;

/**
 * Two-sided p of S = Σ(difference of ranks)² without ties.
 *
 * @returns undefined where neither method holds: beyond 1,290 pairs, and where the series has fallen to 0
 * @see Best and Roberts 1975, Applied Statistics 24:377, AS 89; equals R `cor.test(method = "spearman")`
 */
export function spearmanP(n: number, squares: number): { p: number; how: string } | undefined {
  const most = (n * n * n - n) / 3;
  // By symmetry of S around its middle: the smaller tail is the upper one of its mirror image.
  const far = Math.max(squares, most - squares);
  if (n <= EXACT_UP_TO) return { p: Math.min(1, 2 * exactUpper(n, far)), how: 'exact' };
  if (n > SERIES_UP_TO) return undefined;
  const p = edgeworthUpper(n, far);
  return p > 0 ? { p: Math.min(1, 2 * p), how: 'Edgeworth series' } : undefined;
}

/** Share of all orders with a sum of at least `squares`. */
function exactUpper(n: number, squares: number): number {
  const ranks = Array.from({ length: n }, (_, at) => at);
  let reached = 0;
  let all = 0;
  const place = (at: number, sum: number): void => {
    if (at === n) {
      all += 1;
      if (sum >= squares) reached += 1;
      return;
    }
    for (let from = at; from < n; from++) {
      const chosen = ranks[from]!;
      ranks[from] = ranks[at]!;
      ranks[at] = chosen;
      place(at + 1, sum + (chosen - at) * (chosen - at));
      ranks[at] = ranks[from]!;
      ranks[from] = chosen;
    }
  };
  place(0, 0);
  return reached / all;
}

/** P(S ≥ squares). */
function edgeworthUpper(n: number, squares: number): number {
  const b = 1 / n;
  const x = ((6 * (squares - 1) * b) / (n * n - 1) - 1) * Math.sqrt(n - 1);
  const y = x * x;
  const inner = 0.0879 + b * 0.0151 - y * (0.0072 - b * 0.0831 + y * b * (0.0131 - y * 4.6e-4));
  const u = x * b * (0.2274 + b * (0.2531 + 0.1745 * b) + y * (-0.0758 + b * (0.1033 + 0.3932 * b) - y * b * inner));
  return Math.min(1, Math.max(0, u / exp(y / 2) + normalUpper(x)));
}

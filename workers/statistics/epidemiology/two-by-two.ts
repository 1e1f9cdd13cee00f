import { exp, log } from '../../shared/elementary';
import type { Estimate, StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import { waldEstimate } from '../wald';
import { checkFourfold, type Fourfold } from './counts';
import { fail } from './errors';

/** A measure as it is read, not as a logarithm. Null is what does not exist. */
export interface Measure {
  estimate: number | null;
  lower: number | null;
  upper: number | null;
}

export interface TwoByTwo {
  /** `risk-ratio` and `odds-ratio` as logarithms, where they exist, and `risk-difference`. */
  estimates: Estimate[];
  /** Risks of the exposed and of the others. */
  risks: { exposed: number; unexposed: number };
  riskRatio: Measure;
  oddsRatio: Measure;
  riskDifference: Measure;
  /** 1 / risk difference: persons to treat for one event more (positive) or less; limits only if the difference's exclude 0. */
  numberNeededToTreat: Measure;
  /** What was added to each cell; 0 if nothing. */
  correction: number;
  n: number;
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

export interface TwoByTwoOptions {
  /** Default 0.95. */
  level?: number | undefined;
  /** Added to each cell if one is 0, as 0.5 (Haldane, Anscombe). Default: nothing, and ratios have no interval then. */
  correction?: number | undefined;
  /** Rows left out before, for the report. */
  nDropped?: number | undefined;
}

/** Fewer than this in a cell: the intervals by logarithms are rough. */
const FEW = 5;

/**
 * Risk ratio, odds ratio and risk difference of a 2×2 table, Wald's intervals (ratios by their logarithms).
 *
 * A zero cell: a ratio may be 0 or may not exist, and has no interval, unless a correction is asked for.
 *
 * @throws `epidemiology-count`, `epidemiology-no-group`, `epidemiology-correction`, `level-range`
 * @see Katz et al. 1978, Biometrics 34:469 (RR); Woolf 1955, Ann Hum Genet 19:251 (OR)
 */
export function twoByTwo(
  table: Fourfold,
  { level = 0.95, correction = 0, nDropped = 0 }: TwoByTwoOptions = {}
): TwoByTwo {
  checkFourfold(table);
  checkLevel(level);
  if (correction !== 0 && !(correction >= 0.001 && correction <= 1)) throw fail('epidemiology-correction');
  const hasZero = [table.a, table.b, table.c, table.d].includes(0);
  const added = hasZero ? correction : 0;
  const [a, b, c, d] = [table.a + added, table.b + added, table.c + added, table.d + added];
  const n = table.a + table.b + table.c + table.d;
  const common = { level, n, nDropped };
  const ratio = (name: string, above: number, below: number, variance: number, method: string) =>
    ratioOf(above, below, variance, { name, method, ...common });
  const rr = ratio('risk-ratio', a * (c + d), c * (a + b), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d), 'Risk ratio (Katz log)'); // prettier-ignore
  const or = ratio('odds-ratio', a * d, b * c, 1 / a + 1 / b + 1 / c + 1 / d, 'Odds ratio (Woolf)');
  // Differences need no correction: they exist with every table.
  const risks = { exposed: table.a / (table.a + table.b), unexposed: table.c / (table.c + table.d) };
  const difference = differenceOf(table, common);
  return {
    estimates: [...rr.estimates, ...or.estimates, difference],
    risks,
    riskRatio: rr.measure,
    oddsRatio: or.measure,
    riskDifference: { estimate: difference.estimate, lower: difference.lower, upper: difference.upper },
    numberNeededToTreat: reciprocal(difference),
    correction: added,
    n,
    nDropped,
    method: 'Risk ratio, odds ratio and risk difference, Wald intervals',
    remarks: remarksOf(table, added)
  };
}

function remarksOf({ a, b, c, d }: Fourfold, added: number): StatisticsRemark[] {
  const least = Math.min(a, b, c, d);
  if (least === 0) {
    return added > 0
      ? [{ code: 'epidemiology-corrected', values: { correction: added } }]
      : [{ code: 'epidemiology-zero-cell', values: { cells: [a, b, c, d].filter((cell) => cell === 0).length } }];
  }
  return least < FEW ? [{ code: 'epidemiology-few', values: { least } }] : [];
}

/** A ratio with its interval by the logarithm; 0 without interval, and nothing where the divisor is 0. */
export function ratioOf(
  above: number,
  below: number,
  variance: number,
  about: Pick<Estimate, 'name' | 'method' | 'level' | 'n' | 'nDropped'>
): { measure: Measure; estimates: Estimate[] } {
  if (below === 0) return { measure: { estimate: null, lower: null, upper: null }, estimates: [] };
  const ratio = above / below;
  if (above === 0 || !(variance > 0 && variance < Infinity)) {
    return { measure: { estimate: ratio, lower: null, upper: null }, estimates: [] };
  }
  const found = waldEstimate({ ...about, estimate: log(above) - log(below), se: Math.sqrt(variance), scale: 'log' });
  const measure = { estimate: ratio, lower: exp(found.lower as number), upper: exp(found.upper as number) };
  return { measure, estimates: [found] };
}

/** Wald's; with nobody or everybody in both groups there is no error to estimate, and no interval. */
function differenceOf({ a, b, c, d }: Fourfold, common: Pick<Estimate, 'level' | 'n' | 'nDropped'>): Estimate {
  const [n1, n0] = [a + b, c + d];
  const about = { name: 'risk-difference', method: 'Risk difference (Wald)', scale: 'identity' as const, ...common };
  const estimate = a / n1 - c / n0;
  const variance = (a / n1) * (b / n1 / n1) + (c / n0) * (d / n0 / n0);
  if (variance === 0) return { ...about, estimate, se: null, lower: null, upper: null, null: 0, df: null, p: null };
  return waldEstimate({ ...about, estimate, se: Math.sqrt(variance) });
}

function reciprocal({ estimate, lower, upper }: Estimate): Measure {
  if (estimate === 0) return { estimate: null, lower: null, upper: null };
  const isClear = lower !== null && upper !== null && lower * upper > 0;
  return { estimate: 1 / estimate, lower: isClear ? 1 / upper : null, upper: isClear ? 1 / lower : null };
}

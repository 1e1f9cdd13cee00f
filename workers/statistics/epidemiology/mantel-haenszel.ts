import { exp, log } from '../../shared/elementary';
import { sumOf } from '../../shared/compensated-sum';
import { chiSquare } from '../../shared/distributions';
import type { Estimate, StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import { waldEstimate } from '../wald';
import { breslowDay, type Homogeneity } from './breslow-day';
import { checkCounts, commonLength, type Fourfold, type Stratum } from './counts';
import { fail } from './errors';
import type { Measure } from './two-by-two';

/** 2×2 tables, one a stratum. */
export type FourfoldStrata = { readonly [Cell in keyof Fourfold]: ArrayLike<number> };

export interface MantelHaenszel {
  /** `mh-odds-ratio` and `mh-risk-ratio` as logarithms, where they exist, and `mh-risk-difference`. */
  estimates: Estimate[];
  oddsRatio: Measure;
  riskRatio: Measure;
  riskDifference: Measure;
  /** Cochran-Mantel-Haenszel test of no association, without and with the continuity correction; 1 degree of freedom. */
  test: { chiSquare: number; p: number; corrected: { chiSquare: number; p: number } };
  /** Breslow-Day test, and Tarone's, of one odds ratio for all strata; null with fewer than two that carry it. */
  homogeneity: Homogeneity | null;
  /** Strata with persons of both groups; the others say nothing. */
  strata: number;
  n: number;
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

/**
 * Association across strata by Mantel and Haenszel's weights.
 *
 * @throws `epidemiology-count`, `epidemiology-lengths`, `epidemiology-no-strata`, `epidemiology-no-events`, `level-range`
 * @see Mantel and Haenszel 1959, J Natl Cancer Inst 22:719; Robins, Breslow and Greenland 1986, Biometrics 42:311 (OR);
 * Greenland and Robins 1985, Biometrics 41:55 (RR); Sato, Greenland and Robins 1989, Biometrics 45:1323 (RD)
 */
export function mantelHaenszel(
  given: FourfoldStrata,
  { level = 0.95, nDropped = 0 }: { level?: number; nDropped?: number } = {}
): MantelHaenszel {
  checkLevel(level);
  const strata = informative(given);
  const n = sumOf(strata.map(({ total }) => total));
  const events = sumOf(strata.map(({ a, c }) => a + c));
  if (events === 0 || events === n) throw fail('epidemiology-no-events');
  const about = { level, n, nDropped };
  const [odds, risk] = [oddsRatio(strata), riskRatio(strata)];
  const or = measureOf({ name: 'mh-odds-ratio', method: 'Mantel-Haenszel odds ratio (Robins-Breslow-Greenland)', ...about }, odds); // prettier-ignore
  const rr = measureOf({ name: 'mh-risk-ratio', method: 'Mantel-Haenszel risk ratio (Greenland-Robins)', ...about }, risk); // prettier-ignore
  const difference = riskDifference(strata, about);
  const all = commonLength([given.a]);
  const remarks: StatisticsRemark[] = [];
  if (all > strata.length) remarks.push({ code: 'epidemiology-strata-left-out', values: { strata: all - strata.length } }); // prettier-ignore
  if (!or.estimates.length) remarks.push({ code: 'epidemiology-zero-cell', values: { cells: 1 } });
  const homogeneity = breslowDay(strata, or.measure.estimate);
  if (homogeneity && homogeneity.breslowDay.p < 0.05) {
    remarks.push({ code: 'epidemiology-heterogeneous', values: { p: homogeneity.breslowDay.p } });
  }
  return {
    estimates: [...or.estimates, ...rr.estimates, difference],
    oddsRatio: or.measure,
    riskRatio: rr.measure,
    riskDifference: { estimate: difference.estimate, lower: difference.lower, upper: difference.upper },
    test: cochran(strata),
    homogeneity,
    strata: strata.length,
    n,
    nDropped,
    method: 'Mantel-Haenszel, stratified 2×2 tables',
    remarks
  };
}

function informative({ a, b, c, d }: FourfoldStrata): Stratum[] {
  const length = commonLength([a, b, c, d]);
  for (const cells of [a, b, c, d]) checkCounts('A table', cells);
  const strata: Stratum[] = [];
  for (let index = 0; index < length; index++) {
    const cell = (list: ArrayLike<number>) => list[index] as number;
    const [exposed, others] = [cell(a) + cell(b), cell(c) + cell(d)];
    if (exposed === 0 || others === 0) continue;
    strata.push({ a: cell(a), b: cell(b), c: cell(c), d: cell(d), exposed, others, total: exposed + others });
  }
  if (strata.length === 0) throw fail('epidemiology-no-strata');
  return strata;
}

/** A ratio as the quotient of two sums, and the variance of its logarithm. */
interface Ratio {
  above: number;
  below: number;
  variance: number;
}

const sum = (strata: readonly Stratum[], of: (stratum: Stratum) => number) => sumOf(strata.map(of));

function oddsRatio(strata: readonly Stratum[]): Ratio {
  const r = ({ a, d, total }: Stratum) => (a / total) * d;
  const s = ({ b, c, total }: Stratum) => (b / total) * c;
  const p = ({ a, d, total }: Stratum) => (a + d) / total;
  const q = ({ b, c, total }: Stratum) => (b + c) / total;
  const [above, below] = [sum(strata, r), sum(strata, s)];
  const variance =
    sum(strata, (one) => p(one) * r(one)) / (2 * above * above) +
    sum(strata, (one) => p(one) * s(one) + q(one) * r(one)) / (2 * above * below) +
    sum(strata, (one) => q(one) * s(one)) / (2 * below * below);
  return { above, below, variance };
}

function riskRatio(strata: readonly Stratum[]): Ratio {
  const above = sum(strata, ({ a, others, total }) => (a / total) * others);
  const below = sum(strata, ({ c, exposed, total }) => (c / total) * exposed);
  const spread = sum(
    strata,
    ({ a, c, exposed, others, total }) => (exposed / total) * (others / total) * (a + c) - (a / total) * c
  );
  return { above, below, variance: spread / (above * below) };
}

function measureOf(
  about: Pick<Estimate, 'name' | 'method' | 'level' | 'n' | 'nDropped'>,
  { above, below, variance }: Ratio
): { measure: Measure; estimates: Estimate[] } {
  if (below === 0) return { measure: { estimate: null, lower: null, upper: null }, estimates: [] };
  if (above === 0) return { measure: { estimate: 0, lower: null, upper: null }, estimates: [] };
  const estimate = log(above) - log(below);
  // Everybody with the outcome in every group: the ratio of risks is 1 without any error to estimate.
  if (!(variance > 0)) return { measure: { estimate: above / below, lower: null, upper: null }, estimates: [] };
  const found = waldEstimate({ ...about, estimate, se: Math.sqrt(variance), scale: 'log' });
  const measure = { estimate: above / below, lower: exp(found.lower as number), upper: exp(found.upper as number) };
  return { measure, estimates: [found] };
}

function riskDifference(strata: readonly Stratum[], common: Pick<Estimate, 'level' | 'n' | 'nDropped'>): Estimate {
  const about = { name: 'mh-risk-difference', method: 'Mantel-Haenszel risk difference (Sato)', ...common };
  const weights = sum(strata, ({ exposed, others, total }) => (exposed / total) * others);
  const estimate = sum(strata, ({ a, c, exposed, others, total }) => (a / total) * others - (c / total) * exposed) / weights; // prettier-ignore
  const p = sum(strata, ({ a, c, exposed, others, total }) => {
    const [first, second] = [exposed / total, others / total];
    return c * first * first - a * second * second + (first * second * (others - exposed)) / 2;
  });
  const q = sum(strata, ({ a, c, exposed, others, total }) => (a * (others - c) + c * (exposed - a)) / total / 2);
  const variance = (estimate * p + q) / (weights * weights);
  if (!(variance > 0)) {
    return { ...about, estimate, scale: 'identity', se: null, lower: null, upper: null, null: 0, df: null, p: null };
  }
  return waldEstimate({ ...about, estimate, scale: 'identity', se: Math.sqrt(variance) });
}

function cochran(strata: readonly Stratum[]): MantelHaenszel['test'] {
  const difference = Math.abs(sum(strata, ({ a, c, exposed, total }) => a - (exposed / total) * (a + c)));
  const variance = sum(strata, ({ a, c, exposed, others, total }) =>
    total > 1 ? (exposed / total) * (others / total) * (((a + c) * (total - a - c)) / (total - 1)) : 0
  );
  const of = (distance: number) => {
    const statistic = variance > 0 ? (distance * distance) / variance : 0;
    return { chiSquare: statistic, p: chiSquare(1).upper(statistic) };
  };
  // Not beyond the difference itself, as R does.
  return { ...of(difference), corrected: of(difference - Math.min(0.5, difference)) };
}

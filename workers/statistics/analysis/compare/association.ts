import type { JobOptions } from '../../../shared/job';
import { twoByTwo } from '../../epidemiology';
import type { StatisticsRemark } from '../../estimate';
import { chiSquareTest, fisherTableTest, fisherTest, proportionDifference, type TestResult } from '../../tests';
import type { AnalysisTest, MeasuredEstimate } from '../contract';
import { measured, remark } from '../tidy';
import { differenceName, ratioName, testOf } from './by-group';

/** Share of expected counts below 5 from which χ² gives way to Fisher's test, and the least expected count (Cochran 1954). */
const FEW_CELLS = 0.2;
const LEAST_EXPECTED = 1;
const SMALL = 5;

export const INDEPENDENCE = ['auto', 'chi-square', 'fisher'] as const;
export type Independence = (typeof INDEPENDENCE)[number];

export interface IndependenceOptions {
  test: Independence;
  correct: boolean;
  level: number;
}

/**
 * Whether groups and levels go together: χ², or Fisher's exact test where the expected counts are small or it is asked for.
 * Levels that nobody has are left out.
 *
 * @throws `test-…`, `stopped`
 */
export async function independence(
  counts: readonly (readonly number[])[],
  { test, correct, level }: IndependenceOptions,
  job: JobOptions
): Promise<{ result: TestResult; code: string; cramer: number }> {
  const used = (counts[0] ?? []).map((_, at) => at).filter((at) => counts.some((row) => row[at]! > 0));
  const table = counts.map((row) => used.map((at) => row[at]!));
  const chi = chiSquareTest(table, { correct });
  const cells = chi.expected.flat();
  const least = cells.reduce((low, one) => Math.min(low, one), Infinity);
  const few = cells.filter((one) => one < SMALL).length > FEW_CELLS * cells.length || least < LEAST_EXPECTED;
  const cramer = chi.estimates[0]?.estimate ?? 0;
  if (test === 'chi-square' || (test === 'auto' && !few)) {
    // By Cochran's rule a few small cells do no harm.
    const remarks = few ? chi.remarks : chi.remarks.filter(({ code }) => code !== 'test-expected-small');
    return { result: { ...chi, remarks }, code: 'chi-square', cramer };
  }
  const isFour = table.length === 2 && used.length === 2;
  const result = isFour ? fisherTest(table, { level }) : await fisherTableTest(table, {}, job);
  // Why it was taken.
  const why = few ? [remark('test-fisher-chosen', { least })] : [];
  return { result: { ...result, remarks: [...result.remarks, ...why] }, code: 'fisher', cramer };
}

export const EFFECTS = ['risk-difference', 'risk-ratio', 'odds-ratio'] as const;
export type Effect = (typeof EFFECTS)[number];

/** "H2 − H1", "H2 / H1, OR": two measures of one comparison have names of their own. */
export function effectName(effect: Effect, group: string, reference: string, of?: string): string {
  if (effect === 'risk-difference') return differenceName(group, reference, of);
  return `${ratioName(group, reference, of)}, ${effect === 'odds-ratio' ? 'OR' : 'RR'}`;
}

export interface PairOfRisks {
  estimates: Partial<Record<Effect, MeasuredEstimate>>;
  test: AnalysisTest;
  method: string;
  remarks: StatisticsRemark[];
}

/**
 * Two groups' risks: difference (Newcombe), ratio of risks (Katz), odds ratio (Woolf; exact and conditional where Fisher's
 * test is taken). All carry the p of the one test of independence.
 *
 * @param later events and others of the group; compared with those of `earlier`
 * @throws `test-…`, `epidemiology-…`
 */
export async function pairOfRisks(
  later: { name: string; events: number; others: number },
  earlier: { name: string; events: number; others: number },
  options: IndependenceOptions & { correction: number; nDropped: number },
  job: JobOptions
): Promise<PairOfRisks> {
  const { level, correction, nDropped } = options;
  const cells = { a: later.events, b: later.others, c: earlier.events, d: earlier.others };
  const of = ({ events, others }: typeof later) => ({ events, n: events + others });
  const tested = await independence([[cells.a, cells.b], [cells.c, cells.d]], options, job); // prettier-ignore
  const ratios = twoByTwo(cells, { level, correction, nDropped });
  const difference = proportionDifference(of(later), of(earlier), { level });
  const { p } = tested.result;
  const found: Partial<Record<Effect, MeasuredEstimate>> = {};
  const take = (effect: Effect, estimates: TestResult['estimates']) => {
    const [one] = measured(estimates, effect);
    if (one) found[effect] = { ...one, name: effectName(effect, later.name, earlier.name), p, nDropped };
  };
  take('risk-difference', difference.estimates);
  take('risk-ratio', ratios.estimates.filter(({ name }) => name === 'risk-ratio')); // prettier-ignore
  const exact = tested.code === 'fisher' && correction === 0 ? tested.result.estimates : undefined;
  take('odds-ratio', exact ?? ratios.estimates.filter(({ name }) => name === 'odds-ratio')); // prettier-ignore
  return {
    estimates: found,
    test: testOf(tested.code, tested.result),
    method: `${tested.result.method}; risk difference (Newcombe), risk ratio (Katz), odds ratio (${exact ? 'conditional, exact limits' : 'Woolf'})`,
    remarks: [...ratios.remarks, ...tested.result.remarks]
  };
}

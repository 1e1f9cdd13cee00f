import type { Table } from '../../shared/table';
import { float64Column } from '../columns';
import { fail } from './errors';
import { checkLevel } from '../proportion';
import { estimateOf, performanceOf, type Performance } from './performance';
import type { RiskColumns } from './probability-scores';
import { needRisks, readScored, remarksOf } from './scored-rows';

export interface DecisionCurveOptions {
  /** Risks from which one would act, above 0 and below 1; 0.01 to 0.99 unless given. */
  thresholds?: readonly number[];
  /** Thresholds at which net benefit is an estimate with an interval; none unless given. */
  at?: readonly number[];
  /** Level of confidence, 0.95 unless given. */
  level?: number;
}

export interface DecisionCurve extends Performance {
  /** threshold, called, true_positives, false_positives, net_benefit, treat_all, treat_none: a row for every threshold. */
  curve: Table;
}

const METHOD = 'Decision curve analysis';

/**
 * Net benefit of acting from a risk on: true positives less false positives weighed by the odds of the threshold, a row.
 * A risk equal to the threshold is acted on. The curve is the result; estimates are `net-benefit 0.1` and `net-benefit-over-all
 * 0.1` (less that of acting on all) at the thresholds asked for, with the standard error of a mean over the rows.
 *
 * @throws `level-range`; `prediction-threshold-range`, `prediction-risk-range`, `prediction-no-rows`, `columns-unlike`, `column-…`
 * @see Vickers and Elkin 2006, Med Decis Making 26:565; Sande et al. 2020, Med Decis Making 40:314 (error of a net benefit)
 */
export function decisionCurve(
  { outcome, risk, person }: RiskColumns,
  {
    thresholds = Array.from({ length: 99 }, (_, step) => (step + 1) / 100),
    at = [],
    level = 0.95
  }: DecisionCurveOptions = {}
): DecisionCurve {
  checkLevel(level);
  if (thresholds.length === 0 || [...thresholds, ...at].some((value) => !(value > 0 && value < 1))) {
    throw fail('prediction-threshold-range', { of: 'a decision curve', rule: 'lies above 0 and below 1' });
  }
  const rows = readScored(outcome, [risk], person);
  const risks = rows.scores[0]!;
  needRisks(risks);
  const { n, events } = rows;
  const [withEvent, without] = [1, 0].map((side) => risks.filter((_, row) => rows.outcome[row] === side).sort());
  const callsAt = (threshold: number) => {
    const truePositives = atOrAbove(withEvent!, threshold);
    const falsePositives = atOrAbove(without!, threshold);
    const odds = threshold / (1 - threshold);
    return {
      threshold,
      called: truePositives + falsePositives,
      truePositives,
      falsePositives,
      netBenefit: truePositives / n - (falsePositives / n) * odds,
      treatAll: events / n - ((n - events) / n) * odds
    };
  };
  const found = thresholds.map(callsAt);
  const estimates = at.flatMap((threshold) => {
    const odds = threshold / (1 - threshold);
    const { truePositives, falsePositives } = callsAt(threshold);
    // Less acting on all: those who are not called and have the outcome are lost, the others gained.
    const [missed, spared] = [events - truePositives, n - events - falsePositives];
    return [
      { name: `net-benefit ${threshold}`, ...meanOf(n, [1, truePositives], [-odds, falsePositives]) },
      { name: `net-benefit-over-all ${threshold}`, ...meanOf(n, [-1, missed], [odds, spared]) }
    ].map((one) => estimateOf({ ...one, null: 0 }, rows, level, METHOD));
  });
  const column = (name: string, of: (one: (typeof found)[number]) => number) =>
    float64Column(name, Float64Array.from(found, of));
  return {
    ...performanceOf(rows, { estimates, remarks: remarksOf(rows), method: METHOD }),
    curve: {
      rows: found.length,
      columns: [
        column('threshold', ({ threshold }) => threshold),
        column('called', ({ called }) => called),
        column('true_positives', ({ truePositives }) => truePositives),
        column('false_positives', ({ falsePositives }) => falsePositives),
        column('net_benefit', ({ netBenefit }) => netBenefit),
        column('treat_all', ({ treatAll }) => treatAll),
        column('treat_none', () => 0)
      ]
    }
  };
}

/** How many of the rising values are at or above the threshold. */
function atOrAbove(rising: Float64Array, threshold: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < threshold) low = middle + 1;
    else high = middle;
  }
  return rising.length - low;
}

/** Mean of values that occur so often among n, the others 0, and its standard error. */
function meanOf(n: number, ...parts: readonly (readonly [value: number, count: number])[]) {
  const estimate = parts.reduce((sum, [value, count]) => sum + (value * count) / n, 0);
  const rest = n - parts.reduce((sum, [, count]) => sum + count, 0);
  const squares = parts.reduce((sum, [value, count]) => sum + count * (value - estimate) ** 2, rest * estimate ** 2);
  return { estimate, se: n > 1 && squares > 0 ? Math.sqrt(squares / (n - 1) / n) : null };
}

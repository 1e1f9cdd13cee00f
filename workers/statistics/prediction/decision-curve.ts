import type { Table } from '../../shared/table';
import { float64Column } from '../columns';
import { fail } from './errors';
import { performanceOf, type Performance } from './performance';
import type { RiskColumns } from './probability-scores';
import { needRisks, readScored, remarksOf } from './scored-rows';

export interface DecisionCurveOptions {
  /** Risks from which one would act, above 0 and below 1; 0.01 to 0.99 unless given. */
  thresholds?: readonly number[];
}

export interface DecisionCurve extends Performance {
  /** threshold, called, true_positives, false_positives, net_benefit, treat_all, treat_none: a row for every threshold. */
  curve: Table;
}

const METHOD = 'Decision curve analysis';

/**
 * Net benefit of acting from a risk on: true positives less false positives weighed by the odds of the threshold, a row.
 * A risk equal to the threshold is acted on. It has no estimates: the curve is the result.
 *
 * @throws `prediction-threshold-range`, `prediction-risk-range`, `prediction-no-rows`, `columns-unlike`, `column-…`
 * @see Vickers and Elkin 2006, Med Decis Making 26:565
 */
export function decisionCurve(
  { outcome, risk, person }: RiskColumns,
  { thresholds = Array.from({ length: 99 }, (_, step) => (step + 1) / 100) }: DecisionCurveOptions = {}
): DecisionCurve {
  if (thresholds.length === 0 || thresholds.some((value) => !(value > 0 && value < 1))) {
    throw fail('prediction-threshold-range', { of: 'a decision curve', rule: 'lies above 0 and below 1' });
  }
  const rows = readScored(outcome, [risk], person);
  const risks = rows.scores[0]!;
  needRisks(risks);
  const { n, events } = rows;
  const [withEvent, without] = [1, 0].map((side) => risks.filter((_, row) => rows.outcome[row] === side).sort());
  const found = thresholds.map((threshold) => {
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
  });
  const column = (name: string, of: (one: (typeof found)[number]) => number) =>
    float64Column(name, Float64Array.from(found, of));
  return {
    ...performanceOf(rows, { estimates: [], remarks: remarksOf(rows), method: METHOD }),
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

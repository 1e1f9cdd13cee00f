import { averagePrecisionIn } from '../../shared/average-precision';
import { rankFalling } from '../../shared/falling-scores';
import type { Table } from '../../shared/table';
import { float64Column } from '../columns';
import { estimateOf, performanceOf, type Performance } from './performance';
import type { ScoreColumns } from './roc';
import { fail } from './errors';
import { readScored, remarksOf } from './scored-rows';

export interface PrecisionRecall extends Performance {
  /** Share of rows with the outcome: the average precision of a score that tells nothing. */
  prevalence: number;
  /** threshold, recall, precision: a row for every distinct score from the highest, a call being a score at or above it. */
  curve: Table;
}

const METHOD = 'Average precision';

/**
 * Precision and recall at every threshold, and average precision: a sum of steps, never trapezoids. It has no standard
 * error of its own; take {@link bootstrapPerformance} for an interval.
 *
 * @throws `prediction-one-class` where no row has the outcome; `prediction-no-rows`, `columns-unlike`, `column-…`
 * @see Davis and Goadrich 2006, ICML; equals scikit-learn `average_precision_score`
 */
export function precisionRecall({ outcome, score, person }: ScoreColumns): PrecisionRecall {
  const rows = readScored(outcome, [score], person);
  const { events, n } = rows;
  if (events === 0) throw fail('prediction-one-class', { rows: n, measure: 'average precision' });
  const scores = rows.scores[0]!;
  const ranking = rankFalling(scores);
  const { order, starts } = ranking;
  const groups = starts.length - 1;
  const [threshold, recall, precision] = [
    new Float64Array(groups),
    new Float64Array(groups),
    new Float64Array(groups)
  ] as const;
  let found = 0;
  for (let group = 0; group < groups; group++) {
    const end = starts[group + 1]!;
    for (let place = starts[group]!; place < end; place++) found += rows.outcome[order[place]!]!;
    threshold[group] = scores[order[starts[group]!]!]!;
    recall[group] = found / events;
    precision[group] = found / end;
  }
  const prevalence = events / n;
  const measured = {
    name: 'average-precision',
    estimate: averagePrecisionIn(ranking, rows.outcome),
    null: prevalence
  };
  const columns = [
    float64Column('threshold', threshold),
    float64Column('recall', recall),
    float64Column('precision', precision)
  ];
  return {
    ...performanceOf(rows, {
      estimates: [estimateOf(measured, rows, 0.95, METHOD)],
      remarks: remarksOf(rows),
      method: METHOD
    }),
    prevalence,
    curve: { rows: groups, columns }
  };
}

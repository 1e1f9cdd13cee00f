import { CompensatedSum } from '../../shared/compensated-sum';
import type { Table } from '../../shared/table';
import { fail } from './errors';
import { binaryOf, numbersOf } from './numeric-columns';
import { eachScore } from './thresholds';

/** Area under the precision–recall curve, with the value that chance gives. */
export interface AveragePrecision {
  averagePrecision: number;
  /** Share of positive rows: the average precision of a score that tells nothing. */
  prevalence: number;
  rows: number;
  positives: number;
  /** Rows left out, each under the first reason that holds. */
  dropped: { missingScore: number; missingLabel: number };
}

/**
 * Average precision: the sum over distinct scores of the gain in recall times the precision there. Equal scores are one
 * step; there is no line between steps, which would promise too much.
 *
 * @param columns `score`, any numbers; `label`, 0 or 1
 * @throws `auprc-no-positive`, `utility-column-…`, `utility-not-binary`
 * @see Davis and Goadrich 2006, ICML; equals scikit-learn `average_precision_score`
 */
export function averagePrecision(table: Table, columns: { score: string; label: string }): AveragePrecision {
  const scores = numbersOf(table, columns.score, 'score');
  const labels = binaryOf(table, columns.label, 'label');
  const dropped = { missingScore: 0, missingLabel: 0 };
  const kept: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (Number.isNaN(scores[row])) dropped.missingScore++;
    else if (Number.isNaN(labels[row])) dropped.missingLabel++;
    else kept.push(row);
  }
  const label = Uint8Array.from(kept, (row) => labels[row]!);
  const positives = label.reduce((sum, value) => sum + value, 0);
  if (positives === 0) throw fail('auprc-no-positive', { rows: kept.length });
  const area = new CompensatedSum();
  let found = 0;
  eachScore(
    Float64Array.from(kept, (row) => scores[row]!),
    (_, order, from, to) => {
      const before = found;
      for (let place = from; place < to; place++) found += label[order[place]!]!;
      area.add(((found - before) / positives) * (found / to));
    }
  );
  return { averagePrecision: area.value, prevalence: positives / kept.length, rows: kept.length, positives, dropped };
}

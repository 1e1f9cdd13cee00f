import { averagePrecisionOf } from '../../shared/average-precision';
import type { Table } from '../../shared/table';
import { fail } from './errors';
import { binaryOf, numbersOf } from './numeric-columns';

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
 * Average precision of the rows that have a score and a label.
 *
 * @param columns `score`, any numbers; `label`, 0 or 1
 * @throws `auprc-no-positive`, `utility-column-…`, `utility-not-binary`
 * @see averagePrecisionOf
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
  const area = averagePrecisionOf(
    Float64Array.from(kept, (row) => scores[row]!),
    label
  );
  return { averagePrecision: area, prevalence: positives / kept.length, rows: kept.length, positives, dropped };
}

import { log } from '../../shared/elementary';
import { checkLevel, wilson } from '../proportion';
import type { Estimate } from '../estimate';
import { fail } from './errors';
import { estimateOf, performanceOf, type Performance } from './performance';
import type { LevelOptions, ScoreColumns } from './roc';
import { readScored, remarksOf, type ScoredRows } from './scored-rows';

export interface ConfusionOptions extends LevelOptions {
  /** A score at or above it is a call. */
  threshold: number;
}

export interface Confusion extends Performance {
  threshold: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
}

const METHOD = 'Calls at a threshold, proportions with Wilson’s interval';

/**
 * What calls at a threshold find and miss.
 *
 * Estimates: `sensitivity`, `specificity`, `ppv`, `npv` (Wilson's limits, no standard error), `lr-positive`, `lr-negative`
 * (log scale), `f1`, `mcc`, `balanced-accuracy`. One whose denominator is 0, or a likelihood ratio of 0, is left out, and
 * the remark `prediction-undefined` names it.
 *
 * @throws `prediction-threshold-range`, `prediction-no-rows`, `level-range`, `columns-unlike`, `column-…`
 * @see Simel et al. 1991, J Clin Epidemiol 44:763 (likelihood ratios); Matthews 1975, Biochim Biophys Acta 405:442
 */
export function confusion(
  { outcome, score, person }: ScoreColumns,
  { threshold, level = 0.95 }: ConfusionOptions
): Confusion {
  checkLevel(level);
  if (!Number.isFinite(threshold)) {
    throw fail('prediction-threshold-range', { of: 'calls', rule: 'is a finite number' });
  }
  const rows = readScored(outcome, [score], person);
  const counts = [0, 0, 0, 0];
  rows.scores[0]!.forEach((value, row) => (counts[2 * rows.outcome[row]! + Number(value >= threshold)]! += 1));
  const [tn, fp, fn, tp] = counts as [number, number, number, number];
  const remarks = remarksOf(rows);
  const estimates: Estimate[] = [];
  const add = (name: string, estimate: Estimate | undefined) => {
    if (estimate) estimates.push(estimate);
    else remarks.push({ code: 'prediction-undefined', values: { measure: name } });
  };
  const share = (name: string, part: number, whole: number) => add(name, shareOf(name, part, whole, rows, level));
  const ratio = (name: string, hits: number, falls: number) => add(name, ratioOf(name, hits, falls, rows, level));
  const number = (name: string, value: number, none: number) =>
    add(
      name,
      Number.isFinite(value) ? estimateOf({ name, estimate: value, null: none }, rows, level, METHOD) : undefined
    );
  share('sensitivity', tp, tp + fn);
  share('specificity', tn, tn + fp);
  share('ppv', tp, tp + fp);
  share('npv', tn, tn + fn);
  ratio('lr-positive', tp, fp);
  ratio('lr-negative', fn, tn);
  number('f1', (2 * tp) / (2 * tp + fp + fn), 0);
  // Products of four counts of a million still fit; their root is taken in two parts.
  number('mcc', (tp * tn - fp * fn) / (Math.sqrt((tp + fp) * (tp + fn)) * Math.sqrt((tn + fp) * (tn + fn))), 0);
  number('balanced-accuracy', (tp / (tp + fn) + tn / (tn + fp)) / 2, 0.5);
  const calls = { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn };
  return { ...performanceOf(rows, { estimates, remarks, method: METHOD }), threshold, ...calls };
}

function shareOf(name: string, part: number, whole: number, rows: ScoredRows, level: number): Estimate | undefined {
  if (whole === 0) return undefined;
  const { estimate, lower, upper } = wilson(part, whole, level);
  return { ...estimateOf({ name, estimate, null: 0.5 }, rows, level, METHOD), lower, upper };
}

/** The ratio of a share of the rows with the outcome to the same share of those without. */
function ratioOf(name: string, hits: number, falls: number, rows: ScoredRows, level: number): Estimate | undefined {
  const { events } = rows;
  const others = rows.n - events;
  if (hits === 0 || falls === 0) return undefined;
  const estimate = log(hits / events / (falls / others));
  const se = Math.sqrt(Math.max(0, 1 / hits - 1 / events + 1 / falls - 1 / others));
  // Where all are called, or none, the ratio is 1 whatever the score says: nothing tells how sure that is.
  return estimateOf({ name, estimate, se: se > 0 ? se : null, scale: 'log', null: 0 }, rows, level, METHOD);
}

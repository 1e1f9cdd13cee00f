import { rankFalling, type Ranking } from '../../shared/falling-scores';
import type { Column, Table } from '../../shared/table';
import { float64Column } from '../columns';
import type { StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import { deLongCovariance, placementsOf } from './delong';
import { estimateOf, performanceOf, type Performance } from './performance';
import { needBothClasses, readScored, remarksOf } from './scored-rows';

export interface ScoreColumns {
  /** Yes and no, or 1 and 0. */
  outcome: Column;
  /** Any numbers; a higher one means that the outcome is more likely. */
  score: Column;
  /** Whose row it is. Without it every row counts as a person. */
  person?: Column;
}

export interface LevelOptions {
  /** Level of confidence, 0.95 unless given. */
  level?: number;
}

/** The threshold at which sensitivity + specificity is largest. */
export interface Youden {
  /** Halfway between the score that is called and the next lower one. */
  threshold: number;
  sensitivity: number;
  specificity: number;
  index: number;
  /** Thresholds with the same sum; the one given is the lowest, which misses fewest. */
  ties: number;
}

export interface Roc extends Performance {
  /**
   * threshold, sensitivity, specificity: a row for every distinct score from the highest, a call being a score at or above it.
   * The first row calls nobody and has no threshold.
   */
  curve: Table;
  /** Undefined where no threshold does better than chance. */
  youden: Youden | undefined;
}

const METHOD = 'Area under the ROC curve with DeLong’s interval';

/**
 * ROC curve and its area. The direction is never turned round: a score that is lower in those with the outcome has an area
 * below ½, and a remark says so.
 *
 * @throws `prediction-one-class`, `prediction-no-rows`, `level-range`, `columns-unlike`, `column-…`
 * @see DeLong et al. 1988, Biometrics 44:837; Youden 1950, Cancer 3:32. Equals pROC 1.18 `roc(direction = "<")`
 */
export function roc({ outcome, score, person }: ScoreColumns, { level = 0.95 }: LevelOptions = {}): Roc {
  checkLevel(level);
  const rows = readScored(outcome, [score], person);
  needBothClasses(rows, 'the area under the ROC curve');
  const scores = rows.scores[0]!;
  const ranking = rankFalling(scores);
  const placements = placementsOf(ranking, rows.outcome);
  const variance = deLongCovariance(placements, placements, rows.outcome);
  // At an area of 0 or 1 all placements are alike: their spread says nothing of the error.
  const se = variance !== undefined && variance > 0 ? Math.sqrt(variance) : null;
  const remarks = remarksOf(rows);
  if (se === null) remarks.push(remark('prediction-no-spread'));
  if (placements.area < 0.5) remarks.push({ code: 'prediction-score-reversed', values: { area: placements.area } });
  const auc = { name: 'auc', estimate: placements.area, se, null: 0.5, within: [0, 1] } as const;
  const curve = curveOf(ranking, scores, rows.outcome, rows.events);
  return {
    ...performanceOf(rows, { estimates: [estimateOf(auc, rows, level, METHOD)], remarks, method: METHOD }),
    curve: curve.table,
    youden: youdenOf(curve)
  };
}

const remark = (code: string): StatisticsRemark => ({ code, values: {} });

interface Curve {
  table: Table;
  threshold: Float64Array;
  sensitivity: Float64Array;
  specificity: Float64Array;
}

function curveOf({ order, starts }: Ranking, scores: Float64Array, outcome: Uint8Array, events: number): Curve {
  const others = outcome.length - events;
  const threshold = new Float64Array(starts.length).fill(NaN);
  const sensitivity = new Float64Array(starts.length);
  const specificity = new Float64Array(starts.length).fill(1);
  let found = 0;
  for (let group = 0; group + 1 < starts.length; group++) {
    const end = starts[group + 1]!;
    for (let place = starts[group]!; place < end; place++) found += outcome[order[place]!]!;
    threshold[group + 1] = scores[order[starts[group]!]!]!;
    sensitivity[group + 1] = found / events;
    specificity[group + 1] = (others - (end - found)) / others;
  }
  const columns = [
    float64Column('threshold', threshold.slice()),
    float64Column('sensitivity', sensitivity),
    float64Column('specificity', specificity)
  ];
  return { table: { rows: starts.length, columns }, threshold, sensitivity, specificity };
}

/** Sums closer than this are the same. */
const ALIKE = 1e-12;

function youdenOf({ threshold, sensitivity, specificity }: Curve): Youden | undefined {
  let best = 0;
  let at = -1;
  let ties = 0;
  // Without the ends, which call nobody or everybody.
  for (let row = 1; row + 1 < threshold.length; row++) {
    const index = sensitivity[row]! + specificity[row]! - 1;
    if (index < best - ALIKE || index <= ALIKE) continue;
    ties = index > best + ALIKE ? 1 : ties + 1;
    best = Math.max(best, index);
    at = row;
  }
  if (at < 0) return undefined;
  return {
    threshold: threshold[at]! + (threshold[at + 1]! - threshold[at]!) / 2,
    sensitivity: sensitivity[at]!,
    specificity: specificity[at]!,
    index: best,
    ties
  };
}

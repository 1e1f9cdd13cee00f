import { CompensatedSum } from '../../shared/compensated-sum';
import { log } from '../../shared/elementary';
import { log1p } from '../../shared/distributions';
import type { Column } from '../../shared/table';
import { checkLevel } from '../proportion';
import { fail } from './errors';
import { estimateOf, performanceOf, type Measured, type Performance } from './performance';
import type { LevelOptions } from './roc';
import { needRisks, readScored, remarksOf } from './scored-rows';

export interface RiskColumns {
  /** Yes and no, or 1 and 0. */
  outcome: Column;
  /** Predicted probabilities of the outcome, from 0 to 1. */
  risk: Column;
  /** Whose row it is. Without it every row counts as a person. */
  person?: Column;
}

const BRIER = 'Brier score';
const LOG_LOSS = 'Logarithmic loss';
/** Squares of relative distances below it are rounding. */
const ROUNDING = 1e-24;

/**
 * Brier score, and scaled by that of a model that gives everybody the observed share: 1 − Brier / (share · (1 − share)).
 *
 * @returns `brier` with the standard error of a mean; `brier-scaled`, where both outcomes occur (a remark says if not)
 * @throws `prediction-risk-range`, `prediction-no-rows`, `level-range`, `columns-unlike`, `column-…`
 * @see Brier 1950, Mon Weather Rev 78:1; Steyerberg et al. 2010, Epidemiology 21:128
 */
export function brierScore({ outcome, risk, person }: RiskColumns, { level = 0.95 }: LevelOptions = {}): Performance {
  checkLevel(level);
  const rows = readScored(outcome, [risk], person);
  const risks = rows.scores[0]!;
  needRisks(risks);
  const losses = risks.map((value, row) => (value - rows.outcome[row]!) ** 2);
  const brier = meanOf(losses);
  const share = rows.events / rows.n;
  const measured: Measured[] = [{ name: 'brier', ...brier, null: 0, within: [0, 1], tested: false }];
  const remarks = remarksOf(rows);
  if (brier.se === null) remarks.push({ code: 'prediction-no-spread', values: { measure: 'brier' } });
  if (share === 0 || share === 1) remarks.push({ code: 'prediction-brier-not-scaled', values: { rows: rows.n } });
  else measured.push({ name: 'brier-scaled', estimate: 1 - brier.estimate / (share * (1 - share)), null: 0 });
  const estimates = measured.map((one) => estimateOf(one, rows, level, BRIER));
  return performanceOf(rows, { estimates, remarks, method: BRIER });
}

/**
 * Mean logarithmic loss −ln(probability given to what happened), in nats.
 *
 * @throws `prediction-log-loss-endless` where a certain prediction was wrong; `prediction-risk-range`, `prediction-no-rows`,
 *   `level-range`, `columns-unlike`, `column-…`
 * @see Good 1952, J R Stat Soc B 14:107
 */
export function logLoss({ outcome, risk, person }: RiskColumns, { level = 0.95 }: LevelOptions = {}): Performance {
  checkLevel(level);
  const rows = readScored(outcome, [risk], person);
  const risks = rows.scores[0]!;
  needRisks(risks);
  const losses = risks.map((value, row) => lossOf(value, rows.outcome[row]!));
  const endless = losses.reduce((count, loss) => count + Number(loss === Infinity), 0);
  if (endless > 0) throw fail('prediction-log-loss-endless', { rows: endless });
  const measured: Measured = { name: 'log-loss', ...meanOf(losses), null: 0, within: [0, Infinity], tested: false };
  const estimates = [estimateOf(measured, rows, level, LOG_LOSS)];
  const remarks = remarksOf(rows);
  if (measured.se === null) remarks.push({ code: 'prediction-no-spread', values: { measure: 'log-loss' } });
  return performanceOf(rows, { estimates, remarks, method: LOG_LOSS });
}

/** Loss of a single prediction; Infinity of a certain one that was wrong. */
export function lossOf(risk: number, outcome: number): number {
  // A risk of 1e-20 that did not come true loses 1e-20, not 0.
  const loss = outcome === 1 ? -log(risk) : -log1p(-risk);
  return loss === 0 ? 0 : loss;
}

function meanOf(values: Float64Array): { estimate: number; se: number | null } {
  const sum = new CompensatedSum();
  values.forEach((value) => sum.add(value));
  const estimate = sum.value / values.length;
  const squares = new CompensatedSum();
  values.forEach((value) => squares.add((value - estimate) ** 2));
  // Values that are all the same leave the spread of rounding.
  const isSpread = squares.value > ROUNDING * estimate * estimate * values.length;
  const se = isSpread ? Math.sqrt(squares.value / (values.length - 1) / values.length) : null;
  return { estimate, se };
}

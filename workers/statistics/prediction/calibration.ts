import { log } from '../../shared/elementary';
import { log1p } from '../../shared/distributions';
import { quantileOf } from '../../shared/quantile';
import type { Table } from '../../shared/table';
import { float64Column } from '../columns';
import { checkLevel, wilson } from '../proportion';
import { calibrationModel, interceptModel, slopeTrouble } from './calibration-model';
import { fail } from './errors';
import { estimateOf, performanceOf, type Measured, type Performance } from './performance';
import type { RiskColumns } from './probability-scores';
import { needBothClasses, needRisks, readScored, remarksOf, type ScoredRows } from './scored-rows';

export interface CalibrationOptions {
  /** Level of confidence, 0.95 unless given. */
  level?: number;
  /** Groups of rising risk, about equally many rows each; equal risks stay together. 10 unless given. */
  groups?: number;
}

export interface Calibration extends Performance {
  /** n, events, mean_risk, observed, lower, upper (Wilson): a row for every group of risk, from the lowest. */
  groups: Table;
}

const METHOD = 'Logistic recalibration (slope, calibration in the large, observed over expected)';
const GROUPS = 'Observed over expected, groups of risk';

/**
 * Whether predicted risks are right on average and spread as they should.
 *
 * Estimates: `calibration-slope` (1 is right; below, risks are too extreme), `calibration-intercept` (beside that slope),
 * `calibration-in-the-large` (0 is right; above, risks are too low), `observed-expected` (on the log scale; its standard
 * error takes the expected number as known). Weak and moderate calibration need the curve too:
 * {@link calibrationCurve}.
 *
 * @throws `prediction-one-class`, `prediction-risk-range`, `prediction-risk-certain`, `prediction-risk-constant`,
 *   `prediction-separation`, `prediction-not-converged`, `prediction-groups-range`, `prediction-no-rows`, `level-range`,
 *   `columns-unlike`, `column-…`
 * @see Cox 1958, Biometrika 45:562; Van Calster et al. 2016, J Clin Epidemiol 74:167; Debray et al. 2017, BMJ 356:i6460
 */
export function calibration(columns: RiskColumns, { level = 0.95, groups = 10 }: CalibrationOptions = {}): Calibration {
  const rows = risksOf(columns, { level, groups });
  const risks = rows.scores[0]!;
  needBothClasses(rows, 'the slope of calibration');
  const logit = logitsOf(risks);
  const model = slopeOf(logit, rows.outcome);
  const large = interceptModel({ logit, outcome: rows.outcome });
  if (!large) throw fail('prediction-not-converged');
  const measured: Measured[] = [
    { name: 'calibration-slope', estimate: model.slope, se: model.slopeSe, null: 1 },
    { name: 'calibration-intercept', estimate: model.intercept, se: model.interceptSe, null: 0 },
    { name: 'calibration-in-the-large', estimate: large.intercept, se: large.se, null: 0 },
    ratioOf(rows)
  ];
  const estimates = measured.map((one) => estimateOf(one, rows, level, METHOD));
  return {
    ...performanceOf(rows, { estimates, remarks: remarksOf(rows), method: METHOD }),
    groups: groupTable(rows, groups, level)
  };
}

/**
 * What of calibration needs no log odds: `observed-expected` and the groups of risk, also where the slope is refused. The
 * ratio is left out where no row has the outcome, or none is expected to.
 *
 * @throws `prediction-risk-range`, `prediction-groups-range`, `prediction-no-rows`, `level-range`, `columns-unlike`, `column-…`
 */
export function riskGroups(columns: RiskColumns, { level = 0.95, groups = 10 }: CalibrationOptions = {}): Calibration {
  const rows = risksOf(columns, { level, groups });
  const isNoneExpected = rows.scores[0]!.every((risk) => risk === 0);
  const estimates = rows.events === 0 || isNoneExpected ? [] : [estimateOf(ratioOf(rows), rows, level, GROUPS)];
  const remarks = remarksOf(rows);
  if (isNoneExpected) remarks.push({ code: 'prediction-none-expected', values: { rows: rows.n } });
  return {
    ...performanceOf(rows, { estimates, remarks, method: GROUPS }),
    groups: groupTable(rows, groups, level)
  };
}

function risksOf({ outcome, risk, person }: RiskColumns, { level, groups }: Required<CalibrationOptions>): ScoredRows {
  checkLevel(level);
  if (!Number.isInteger(groups) || groups < 2 || groups > 1000) throw fail('prediction-groups-range');
  const rows = readScored(outcome, [risk], person);
  needRisks(rows.scores[0]!);
  return rows;
}

function ratioOf({ events, n, scores }: ScoredRows): Measured {
  const expected = scores[0]!.reduce((sum, value) => sum + value, 0);
  return {
    name: 'observed-expected',
    estimate: log(events / expected),
    se: Math.sqrt((1 - events / n) / events),
    scale: 'log',
    null: 0
  };
}

/** @throws `prediction-risk-certain` */
export function logitsOf(risks: Float64Array): Float64Array {
  const certain = risks.reduce((count, value) => count + Number(value === 0 || value === 1), 0);
  if (certain > 0) throw fail('prediction-risk-certain', { rows: certain });
  return risks.map((value) => log(value) - log1p(-value));
}

/** @throws `prediction-one-class`, `prediction-risk-constant`, `prediction-separation`, `prediction-not-converged` */
export function slopeOf(logit: Float64Array, outcome: Uint8Array) {
  const trouble = slopeTrouble({ logit, outcome });
  if (trouble === 'constant') throw fail('prediction-risk-constant');
  if (trouble === 'separation') throw fail('prediction-separation');
  const model = calibrationModel({ logit, outcome });
  if (!model) throw fail('prediction-not-converged');
  return model;
}

function groupTable({ outcome, scores }: ScoredRows, groups: number, level: number): Table {
  const risks = scores[0]!;
  const sorted = risks.slice().sort();
  const cuts = Float64Array.from({ length: groups - 1 }, (_, cut) => quantileOf(sorted, (cut + 1) / groups));
  const [n, events, sums] = [new Float64Array(groups), new Float64Array(groups), new Float64Array(groups)];
  risks.forEach((value, row) => {
    const group = cutsBelow(cuts, value);
    n[group]! += 1;
    events[group]! += outcome[row]!;
    sums[group]! += value;
  });
  const filled = Array.from(n.keys()).filter((group) => n[group]! > 0);
  const limits = filled.map((group) => wilson(events[group]!, n[group]!, level));
  const column = (name: string, values: Iterable<number>) => float64Column(name, Float64Array.from(values));
  return {
    rows: filled.length,
    columns: [
      column('n', filled.map((group) => n[group]!)), // prettier-ignore
      column('events', filled.map((group) => events[group]!)), // prettier-ignore
      column('mean_risk', filled.map((group) => sums[group]! / n[group]!)), // prettier-ignore
      column('observed', limits.map(({ estimate }) => estimate)), // prettier-ignore
      column('lower', limits.map(({ lower }) => lower)), // prettier-ignore
      column('upper', limits.map(({ upper }) => upper)) // prettier-ignore
    ]
  };
}

/** How many cuts lie below the value, by halving. */
function cutsBelow(cuts: Float64Array, value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

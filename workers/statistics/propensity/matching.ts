import { log } from '../../shared/elementary';
import type { Float64Column, Table } from '../../shared/table';
import { float64Column } from '../columns';
import type { Estimate, StatisticsRemark } from '../estimate';
import { momentsOf } from '../moments';
import { checkLevel } from '../proportion';
import { balanceOf, type Balance, type Standardiser } from './balance';
import { effectOf } from './effect';
import { fail } from './errors';
import { matchWeights } from './match-weights';
import { nearestNeighbours, type MatchOrder } from './nearest';
import { overlapOf, type Overlap } from './overlap';
import { readRows, type PropensityColumns, type ReadRows } from './read';

export interface MatchOptions {
  /** Distance by the logit of the score (default) or by the score itself. */
  on?: 'logit' | 'score';
  /** Controls for each treated person, default 1. */
  ratio?: number;
  /** May a control be taken more than once? Default no. */
  replace?: boolean;
  /** Who chooses first, default `largest`. */
  order?: MatchOrder;
  /** Largest distance, in standard deviations of the distance score. Default 0.2; null for none. */
  caliper?: number | null;
  /** Default `pooled`. */
  standardise?: Standardiser;
  /** Default 0.95. */
  level?: number;
}

/** What both ways of adjusting report. */
export interface Adjusted {
  /** Of the outcome, if there is one: mean or risk difference, and the logarithm of the risk ratio. */
  estimates: Estimate[];
  balance: Balance;
  overlap: Overlap;
  /** Weight of each row of the columns that were given: 0 if it is left out, missing if it is incomplete. */
  weight: Float64Column;
  n: number;
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

export interface Matched extends Adjusted {
  /** A row a pair: set, treated_row, control_row (rows of the columns given, counted from 0), distance. */
  pairs: Table;
  matched: { treated: number; controls: number };
  /** Treated persons without a control. */
  unmatched: number;
  /** In units of the distance; null for none. */
  caliper: number | null;
}

/**
 * Matches treated persons with controls of a near propensity score, and compares them. The effect is that on the treated
 * who found a control.
 *
 * @throws `propensity-…`, `column-…`, `columns-unlike`, `level-range`
 * @see Austin 2011, Multivariate Behav Res 46:399; caliper: Austin 2011, Pharm Stat 10:150
 */
export function matchByScore(columns: PropensityColumns, options: MatchOptions = {}): Matched {
  const { on = 'logit', ratio = 1, replace = false, order = 'largest', caliper = 0.2, standardise, level = 0.95 } = options; // prettier-ignore
  checkLevel(level);
  if (!Number.isInteger(ratio) || ratio < 1 || ratio > 100) throw fail('propensity-option', { option: 'ratio', rule: 'is a whole number from 1 to 100' }); // prettier-ignore
  if (caliper !== null && !(caliper > 0 && caliper < 1e6)) throw fail('propensity-option', { option: 'caliper', rule: 'is a number above 0' }); // prettier-ignore
  const read = readRows(columns);
  const distance = on === 'logit' ? read.score.map((e) => log(e) - log(1 - e)) : read.score;
  const width = caliper === null ? undefined : caliper * Math.sqrt(momentsOf(distance).variance);
  const pairs = nearestNeighbours(read.treated, distance, { ratio, replace, order, caliper: width });
  if (pairs.treated.length === 0) throw fail('propensity-no-match');
  const sets = matchWeights(read.rows.length, pairs);
  const unmatched = read.treated.reduce((sum, one) => sum + one, 0) - sets.treated;
  const remarks: StatisticsRemark[] = [];
  if (unmatched > 0) remarks.push({ code: 'propensity-unmatched', values: { treated: unmatched, matched: sets.treated } }); // prettier-ignore
  if (replace) remarks.push({ code: 'propensity-controls-again', values: { pairs: pairs.control.length, controls: sets.controls } }); // prettier-ignore
  const method = `Propensity score matching, ${ratio}:1 nearest neighbour${replace ? ' with replacement' : ''}`;
  const column = (name: string, values: ArrayLike<number>) => ({ name, type: 'int32' as const, values: Int32Array.from(values) }); // prettier-ignore
  return {
    ...adjusted(read, sets.weights, { standardise, level, method, remarks, ...(!replace && { sets: sets.sets }) }),
    pairs: {
      rows: pairs.treated.length,
      columns: [
        column('set', pairs.treated.map((row) => sets.sets[row] as number)), // prettier-ignore
        column('treated_row', pairs.treated.map((row) => read.rows[row] as number)), // prettier-ignore
        column('control_row', pairs.control.map((row) => read.rows[row] as number)), // prettier-ignore
        float64Column(
          'distance',
          Float64Array.from(pairs.treated, (row, pair) =>
            Math.abs((distance[row] as number) - (distance[pairs.control[pair] as number] as number))
          )
        )
      ]
    },
    matched: { treated: sets.treated, controls: sets.controls },
    unmatched,
    caliper: width ?? null
  };
}

interface Adjusting {
  standardise: Standardiser | undefined;
  level: number;
  method: string;
  remarks: StatisticsRemark[];
  sets?: Int32Array;
}

/** Balance, overlap and effect under weights. */
export function adjusted(read: ReadRows, weights: Float64Array, more: Adjusting): Adjusted {
  const { standardise, level, method, remarks, sets } = more;
  const balance = balanceOf(read.covariates, read.treated, weights, standardise);
  const overlap = overlapOf(read.treated, read.score);
  for (const covariate of balance.unbalanced) remarks.push({ code: 'propensity-imbalance', values: { covariate } });
  if (overlap.outside.treated + overlap.outside.control > 0) remarks.push({ code: 'propensity-no-common-range', values: overlap.outside }); // prettier-ignore
  if (overlap.extreme > 0) remarks.push({ code: 'propensity-extreme-scores', values: { persons: overlap.extreme } });
  const used = weights.reduce((sum, weight) => sum + Number(weight > 0), 0);
  const about = { n: used, nDropped: read.nDropped, level, method };
  const estimates = read.outcome
    ? effectOf({ treated: read.treated, weights, outcome: read.outcome, ...(sets && { sets }) }, about)
    : [];
  const names = estimates.map(({ name }) => name);
  if (names.includes('risk-difference') && !names.includes('risk-ratio')) remarks.push({ code: 'propensity-no-ratio', values: {} }); // prettier-ignore
  const spread = new Float64Array(read.all).fill(NaN);
  read.rows.forEach((row, index) => {
    spread[row] = weights[index] as number;
  });
  return { estimates, balance, overlap, weight: float64Column('weight', spread), n: used, nDropped: read.nDropped, method, remarks }; // prettier-ignore
}

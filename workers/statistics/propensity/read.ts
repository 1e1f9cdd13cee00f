import type { Column } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { commonRows, numbersOf, truthsOf } from '../columns';
import { covariatesOf, type Covariate } from './balance';
import { fail } from './errors';

export interface PropensityColumns {
  /** Yes and no. */
  treated: Column;
  /** Probability of treatment, between 0 and 1. */
  score: Column;
  /** Numbers, yes and no, or words. */
  covariates: readonly Column[];
  /** Numbers, or yes and no. Without it only balance is reported. */
  outcome?: Column | undefined;
}

/** Complete rows. */
export interface ReadRows {
  /** Their rows in the columns that were given. */
  rows: Int32Array;
  treated: Uint8Array;
  score: Float64Array;
  covariates: Covariate[];
  outcome: Float64Array | undefined;
  all: number;
  nDropped: number;
}

/** @throws `propensity-one-class`, `propensity-positivity`, `column-…`, `columns-unlike` */
export function readRows({ treated, score, covariates, outcome }: PropensityColumns): ReadRows {
  const all = commonRows([treated, score, ...covariates, ...(outcome ? [outcome] : [])]);
  const [groups, scores] = [truthsOf(treated), numbersOf(score)];
  const given = covariatesOf(covariates);
  const outcomes = outcome && numbersOf(outcome);
  const isComplete = (row: number) =>
    groups[row] !== -1 &&
    !Number.isNaN(scores[row]) &&
    !Number.isNaN(outcomes?.[row]) &&
    given.every(({ values }) => !Number.isNaN(values[row]));
  const rows = Int32Array.from({ length: all }, (_, row) => row).filter(isComplete);
  const taken = Uint8Array.from(rows, (row) => groups[row] as number);
  for (const [group, word] of [
    [1, 'treated'],
    [0, 'untreated']
  ] as const) {
    // prettier-ignore
    if (!taken.includes(group)) throw fail('propensity-one-class', { group: word, rows: rows.length });
  }
  const found = Float64Array.from(rows, (row) => scores[row] as number);
  const outside = found.reduce((sum, one) => sum + Number(!(one > 0 && one < 1)), 0);
  if (outside > 0) throw fail('propensity-positivity', { rows: outside });
  // Levels of words that no complete row has are left out with their rows.
  const complete = covariatesOf(covariates.map((column) => takenRows(column, rows)));
  const values = outcomes && Float64Array.from(rows, (row) => outcomes[row] as number);
  return {
    rows,
    treated: taken,
    score: found,
    covariates: complete,
    outcome: values,
    all,
    nDropped: all - rows.length
  };
}

import type { JobOptions } from '../../shared/job';
import type { Float64Column, Table } from '../../shared/table';
import { float64Column } from '../columns';
import type { Estimate, StatisticsRemark } from '../estimate';
import { logisticRegression } from '../regression';

export interface PropensityScore {
  /** Probability of treatment of each row of the table; missing where a variable of the formula is. */
  score: Float64Column;
  /** Of the logistic regression: for looking at, not for testing. */
  estimates: Estimate[];
  n: number;
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

/**
 * Propensity score by logistic regression.
 *
 * @param formula treatment and what decided about it, as R writes it: `treated ~ age + ward`
 * @throws those of the regression; `regression-separation` means that somebody could not have been treated otherwise
 * @see Rosenbaum and Rubin 1983, Biometrika 70:41
 */
export async function propensityScore(table: Table, formula: string, job: JobOptions = {}): Promise<PropensityScore> {
  const { fitted, rows, estimates, n, nDropped, remarks } = await logisticRegression(table, formula, job);
  const score = new Float64Array(table.rows).fill(NaN);
  rows.forEach((row, index) => {
    score[row] = fitted[index] as number;
  });
  return {
    score: float64Column('propensity', score),
    estimates,
    n,
    nDropped,
    method: 'Propensity score (logistic regression)',
    remarks
  };
}

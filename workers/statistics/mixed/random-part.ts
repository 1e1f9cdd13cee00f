import { chiSquare } from '../../shared/distributions';
import { normalQuantile } from '../../shared/normal';
import { takenRows } from '../../shared/taken-rows';
import type { Table } from '../../shared/table';
import { float64Column } from '../columns';
import type { Frame } from '../regression';

/** Test of the spread between groups against none. */
export interface SpreadTest {
  /** Twice the difference of the log-likelihoods. */
  statistic: number;
  p: number;
}

/**
 * Likelihood ratio test of no spread between groups. A variance of 0 is the edge of what can be: under the hypothesis the
 * statistic is 0 half of the time, else χ² with one degree of freedom.
 *
 * @see Self and Liang 1987, J Am Stat Assoc 82:605, case 5
 */
export function spreadTest(statistic: number): SpreadTest {
  return statistic > 0 ? { statistic, p: chiSquare(1).upper(statistic) / 2 } : { statistic: 0, p: 1 };
}

/** What a model says of its groups. */
export interface RandomPart {
  /** Name of the groups' column, and how many groups were used. */
  group: string;
  groups: number;
  /** Standard deviation between groups, on the scale of the linear predictor. */
  sigmaGroup: number;
  /** The estimate of that is 0: a legitimate answer, with the remark `mixed-singular`. */
  isSingular: boolean;
  spread: SpreadTest;
  /**
   * A row a group, in the order of its values: `group` (the values themselves), `rows`, `mode` (the most likely intercept,
   * as a distance from the fixed one), its `se` given the estimates, `lower` and `upper` (normal).
   */
  modes: Table;
}

/** The table of the groups' modes. Takes the arrays over. */
export function modesTable(frame: Frame, sizes: Int32Array, modes: Float64Array, se: Float64Array): Table {
  const { column, codes } = frame.groups!;
  const first = new Int32Array(sizes.length).fill(-1);
  codes.forEach((code, at) => {
    if (first[code] === -1) first[code] = frame.design.rows[at]!;
  });
  const factor = -normalQuantile((1 - frame.level) / 2);
  return {
    rows: sizes.length,
    columns: [
      { ...takenRows(column, first), name: 'group' },
      { name: 'rows', type: 'int32', values: sizes },
      float64Column('mode', modes),
      float64Column('se', se),
      float64Column('lower', modes.map((mode, group) => mode - factor * se[group]!)), // prettier-ignore
      float64Column('upper', modes.map((mode, group) => mode + factor * se[group]!)) // prettier-ignore
    ]
  };
}

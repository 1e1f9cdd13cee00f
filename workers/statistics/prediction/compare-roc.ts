import { rankFalling } from '../../shared/falling-scores';
import type { Column } from '../../shared/table';
import { checkLevel } from '../proportion';
import { deLongCovariance, placementsOf } from './delong';
import { estimateOf, performanceOf, type Performance } from './performance';
import type { LevelOptions } from './roc';
import { needBothClasses, readScored, remarksOf } from './scored-rows';

export interface ComparedScores {
  outcome: Column;
  first: Column;
  second: Column;
  /** Whose row it is. Without it every row counts as a person. */
  person?: Column;
}

const METHOD = 'DeLong’s test of two areas under ROC curves on the same rows';

/**
 * Compares two predictions of the same rows by their areas under the ROC curve.
 *
 * @returns the estimates `auc-first`, `auc-second` and `auc-difference` (first − second); the last has no p where both
 *   rank all rows alike
 * @throws `prediction-one-class`, `prediction-no-rows`, `level-range`, `columns-unlike`, `column-…`
 * @see DeLong et al. 1988, Biometrics 44:837; equals pROC 1.18 `roc.test(paired = TRUE, method = "delong")`
 */
export function compareRoc(
  { outcome, first, second, person }: ComparedScores,
  { level = 0.95 }: LevelOptions = {}
): Performance {
  checkLevel(level);
  const rows = readScored(outcome, [first, second], person);
  needBothClasses(rows, 'the area under the ROC curve');
  const [one, two] = rows.scores.map((scores) => placementsOf(rankFalling(scores), rows.outcome)) as [
    ReturnType<typeof placementsOf>,
    ReturnType<typeof placementsOf>
  ];
  // The spread of differences itself: three covariances added up would leave rounding where both scores agree.
  const difference = {
    area: one.area - two.area,
    placement: one.placement.map((value, row) => value - two.placement[row]!)
  };
  const measures = [
    { name: 'auc-first', of: one, null: 0.5, within: [0, 1] as const },
    { name: 'auc-second', of: two, null: 0.5, within: [0, 1] as const },
    { name: 'auc-difference', of: difference, null: 0, within: [-1, 1] as const }
  ];
  const remarks = remarksOf(rows);
  const estimates = measures.map(({ name, of, ...rest }) => {
    const variance = deLongCovariance(of, of, rows.outcome);
    const se = variance !== undefined && variance > 1e-28 ? Math.sqrt(variance) : null;
    if (se === null) remarks.push({ code: 'prediction-no-spread', values: { measure: name } });
    return estimateOf({ name, estimate: of.area, se, ...rest }, rows, level, METHOD);
  });
  return performanceOf(rows, { estimates, remarks, method: METHOD });
}

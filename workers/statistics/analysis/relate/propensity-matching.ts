import { may } from '../../../shared/call-arguments';
import { matchByScore } from '../../propensity';
import { defineAnalysis } from '../define';
import { checkOverlap, effects, figuresOfAdjusted, propensityTakes, readsOfPropensity, saysOfAdjusted, scored } from './propensity'; // prettier-ignore

export const propensityMatchingAnalysis = defineAnalysis({
  name: 'propensity-matching',
  question: 'relate',
  source:
    'Rosenbaum and Rubin 1983, Biometrika 70:41; Austin 2011, Multivariate Behav Res 46:399 and Pharm Stat 10:150',
  takes: [...propensityTakes, may('ratio', 'number'), may('caliper', 'number'), may('replace', 'truth')],
  reads: readsOfPropensity,
  async run(given, job) {
    const scores = await scored(given, job);
    const found = matchByScore(scores.columns, {
      level: given.level,
      ratio: given.option<number>('ratio') ?? 1,
      caliper: given.option<number>('caliper') ?? 0.2,
      replace: given.option<boolean>('replace') ?? false
    });
    checkOverlap(found);
    const { matched, unmatched } = found;
    return {
      name: `${found.method}; ${scores.score.method}`,
      says: [
        ...saysOfAdjusted(found, scores, 'matched'),
        {
          code: 'propensity-matched',
          values: { treated: scores.treated, matched: matched.treated, of: matched.treated + unmatched, controls: matched.controls } // prettier-ignore
        }
      ],
      estimates: effects(found, scores),
      facts: [
        { code: 'matched-treated', value: matched.treated, as: 'count' },
        { code: 'matched-controls', value: matched.controls, as: 'count' },
        { code: 'unmatched', value: unmatched, as: 'count' }
      ],
      more: [
        { name: 'balance', table: found.balance.table },
        { name: 'weights', table: { rows: given.table.rows, columns: [scores.score.score, found.weight] } },
        { name: 'pairs', table: found.pairs }
      ],
      figures: figuresOfAdjusted(found, scores),
      remarks: [...found.remarks, ...scores.score.remarks, { code: 'propensity-unmeasured', values: {} }],
      counted: 'rows',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

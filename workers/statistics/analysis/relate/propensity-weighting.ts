import { may } from '../../../shared/call-arguments';
import { weightByScore, type Estimand } from '../../propensity';
import { defineAnalysis } from '../define';
import { checkOverlap, effects, figuresOfAdjusted, propensityTakes, readsOfPropensity, saysOfAdjusted, scored } from './propensity'; // prettier-ignore

export const propensityWeightingAnalysis = defineAnalysis({
  name: 'propensity-weighting',
  question: 'relate',
  source:
    'Rosenbaum and Rubin 1983, Biometrika 70:41; Austin and Stuart 2015, Stat Med 34:3661; Li, Morgan and Zaslavsky 2018, JASA 113:390',
  takes: [...propensityTakes, may('estimand', 'text'), may('truncate', 'number')],
  reads: readsOfPropensity,
  async run(given, job) {
    const scores = await scored(given, job);
    const estimand = given.choice<Estimand>('estimand', ['ate', 'att', 'overlap'], 'ate');
    const found = weightByScore(scores.columns, {
      level: given.level,
      estimand,
      truncate: given.option<number>('truncate') ?? 0
    });
    checkOverlap(found);
    const { effective, weights } = found;
    return {
      name: `${found.method}; ${scores.score.method}`,
      says: [
        ...saysOfAdjusted(found, scores, estimand),
        {
          code: 'propensity-weighted',
          values: { treated: scores.treated, control: scores.control, first: Math.round(effective.treated), second: Math.round(effective.control) } // prettier-ignore
        }
      ],
      estimates: effects(found, scores),
      facts: [
        { code: 'effective-treated', value: effective.treated, as: 'number' },
        { code: 'effective-controls', value: effective.control, as: 'number' },
        { code: 'largest-weight', value: weights.most, as: 'number' }
      ],
      more: [
        { name: 'balance', table: found.balance.table },
        { name: 'weights', table: { rows: given.table.rows, columns: [scores.score.score, found.weight] } }
      ],
      figures: figuresOfAdjusted(found, scores),
      remarks: [...found.remarks, ...scores.score.remarks, { code: 'propensity-unmeasured', values: {} }],
      counted: 'rows',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

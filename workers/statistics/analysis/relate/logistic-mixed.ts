import { may } from '../../../shared/call-arguments';
import { logisticMixedModel } from '../../mixed';
import { defineAnalysis } from '../define';
import { effectCurves } from './effect-curves';
import { foundByModel } from './fitted-model';
import { oddsScale, outcomeText } from './logistic';
import { groupFacts, mixedOptions, mixedTakes, quadrature, saysOfGroups, spreadTests } from './mixed';
import { readsOfModel, withEvent } from './model-request';

const source = 'Pinheiro and Bates 1995, J Comput Graph Stat 4:12; Larsen and Merlo 2005, Am J Epidemiol 161:81';

export const logisticMixedAnalysis = defineAnalysis({
  name: 'logistic-mixed',
  question: 'relate',
  source,
  takes: [...mixedTakes, may('eventIs', 'text'), quadrature],
  reads: readsOfModel,
  run: (given, job) => {
    const outcome = outcomeText(given);
    return foundByModel(
      given,
      {
        table: withEvent(given, 'outcome', 'eventIs'),
        outcome,
        source,
        scale: oddsScale,
        fit: (table, formula, more) =>
          logisticMixedModel(table, formula, {
            ...mixedOptions(given),
            ...more,
            ...(given.has('quadrature') && { quadrature: given.option<number>('quadrature')! })
          }),
        more: (fit) => ({
          says: [{ code: 'relate-within', values: { of: fit.group } }, ...saysOfGroups(fit, fit.icc, given.level)],
          tests: spreadTests(fit),
          facts: [
            { code: 'events', value: fit.events, as: 'count' },
            ...groupFacts(fit),
            { code: 'icc', value: fit.icc, as: 'share' },
            { code: 'median-odds-ratio', value: fit.medianOddsRatio, as: 'number' },
            { code: 'log-likelihood', value: fit.logLikelihood, as: 'number' },
            { code: 'aic', value: fit.aic, as: 'number' }
          ],
          more: [{ name: 'groups', table: fit.modes }],
          figures: effectCurves(fit, outcome, oddsScale)
        })
      },
      job
    );
  }
});

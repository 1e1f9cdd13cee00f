import { may } from '../../../shared/call-arguments';
import { negativeBinomialRegression } from '../../regression';
import { defineAnalysis } from '../define';
import { effectCurves } from './effect-curves';
import { foundByModel } from './fitted-model';
import { errorTakes, modelTakes, optionsOf, readsOfModel } from './model-request';
import { countOf, fewEvents, rateScale } from './poisson';

const source = 'Lawless 1987, Can J Stat 15:209';

export const negativeBinomialAnalysis = defineAnalysis({
  name: 'negative-binomial',
  question: 'relate',
  source,
  takes: [...modelTakes, may('exposure', 'column'), ...errorTakes],
  reads: readsOfModel,
  run: (given, job) => {
    const outcome = given.nameOf('outcome');
    return foundByModel(
      given,
      {
        table: given.table,
        outcome,
        source,
        scale: rateScale,
        fit: (table, formula, more) => negativeBinomialRegression(table, formula, { ...optionsOf(given), ...more }),
        more: (fit) => ({
          facts: [
            { code: 'events', value: countOf(given, fit), as: 'count' },
            { code: 'theta', value: fit.theta, as: 'number' },
            { code: 'log-likelihood', value: fit.logLikelihood, as: 'number' },
            { code: 'aic', value: fit.aic, as: 'number' }
          ],
          figures: effectCurves(fit, outcome, rateScale),
          remarks: fewEvents(given, fit)
        })
      },
      job
    );
  }
});

import { may } from '../../../shared/call-arguments';
import { chiSquare } from '../../../shared/distributions';
import { negativeBinomialRegression, type NegativeBinomialRegression } from '../../regression';
import type { AnalysisTest } from '../contract';
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
        more: (fit) => {
          const events = countOf(given, fit);
          return {
            tests: overPoisson(fit),
            facts: [
              { code: 'events', value: events, as: 'count' },
              { code: 'theta', value: fit.theta, as: 'number' },
              { code: 'log-likelihood', value: fit.logLikelihood, as: 'number' },
              { code: 'aic', value: fit.aic, as: 'number' }
            ],
            figures: effectCurves(fit, outcome, rateScale),
            remarks: fewEvents(events, fit)
          };
        }
      },
      job
    );
  }
});

/** Whether counts vary more than Poisson's; no more is the edge of what can be, so that half of χ² with one degree. */
function overPoisson({ overPoisson: value, errors }: NegativeBinomialRegression): AnalysisTest[] {
  if (errors !== 'model' || !(value > 0)) return [];
  return [{ code: 'over-poisson', statistic: { name: 'χ²', value }, df: [], p: chiSquare(1).upper(value) / 2 }];
}

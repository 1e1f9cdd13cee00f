import { may } from '../../../shared/call-arguments';
import { firthRegression } from '../../regression';
import { defineAnalysis } from '../define';
import { effectCurves } from './effect-curves';
import { foundByModel } from './fitted-model';
import { oddsScale, outcomeText } from './logistic';
import { modelTakes, optionsOf, readsOfModel, withEvent } from './model-request';

const source = 'Firth 1993, Biometrika 80:27; Heinze and Schemper 2002, Stat Med 21:2409';

export const firthAnalysis = defineAnalysis({
  name: 'firth',
  question: 'relate',
  source,
  takes: [...modelTakes, may('eventIs', 'text'), may('interval', 'text')],
  reads: readsOfModel,
  run: (given, job) => {
    const interval = given.choice('interval', ['profile', 'wald'] as const, 'profile');
    const outcome = outcomeText(given);
    return foundByModel(
      given,
      {
        table: withEvent(given, 'outcome', 'eventIs'),
        outcome,
        source,
        scale: oddsScale,
        fit: (table, formula, more) => firthRegression(table, formula, { ...optionsOf(given), ...more, interval }),
        more: (fit) => ({
          facts: [
            { code: 'events', value: fit.events, as: 'count' },
            { code: 'coefficients', value: fit.names.length, as: 'count' },
            { code: 'penalised-log-likelihood', value: fit.penalisedLogLikelihood, as: 'number' }
          ],
          figures: effectCurves(fit, outcome, oddsScale)
        })
      },
      job
    );
  }
});

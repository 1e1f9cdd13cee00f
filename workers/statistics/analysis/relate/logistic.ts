import { may } from '../../../shared/call-arguments';
import { chiSquare } from '../../../shared/distributions';
import { logisticRegression, type LogisticRegression } from '../../regression';
import { eventOf } from '../../yes-no';
import type { AnalysisTest } from '../contract';
import { defineAnalysis } from '../define';
import type { Given } from '../given';
import { imputeTakes } from '../imputed';
import type { Scale } from './coefficients';
import { effectCurves } from './effect-curves';
import { foundByModel, type Fit } from './fitted-model';
import { errorTakes, modelTakes, optionsOf, readsOfModel, withEvent } from './model-request';

const source = 'Cox 1958, J R Stat Soc B 20:215; events per coefficient: Peduzzi et al. 1996, J Clin Epidemiol 49:1373';

/** Logarithms of odds ratios, told as odds ratios. */
export const oddsScale: Scale = { measure: 'odds-ratio', intercept: 'odds', scale: 'log', tells: 'odds' };

export const logisticAnalysis = defineAnalysis({
  name: 'logistic',
  question: 'relate',
  source,
  takes: [...modelTakes, may('eventIs', 'text'), may('interval', 'text'), ...errorTakes, imputeTakes],
  reads: readsOfModel,
  run: (given, job) => {
    const interval = given.choice('interval', ['wald', 'profile'] as const, 'wald');
    const outcome = outcomeText(given);
    return foundByModel(
      given,
      {
        table: withEvent(given, 'outcome', 'eventIs'),
        outcome,
        source,
        scale: oddsScale,
        fit: (table, formula, more) => logisticRegression(table, formula, { ...optionsOf(given), ...more, interval }),
        degreesOfFreedom: ({ degreesOfFreedom }) => degreesOfFreedom,
        more: (fit) => ({
          tests: overNull(fit),
          facts: [
            { code: 'events', value: fit.events, as: 'count' },
            { code: 'coefficients', value: fit.names.length, as: 'count' },
            { code: 'log-likelihood', value: fit.logLikelihood, as: 'number' },
            { code: 'aic', value: fit.aic, as: 'number' }
          ],
          figures: effectCurves(fit, outcome, oddsScale)
        })
      },
      job
    );
  }
});

/** The event as it is told: of a column of two words yes is meant, or the later, where none is named. */
export function outcomeText(given: Given): string {
  if (given.has('eventIs')) return given.eventText('outcome', 'eventIs');
  const column = given.column('outcome');
  const words = given.groups('outcome').names;
  return column.type === 'text' && words.length === 2 ? `${column.name} = ${eventOf(words) ?? ''}` : column.name;
}

/** Likelihood ratio test of all terms; robust errors have none. */
export function overNull({
  deviance,
  nullDeviance,
  errors,
  parts,
  names
}: Fit & Pick<LogisticRegression, 'deviance' | 'nullDeviance' | 'errors'>): AnalysisTest[] {
  const df = names.length - Number(parts.termOf.includes(-1));
  if (errors !== 'model' || df === 0) return [];
  const value = Math.max(0, nullDeviance - deviance);
  return [{ code: 'likelihood-ratio', statistic: { name: 'χ²', value }, df: [df], p: chiSquare(df).upper(value) }];
}

import { may } from '../../../shared/call-arguments';
import { poissonRegression } from '../../regression';
import type { StatisticsRemark } from '../../estimate';
import { numbersOf } from '../../columns';
import { defineAnalysis } from '../define';
import type { Given } from '../given';
import { imputeTakes } from '../imputed';
import type { Scale } from './coefficients';
import { effectCurves } from './effect-curves';
import { foundByModel, type Fit } from './fitted-model';
import { overNull } from './logistic';
import { errorTakes, modelTakes, optionsOf, readsOfModel } from './model-request';

const source = 'Nelder and Wedderburn 1972, J R Stat Soc A 135:370';

/** Logarithms of rate ratios, told as ratios. */
export const rateScale: Scale = { measure: 'rate-ratio', intercept: 'rate', scale: 'log', tells: 'rate' };

/** Below so many events for each coefficient estimates of ratios are biased. @see Peduzzi et al. 1996 */
const EVENTS_PER_COEFFICIENT = 10;

export const poissonAnalysis = defineAnalysis({
  name: 'poisson',
  question: 'relate',
  source,
  takes: [...modelTakes, may('exposure', 'column'), ...errorTakes, imputeTakes],
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
        fit: (table, formula, more) => poissonRegression(table, formula, { ...optionsOf(given), ...more }),
        degreesOfFreedom: ({ degreesOfFreedom }) => degreesOfFreedom,
        more: (fit) => {
          const events = countOf(given, fit);
          return {
            tests: overNull(fit),
            facts: [
              { code: 'events', value: events, as: 'count' },
              ...(fit.dispersion === null
                ? []
                : [{ code: 'dispersion', value: fit.dispersion, as: 'number' } as const]),
              { code: 'log-likelihood', value: fit.logLikelihood, as: 'number' },
              { code: 'aic', value: fit.aic, as: 'number' }
            ],
            figures: effectCurves(fit, outcome, rateScale),
            remarks: [...fewEvents(events, fit), ...dispersionRemarks(fit)]
          };
        }
      },
      job
    );
  }
});

/** Events of the rows that were used. */
export function countOf(given: Given, { rows }: Pick<Fit, 'rows'>): number {
  const counts = numbersOf(given.column('outcome'));
  return rows.reduce((sum, row) => sum + counts[row]!, 0);
}

export function fewEvents(events: number, fit: Pick<Fit, 'names' | 'parts'>): StatisticsRemark[] {
  const terms = fit.names.length - Number(fit.parts.termOf.includes(-1));
  if (terms === 0 || events >= EVENTS_PER_COEFFICIENT * terms) return [];
  return [{ code: 'regression-events-few', values: { events, terms, each: EVENTS_PER_COEFFICIENT } }];
}

function dispersionRemarks({ dispersion, dispersionP, remarks }: Awaited<ReturnType<typeof poissonRegression>>) {
  const isTold = remarks.some(({ code }) => code === 'regression-overdispersion');
  if (isTold || dispersion === null || dispersionP === null || dispersionP < 0.05) return [];
  return [{ code: 'regression-dispersion-checked', values: { dispersion, p: dispersionP } }];
}

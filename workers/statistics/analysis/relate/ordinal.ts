import { may } from '../../../shared/call-arguments';
import { waldEstimate } from '../../wald';
import { ordinalRegression, type OrdinalRegression } from '../../regression';
import type { AnalysisTest, MeasuredEstimate } from '../contract';
import { defineAnalysis } from '../define';
import type { Scale } from './coefficients';
import { effectCurves } from './effect-curves';
import { foundByModel } from './fitted-model';
import { modelTakes, optionsOf, readsOfModel } from './model-request';

const source = 'McCullagh 1980, J R Stat Soc B 42:109; proportional odds: Brant 1990, Biometrics 46:1171';
const scale: Scale = { measure: 'odds-ratio', intercept: 'threshold', scale: 'log', tells: 'higher' };

export const ordinalAnalysis = defineAnalysis({
  name: 'ordinal',
  question: 'relate',
  source,
  takes: [...modelTakes, may('order', 'list')],
  reads: readsOfModel,
  run: (given, job) => {
    const outcome = given.nameOf('outcome');
    const order = (given.option<readonly unknown[]>('order') ?? []).map(String);
    return foundByModel(
      given,
      {
        table: given.table,
        outcome,
        source,
        scale,
        fit: (table, formula, more) =>
          ordinalRegression(table, formula, { ...optionsOf(given), ...more, ...(order.length > 0 && { order }) }),
        more: (fit) => ({
          estimates: thresholdsOf(fit),
          tests: oddsTests(fit),
          facts: [
            { code: 'categories', value: fit.levels.length, as: 'count' },
            { code: 'log-likelihood', value: fit.logLikelihood, as: 'number' },
            { code: 'aic', value: fit.aic, as: 'number' }
          ],
          figures: effectCurves(fit, outcome, scale),
          remarks: oddsChecked(fit)
        })
      },
      job
    );
  }
});

/** Where the categories are cut, on the scale of the logit; without a test, since 0 means nothing there. */
function thresholdsOf({ thresholds, estimates, n, nDropped, method }: OrdinalRegression): MeasuredEstimate[] {
  const level = estimates[0]?.level ?? 0.95;
  return thresholds.names.map((name, at) => ({
    ...waldEstimate({
      name,
      estimate: thresholds.estimates[at]!,
      se: thresholds.se[at]!,
      scale: 'identity',
      level,
      n,
      nDropped,
      method
    }),
    p: null,
    measure: 'threshold'
  }));
}

function oddsTests({ proportionalOdds }: OrdinalRegression): AnalysisTest[] {
  return proportionalOdds.flatMap(
    ({ term, statistic, df, p }): AnalysisTest[] =>
    statistic === null || p === null
      ? []
      : [{ code: 'proportional-odds', ...(term !== '(all)' && { of: term }), statistic: { name: 'χ²', value: statistic }, df: [df], p }] // prettier-ignore
  );
}

/** Unequal odds are a remark of the room; that none were found is one, too. */
function oddsChecked({ proportionalOdds }: OrdinalRegression) {
  const known = proportionalOdds.flatMap(({ p }) => (p === null ? [] : [p]));
  if (known.length === 0) return [{ code: 'regression-odds-assumed', values: {} }];
  const least = known.reduce((a, b) => Math.min(a, b), 1);
  return least < 0.05 ? [] : [{ code: 'regression-odds-checked', values: { p: least } }];
}

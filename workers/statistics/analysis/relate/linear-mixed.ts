import { linearMixedModel, type Criterion, type LinearMixedModel } from '../../mixed';
import type { MeasuredEstimate } from '../contract';
import { defineAnalysis } from '../define';
import type { Scale } from './coefficients';
import { effectCurves } from './effect-curves';
import { foundByModel } from './fitted-model';
import { criterion, groupFacts, mixedOptions, mixedTakes, saysOfGroups, spreadTests } from './mixed';
import { readsOfModel } from './model-request';
import { residualFigures } from './residuals';

const source = 'Bates et al. 2015, J Stat Softw 67(1); Satterthwaite 1946, Biometrics Bull 2:110';
const scale: Scale = { measure: 'coefficient', intercept: 'intercept', scale: 'identity', tells: 'mean' };

export const linearMixedAnalysis = defineAnalysis({
  name: 'linear-mixed',
  question: 'relate',
  source,
  takes: [...mixedTakes, criterion],
  reads: readsOfModel,
  run: (given, job) => {
    const outcome = given.nameOf('outcome');
    const by = given.choice<Criterion>('criterion', ['reml', 'ml'], 'reml');
    return foundByModel(
      given,
      {
        table: given.table,
        outcome,
        source,
        scale,
        fit: (table, formula, more) =>
          linearMixedModel(table, formula, { ...mixedOptions(given), ...more, criterion: by }),
        more: (fit) => {
          const standardised = fit.residuals.map((one) => one / fit.sigma);
          return {
            says: saysOfGroups(fit, fit.icc.estimate, given.level),
            estimates: [correlationWithin(fit)],
            tests: spreadTests(fit),
            facts: [
              ...groupFacts(fit),
              { code: 'residual-sd', value: fit.sigma, as: 'number' },
              { code: 'log-likelihood', value: fit.logLikelihood, as: 'number' }
            ],
            more: [{ name: 'groups', table: fit.modes }],
            figures: [
              ...effectCurves(fit, outcome, scale),
              ...residualFigures({ standardised, fitted: fit.fitted }, outcome)
            ]
          };
        }
      },
      job
    );
  }
});

/** How alike two rows of one group are. */
function correlationWithin({ icc, group, estimates, n, nDropped, method }: LinearMixedModel): MeasuredEstimate {
  const level = estimates[0]?.level ?? 0.95;
  return { name: group, measure: 'intraclass-correlation', ...icc, se: null, level, scale: 'identity', null: 0, df: null, p: null, n, nDropped, method }; // prettier-ignore
}

import type { Float64Column } from '../../../shared/table';
import { numbersOf } from '../../columns';
import type { StatisticsRemark } from '../../estimate';
import { linearRegression, type LinearRegression } from '../../regression';
import type { Scale } from './coefficients';
import { defineAnalysis } from '../define';
import type { Given } from '../given';
import { imputeTakes } from '../imputed';
import { effectCurves } from './effect-curves';
import { foundByModel } from './fitted-model';
import { errorTakes, modelTakes, optionsOf, readsOfModel } from './model-request';
import { checkResiduals, residualFigures } from './residuals';

const source = 'Gauss 1809, Theoria motus; robust errors: Long and Ervin 2000, Am Stat 54:217';
const scale: Scale = { measure: 'coefficient', intercept: 'intercept', scale: 'identity', tells: 'mean' };
/** Fewer rows for each coefficient fit the noise. @see Harrell 2015, Regression Modeling Strategies, 4.4 */
const ROWS_PER_COEFFICIENT = 10;

export const linearAnalysis = defineAnalysis({
  name: 'linear',
  question: 'relate',
  source,
  takes: [...modelTakes, ...errorTakes, imputeTakes],
  reads: readsOfModel,
  run: (given, job) => {
    const outcome = given.nameOf('outcome');
    return foundByModel(
      given,
      {
        table: given.table,
        outcome,
        source,
        scale,
        fit: (table, formula, more) => linearRegression(table, formula, { ...optionsOf(given), ...more }),
        degreesOfFreedom: ({ degreesOfFreedom }) => degreesOfFreedom,
        more: async (fit) => {
          const residuals = { standardised: standardised(given, fit), fitted: fit.fitted };
          const checked = await checkResiduals(residuals, { robust: fit.errors !== 'model' });
          return {
            tests: [...overall(fit), ...checked.tests],
            facts: [
              { code: 'r-squared', value: fit.rSquared, as: 'number' },
              { code: 'adjusted-r-squared', value: fit.adjustedRSquared, as: 'number' },
              { code: 'residual-sd', value: fit.sigma, as: 'number' },
              { code: 'aic', value: fit.aic, as: 'number' }
            ],
            figures: [...effectCurves(fit, outcome, scale), ...residualFigures(residuals, outcome)],
            remarks: [...fewRows(fit), ...checked.remarks]
          };
        }
      },
      job
    );
  }
});

function overall({ F, errors }: LinearRegression) {
  // The usual F compares by the model's own errors.
  if (!F || errors !== 'model') return [];
  return [{ code: 'overall', statistic: { name: 'F', value: F.statistic }, df: [F.numerator, F.denominator], p: F.p }];
}

function standardised(given: Given, { residuals, rows, sigma }: LinearRegression): Float64Array {
  const weights = given.has('weights') ? numbersOf(given.column('weights') as Float64Column) : undefined;
  return residuals.map((one, at) => (one * Math.sqrt(weights ? weights[rows[at]!]! : 1)) / sigma);
}

function fewRows({ n, degreesOfFreedom, parts }: LinearRegression): StatisticsRemark[] {
  const terms = n - degreesOfFreedom - Number(parts.termOf.includes(-1));
  if (terms === 0 || n >= ROWS_PER_COEFFICIENT * terms) return [];
  return [{ code: 'regression-rows-few', values: { rows: n, terms, each: ROWS_PER_COEFFICIENT } }];
}

import { coxRegression, kaplanMeier, logRank, proportionalHazards, restrictedMeanDifference } from '../survival';
import { cumulativeIncidence, fineGray, grayTest } from '../competing-risks';
import { imputeChained, poolEstimates } from '../imputation';
import { linearMixedModel, logisticMixedModel } from '../mixed';
import { matchByScore, propensityScore, weightByScore } from '../propensity';
import {
  firthRegression,
  linearRegression,
  logisticRegression,
  negativeBinomialRegression,
  ordinalRegression,
  poissonRegression,
  type Coefficients
} from '../regression';
import { textColumn } from '../columns';
import { classesOf, exposed, numberColumn, numbersOf, tableOf, type Cohort } from './cohort';

/** Runs a method on a cohort. */
export type Run = (given: Cohort) => unknown;

const followUpOf = ({ time, status }: Cohort) => ({ time: numbersOf(time), status });
const endingsOf = ({ time, cause }: Cohort) => ({ time: numbersOf(time), ending: cause, causes: ['one', 'two'] });
const designOf = ({ x, z }: Cohort) => ({ names: ['x', 'z'], values: numbersOf([...x, ...z]) });
const regression =
  (fit: (table: ReturnType<typeof tableOf>, formula: string) => Promise<Coefficients>, formula: string): Run =>
  (given) =>
    fit(tableOf(given), formula);

/** Six wards of ten rows. */
const withWards = (given: Cohort) => {
  const { rows, columns } = tableOf(given);
  const wards = given.person.map((one) => `w${Number(one.slice(1)) % 6}`);
  return { rows, columns: [...columns, textColumn('ward', wards)] };
};
const propensityOf = (given: Cohort) => ({
  treated: numberColumn('treated', exposed(given)),
  score: numberColumn('score', given.risk),
  covariates: [numberColumn('x', given.x), numberColumn('z', given.z)],
  outcome: numberColumn('e', given.e)
});

export const models: Readonly<Record<string, Run>> = {
  'linear regression': regression(linearRegression, 'y ~ x + z'),
  'logistic regression': regression(logisticRegression, 'e ~ x + z'),
  'logistic regression, profile': regression((...given) => logisticRegression(...given, { interval: 'profile' }), 'e ~ x + z'), // prettier-ignore
  'logistic regression with a category': regression(logisticRegression, 'e ~ x + two'),
  'Firth’s logistic regression': regression(firthRegression, 'e ~ x + z'),
  'Poisson regression': regression(poissonRegression, 'k ~ x + two'),
  'negative binomial regression': regression(negativeBinomialRegression, 'k ~ x + two'),
  'proportional odds': regression(ordinalRegression, 's ~ x + z'),
  'linear mixed model': (given) => linearMixedModel(withWards(given), 'y ~ x + z + (1 | ward)'),
  'logistic mixed model': (given) => logisticMixedModel(withWards(given), 'e ~ x + z + (1 | ward)'),
  'Kaplan-Meier': (given) => kaplanMeier(followUpOf(given), { group: classesOf(given.two) }),
  'log-rank test': (given) => logRank(followUpOf(given), classesOf(given.two)),
  'Cox regression': (given) => coxRegression(followUpOf(given), designOf(given)),
  'Cox regression with a group': (given) =>
    coxRegression(followUpOf(given), { names: ['x', 'two'], values: numbersOf([...given.x, ...exposed(given)]) }),
  'test of proportional hazards': async (given) =>
    proportionalHazards(await coxRegression(followUpOf(given), designOf(given))),
  'difference of restricted means': (given) => restrictedMeanDifference(followUpOf(given), classesOf(given.two)),
  'cumulative incidence': (given) => cumulativeIncidence(endingsOf(given), { group: classesOf(given.two) }),
  'Gray’s test': (given) => grayTest(endingsOf(given), classesOf(given.two)),
  'Fine and Gray': (given) => fineGray(endingsOf(given), designOf(given)),
  'propensity score': (given) =>
    propensityScore(
      { ...tableOf(given), columns: [...tableOf(given).columns, propensityOf(given).treated] },
      'treated ~ x + z'
    ),
  'matching by propensity score': (given) => matchByScore(propensityOf(given)),
  'weighting by propensity score': (given) => weightByScore(propensityOf(given)),
  'multiple imputation': async (given) => {
    // Every third y is missing.
    const table = tableOf({ ...given, y: given.y.map((one, row) => (row % 3 === 0 ? NaN : one)) });
    const columns = table.columns.filter(({ name }) => ['x', 'z', 'y', 'e'].includes(name));
    const { tables, remarks } = await imputeChained(table, columns, { completed: 3, iterations: 2, seed: 1 });
    const fits = await Promise.all(tables.map((one) => linearRegression(one, 'y ~ x + z')));
    return { ...poolEstimates(fits.map(({ estimates }) => estimates), { dfComplete: 50 }), remarks }; // prettier-ignore
  }
};

import { may } from '../../../shared/call-arguments';
import { AppError } from '../../../shared/errors';
import { smallestOf } from '../../../shared/extent';
import type { JobOptions } from '../../../shared/job';
import type { Table } from '../../../shared/table';
import type { StatisticsRemark } from '../../estimate';
import { baselineHazard, coxRegression, proportionalHazards, type CoxFit, type Test, type Ties } from '../../survival';
import type { AnalysisTest } from '../contract';
import { defineAnalysis } from '../define';
import type { WholeDesign } from '../formula-design';
import type { Given } from '../given';
import { imputationTables, imputeTakes, imputes } from '../imputed';
import { formulaOf, modelColumns } from '../model-formula';
import { censoringAssumed, eventName, followUpOf, followUpTakes, manyMissing, saysEvents, survivalDesign } from './follow-up'; // prettier-ignore
import { takenAsNumbers } from '../taken-as-numbers';
import { imputedCox } from './imputed-cox';
import { bentEffects, forestWithReferences, interactionRemarks, ratiosOf, saysRatios } from './hazard-ratios';
import { NO_TESTS } from './no-tests';
import { failureAsShown, remarksAsShown } from './shown-names';
import { numbersIn, textsIn } from './steps';

const keys = ['time', 'event', 'start', 'strata', 'cluster', 'weights'] as const;
export const coxAnalysis = defineAnalysis({
  name: 'cox',
  question: 'survive',
  source:
    'Cox 1972, J R Stat Soc B 34:187; Efron 1977, J Am Stat Assoc 72:557; Grambsch and Therneau 1994, Biometrika 81:515',
  takes: [
    ...followUpTakes,
    may('predictors', 'columns'),
    may('formula', 'text'),
    may('references', 'object'),
    may('strata', 'column'),
    may('cluster', 'column'),
    may('weights', 'column'),
    may('ties', 'text'),
    may('robust', 'truth'),
    imputeTakes,
    may('level', 'number')
  ],
  reads: (request) => [
    ...keys.flatMap((key) => (request[key] === undefined ? [] : [request[key] as string])),
    ...modelColumns(request)
  ],
  async run(given, job) {
    if (imputes(given)) {
      const pooled = await imputedCox(given, fitCox, job);
      if (pooled) return pooled;
    }
    const level = given.level;
    const { fit, design } = await fitCox(given, given.table, job);
    const ratios = ratiosOf(fit.estimates, 'hazard-ratio', design);
    const checked = checkedHazards(fit, design);
    const terms = fit.names.length;
    return {
      name: fit.method,
      says: [
        ...saysRatios(ratios, { kind: 'hazard', event: eventName(given), design }),
        saysEvents(given, fit.events, fit.n)
      ],
      estimates: ratios.map(({ estimate }) => estimate),
      tests: [
        testOf('likelihood-ratio', fit.likelihoodRatio),
        testOf('wald', fit.wald),
        testOf('score', fit.robustScore ?? fit.score),
        ...checked.tests
      ],
      facts: [
        { code: 'events', value: fit.events, as: 'count' },
        { code: 'coefficients', value: terms, as: 'count' },
        ...(fit.concordance ? [{ code: 'concordance', value: fit.concordance.value, as: 'number' } as const] : []),
        { code: 'log-likelihood', value: fit.logLikelihood, as: 'number' },
        { code: 'aic', value: 2 * terms - 2 * fit.logLikelihood, as: 'number' }
      ],
      more: [
        { name: 'proportional_hazards', table: checked.table },
        // Of a person with the means of the data: at 0 a year of birth would leave the range of numbers.
        { name: 'baseline', table: baselineHazard(fit, 'mean') },
        ...imputationTables()
      ],
      figures: [
        ...forestWithReferences(ratios, 'hazard-ratio'),
        ...bentEffects(
          design,
          {
            names: fit.names,
            coefficients: fit.estimates.map(({ estimate }) => estimate),
            covariance: fit.robustCovariance ?? fit.covariance,
            level
          },
          { measure: 'hazard-ratio', event: eventName(given) }
        )
      ],
      remarks: [
        ...fit.remarks.filter(({ code }) => code !== 'survival-proportional-assumed'),
        ...checked.remarks,
        ...takenAsNumbers(given, formulaOf(given, given.nameOf('time'))),
        ...interactionRemarks(design),
        ...manyMissing(fit),
        ...(imputes(given) ? [{ code: 'imputation-not-needed', values: {} }] : []),
        censoringAssumed
      ],
      counted: 'rows',
      n: fit.n,
      nDropped: fit.nDropped
    };
  }
});

/** The model of one table: that of the request, or that completed. */
async function fitCox(given: Given, table: Table, job: JobOptions): Promise<{ fit: CoxFit; design: WholeDesign }> {
  const design = await survivalDesign(given, table);
  const [strata, cluster] = [given.classes('strata'), given.classes('cluster')];
  const fitted = coxRegression(followUpOf(given), design, {
    ...job,
    ties: given.choice<Ties>('ties', ['efron', 'breslow'], 'efron'),
    level: given.level,
    ...(strata && { strata }),
    ...(cluster && { cluster }),
    ...(given.has('weights') && { weights: given.numbers('weights') }),
    // A form writes `robust: false` where nobody asked: clusters have robust errors all the same.
    ...(given.option<boolean>('robust') && { robust: true })
  });
  const fit = await fitted.catch((error: unknown) => {
    throw failureAsShown(error, design);
  });
  return { fit: { ...fit, remarks: remarksAsShown(fit.remarks, design) }, design };
}

const testOf = (code: string, { statistic, df, p }: Test): AnalysisTest => ({
  code,
  statistic: { name: 'χ²', value: statistic },
  df: [df],
  p
});

/** The tests of proportional hazards, and what they say. Where all events came at once there is nothing to see. */
function checkedHazards(
  fit: CoxFit,
  design: WholeDesign
): { table: Table; tests: AnalysisTest[]; remarks: StatisticsRemark[] } {
  const terms = design.terms
    .map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => fit.names.indexOf(design.names[column]!)).filter((at) => at >= 0)
    }))
    .filter(({ columns }) => columns.length > 0);
  try {
    const { tests: table, remarks } = proportionalHazards(fit, { terms });
    const tests = hazardTests(table);
    return { table, tests, remarks: [saysHazards(tests), ...remarks] };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'survival-ph-times') throw error;
    return { table: NO_TESTS, tests: [], remarks: [saysHazards([])] };
  }
}

function hazardTests(table: Table): AnalysisTest[] {
  const [statistic, df, p] = ['statistic', 'df', 'p'].map((name) => numbersIn(table, name)) as [Float64Array, Float64Array, Float64Array]; // prettier-ignore
  return textsIn(table, 'term').flatMap((name, row): AnalysisTest[] =>
    Number.isNaN(p[row]!)
      ? []
      : [
          {
            code: 'proportional-hazards',
            ...(name !== 'GLOBAL' && { of: name }),
            statistic: { name: 'χ²', value: statistic[row]! },
            df: [df[row]!],
            p: p[row]!
          }
        ]
  );
}

function saysHazards(tests: readonly AnalysisTest[]): StatisticsRemark {
  const broken = tests.filter(({ of, p }) => of !== undefined && p < 0.05);
  const all = tests.find(({ of }) => of === undefined);
  if (broken.length > 0) {
    const values = { terms: broken.map(({ of }) => of).join(', '), p: smallestOf(broken.map(({ p }) => p)) };
    return { code: 'survival-proportional-rejected', values };
  }
  return all
    ? { code: 'survival-proportional-checked', values: { p: all.p } }
    : { code: 'survival-proportional-assumed', values: {} };
}

import { may } from '../../../shared/call-arguments';
import type { Float64Column, Table, TextColumn } from '../../../shared/table';
import type { StatisticsRemark } from '../../estimate';
import { coxRegression, proportionalHazards, type Test, type Ties } from '../../survival';
import type { AnalysisTest } from '../contract';
import { defineAnalysis } from '../define';
import { wholeDesignOf } from '../formula-design';
import { formulaOf, modelColumns } from '../model-formula';
import { forestOf, measured, saysEstimate } from '../tidy';
import { followUpOf, followUpTakes } from './follow-up';

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
    may('level', 'number')
  ],
  reads: (request) => [
    ...keys.flatMap((key) => (request[key] === undefined ? [] : [request[key] as string])),
    ...modelColumns(request)
  ],
  async run(given, job) {
    const followUp = followUpOf(given);
    const design = wholeDesignOf(formulaOf(given, given.nameOf('time')), given.table, {
      ...(given.has('references') && { references: given.option<Readonly<Record<string, string>>>('references')! })
    });
    const [strata, cluster] = [given.classes('strata'), given.classes('cluster')];
    const fit = await coxRegression(followUp, design, {
      ...job,
      ties: given.choice<Ties>('ties', ['efron', 'breslow'], 'efron'),
      level: given.option<number>('level') ?? 0.95,
      ...(strata && { strata }),
      ...(cluster && { cluster }),
      ...(given.has('weights') && { weights: given.numbers('weights') }),
      ...(given.has('robust') && { robust: given.option<boolean>('robust')! })
    });
    const estimates = measured(fit.estimates, 'hazard-ratio');
    const kept = new Set(fit.names);
    const terms = design.terms
      .map(({ name, columns }) => ({
        name,
        columns: columns.map((column) => fit.names.indexOf(design.names[column]!)).filter((at) => at >= 0)
      }))
      .filter(({ columns }) => columns.length > 0);
    const checked = proportionalHazards(fit, { terms });
    const { tests, remarks } = hazardTests(checked.tests);
    return {
      name: fit.method,
      says: estimates.slice(0, 3).map(saysEstimate),
      estimates,
      tests: [
        testOf('likelihood-ratio', fit.likelihoodRatio),
        testOf('wald', fit.wald),
        testOf('score', fit.robustScore ?? fit.score),
        ...tests
      ],
      facts: [
        { code: 'events', value: fit.events, as: 'count' },
        { code: 'coefficients', value: kept.size, as: 'count' },
        ...(fit.concordance ? [{ code: 'concordance', value: fit.concordance.value, as: 'number' } as const] : []),
        { code: 'log-likelihood', value: fit.logLikelihood, as: 'number' },
        { code: 'aic', value: 2 * kept.size - 2 * fit.logLikelihood, as: 'number' }
      ],
      more: [{ name: 'proportional_hazards', table: checked.tests }],
      figures: forestOf(estimates, 'hazard-ratio'),
      remarks: [
        ...fit.remarks.filter(({ code }) => code !== 'survival-proportional-assumed'),
        ...remarks,
        ...checked.remarks
      ],
      counted: 'rows',
      n: fit.n,
      nDropped: fit.nDropped
    };
  }
});

const testOf = (code: string, { statistic, df, p }: Test): AnalysisTest => ({
  code,
  statistic: { name: 'χ²', value: statistic },
  df: [df],
  p
});

/** The tests of proportional hazards, and what they say. */
function hazardTests(table: Table): { tests: AnalysisTest[]; remarks: StatisticsRemark[] } {
  const column = (name: string) => table.columns.find((one) => one.name === name)!;
  const [term, statistic, df, p] = ['term', 'statistic', 'df', 'p'].map(column) as [TextColumn, Float64Column, Float64Column, Float64Column]; // prettier-ignore
  const tests: AnalysisTest[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (!Number.isFinite(p.values[row]) || (p.validity && (p.validity[row >> 3]! & (1 << (row & 7))) === 0)) continue;
    const name = term.dictionary[term.values[row]!]!;
    tests.push({
      code: 'proportional-hazards',
      ...(name !== 'GLOBAL' && { of: name }),
      statistic: { name: 'χ²', value: statistic.values[row]! },
      df: [df.values[row]!],
      p: p.values[row]!
    });
  }
  const broken = tests.filter(({ of, p: one }) => of !== undefined && one < 0.05);
  const all = tests.find(({ of }) => of === undefined);
  if (broken.length > 0) {
    const names = broken.map(({ of }) => of).join(', ');
    return { tests, remarks: [{ code: 'survival-proportional-rejected', values: { terms: names, p: Math.min(...broken.map(({ p: one }) => one)) } }] }; // prettier-ignore
  }
  return { tests, remarks: all ? [{ code: 'survival-proportional-checked', values: { p: all.p } }] : [{ code: 'survival-proportional-assumed', values: {} }] }; // prettier-ignore
}

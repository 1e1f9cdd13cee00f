import * as agreement from '../agreement';
import * as epidemiology from '../epidemiology';
import { eggerTest, metaAnalysis, metaAnalysisOfCounts } from '../meta-analysis';
import { interruptedTimeSeries } from '../monitoring';
import * as pharmacovigilance from '../pharmacovigilance';
import * as prediction from '../prediction';
import { textColumn } from '../columns';
import { byTwo, countsOf, numberColumn, type Cohort } from './cohort';
import type { Run } from './models';

const cellsOf = (given: Cohort, rows: readonly number[]): [number, number, number, number] => {
  const of = <Value>(values: readonly Value[]) => rows.map((row) => values[row]!);
  const names = [...new Set(given.two)].sort().reverse();
  const [exposed = [0, 0], others = [0, 0]] = countsOf(of(given.two), of(given.e), names, [1, 0]);
  return [exposed[0]!, exposed[1]!, others[0]!, others[1]!];
};
const everybody = (given: Cohort) => given.x.map((_, row) => row);
const fourfoldOf = (given: Cohort) => {
  const [a, b, c, d] = cellsOf(given, everybody(given));
  return { a, b, c, d };
};
const strataOf = (given: Cohort) => {
  const tables = [...new Set(given.g)].sort().map((name) => cellsOf(given, everybody(given).filter((row) => given.g[row] === name))); // prettier-ignore
  const of = (cell: number) => tables.map((table) => table[cell]!);
  return { a: of(0), b: of(1), c: of(2), d: of(3) };
};
const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);
/** Events and time of each group of two; times in whole days. */
const ratesOf = (given: Cohort) => {
  const [events, times] = [byTwo(given, given.status), byTwo(given, given.time)];
  return events.map((values, group) => ({ events: sumOf(values), time: sumOf(times[group]!) }));
};
const strataOfRates = (given: Cohort) => {
  const names = [...new Set(given.g)].sort();
  const of = (values: readonly number[]) =>
    names.map((name) => sumOf(values.filter((_, row) => given.g[row] === name)));
  return { events: of(given.status), time: of(given.time) };
};
/** Of each stratum, by whatever name. */
const weightsOf = (given: Cohort) => [...new Set(given.g)].sort().map((name) => 1 + ['a', 'b', 'c', 'y', 'x', 'm'].indexOf(name) % 3); // prettier-ignore
/** Six studies of ten persons each: the effect of x in each, and the counts of each. */
const STUDIES = 6;
const inStudy = (given: Cohort, study: number) => (_: unknown, row: number) =>
  Number(given.person[row]!.slice(1)) % STUDIES === study;
const studiesOf = (given: Cohort) => {
  const means = Array.from({ length: STUDIES }, (_, study) => given.y.filter(inStudy(given, study)));
  const moments = means.map((values) => {
    const mean = sumOf(values) / values.length;
    return { mean, se: Math.sqrt(sumOf(values.map((one) => (one - mean) ** 2)) / 90) };
  });
  return {
    estimate: numberColumn('estimate', moments.map(({ mean }) => mean)), // prettier-ignore
    se: numberColumn('se', moments.map(({ se }) => se)) // prettier-ignore
  };
};
const countedStudiesOf = (given: Cohort) => {
  const tables = Array.from({ length: STUDIES }, (_, study) =>
    cellsOf(given, everybody(given).filter(inStudy(given, study)))
  );
  const of = (name: string, cell: (table: [number, number, number, number]) => number) => numberColumn(name, tables.map(cell)); // prettier-ignore
  return {
    events: of('events', ([a]) => a),
    persons: of('persons', ([a, b]) => a + b),
    controlEvents: of('controlEvents', ([, , c]) => c),
    controlPersons: of('controlPersons', ([, , c, d]) => c + d)
  };
};

const outcome = (given: Cohort) => numberColumn('e', given.e);
const scored = (given: Cohort) => ({ outcome: outcome(given), score: numberColumn('risk', given.risk) });
const risky = (given: Cohort) => ({ outcome: outcome(given), risk: numberColumn('risk', given.risk) });
const ratings = ({ s, g }: Cohort) =>
  agreement.readRatings([
    numberColumn('one', s),
    numberColumn('two', s.map((one, row) => (g[row] === 'a' || g[row] === 'y' ? Math.min(2, one + 1) : one))) // prettier-ignore
  ]);
/** Persons seen for a year, their events and one dose each, by their follow-up. */
const seriesOf = (given: Cohort) => {
  const day = (value: number) => Math.min(364, Math.floor(Math.abs(value) * 100));
  const rows = everybody(given).filter((row) => given.status[row] === 1);
  const all = everybody(given);
  return {
    people: {
      person: numberColumn('person', all),
      start: numberColumn('start', all.map(() => 0)), // prettier-ignore
      end: numberColumn('end', all.map(() => 364)) // prettier-ignore
    },
    events: { person: numberColumn('person', rows), day: numberColumn('day', rows.map((row) => day(given.z[row]!))) }, // prettier-ignore
    exposures: { person: numberColumn('person', all), day: numberColumn('day', all.map((row) => day(given.x[row]!))) } // prettier-ignore
  };
};
const reportsOf = (given: Cohort) => ({
  report: textColumn('report', given.x.map((_, row) => `${row}`)), // prettier-ignore
  drug: textColumn('drug', given.g),
  event: textColumn('event', given.e.map((one, row) => `${given.two[row]}${one}`)) // prettier-ignore
});

export const tables: Readonly<Record<string, Run>> = {
  '2×2 table': (given) => epidemiology.twoByTwo(fourfoldOf(given)),
  'Mantel and Haenszel': (given) => epidemiology.mantelHaenszel(strataOf(given)),
  rate: (given) => epidemiology.rate(sumOf(given.status), sumOf(given.time)),
  'rate ratio': (given) => epidemiology.rateRatio(ratesOf(given)[0]!, ratesOf(given)[1]!),
  'standardised ratio': (given) => epidemiology.standardisedRatio(sumOf(given.e), sumOf(given.risk)),
  'direct standardisation': (given) => epidemiology.directlyStandardised(strataOfRates(given), weightsOf(given)),
  'indirect standardisation': (given) =>
    epidemiology.indirectlyStandardised(strataOfRates(given), {
      events: weightsOf(given).map((one) => 10 * one),
      time: weightsOf(given).map((one) => (one + 4) * sumOf(given.time))
    }),
  'meta-analysis': (given) => metaAnalysis(studiesOf(given)),
  'meta-analysis, Knapp and Hartung': (given) => metaAnalysis(studiesOf(given), { knappHartung: true }),
  'meta-analysis of counts': (given) => metaAnalysisOfCounts(countedStudiesOf(given), { measure: 'odds-ratio' }),
  'Egger’s test': (given) => eggerTest(studiesOf(given)),
  'ROC curve': (given) => prediction.roc(scored(given)),
  'difference of ROC curves': (given) =>
    prediction.compareRoc({ outcome: outcome(given), first: numberColumn('risk', given.risk), second: numberColumn('z', given.z) }), // prettier-ignore
  'precision and recall': (given) => prediction.precisionRecall(scored(given)),
  'Brier score': (given) => prediction.brierScore(risky(given)),
  'logarithmic loss': (given) => prediction.logLoss(risky(given)),
  calibration: (given) => prediction.calibration(risky(given)),
  'calibration curve': (given) => prediction.calibrationCurve(risky(given)),
  'confusion matrix': (given) => prediction.confusion(scored(given), { threshold: 0.5 }),
  'decision curve': (given) => prediction.decisionCurve(risky(given)),
  'bootstrap of the area': (given) =>
    prediction.bootstrapPerformance({ ...scored(given), person: textColumn('person', given.person) }, { seed: 1, resamples: 100 }), // prettier-ignore
  'Cohen’s κ': (given) => agreement.kappa(agreement.ratingTable(ratings(given))),
  'Fleiss’ κ': (given) => agreement.fleissKappa(ratings(given)),
  'limits of agreement': ({ y, again }) => agreement.limitsOfAgreement(y, again),
  'concordance correlation': ({ y, again }) => agreement.concordanceCorrelation(y, again),
  'intraclass correlation': ({ y, again }) => agreement.intraclassCorrelation([y, again]),
  disproportionality: (given) => {
    const { a, b, c, d } = fourfoldOf(given);
    return pharmacovigilance.disproportionality(given.two.includes('x') ? { a: c, b: d, c: a, d: b } : { a, b, c, d });
  },
  'signals of all pairs': (given) => pharmacovigilance.signals(reportsOf(given)),
  'self-controlled case series': (given) =>
    pharmacovigilance.caseSeries(seriesOf(given), { windows: [{ name: 'after', from: 0, to: 27 }] }),
  'interrupted time series': ({ y }) => interruptedTimeSeries(numberColumn('y', y), { start: 30, lag: 1 })
};

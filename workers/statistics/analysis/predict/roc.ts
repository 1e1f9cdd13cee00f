import { isClear } from '../clear';
import { may, need } from '../../../shared/call-arguments';
import type { Column, Table } from '../../../shared/table';
import { float64Column, textColumn } from '../../columns';
import type { Estimate, StatisticsRemark } from '../../estimate';
import {
  bootstrapComparison,
  bootstrapPerformance,
  compareRoc,
  roc,
  type Performance,
  type Roc
} from '../../prediction';
import type { AnalysisTest, MeasuredEstimate, Said } from '../contract';
import { defineAnalysis } from '../define';
import { fail } from '../../errors';
import type { LinesFigure, LinesSeries } from '../figures';
import { remark, saysEstimate } from '../tidy';
import { numbersIn, picked, turns } from './curve-points';
import { drawnFacts, outcomeName, outcomeOf, outcomeTakes, partOf, personOf, resampleTakes, resamplingOf, rowsAsPersons, scoredFacts } from './scored'; // prettier-ignore

export const rocAnalysis = defineAnalysis({
  name: 'roc',
  question: 'predict',
  source:
    'DeLong et al. 1988, Biometrics 44:837; Youden 1950, Cancer 3:32; Efron and Tibshirani 1993, An Introduction to the Bootstrap, §13.3',
  takes: [...outcomeTakes, need('score', 'column'), may('second', 'column'), ...resampleTakes, may('level', 'number')],
  async run(given, job) {
    const scores = ['score', ...(given.has('second') ? ['second'] : [])].map((key) => given.column(key));
    const [first, second] = scores as [Column, Column | undefined];
    if (second && second.name === first.name) throw fail('columns-same', { column: first.name });
    const outcome = outcomeOf(given, ...scores);
    const [level, person, of] = [given.level, personOf(given), outcomeName(given)];
    const curves = scores.map((score) => ({ name: score.name, ...roc({ outcome, score, ...person }, { level }) }));
    const [main] = curves as [Roc & { name: string }];
    const byRow = second ? compareRoc({ outcome, first, second, ...person }, { level }) : main;
    // Rows of a person are alike: what counts is how persons differ.
    const isRepeated = byRow.persons < byRow.n;
    const resampled = isRepeated
      ? await partOf(() =>
          second
            ? bootstrapComparison({ outcome, first, second, ...person }, resamplingOf(given), job)
            : bootstrapPerformance({ outcome, score: first, ...person }, resamplingOf(given), job)
        )
      : undefined;
    const found: Performance = resampled?.part ?? (isRepeated ? withoutIntervals(byRow) : byRow);
    const estimates = measuredAreas(found.estimates, first.name, second?.name);
    const difference = estimates.find(({ measure }) => measure === 'auc-difference');
    return {
      name: found.method,
      says: [
        ...(difference ? [saysDifference(difference, first.name, second?.name ?? '')] : []),
        ...estimates.filter(({ measure }) => measure === 'auc').map((one): Said => ({ code: 'auc', values: { ...saysEstimate({ ...one, p: null }).values, outcome: of } })), // prettier-ignore
        ...curves.slice(0, 1).flatMap(youdenSaid)
      ],
      estimates,
      tests: difference ? testOf(difference, resampled ? 'auc-bootstrap' : 'delong') : [],
      facts: [...scoredFacts(byRow), ...drawnFacts(resampled?.part)],
      more: [
        { name: 'curve', table: curveTable(curves) },
        { name: 'youden', table: youdenTable(curves) }
      ],
      figures: [figureOf(curves)],
      remarks: [
        ...(isRepeated
          ? [...(resampled?.remarks ?? []), narrowRemark(byRow, first.name)]
          : byRow.remarks.filter(({ code }) => code === 'prediction-no-spread')),
        ...curves.flatMap(({ remarks }) => remarks).filter(({ code }) => code === 'prediction-score-reversed'),
        // Of rows of several persons the resamples tell it, else DeLong's errors above.
        ...found.remarks.filter(({ code }) => !['prediction-score-reversed', 'prediction-rows-not-persons', ...(resampled?.part ? [] : ['prediction-no-spread'])].includes(code)), // prettier-ignore
        ...rowsAsPersons(given),
        ...(main.youden ? [remark('prediction-youden-optimistic', { ties: main.youden.ties })] : [])
      ],
      counted: 'rows',
      n: byRow.n,
      nDropped: outcome.values.length - byRow.n
    };
  }
});

/** DeLong's limits on rows of the same persons are none. */
function withoutIntervals(found: Performance): Performance {
  return {
    ...found,
    estimates: found.estimates.map((one) => ({ ...one, se: null, lower: null, upper: null, p: null }))
  };
}

function measuredAreas(estimates: readonly Estimate[], first: string, second: string | undefined): MeasuredEstimate[] {
  const names: Readonly<Record<string, string>> = {
    auc: first,
    'auc-first': first,
    'auc-second': second ?? '',
    'auc-difference': `${first} − ${second ?? ''}`
  };
  const areas = estimates.map((one): MeasuredEstimate => ({
    ...one,
    name: names[one.name] ?? one.name,
    measure: one.name === 'auc-difference' ? 'auc-difference' : 'auc'
  }));
  // What was asked first: the comparison.
  return [...areas.slice(2), ...areas.slice(0, 2)];
}

function saysDifference(one: MeasuredEstimate, first: string, second: string): Said {
  const { values } = saysEstimate(one);
  return {
    code: isClear(one) ? 'auc-differs' : 'auc-alike',
    values: { ...values, first, second }
  };
}

function testOf({ estimate, se, p, name }: MeasuredEstimate, code: string): AnalysisTest[] {
  if (p === null || se === null) return [];
  return [{ code, of: name, statistic: { name: 'z', value: estimate / se }, df: [], p }];
}

function youdenSaid({ name, youden }: Roc & { name: string }): Said[] {
  if (!youden) return [];
  const { threshold, sensitivity, specificity } = youden;
  return [{ code: 'youden', values: { score: name, threshold, sensitivity, specificity } }];
}

/** How narrow the interval would be that takes rows for persons. */
function narrowRemark({ n, persons, estimates }: Performance, score: string): StatisticsRemark {
  const [{ lower, upper } = { lower: null, upper: null }] = estimates;
  const limits = lower === null || upper === null ? {} : { lower, upper };
  return remark('prediction-persons-resampled', { rows: n, persons, score, ...limits });
}

function curveTable(curves: readonly (Roc & { name: string })[]): Table {
  const names = curves.flatMap(({ name, curve }) => new Array<string>(curve.rows).fill(name));
  const joined = (column: string) => {
    const all = new Float64Array(names.length);
    let from = 0;
    for (const { curve } of curves) {
      // The first row calls nobody: its threshold is missing, and stays so.
      const values = numbersIn(curve, column).slice();
      if (column === 'threshold') values[0] = NaN;
      all.set(values, from);
      from += curve.rows;
    }
    return float64Column(column, all);
  };
  return {
    rows: names.length,
    columns: [textColumn('score', names), ...['threshold', 'sensitivity', 'specificity'].map(joined)]
  };
}

function youdenTable(curves: readonly (Roc & { name: string })[]): Table {
  const found = curves.flatMap(({ name, youden }) => (youden ? [{ name, ...youden }] : []));
  const column = (name: 'threshold' | 'sensitivity' | 'specificity' | 'index') =>
    float64Column(
      name,
      Float64Array.from(found, (one) => one[name])
    );
  return {
    rows: found.length,
    columns: [
      textColumn('score', found.map(({ name }) => name)), // prettier-ignore
      column('threshold'),
      column('sensitivity'),
      column('specificity'),
      column('index')
    ]
  };
}

function figureOf(curves: readonly (Roc & { name: string })[]): LinesFigure {
  const lines = curves.map(({ name, curve }, at): LinesSeries => {
    const x = numbersIn(curve, 'specificity').map((one) => 1 - one);
    const y = numbersIn(curve, 'sensitivity');
    const places = turns(x, y);
    return { name, look: at === 0 ? 'line' : 'dashed', x: picked(x, places), y: picked(y, places) };
  });
  const points = curves.slice(0, 1).flatMap(({ youden }): LinesSeries[] =>
    youden
      ? [
          {
            name: String(youden.threshold),
            look: 'points',
            x: Float64Array.of(1 - youden.specificity),
            y: Float64Array.of(youden.sensitivity)
          }
        ]
      : []
  );
  return { kind: 'lines', what: 'roc', series: [...lines, ...points], diagonal: true };
}

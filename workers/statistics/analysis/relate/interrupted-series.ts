import { may, need } from '../../../shared/call-arguments';
import { exactText, isPresent } from '../../../shared/exact-text';
import { takenRows } from '../../../shared/taken-rows';
import type { Column, Float64Column, TextColumn } from '../../../shared/table';
import { keyOf } from '../../columns';
import { fail } from '../../errors';
import { interruptedTimeSeries, type TimeSeries } from '../../monitoring';
import type { Measure, MeasuredEstimate, OwnName, Said } from '../contract';
import { defineAnalysis } from '../define';
import type { LinesFigure } from '../figures';
import type { Given } from '../given';
import { ownName, saysEstimate } from '../tidy';

/** Terms of the room, what they measure, and how sentences tell them: changes first. */
const TERMS: readonly { term: OwnName; measure: Measure; says?: string }[] = [
  { term: 'change of level', measure: 'level-change', says: 'series-level' },
  { term: 'change of slope', measure: 'slope-change', says: 'series-slope' },
  { term: 'slope', measure: 'coefficient' },
  { term: 'intercept', measure: 'intercept' }
];
/** Below it on either side of the change a line is hardly known. @see Wagner et al. 2002, J Clin Pharm Ther 27:299 */
const POINTS_WANTED = 12;

export const interruptedSeriesAnalysis = defineAnalysis({
  name: 'interrupted-series',
  question: 'relate',
  source: 'Wagner et al. 2002, J Clin Pharm Ther 27:299; Newey and West 1987, Econometrica 55:703',
  takes: [need('value', 'column'), need('start', 'number'), may('time', 'column'), may('lag', 'number'), may('level', 'number')], // prettier-ignore
  async run(given) {
    const value = inOrder(given);
    const start = given.option<number>('start')!;
    const level = given.level;
    const found = interruptedTimeSeries(value, { start, level, ...(given.has('lag') && { lag: given.option<number>('lag')! }) }); // prettier-ignore
    const estimates = estimatesOf(found, level);
    const [before, after] = [start - 1, found.points - start + 1];
    return {
      name: `Interrupted time series (least squares, errors of Newey and West with lag ${found.lag})`,
      says: [
        ...TERMS.flatMap(
          ({ says }, at): Said[] =>
          says === undefined ? [] : [{ code: says, values: { ...aboutOf(estimates[at]!), of: value.name, start } }] // prettier-ignore
        ),
        { code: 'series-points', values: { before, after } }
      ],
      estimates,
      facts: [
        { code: 'points-before', value: before, as: 'count' },
        { code: 'points-after', value: after, as: 'count' },
        { code: 'durbin-watson', value: found.durbinWatson, as: 'number' }
      ],
      more: [{ name: 'series', table: found.series }],
      figures: [figureOf(found, value.name, start)],
      remarks: [
        ...(Math.min(before, after) < POINTS_WANTED
          ? [{ code: 'series-points-few', values: { before, after, wanted: POINTS_WANTED } }]
          : []),
        { code: 'series-no-other-change', values: {} }
      ],
      counted: 'rows',
      n: found.points,
      nDropped: 0
    };
  }
});

/** What a sentence tells of it besides its name, which is the engine's own: the column is told. */
function aboutOf(one: MeasuredEstimate): Said['values'] {
  const { named: _, ...values } = saysEstimate(one).values;
  return values;
}

/** Months have 28 to 31 days, and quarters 90 to 92: steps so alike are even. */
const UNEVEN = 1.3;

/** The values in the order of time, where a column gives it. @throws `series-time`, `series-uneven` */
function inOrder(given: Given): Column {
  const value = given.column('value');
  if (!given.has('time')) return value;
  const time = given.column('time');
  const keys = Array.from({ length: given.table.rows }, (_, row) => (isPresent(time, row) ? keyOf(time, row) : undefined)); // prettier-ignore
  const known = new Set(keys.filter((key) => key !== undefined && !Number.isNaN(key)));
  if (known.size < keys.length) throw fail('series-time', { column: time.name, rows: keys.length - known.size });
  const order = [...keys.keys()].sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1));
  checkSteps(time, order);
  return takenRows(value, order);
}

/** Points are counted, so that one that is missing would bend the lines. Words have no distance. */
function checkSteps(time: Column, order: readonly number[]): void {
  if (time.type === 'text') return;
  const steps = order.slice(1).map((row, place) => {
    const [earlier, later] = [keyOf(time, order[place]!), keyOf(time, row)];
    return typeof later === 'bigint' ? Number(later - (earlier as bigint)) : (later as number) - (earlier as number);
  });
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const gap = steps.findIndex((step) => step > UNEVEN * usual);
  if (gap >= 0 && usual > 0) throw fail('series-uneven', { column: time.name, after: exactText(time, order[gap]!) });
}

function estimatesOf({ coefficients, degreesOfFreedom, points }: TimeSeries, level: number): MeasuredEstimate[] {
  const names = coefficients.columns[0] as TextColumn;
  const number = (name: string) => (coefficients.columns.find((one) => one.name === name) as Float64Column).values;
  return TERMS.map(({ term, measure }) => {
    const row = names.values.findIndex((code) => names.dictionary[code] === term);
    return {
      ...ownName(term),
      measure,
      estimate: number('estimate')[row]!,
      se: number('se_newey_west')[row]!,
      lower: number('lower')[row]!,
      upper: number('upper')[row]!,
      level,
      scale: 'identity',
      null: 0,
      df: degreesOfFreedom,
      p: number('p')[row]!,
      n: points,
      nDropped: 0,
      method: 'Interrupted time series'
    };
  });
}

function figureOf({ series }: TimeSeries, of: string, start: number): LinesFigure {
  const column = (name: string) => (series.columns.find((one) => one.name === name) as Float64Column).values;
  const time = column('time');
  const [observed, fitted, counterfactual] = ['observed', 'fitted', 'counterfactual'].map(column) as [Float64Array, Float64Array, Float64Array]; // prettier-ignore
  const change = start - 1;
  const part = (values: Float64Array, from: number, to?: number) => ({ x: time.slice(from, to), y: values.slice(from, to) }); // prettier-ignore
  return {
    kind: 'lines',
    what: 'interrupted-series',
    y: of,
    series: [
      { name: 'observed', look: 'points', ...part(observed, 0) },
      { name: 'before', look: 'line', ...part(fitted, 0, change) },
      { name: 'after', look: 'line', ...part(fitted, change) },
      { name: 'counterfactual', look: 'dashed', ...part(counterfactual, change) }
    ],
    // Between the last point before and the first after.
    acrossX: [start - 0.5]
  };
}

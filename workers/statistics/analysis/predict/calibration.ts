import { may, need } from '../../../shared/call-arguments';
import { exp } from '../../../shared/elementary';
import type { Table } from '../../../shared/table';
import { numbersOf } from '../../columns';
import type { Estimate } from '../../estimate';
import { brierScore, calibration, calibrationCurve, riskGroups } from '../../prediction';
import { NO_TABLE } from '../define';
import type { Measure, MeasuredEstimate, OwnName, Said } from '../contract';
import { defineAnalysis } from '../define';
import type { LinesFigure, LinesSeries } from '../figures';
import { ownName, saysEstimate } from '../tidy';
import { numbersIn, picked, turns } from './curve-points';
import { outcomeName, outcomeOf, outcomeTakes, partOf, personOf, rowsAsPersons, scoredFacts } from './scored';

/** Names of the rooms' estimates as papers write them, and what they measure, in the order of the result. */
const shownAs: readonly (readonly [name: string, shown: OwnName, measure: Measure])[] = [
  ['observed-expected', 'O/E', 'observed-expected'],
  ['calibration-slope', 'slope', 'calibration-slope'],
  ['calibration-in-the-large', 'in the large', 'calibration-in-the-large'],
  ['calibration-intercept', 'intercept beside the slope', 'intercept'],
  ['brier', 'Brier', 'brier'],
  ['brier-scaled', 'scaled Brier', 'scaled-brier'],
  ['ici', 'ICI', 'calibration-error'],
  ['e50', 'E50', 'calibration-error'],
  ['e90', 'E90', 'calibration-error'],
  ['emax', 'Emax', 'calibration-error']
];

export const calibrationAnalysis = defineAnalysis({
  name: 'calibration',
  question: 'predict',
  source:
    'Van Calster et al. 2016, J Clin Epidemiol 74:167; Cox 1958, Biometrika 45:562; Austin and Steyerberg 2019, Stat Med 38:4051; Brier 1950, Mon Weather Rev 78:1',
  takes: [
    ...outcomeTakes,
    need('risk', 'column'),
    may('groups', 'number'),
    may('span', 'number'),
    may('level', 'number')
  ],
  async run(given, job) {
    const risk = given.column('risk');
    const columns = { outcome: outcomeOf(given, risk), risk, ...personOf(given) };
    const level = given.level;
    const options = { level, ...(given.has('groups') && { groups: given.option<number>('groups')! }) };
    const grouped = riskGroups(columns, options);
    const model = await partOf(() => calibration(columns, options));
    const brier = brierScore(columns, { level });
    const span = given.has('span') ? { span: given.option<number>('span')! } : {};
    const isOneClass = grouped.events === 0 || grouped.events === grouped.n;
    const curve = isOneClass ? { remarks: [] } : await partOf(() => calibrationCurve(columns, span, job));
    const parts = [grouped, ...(model.part ? [model.part] : []), brier, ...(curve.part ? [curve.part] : [])];
    const all = new Map<string, Estimate>(parts.flatMap(({ estimates }) => estimates.map((one) => [one.name, one] as const))); // prettier-ignore
    const estimates = shownAs.flatMap(([name, shown, measure]): MeasuredEstimate[] => {
      const found = all.get(name);
      return found ? [{ ...found, ...ownName(shown), measure }] : [];
    });
    const remarks = new Map([grouped, brier, ...(curve.part ? [curve.part] : [])].flatMap((part) => part.remarks.map((one) => [one.code, one] as const))); // prettier-ignore
    return {
      name: 'Calibration of predicted risks: logistic recalibration, groups of risk and a smooth curve (loess)',
      says: saidOf(all, { of: risk.name, outcome: outcomeName(given), columns: grouped }),
      estimates,
      facts: scoredFacts(grouped),
      more: [
        { name: 'groups', table: grouped.groups },
        { name: 'curve', table: curve.part?.curve ?? emptyCurve }
      ],
      figures: [figureOf(numbersOf(risk), numbersOf(columns.outcome), grouped.groups, curve.part?.curve)],
      remarks: [...model.remarks, ...curve.remarks, ...remarks.values(), ...rowsAsPersons(given)],
      counted: 'rows',
      n: grouped.n,
      nDropped: grouped.nDropped
    };
  }
});

const emptyCurve: Table = {
  ...NO_TABLE,
  columns: ['risk', 'observed', 'n'].map((name) => ({ name, type: 'float64', values: new Float64Array(0) }))
};

interface About {
  of: string;
  outcome: string;
  columns: { events: number; n: number };
}

/** First whether there are as many as predicted, then whether risks spread as they should, then how far the curve lies off. */
function saidOf(all: ReadonlyMap<string, Estimate>, { of, outcome, columns: { events, n } }: About): Said[] {
  const [ratio, slope, ici] = ['observed-expected', 'calibration-slope', 'ici'].map((name) => all.get(name));
  const valuesOf = (one: Estimate, measure: Measure) => {
    const { p: _, ...values } = saysEstimate({ ...one, name: of, measure }).values;
    return { ...values, outcome };
  };
  const sideOf = ({ lower, upper, null: none }: Estimate) =>
    lower !== null && lower > none ? 1 : upper !== null && upper < none ? -1 : 0;
  const said: Said[] = [];
  if (ratio) {
    const side = sideOf(ratio);
    said.push({
      code: side > 0 ? 'calibration-more' : side < 0 ? 'calibration-fewer' : 'calibration-as-many',
      values: { ...valuesOf(ratio, 'observed-expected'), events, n, expected: events / exp(ratio.estimate) }
    });
  }
  if (slope) {
    const side = sideOf(slope);
    said.push({
      code: side < 0 ? 'calibration-too-extreme' : side > 0 ? 'calibration-too-alike' : 'calibration-spread-fits',
      values: valuesOf(slope, 'calibration-slope')
    });
  }
  if (ici) said.push({ code: 'calibration-off', values: { points: 100 * ici.estimate } });
  return said;
}

const BINS = 40;

function figureOf(risk: Float64Array, outcome: Float64Array, groups: Table, curve: Table | undefined): LinesFigure {
  const [mean, observed, lower, upper] = ['mean_risk', 'observed', 'lower', 'upper'].map((name) => numbersIn(groups, name)) as [Float64Array, Float64Array, Float64Array, Float64Array]; // prettier-ignore
  const used = risk.filter((one, row) => !Number.isNaN(one) && !Number.isNaN(outcome[row]!));
  // Rare outcomes fill the drawing too: up to the highest group and the limit of its share.
  const most = [...mean, ...upper].reduce((high, one) => Math.max(high, one), 0.02) * 1.05;
  const end = most > 0.6 ? 1 : Math.ceil(most * 50) / 50;
  const counts = new Float64Array(BINS);
  for (const one of used) if (one <= end) counts[Math.min(BINS - 1, Math.floor((one / end) * BINS))]! += 1;
  const series: LinesSeries[] = [
    { name: 'risks', look: 'bars', x: counts.map((_, at) => ((at + 0.5) * end) / BINS), y: counts }
  ];
  if (curve) {
    const [x, y] = [numbersIn(curve, 'risk'), numbersIn(curve, 'observed')];
    const places = turns(x, y);
    series.push({ name: 'curve', look: 'line', x: picked(x, places), y: picked(y, places) });
  }
  series.push({ name: 'groups', look: 'points', x: mean, y: observed, lower, upper });
  return {
    kind: 'lines',
    what: 'calibration',
    series,
    diagonal: true,
    domainX: [0, end],
    domainY: [0, end]
  };
}

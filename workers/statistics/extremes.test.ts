import { expect, test } from 'vitest';
import { answerOf, drawn } from '../shared/testing/extremes';
import * as statistics from './index';
import { float64Column } from './columns';

const float = (...values: number[]) => float64Column('x', Float64Array.from(values));
const outcome = { name: 'outcome', type: 'bool' as const, values: Uint8Array.of(0, 1, 0, 1) };
const hospital = { name: 'hospital', type: 'int32' as const, values: Int32Array.of(1, 1, 2, 2) };
const risk = () => float(0.1, 0.5, 0.2, 0.3);

const calls: Readonly<Record<string, (a: number, b: number, c: number) => unknown>> = {
  wilson: (a, b, c) => statistics.wilson(a, b, c),
  clopperPearson: (a, b, c) => statistics.clopperPearson(a, b, c),
  binomialP: (a, b, c) => statistics.binomialP(a, b, c),
  'binomialP of a large count': (a) => statistics.binomialP(7, 2 ** 53 - 1, a),
  observedExpected: (a, b, c) => statistics.observedExpected(a, b, c),
  'observedExpected of a few': (a) => statistics.observedExpected(3, a),
  poissonLimits: (a, b) => statistics.poissonLimits(a, b),
  proportionLimits: (a, b, c) => statistics.proportionLimits(a, b, c),
  'proportionLimits of many': (a) => statistics.proportionLimits(0.3, a),
  normalLimits: (a, b, c) => statistics.normalLimits(a, b, c),
  ratioLimits: (a, b) => statistics.ratioLimits(a, b),
  'ratioLimits of 95 %': (a) => statistics.ratioLimits(a),
  ratioQuantiles: (a, b) => statistics.ratioQuantiles(a, b),
  'ratioQuantiles of 95 %': (a) => statistics.ratioQuantiles(a),
  cusum: (a, b, c) => statistics.cusum({ outcome: Uint8Array.of(0, 1), risk: Float64Array.of(a, 0.1) }, { oddsRatio: b, limit: c }), // prettier-ignore
  vlad: (a, b) => statistics.vlad({ outcome: Uint8Array.of(0, 1), risk: Float64Array.of(a, b) }),
  interruptedTimeSeries: (a, b, c) => statistics.interruptedTimeSeries(float(1, a, 3, b, 2, 5, c, 4, 1), { start: 5 }),
  'interruptedTimeSeries with options': (a, b, c) =>
    statistics.interruptedTimeSeries(float(1, 2, 4, 3, 5, 9, 4, 5, 6), { start: a, lag: b, level: c }),
  proportionFunnel: (a) => statistics.proportionFunnel({ outcome, hospital }, { target: a }),
  ratioFunnel: (a, b) => statistics.ratioFunnel({ outcome, hospital, risk: float(a, b, 0.5, 0.1) }),
  observedExpectedByHospital: (a, b, c) =>
    statistics.observedExpectedByHospital({ outcome, hospital, risk: float(a, b, 0.5, 0.1) }, { level: c }),
  ratesByHospital: (a) => statistics.ratesByHospital({ hospital, events: [outcome] }, { level: a }),
  monitorInOrder: (a, b, c) => statistics.monitorInOrder({ outcome, risk: risk() }, { worse: a, better: b, limits: { worse: c } }), // prettier-ignore
  expectedRisks: (a, b, c) =>
    statistics.expectedRisks(
      { intercept: a, terms: [{ kind: 'linear', column: 'x', coefficient: b }] },
      { rows: 1, columns: [float(c)] }
    )
};

test.each(Object.entries(calls))('%s ends, with numbers or a reason', (name, call) => {
  const draw = drawn(11);
  for (let round = 0; round < 150; round++) {
    const [a = 0, b = 0, c = 0] = draw(3);
    const answer = answerOf(() => call(a, b, c));
    if ('numbers' in answer) expect(answer.numbers.every(Number.isFinite), `${name} of ${a}, ${b}, ${c}`).toBe(true);
  }
});

test.each([
  ['no risk that would ever raise it', Float64Array.of(1e-300), 2],
  ['risks so small that none raises it', Float64Array.of(1e-300), 0.5]
])('a control limit of %s is refused before the work', async (_, mix, oddsRatio) => {
  const options = { oddsRatio, target: { averageRunLength: 1000 }, runs: 100, seed: 1 };
  await expect(statistics.controlLimit(mix, options)).rejects.toMatchObject({ code: 'control-work' });
});

test('a funnel of more hospitals than a call takes arguments', () => {
  const many = 150_000;
  const hospitals = {
    name: 'hospital',
    type: 'int32' as const,
    values: Int32Array.from({ length: many }, (_, at) => at)
  };
  const outcomes = {
    name: 'outcome',
    type: 'bool' as const,
    values: Uint8Array.from(hospitals.values, (at) => at % 2)
  };
  const { curve, used } = statistics.proportionFunnel({ outcome: outcomes, hospital: hospitals });
  expect([curve.rows, used]).toEqual([1, many]);
});

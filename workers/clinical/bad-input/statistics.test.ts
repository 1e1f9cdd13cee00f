import { expect } from 'vitest';
import type { Table } from '../../shared/table';
import * as door from '../../statistics';
import { badInput, BIG, cannot, cellsOf, column, gives, NEXT, otherwise, refused, tableOf } from './matrix';
import {
  ENDLESS,
  numbersOnly,
  oneByOne,
  eachRefused,
  hospital,
  outcome,
  units,
  byHospital,
  oneAfterOther,
  coefficients,
  weights,
  ordered,
  search
} from './statistics-inputs';

const { benchmark, binomialP, byTable, clopperPearson, controlLimit, cusum, expectedRisks, monitorInOrder, normalLimits, observedExpected, observedExpectedByHospital, poissonLimits, proportionFunnel, proportionLimits, ratesByHospital, ratioFunnel, ratioLimits, ratioQuantiles, readRiskModel, vlad, wilson } = door; // prettier-ignore

const strangeRisks = async () => {
  for (const one of [0, 1, -0.1, 1.1, 20]) {
    expect(() => observedExpectedByHospital(units([1n, 1, one])), String(one)).toThrow(
      expect.objectContaining({ code: 'risk-outside' })
    );
  }
};

const model = readRiskModel(coefficients(['intercept', 'weight'], [-3, 0.1]));

/** A benchmark of outcomes with risks. */
const compared = (of: ReturnType<typeof units>, more: object = {}) =>
  benchmark({ hospital: of.hospital, outcome: { event: of.outcome }, risk: of.risk, ...more });

const caseColumns = { hospital: 'hospital', outcome: 'outcome', risk: 'risk' };
/** Observed over expected, as own code asks for it. */
const asked = (of: ReturnType<typeof units>) =>
  byTable('observedExpected', [tableOf(...Object.values(of)), caseColumns]) as Promise<{ table: Table }>;

// Those over time have a file of their own, and analyses one a question.
const { analyse: _, columnsOf: __, interruptedTimeSeries: ___, thirtyDayOutcomes: ____, ...others } = door;

badInput('statistics', others, {
  byTable: {
    empty: refused('cases-none', (given) => asked(given(units()))),
    'one row': gives(
      'one hospital',
      (given) => asked(given(units([1n, 1, 0.5]))),
      ({ table }) => expect(cellsOf(table, 'observed')).toEqual([1])
    ),
    'all missing': refused('cases-none', (given) => asked(given(units([undefined, undefined, undefined])))),
    'impossible values': refused('call-argument', () => byTable('observedExpected', [7, caseColumns])),
    'mixed units': refused('risk-outside', (given) => asked(given(units([1n, 1, 0.02], [2n, 0, 2])))),
    'ids beyond 2^53': gives(
      'two hospitals, their ids as they were',
      (given) => asked(given(units([BIG, 1, 0.5], [NEXT, 0, 0.5]))),
      ({ table }) => expect(cellsOf(table, 'hospital')).toEqual([BIG, NEXT])
    ),
    'duplicate times': cannot('this one of them counts without times')
  },
  benchmark: {
    empty: refused('benchmark-nothing-left', (given) => compared(given(units()))),
    'one row': gives(
      'one case of one hospital, with exact limits',
      (given) => compared(given(units([1n, 1, 0.5]))),
      ({ cases, used, observed, rate }) => expect([cases, used, observed, rate.upper]).toEqual([1, 1, 1, 1])
    ),
    'all missing': refused('benchmark-nothing-left', (given) =>
      compared(given(units([undefined, undefined, undefined])))
    ),
    'impossible values': refused('risk-outside', (given) => compared(given(units([1n, 1, 7], [1n, 0, 0.5])))),
    'mixed units': refused('risk-outside', (given) => compared(given(units([1n, 1, 0.02], [2n, 0, 2])))),
    'ids beyond 2^53': gives(
      'two hospitals, their ids as they were',
      (given) => compared(given(units([BIG, 1, 0.5], [NEXT, 0, 0.5]))),
      ({ table }) => expect(cellsOf(table, 'hospital')).toEqual([BIG, NEXT])
    ),
    'duplicate times': gives(
      'cases of one time stay as they stand',
      (given) => {
        const rows = given(units(...Array.from({ length: 12 }, (_, row) => [1n, row % 2, 0.5] as const)));
        return compared(rows, { time: column('time', 'timestamp', new Array(12).fill(7n)), course: {} });
      },
      ({ course }) => expect(course).toBeDefined()
    )
  },
  wilson: otherwise(numbersOnly, {
    empty: refused('counts-impossible', () => wilson(0, 0)),
    'one row': gives(
      'the bounds of one in one',
      () => wilson(1, 1),
      ({ upper }) => expect(upper).toBe(1)
    ),
    'impossible values': eachRefused<[number, number]>(
      'counts-impossible',
      wilson,
      [2, 1],
      [-1, 1],
      [0.5, 1],
      [NaN, 1],
      [1, Infinity],
      [0, 2 ** 53]
    )
  }),
  clopperPearson: otherwise(numbersOnly, {
    empty: refused('counts-impossible', () => clopperPearson(0, 0)),
    'one row': gives(
      'the bounds of none in one',
      () => clopperPearson(0, 1),
      ({ lower, upper }) => expect([lower, upper]).toEqual([0, expect.closeTo(0.975, 12)])
    ),
    'impossible values': eachRefused<[number, number]>(
      'counts-impossible',
      clopperPearson,
      [2, 1],
      [-1, 1],
      [0.5, 1],
      [NaN, 1],
      [1, Infinity],
      [0, 2 ** 53]
    )
  }),
  binomialP: otherwise(numbersOnly, {
    empty: refused('counts-impossible', () => binomialP(0, 0, 0.5)),
    'one row': gives(
      '1 for one of one at a half',
      () => binomialP(1, 1, 0.5),
      (p) => expect(p).toBe(1)
    ),
    'impossible values': eachRefused<[number, number, number]>(
      'distribution-parameter',
      binomialP,
      [1, 2, NaN],
      [1, 2, -0.1],
      [1, 2, 1.1]
    )
  }),
  poissonLimits: otherwise(numbersOnly, {
    empty: gives(
      'no event has the lower limit 0',
      () => poissonLimits(0),
      ({ lower }) => expect(lower).toBe(0)
    ),
    'impossible values': eachRefused<[number]>(
      'observed-impossible',
      poissonLimits,
      [-1],
      [0.5],
      [NaN],
      [Infinity],
      [2 ** 53]
    )
  }),
  observedExpected: otherwise(numbersOnly, {
    empty: gives(
      'none observed has the ratio 0',
      () => observedExpected(0, 1),
      ({ ratio, lower }) => expect([ratio, lower]).toEqual([0, 0])
    ),
    'impossible values': eachRefused<[number, number]>(
      'expected-not-positive',
      observedExpected,
      [1, 0],
      [1, -1],
      [1, NaN],
      [1, Infinity],
      [1, 5e-324]
    )
  }),
  proportionLimits: otherwise(numbersOnly, {
    empty: refused('funnel-size', () => proportionLimits(0.5, 0)),
    'one row': gives(
      'no count of one is outside',
      () => proportionLimits(0.5, 1),
      ({ lower, upper }) => expect([lower, upper]).toEqual([0, 1])
    ),
    'impossible values': eachRefused<[number, number]>(
      'funnel-target',
      proportionLimits,
      [0, 1],
      [1, 1],
      [NaN, 1],
      [-1, 1],
      [Infinity, 1]
    )
  }),
  normalLimits: otherwise(numbersOnly, {
    empty: refused('funnel-size', () => normalLimits(0.5, 0)),
    'one row': gives(
      'cut to 0 and 1',
      () => normalLimits(0.5, 1),
      ({ lower, upper }) => expect([lower, upper]).toEqual([0, 1])
    ),
    'impossible values': eachRefused<[number, number]>(
      'funnel-target',
      normalLimits,
      [0, 1],
      [1, 1],
      [NaN, 1],
      [-1, 1],
      [Infinity, 1]
    )
  }),
  ratioLimits: otherwise(numbersOnly, {
    empty: refused('expected-not-positive', () => ratioLimits(0)),
    'impossible values': eachRefused<[number]>('expected-not-positive', ratioLimits, [-1], [NaN], [Infinity], [5e-324])
  }),
  ratioQuantiles: otherwise(numbersOnly, {
    empty: refused('expected-not-positive', () => ratioQuantiles(0)),
    'impossible values': eachRefused<[number]>('expected-not-positive', ratioQuantiles, [-1], [NaN], [Infinity])
  }),
  observedExpectedByHospital: byHospital(observedExpectedByHospital, {
    told: 'risks of 0, 1 and beyond are refused: risk-outside',
    check: strangeRisks
  }),
  ratioFunnel: byHospital(
    (columns) => {
      const { hospitals, curve, ...rest } = ratioFunnel(columns);
      expect(curve.rows).toBe(200);
      return { table: hospitals, ...rest };
    },
    refused('expected-not-positive', (given) => ratioFunnel(given(units([1n, 1, 5e-324], [2n, 0, 0.5]))))
  ),
  proportionFunnel: {
    ...byHospital(
      (columns) => {
        const { hospitals, ...rest } = proportionFunnel(columns, { target: 0.5 });
        return { table: hospitals, ...rest };
      },
      refused('column-not-binary', (given) => proportionFunnel(given(units([1n, 7, 0.5]))))
    ),
    'one row': refused('funnel-target', (given) => proportionFunnel(given(units([1n, 1, 0.5]))))
  },
  ratesByHospital: {
    ...byHospital(
      ({ hospital: whose, outcome: event }) => ratesByHospital({ hospital: whose, events: [event] }),
      refused('column-not-binary', (given) =>
        ratesByHospital(given({ hospital: hospital(1n), events: [outcome(0.5)] }))
      )
    ),
    'all missing': gives(
      'a hospital whose values are all missing has no rate',
      (given) => ratesByHospital(given({ hospital: hospital(1n), events: [outcome(undefined)] })),
      ({ table }) => expect([cellsOf(table, 'missing'), cellsOf(table, 'rate')]).toEqual([[1], [undefined]])
    )
  },
  vlad: oneAfterOther((given, of) => vlad(given(of)), -0.5),
  cusum: oneAfterOther((given, of) => cusum(given(of), { oddsRatio: 2 }).statistic, Math.log(2 / 1.5)),
  monitorInOrder: {
    empty: refused('cases-none', (given) => monitorInOrder(given(ordered()))),
    'one row': gives(
      'one case',
      (given) => monitorInOrder(given(ordered([1, 0.5, 0n]))),
      ({ table, used }) => expect([table.rows, used]).toEqual([1, 1])
    ),
    'all missing': refused('cases-none', (given) => monitorInOrder(given(ordered([undefined, undefined, undefined])))),
    'impossible values': gives(
      'a case at an endless time is counted as dropped; other risks are refused: risk-outside',
      (given) => {
        expect(() => monitorInOrder(ordered([1, 7, 0n]))).toThrow(expect.objectContaining({ code: 'risk-outside' }));
        return monitorInOrder(given(ordered([1, 0.5, ENDLESS], [0, 0.5, 5n], [0, 0.5, -ENDLESS])));
      },
      ({ table, dropped }) => expect([cellsOf(table, 'row'), dropped]).toEqual([[1], 2])
    ),
    'mixed units': refused('risk-outside', (given) => monitorInOrder(given(ordered([1, 0.02, 0n], [0, 2, 1n])))),
    'ids beyond 2^53': refused('column-not-exact', (given) =>
      monitorInOrder(given({ outcome: outcome(1), risk: column('risk', 'int64', [BIG]) }))
    ),
    'duplicate times': gives(
      'cases of one time stay as they stand',
      (given) => monitorInOrder(given(ordered([1, 0.5, 7n], [0, 0.5, 7n], [0, 0.5, 3n]))),
      ({ table }) => expect(cellsOf(table, 'row')).toEqual([2, 0, 1])
    )
  },
  controlLimit: otherwise(oneByOne, {
    empty: refused('cases-none', (given) => controlLimit(given(new Float64Array(0)), search)),
    'one row': gives(
      'a limit by one risk',
      (given) => controlLimit(given(Float64Array.of(0.1)), search),
      ({ limit }) => expect(limit).toBeGreaterThan(0)
    ),
    'all missing': refused('risk-outside', (given) => controlLimit(given(Float64Array.of(NaN, NaN)), search)),
    'impossible values': refused('control-options', (given) =>
      controlLimit(given(Float64Array.of(0.1)), { ...search, seed: 2 ** 53 })
    ),
    'mixed units': refused('risk-outside', (given) => controlLimit(given(Float64Array.of(0.1, 10)), search))
  }),
  readRiskModel: {
    empty: refused('risk-intercept-missing', (given) => readRiskModel(given(coefficients([], [])))),
    'one row': gives(
      'an intercept alone',
      (given) => readRiskModel(given(coefficients(['intercept'], [-3]))),
      (found) => expect(found).toEqual({ intercept: -3, terms: [] })
    ),
    'all missing': refused('risk-term-unnamed', (given) =>
      readRiskModel(given(coefficients([undefined], [undefined])))
    ),
    'impossible values': refused('risk-coefficient-missing', (given) =>
      readRiskModel(given(coefficients(['intercept'], [Infinity])))
    ),
    'mixed units': cannot('coefficients belong to the units of the data, which no table of coefficients names'),
    'ids beyond 2^53': gives(
      'levels that are ids stay apart',
      (given) =>
        expectedRisks(
          readRiskModel(
            given(coefficients(['intercept', 'site', 'site'], [0, 0, 1], [undefined, String(BIG), String(NEXT)]))
          ),
          tableOf(column('site', 'int64', [BIG, NEXT]))
        ),
      ({ risk: found }) => expect([...found.values]).toEqual([0.5, expect.closeTo(1 / (1 + Math.exp(-1)), 12)])
    ),
    'duplicate times': refused('risk-term-twice', (given) =>
      readRiskModel(given(coefficients(['intercept', 'a', 'a'], [0, 1, 1])))
    )
  },
  expectedRisks: {
    empty: gives(
      'no row, no risk',
      (given) => expectedRisks(model, given(weights())),
      ({ risk: found, used }) => expect([found.values.length, used]).toEqual([0, 0])
    ),
    'one row': gives(
      'one risk',
      (given) => expectedRisks(model, given(weights(30))),
      ({ risk: found }) => expect(found.values[0]).toBe(0.5)
    ),
    'all missing': gives(
      'dropped counts them',
      (given) => expectedRisks(model, given(weights(undefined, NaN, Infinity))),
      ({ used, dropped }) => expect([used, dropped]).toEqual([0, 3])
    ),
    'impossible values': refused('risk-extreme', (given) => expectedRisks(model, given(weights(1e308, -1e308)))),
    'mixed units': refused('risk-extreme', (given) => expectedRisks(model, given(weights(30, 30_000)))),
    'ids beyond 2^53': refused('column-not-exact', (given) =>
      expectedRisks(model, given(tableOf(column('weight', 'int64', [BIG]))))
    ),
    'duplicate times': cannot('rows are looked at alone, without times')
  }
});

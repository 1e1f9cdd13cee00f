import { describe, expect, test } from 'vitest';
import { float64Column } from '../columns';
import { column } from '../testing/cells';
import { countStrata, countTables, directlyStandardised, indirectlyStandardised, mantelHaenszel, rate, rateRatio, twoByTwo } from './index'; // prettier-ignore

const one = (a: number, b: number, c: number, d: number) => ({ a: [a], b: [b], c: [c], d: [d] });

describe('what cannot be said is refused with its reason', () => {
  test.each<[string, string, () => unknown]>([
    ['nobody exposed', 'epidemiology-no-group', () => twoByTwo({ a: 0, b: 0, c: 3, d: 4 })],
    ['half a person', 'epidemiology-count', () => twoByTwo({ a: 0.5, b: 0, c: 3, d: 4 })],
    ['a count below 0', 'epidemiology-count', () => twoByTwo({ a: -1, b: 2, c: 3, d: 4 })],
    ['a correction of 2', 'epidemiology-correction', () => twoByTwo({ a: 0, b: 2, c: 3, d: 4 }, { correction: 2 })],
    ['a level of 95', 'level-range', () => twoByTwo({ a: 1, b: 2, c: 3, d: 4 }, { level: 95 })],
    ['no stratum', 'epidemiology-no-strata', () => mantelHaenszel({ a: [], b: [], c: [], d: [] })],
    ['strata of one group', 'epidemiology-no-strata', () => mantelHaenszel(one(3, 4, 0, 0))],
    ['no event', 'epidemiology-no-events', () => mantelHaenszel(one(0, 4, 0, 5))],
    ['only events', 'epidemiology-no-events', () => mantelHaenszel(one(4, 0, 5, 0))],
    ['lists of two lengths', 'epidemiology-lengths', () => mantelHaenszel({ a: [1], b: [1, 2], c: [1], d: [1] })],
    ['no time', 'epidemiology-time', () => rate(3, 0)],
    ['time without end', 'epidemiology-time', () => rateRatio({ events: 1, time: Infinity }, { events: 1, time: 1 })],
    ['a standard of nobody', 'epidemiology-time', () => directlyStandardised({ events: [1], time: [5] }, [0])],
    ['a stratum without persons', 'epidemiology-time', () => directlyStandardised({ events: [0], time: [0] }, [1])],
    ['a reference without events', 'epidemiology-reference', () => indirectlyStandardised({ events: [1], time: [5] }, { events: [0], time: [5] })] // prettier-ignore
  ])('%s', (_, code, call) => {
    expect(call).toThrowError(expect.objectContaining({ code }));
  });

  test('zero cells: a ratio of 0 without limits, no ratio over 0, a difference all the same', () => {
    const none = twoByTwo({ a: 0, b: 10, c: 4, d: 6 });
    expect(none.riskRatio).toEqual({ estimate: 0, lower: null, upper: null });
    expect(none.estimates.map(({ name }) => name)).toEqual(['risk-difference']);
    const over = twoByTwo({ a: 4, b: 6, c: 0, d: 10 });
    expect(over.oddsRatio).toEqual({ estimate: null, lower: null, upper: null });
    expect(over.riskDifference.lower).not.toBeNull();
    expect(twoByTwo({ a: 4, b: 0, c: 0, d: 10 }).riskDifference).toEqual({ estimate: 1, lower: null, upper: null });
  });

  test('a common odds ratio over zero cells has no estimate and a remark', () => {
    const got = mantelHaenszel(one(4, 6, 0, 9));
    expect(got.oddsRatio.estimate).toBeNull();
    expect(got.remarks).toContainEqual({ code: 'epidemiology-zero-cell', values: { cells: 1 } });
  });

  test('one informative stratum of two: the other is counted as left out', () => {
    const got = mantelHaenszel({ a: [4, 0], b: [6, 0], c: [3, 2], d: [9, 2] });
    expect(got.strata).toBe(1);
    expect(got.remarks).toContainEqual({ code: 'epidemiology-strata-left-out', values: { strata: 1 } });
  });

  test('limits of the number needed to treat only where the difference excludes 0', () => {
    expect(twoByTwo({ a: 12, b: 20, c: 7, d: 53 }).numberNeededToTreat.lower).not.toBeNull();
    expect(twoByTwo({ a: 5, b: 20, c: 7, d: 25 }).numberNeededToTreat.lower).toBeNull();
    expect(twoByTwo({ a: 5, b: 5, c: 5, d: 5 }).numberNeededToTreat.estimate).toBeNull();
  });
});

describe('columns', () => {
  test('persons by exposure, outcome and stratum; what is missing is counted', () => {
    const got = countTables({
      exposure: column('e', 'bool', [true, true, false, false, undefined, true]),
      outcome: column('o', 'bool', [true, false, true, false, true, undefined]),
      stratum: column('s', 'int64', [2n ** 60n, 2n ** 60n, 2n ** 60n + 1n, 2n ** 60n, 1n, 1n])
    });
    // The stratum 1 is there, with nobody left in it.
    expect([...got.a]).toEqual([0, 1, 0]);
    expect([...got.c]).toEqual([0, 0, 1]);
    expect([...got.d]).toEqual([0, 1, 0]);
    expect([got.n, got.nDropped]).toEqual([4, 2]);
  });

  test('strata are matched to the standard by their words', () => {
    const data = {
      stratum: column('age', 'text', ['old', 'young', 'old', undefined]),
      events: column('n', 'float64', [3, 1, 2, 9]),
      time: column('t', 'float64', [10, 20, 30, 1])
    };
    const standard = { stratum: column('age', 'text', ['young', 'old', 'other']), weight: float64Column('w', Float64Array.of(7, 3, 1)) }; // prettier-ignore
    const got = countStrata(data, standard);
    expect([[...got.events], [...got.time], [...got.standard], got.nDropped]).toEqual([[5, 1], [40, 20], [3, 7], 1]); // prettier-ignore
    const lacking = { stratum: column('age', 'text', ['young']), weight: float64Column('w', Float64Array.of(7)) };
    expect(() => countStrata(data, lacking)).toThrowError(expect.objectContaining({ code: 'epidemiology-standard' }));
  });

  test('an empty table', () => {
    const empty = { exposure: column('e', 'bool', []), outcome: column('o', 'bool', []) };
    expect(() => mantelHaenszel(countTables(empty))).toThrowError(expect.objectContaining({ code: 'epidemiology-no-strata' })); // prettier-ignore
  });
});

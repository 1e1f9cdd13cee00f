import { describe, expect, test } from 'vitest';
import type { Column } from '../../shared/table';
import { monitorInOrder, observedExpectedByHospital, proportionFunnel, ratesByHospital, ratioFunnel } from '../index';
import { cellsOf, column } from '../testing/cells';

/** Hospital B before A, one hospital unknown, one outcome and one risk missing. */
const hospital = column('centre', 'text', ['B', 'A', 'A', undefined, 'B', 'A', 'A', 'B']);
const outcome = column('died', 'bool', [true, false, true, true, false, undefined, false, false]);
const risk = column('p', 'float64', [0.2, 0.1, 0.3, 0.5, 0.1, 0.1, undefined, 0.4]);

describe('by hospital', () => {
  test('observed and expected are sums of complete cases, in the order of the names', () => {
    const got = observedExpectedByHospital({ hospital, outcome, risk });
    expect([got.used, got.dropped]).toEqual([5, 3]);
    expect(cellsOf(got.table, 'hospital')).toEqual(['A', 'B']);
    expect(cellsOf(got.table, 'cases')).toEqual([2, 3]);
    expect(cellsOf(got.table, 'observed')).toEqual([1, 1]);
    expect(cellsOf(got.table, 'expected')[0]).toBeCloseTo(0.4, 14);
    expect(cellsOf(got.table, 'expected')[1]).toBeCloseTo(0.7, 14);
    // 1 where 0.4 are expected: P(≥ 1) = 1 − e^−0.4, and 0 is likelier. The other: P(≥ 1) = 1 − e^−0.7, 0 is likelier too.
    const p = cellsOf(got.table, 'p') as number[];
    expect(p[0]).toBeCloseTo(1 - Math.exp(-0.4), 12);
    expect(cellsOf(got.table, 'p_holm')[0]).toBeCloseTo(2 * (1 - Math.exp(-0.4)), 12);
  });

  test('hospitals may be numbers beyond 2^53, and stay apart', () => {
    const ids = column('site', 'int64', [9007199254740993n, 9007199254740992n, 9007199254740993n]);
    const got = observedExpectedByHospital({
      hospital: ids,
      outcome: column('died', 'bool', [true, false, false]),
      risk: column('p', 'float64', [0.5, 0.5, 0.25])
    });
    expect(cellsOf(got.table, 'hospital')).toEqual([9007199254740992n, 9007199254740993n]);
    expect(cellsOf(got.table, 'cases')).toEqual([1, 2]);
  });

  test('a hospital that is no number is not known', () => {
    const got = observedExpectedByHospital({
      hospital: column('site', 'float64', [2, NaN, 1]),
      outcome: column('died', 'bool', [true, false, false]),
      risk: column('p', 'float64', [0.5, 0.5, 0.25])
    });
    expect(cellsOf(got.table, 'hospital')).toEqual([1, 2]);
    expect(got.dropped).toBe(1);
  });

  test('complications: exact limits, and what is missing is not free of it', () => {
    const infection = column('infection', 'bool', [
      true,
      undefined,
      undefined,
      true,
      false,
      undefined,
      undefined,
      false
    ]);
    const got = ratesByHospital({ hospital, events: [outcome, infection] });
    expect([got.used, got.dropped]).toEqual([7, 1]);
    expect(cellsOf(got.table, 'hospital')).toEqual(['A', 'B', 'A', 'B']);
    expect(cellsOf(got.table, 'event')).toEqual(['died', 'died', 'infection', 'infection']);
    expect(cellsOf(got.table, 'cases')).toEqual([3, 3, 0, 3]);
    expect(cellsOf(got.table, 'missing')).toEqual([1, 0, 4, 0]);
    expect(cellsOf(got.table, 'rate')).toEqual([1 / 3, 1 / 3, undefined, 1 / 3]);
    expect(cellsOf(got.table, 'lower')[2]).toBeUndefined();
    // (1 − l)^3 = 0.975 for 1 of 3
    expect(cellsOf(got.table, 'lower')[0]).toBeCloseTo(1 - 0.975 ** (1 / 3), 10);
  });

  test('no event at all, or an empty table, has no funnel', () => {
    const none = column('died', 'bool', [false, false]);
    const h = column('h', 'text', ['A', 'B']);
    expect(() => proportionFunnel({ hospital: h, outcome: none })).toThrowError(
      expect.objectContaining({ code: 'funnel-target' })
    );
    const empty = {
      hospital: column('h', 'text', []),
      outcome: column('died', 'bool', []),
      risk: column('p', 'float64', [])
    };
    for (const run of [
      () => proportionFunnel(empty),
      () => ratioFunnel(empty),
      () => observedExpectedByHospital(empty),
      () => ratesByHospital({ hospital: empty.hospital, events: [empty.outcome] })
    ]) {
      expect(run).toThrowError(expect.objectContaining({ code: 'cases-none' }));
    }
  });

  test.each<[string, { outcome?: Column; risk?: Column; hospital?: Column }, string]>([
    ['a risk of 1', { risk: column('p', 'float64', [1, ...Array<number>(7).fill(0.1)]) }, 'risk-outside'],
    ['an outcome of 2', { outcome: column('n', 'float64', [2, 0, 1, 0, 1, 0, 1, 0]) }, 'column-not-binary'],
    ['an outcome in words', { outcome: column('n', 'text', Array<string>(8).fill('yes')) }, 'column-not-numeric'],
    ['a risk in words', { risk: column('n', 'text', Array<string>(8).fill('0.1')) }, 'column-not-numeric'],
    ['identifiers for a risk', { risk: column('id', 'int64', Array<bigint>(8).fill(2n ** 60n)) }, 'column-not-exact'],
    ['columns of two tables', { risk: column('p', 'float64', [0.1]) }, 'columns-unlike'],
    ['no complete case', { outcome: column('died', 'bool', Array<undefined>(8).fill(undefined)) }, 'cases-none']
  ])('%s is refused', (_, wrong, code) => {
    expect(() => observedExpectedByHospital({ hospital, outcome, risk, ...wrong })).toThrowError(
      expect.objectContaining({ code })
    );
  });
});

describe('in the order of time', () => {
  test('cases are put in order, those of one day as they stand, and rows lead back', () => {
    const time = column('operated', 'date', [3, 1, 2, 1, undefined, 0, 5, 1]);
    const got = monitorInOrder({ outcome, risk, time });
    expect(cellsOf(got.table, 'row')).toEqual([1, 3, 7, 2, 0]);
    expect(cellsOf(got.table, 'time')).toEqual([1, 1, 1, 2, 3]);
    expect([got.used, got.dropped]).toEqual([5, 3]);
    const curve = cellsOf(got.table, 'vlad') as number[];
    expect(curve.at(-1)).toBeCloseTo(0.1 + 0.5 + 0.4 + 0.3 + 0.2 - 3, 14);
    expect(got.firstAlarm).toEqual({});
  });

  test('points in time a microsecond apart, beyond 2^53, are told apart', () => {
    const time = column('t', 'timestamp', [9007199254740993n, 9007199254740992n]);
    const got = monitorInOrder({
      outcome: column('d', 'bool', [true, false]),
      risk: column('p', 'float64', [0.1, 0.2]),
      time
    });
    expect(cellsOf(got.table, 'row')).toEqual([1, 0]);
  });

  test('alarms in both directions', () => {
    const many = Array<boolean>(12).fill(true);
    const got = monitorInOrder(
      { outcome: column('d', 'bool', many), risk: column('p', 'float64', Array<number>(12).fill(0.1)) },
      { limits: { worse: 2, better: 2 } }
    );
    // Each death adds ln(2/1.1) = 0.598.
    expect(got.firstAlarm).toEqual({ worse: 4 });
  });
});

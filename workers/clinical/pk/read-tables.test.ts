import { describe, expect, test } from 'vitest';
import type { Column, Table } from '../../shared/table';
import { dosesOf, levelsOf } from './index';

const table = (...columns: Column[]): Table => ({ rows: columns[0]?.values.length ?? 0, columns });
const numbers = (name: string, values: readonly (number | undefined)[], unit?: string): Column => ({
  name,
  type: 'float64',
  values: Float64Array.from(values, (value) => value ?? 0),
  validity: Uint8Array.of(values.reduce<number>((bits, value, row) => bits | (Number(value !== undefined) << row), 0)),
  ...(unit !== undefined && { unit })
});
const texts = (name: string, values: readonly string[]): Column => ({
  name,
  type: 'text',
  values: Int32Array.from(values.keys()),
  dictionary: values
});
const time = numbers('time', [0, 48]);

describe('doses from a table', () => {
  test('are boluses without a duration, and infusions with one', () => {
    const doses = dosesOf(table(time, numbers('amount', [1000, 500], 'IU')));
    expect([...doses.duration]).toEqual([0, 0]);
    const slow = dosesOf(table(time, numbers('amount', [1000, 500]), numbers('duration', [6, undefined], 'min')));
    expect([...slow.duration]).toEqual([0.1, 0]);
  });

  test('may be given at points in time and in whole or decimal numbers', () => {
    const doses = dosesOf(
      table(
        { name: 'time', type: 'timestamp', values: BigInt64Array.of(1_700_000_000_000_000n, 1_700_000_003_600_000n) },
        { name: 'amount', type: 'int32', values: Int32Array.of(1000, 500) },
        { name: 'duration', type: 'decimal', values: BigInt64Array.of(25n, 0n), scale: 2 }
      )
    );
    expect(doses.time[1]! - doses.time[0]!).toBeCloseTo(0.001, 9);
    expect([...doses.amount]).toEqual([1000, 500]);
    expect([...doses.duration]).toEqual([0.25, 0]);
  });

  test('none are none', () => {
    expect(dosesOf(table(numbers('time', []), numbers('amount', []))).time.length).toBe(0);
  });

  test.each<[string, Table, string, number | undefined]>([
    ['no amounts', table(time), 'pk-column-missing', undefined],
    ['amounts in words', table(time, texts('amount', ['a', 'b'])), 'pk-column-type', undefined],
    ['amounts in mg', table(time, numbers('amount', [1, 2], 'mg')), 'pk-column-unit', undefined],
    ['times in seconds', table(numbers('time', [1, 2], 's'), numbers('amount', [1, 2])), 'pk-column-unit', undefined],
    ['a missing amount', table(time, numbers('amount', [1, undefined])), 'pk-value-missing', 2],
    ['a missing time', table(numbers('time', [undefined, 1]), numbers('amount', [1, 1])), 'pk-value-missing', 1],
    ['an amount of 0', table(time, numbers('amount', [0, 1])), 'pk-dose-impossible', 1],
    [
      'a negative duration',
      table(time, numbers('amount', [1, 1]), numbers('duration', [0, -1])),
      'pk-duration-impossible',
      2
    ]
  ])('%s: refused', (_, given, code, row) => {
    expect(() => dosesOf(given)).toThrowError(
      expect.objectContaining({
        code,
        ...(row !== undefined && { values: expect.objectContaining({ row }) as unknown })
      })
    );
  });
});

describe('levels from a table', () => {
  test.each([
    ['IU/dL', [95, 14]],
    [undefined, [95, 14]],
    ['%', [95, 14]],
    ['IU/mL', [0.95, 0.14]],
    ['iu/ml', [0.95, 0.14]]
  ])('in %s', (unit, values) => {
    const { level } = levelsOf(table(time, numbers('level', values, unit)));
    expect(level[0]).toBeCloseTo(95, 12);
    expect(level[1]).toBeCloseTo(14, 12);
  });

  test('may have a unit row by row', () => {
    const { level } = levelsOf(table(time, numbers('level', [95, 0.14]), texts('unit', ['%', 'IU/mL'])));
    expect(level[1]).toBeCloseTo(14, 12);
  });

  test('may lie below quantification, without a number or a unit', () => {
    const below: Column = { name: 'below', type: 'bool', values: Uint8Array.of(0, 1) };
    const levels = levelsOf(table(time, numbers('level', [95, undefined]), below, texts('unit', ['%', ''])));
    expect([...levels.below]).toEqual([0, 1]);
  });

  test.each<[string, Table, string, number | undefined]>([
    ['no level', table(time), 'pk-column-missing', undefined],
    ['a missing level', table(time, numbers('level', [95, undefined])), 'pk-value-missing', 2],
    ['a level that is no number', table(time, numbers('level', [NaN, 1])), 'pk-value-missing', 1],
    ['a negative level', table(time, numbers('level', [95, -1])), 'pk-level-impossible', 2],
    ['an infinite level', table(time, numbers('level', [95, Infinity])), 'pk-level-impossible', 2],
    ['mg/dL in all rows', table(time, numbers('level', [95, 1], 'mg/dL')), 'pk-column-unit', undefined],
    ['mg/dL in one row', table(time, numbers('level', [95, 1]), texts('unit', ['%', 'mg/dL'])), 'pk-level-unit', 2],
    ['a number as unit', table(time, numbers('level', [95, 1]), numbers('unit', [1, 1])), 'pk-column-type', undefined],
    ['"below" of 2', table(time, numbers('level', [95, 1]), numbers('below', [0, 2])), 'pk-column-type', undefined]
  ])('%s: refused', (_, given, code, row) => {
    expect(() => levelsOf(given)).toThrowError(
      expect.objectContaining({
        code,
        ...(row !== undefined && { values: expect.objectContaining({ row }) as unknown })
      })
    );
  });
});

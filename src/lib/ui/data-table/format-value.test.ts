import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '$workers/shared/table';
import { exactText, formatCell, isPresent, shownValue } from './format-value';

const words = { yes: 'yes', no: 'no' };
const float = (...values: number[]): Column => ({ name: 'x', type: 'float64', values: Float64Array.from(values) });
const int64 = (...values: bigint[]): Column => ({ name: 'x', type: 'int64', values: BigInt64Array.from(values) });
const text = (...values: string[]): Column => ({
  name: 'x',
  type: 'text',
  values: Int32Array.from(values, (_, row) => row),
  dictionary: values
});
const date = (days: number): Column => ({ name: 'x', type: 'date', values: Int32Array.of(days) });
const timestamp = (micros: bigint): Column => ({ name: 'x', type: 'timestamp', values: BigInt64Array.of(micros) });
const decimal = (value: bigint, scale: number): Column => ({
  name: 'x',
  type: 'decimal',
  values: BigInt64Array.of(value),
  scale
});

describe('a number', () => {
  test.each([
    // value, decimals of its column, shown, padding, copied
    [36.6, 2, '36.6', '0', '36.6'],
    [36.65, 2, '36.65', undefined, '36.65'],
    [36, 2, '36', '.00', '36'],
    [0.1 + 0.2, 4, '0.3000', undefined, '0.30000000000000004'],
    [-1.5, 1, '−1.5', undefined, '-1.5'],
    [-0, 1, '0', '.0', '0'],
    [1e21, 2, '1e21', undefined, '1e+21'],
    [1.23456e-9, 4, '1.235e−9', undefined, '1.23456e-9'],
    [123456789, 0, '123456789', undefined, '123456789'],
    [NaN, 2, 'NaN', undefined, 'NaN'],
    [Infinity, 2, '∞', undefined, 'Infinity'],
    [-Infinity, 2, '−∞', undefined, '-Infinity']
  ])('%d in a column of %i decimals', (value, decimals, shown, pad, copied) => {
    const column = float(value);
    expect(shownValue(column, 0, decimals, words)).toEqual({ text: shown, kind: 'value', ...(pad && { pad }) });
    expect(exactText(column, 0)).toBe(copied);
  });

  test('copies to the same number', () => {
    fc.assert(
      fc.property(fc.double(), (value) =>
        Object.is(Number(exactText(float(value), 0)), Object.is(value, -0) ? 0 : value)
      ),
      { seed: 5 }
    );
  });
});

test.each([9007199254740993n, -9223372036854775808n, 9223372036854775807n, 0n])('%d of 64 bits is exact', (value) => {
  expect(exactText(int64(value), 0)).toBe(value.toString());
  expect(shownValue(int64(value), 0, undefined, words).text).toBe(value.toString().replace('-', '−'));
});

describe('a decimal', () => {
  test.each([
    [150n, 2, '1.50'],
    [-5n, 2, '-0.05'],
    [0n, 3, '0.000'],
    [999999999999999999n, 0, '999999999999999999'],
    [-1234567n, 6, '-1.234567']
  ])('%d at scale %i is %s', (value, scale, copied) => {
    expect(exactText(decimal(value, scale), 0)).toBe(copied);
  });
});

describe('a date', () => {
  test.each([
    [0, '1970-01-01'],
    [-1, '1969-12-31'],
    [-25567, '1900-01-01'],
    [19358, '2023-01-01'],
    [-719528, '0000-01-01'],
    [-719529, '-000001-12-31'],
    [2932897, '+010000-01-01'],
    [2147483647, 'infinity'],
    [-2147483647, '-infinity']
  ])('%i days is %s', (days, iso) => expect(exactText(date(days), 0)).toBe(iso));

  test('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932896 }), (days) => {
        return exactText(date(days), 0) === new Date(days * 86_400_000).toISOString().slice(0, 10);
      }),
      { seed: 6 }
    );
  });
});

describe('a timestamp', () => {
  test.each([
    [0n, '1970-01-01 00:00:00'],
    [-1n, '1969-12-31 23:59:59.999999'],
    [1_614_834_367_250_000n, '2021-03-04 05:06:07.25'],
    [1_614_834_367_000_001n, '2021-03-04 05:06:07.000001'],
    [-86_400_000_000n, '1969-12-31 00:00:00']
  ])('%d microseconds is %s', (micros, iso) => expect(exactText(timestamp(micros), 0)).toBe(iso));

  test('agrees with the clock of the platform', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -62_135_596_800_000n, max: 253_402_300_799_999n }), (millis) => {
        const iso = new Date(Number(millis)).toISOString().replace('T', ' ');
        return (
          exactText(timestamp(millis * 1000n), 0).padEnd(
            23,
            exactText(timestamp(millis * 1000n), 0).includes('.') ? '0' : '.000'
          ) === iso.slice(0, 23)
        );
      }),
      { seed: 7 }
    );
  });
});

describe('a text', () => {
  test('of nothing is not a missing one', () => {
    const column: Column = { ...text('', 'NA'), validity: Uint8Array.of(0b011) } as Column;
    expect(shownValue(column, 0, undefined, words)).toEqual({ text: '', kind: 'empty' });
    expect(shownValue(column, 1, undefined, words)).toEqual({ text: 'NA', kind: 'value' });
    expect(shownValue(column, 2, undefined, words)).toEqual({ text: '–', kind: 'missing' });
  });

  test('of several lines is one line in the grid and whole in the copy', () => {
    expect(shownValue(text('a\n\tb'), 0, undefined, words).text).toBe('a b');
    expect(exactText(text('a\n\tb'), 0)).toBe('a\n\tb');
  });

  test('is cut at 1,000 characters in the grid only', () => {
    expect(shownValue(text('x'.repeat(5000)), 0, undefined, words).text).toHaveLength(1000);
    expect(exactText(text('x'.repeat(5000)), 0)).toHaveLength(5000);
  });
});

test('a truth value is a word', () => {
  const column: Column = { name: 'x', type: 'bool', values: Uint8Array.of(1, 0) };
  expect([0, 1].map((row) => shownValue(column, row, undefined, words).text)).toEqual(['yes', 'no']);
  expect([0, 1].map((row) => exactText(column, row))).toEqual(['true', 'false']);
});

test('what is missing is known by its bit, in any row', () => {
  const column: Column = {
    name: 'x',
    type: 'int32',
    values: new Int32Array(20),
    validity: Uint8Array.of(0xff, 0b10, 0)
  };
  const present = Array.from({ length: 20 }, (_, row) => isPresent(column, row));
  expect(present.flatMap((is, row) => (is ? [row] : []))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 9]);
});

test.each<[Column, { text: string; faint: boolean; align: string }]>([
  [float(0.1 + 0.2), { text: '0.30000000000000004', faint: false, align: 'end' }],
  [text(''), { text: 'empty', faint: true, align: 'start' }],
  [{ ...float(1), validity: Uint8Array.of(0) } as Column, { text: '–', faint: true, align: 'end' }]
])('a plain table shows %o as %j', (column, cell) => expect(formatCell(column, 0)).toEqual(cell));

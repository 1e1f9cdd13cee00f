import { describe, expect, test } from 'vitest';
import type { Column } from '$workers/shared/table';
import { columnFormat, decimalsOf, fittedWidths } from './column-format';
import type { SourceColumn } from './source';

const float = (...values: number[]): Column => ({ name: 'x', type: 'float64', values: Float64Array.from(values) });

describe('a column', () => {
  test.each<[SourceColumn, string, 'left' | 'right', boolean]>([
    [{ name: 'person_id', type: 'int64' }, '#', 'left', true],
    [{ name: 'MRN', type: 'text' }, '#', 'left', true],
    [{ name: 'paid', type: 'int32' }, '123', 'right', false],
    [{ name: 'n', type: 'int64', sqlType: 'BIGINT' }, '123', 'right', false],
    [{ name: 'sum', type: 'text', sqlType: 'HUGEINT' }, '123', 'right', false],
    [{ name: 'dose', type: 'text', sqlType: 'DECIMAL(38,2)' }, '1.2', 'right', false],
    [{ name: 'lactate', type: 'float64' }, '1.2', 'right', false],
    [{ name: 'ward', type: 'text' }, 'abc', 'left', false],
    [{ name: 'tags', type: 'text', sqlType: 'VARCHAR[]' }, '[ ]', 'left', false],
    [{ name: 'key', type: 'text', sqlType: 'UUID' }, '#', 'left', true],
    [{ name: 'born', type: 'date' }, 'date', 'left', false]
  ])('%j looks like %s', (column, glyph, align, code) => {
    expect(columnFormat(column, undefined, 0)).toMatchObject({ glyph, align, code });
  });

  test.each([
    [[1, 2, 3], 0],
    [[36.6, 36.65], 2],
    [[1 / 3, 2 / 3], 6],
    [[1234.5678901, 1], 2],
    [[123456789.123456789], 0],
    [[1e-9], 0],
    [[NaN, Infinity], 0],
    [[], 0]
  ])('of %j shows %i figures after the point', (values, decimals) => {
    expect(decimalsOf(float(...values), values.length)).toBe(decimals);
  });
});

describe('widths', () => {
  const formats = [100, 200, 300].map((width) => ({
    ...columnFormat({ name: 'x', type: 'text' }, undefined, 0),
    width
  }));
  test.each([
    [900, [200, 300, 400]],
    [901, [200, 300, 401]],
    [500, [100, 200, 300]]
  ])('in a room of %i are %j', (room, widths) => expect(fittedWidths(formats, room)).toEqual(widths));

  test('on a phone leave room beside the first column', () => {
    expect(fittedWidths(formats, 360, 90)[0]).toBe(90);
  });
});

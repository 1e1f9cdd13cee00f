import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TableBuilder, type CellInput, type ColumnDescription } from './column-builder';
import type { Column } from './table';

function read(column: Column, row: number): unknown {
  if (column.validity && !((column.validity[row >> 3] ?? 0) & (1 << (row & 7)))) return undefined;
  const value = column.values[row];
  return column.type === 'text' ? column.dictionary[value as number] : value;
}

function built(type: ColumnDescription['type'], values: readonly CellInput[]): Column {
  const builder = new TableBuilder([{ name: 'x', type }]);
  for (const value of values) builder.push(value);
  const table = builder.finish();
  expect(table.rows).toBe(values.length);
  return table.columns[0] as Column;
}

describe('a column gives back what was pushed', () => {
  test.each<[ColumnDescription['type'], fc.Arbitrary<CellInput>]>([
    ['float64', fc.double({ noNaN: true })],
    ['int32', fc.integer()],
    ['int64', fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })],
    ['text', fc.string({ maxLength: 3 })],
    ['date', fc.integer()],
    ['timestamp', fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })]
  ])('%s', (type, values) => {
    fc.assert(
      fc.property(fc.array(fc.option(values, { nil: undefined }), { maxLength: 3000, size: 'max' }), (rows) => {
        const column = built(type, rows);
        return rows.every((value, row) => Object.is(read(column, row), value));
      }),
      { seed: 1, numRuns: 30 }
    );
  });

  test('whole numbers become 64-bit without loss, negative ones too', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => read(built('int64', [value]), 0) === BigInt(value)),
      { seed: 1 }
    );
  });
});

test('validity appears only with a missing value', () => {
  expect(built('float64', [1, 2])).not.toHaveProperty('validity');
  expect(built('float64', [1, undefined, 3]).validity).toEqual(new Uint8Array([0b101]));
});

test('units and labels stay on the column', () => {
  const table = new TableBuilder([{ name: 'lactate', type: 'float64', unit: 'mmol/L', label: 'Lactate' }]).finish();
  expect(table.columns[0]).toMatchObject({ name: 'lactate', unit: 'mmol/L', label: 'Lactate' });
});

test('a row of another width is refused', () => {
  expect(() => new TableBuilder([{ name: 'x', type: 'bool' }]).push(true, false)).toThrow(RangeError);
});

test('a text column of nothing but missing values has a dictionary its codes fit', () => {
  const column = built('text', [undefined, undefined]);
  expect(column).toMatchObject({ dictionary: [''], values: new Int32Array([0, 0]) });
});

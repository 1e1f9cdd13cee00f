import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPresent } from './exact-text';
import { takenRows } from './taken-rows';
import type { Column, Int64Column } from './table';
import { allPresent, nonePresent, packValidity, setMissing, setPresent, withoutNaN } from './validity';

const column = (values: readonly number[], validity?: Uint8Array): Column => ({
  name: 'x',
  type: 'float64',
  values: Float64Array.from(values),
  ...(validity && { validity })
});

describe('validity bits', () => {
  test.each([
    [0, [], []],
    [1, [1], [0]],
    [8, [255], [0]],
    [9, [255, 1], [0, 0]],
    [16, [255, 255], [0, 0]]
  ])('of %i rows, all there or none: nothing behind the last', (rows, all, none) => {
    expect([[...allPresent(rows)], [...nonePresent(rows)]]).toEqual([all, none]);
  });

  test('are read as they were packed, and as they were set', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (there) => {
        const rows = there.length;
        const set = allPresent(rows);
        const cleared = nonePresent(rows);
        there.forEach((one, row) => (one ? setPresent(cleared, row) : setMissing(set, row)));
        const packed = packValidity(rows, (row) => there[row] === true);
        expect([set, cleared]).toEqual([packed, packed]);
        expect(there.map((_, row) => isPresent(column(there.map(Number), packed), row))).toEqual(there);
      })
    );
  });

  test('NaN becomes missing; without one there are no bits', () => {
    expect(withoutNaN(Float64Array.of(1, NaN, 3))).toEqual({
      values: Float64Array.of(1, 0, 3),
      validity: Uint8Array.of(5)
    });
    expect(withoutNaN(Float64Array.of(1, Infinity))).toEqual({ values: Float64Array.of(1, Infinity) });
    expect(withoutNaN(new Float64Array(0))).toEqual({ values: new Float64Array(0) });
  });
});

describe('rows taken of a column', () => {
  const ids: Int64Column = {
    name: 'id',
    type: 'int64',
    unit: 'n',
    values: BigInt64Array.of(9007199254740993n, 2n, 3n),
    validity: Uint8Array.of(5)
  };

  test('keep type, unit, order, ids beyond 2^53 and what is missing; twice where asked twice', () => {
    expect(takenRows(ids, [2, 1, 0, 0])).toEqual({
      ...ids,
      values: BigInt64Array.of(3n, 2n, 9007199254740993n, 9007199254740993n),
      validity: Uint8Array.of(0b1101)
    });
    expect(takenRows(ids, []).values).toEqual(new BigInt64Array(0));
  });

  test('a column without missing values gets no bits', () => {
    expect(takenRows(column([1, 2, 3]), Int32Array.of(1))).toEqual({
      name: 'x',
      type: 'float64',
      values: Float64Array.of(2)
    });
  });
});

import { expect, test } from 'vitest';
import type { Column } from '$workers/shared/table';
import { scalarOf, valueOf } from './runner-values';

const validity = Uint8Array.of(0b01);

test.each<[Column, unknown, unknown]>([
  [{ name: 'n', type: 'int64', values: BigInt64Array.of(9007199254740993n, 0n), validity }, '9007199254740993', null],
  [{ name: 'n', type: 'decimal', scale: 2, values: BigInt64Array.of(-150n, 0n), validity }, '-1.50', null],
  [{ name: 'n', type: 'int32', values: Int32Array.of(7, 0), validity }, 7, null],
  [{ name: 'n', type: 'float64', values: Float64Array.of(NaN, 0.5) }, 'NaN', 0.5],
  [{ name: 'n', type: 'bool', values: Uint8Array.of(1, 0) }, true, false],
  [{ name: 'n', type: 'date', values: Int32Array.of(-1, 0) }, '1969-12-31', '1970-01-01'],
  [{ name: 'n', type: 'text', values: Int32Array.of(0, 0), dictionary: [''], validity }, '', null]
])('%o is written exactly', (column, first, second) => {
  expect([scalarOf(column, 0), scalarOf(column, 1)]).toEqual([first, second]);
});

test('values of inputs lose no digit', () => {
  expect([valueOf(9007199254740993n), valueOf([1, 'a']), valueOf(null)]).toEqual(['9007199254740993', [1, 'a'], null]);
});

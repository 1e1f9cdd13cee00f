import { expect, test } from 'vitest';
import type { Column } from '$workers/shared/table';
import { copiedCells } from './copy-cells';

const columns: Column[] = [
  { name: 'person_id', type: 'int64', values: BigInt64Array.of(9007199254740993n, 2n) },
  { name: 'note', type: 'text', values: Int32Array.of(0, 1), dictionary: ['a\t"b"', '<i>'] },
  { name: 'lactate', type: 'float64', values: Float64Array.of(0.1 + 0.2, 0), validity: Uint8Array.of(0b01) }
];
const names = columns.map((column) => column.name);
const all = { top: 0, bottom: 1 };
const every = { names, columns: [0, 1, 2] };
const placeOf = (index: number) => ({ columns, index });

test('cells are copied with every digit, missing ones empty', () => {
  const copied = copiedCells(all, every, placeOf, { header: false });
  expect(copied?.tsv).toBe('9007199254740993\t"a\t""b"""\t0.30000000000000004\n2\t<i>\t');
  expect(copied?.cells).toBe(6);
});

test('names stand above when asked for, and markup stays text', () => {
  const copied = copiedCells(all, { names: ['note'], columns: [1] }, placeOf, { header: true });
  expect(copied?.tsv.startsWith('note\n')).toBe(true);
  expect(copied?.html).toBe('<table><tr><th>note</th></tr><tr><td>a\t"b"</td></tr><tr><td>&lt;i&gt;</td></tr></table>');
});

test('nothing is copied while a row is not read', () => {
  expect(copiedCells(all, every, (row) => (row === 0 ? placeOf(0) : undefined), { header: false })).toBeUndefined();
});

test('columns are copied in the order they are shown', () => {
  const copied = copiedCells(all, { names: ['lactate', 'person_id'], columns: [2, 0] }, placeOf, { header: true });
  expect(copied?.tsv).toBe('lactate\tperson_id\n0.30000000000000004\t9007199254740993\n\t2');
});

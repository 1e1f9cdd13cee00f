import { expect, test } from 'vitest';
import type { Column } from '$workers/shared/table';
import { columnFormat } from './column-format';
import { RowCells } from './row-cells';
import { Slots } from './slots';

const values: Column[] = [0, 1, 2, 3].map((at) => ({
  name: `c${at}`,
  type: 'float64',
  values: Float64Array.of(at + 0.25, at + 0.5)
}));
const columns = {
  columnAt: (position: number) => position,
  formatAt: (position: number) => columnFormat(values[position] as Column, values[position], 2)
};
const look = { values, index: 0, widths: [96, 97, 98, 99], places: {} };

test('a cell that stays in sight is the same object, one that comes is formatted', () => {
  const [slots, cells] = [new Slots(), new RowCells()];
  const before = cells.of(slots.of(0, 3), look, columns);
  expect(before.map(({ text, pad }) => text + (pad ?? ''))).toEqual(['0.25', '1.25', '2.25']);
  const after = cells.of(slots.of(1, 4), look, columns);
  expect(after.slice(0, 2)).toEqual(before.slice(1));
  expect(after[0]).toBe(before[1]);
  expect(after[2]).toMatchObject({ text: '3.25', position: 3, width: 99, slot: before[0]?.slot });
});

test('another row, other widths or another order draw all cells anew', () => {
  const drawn = new Slots().of(0, 2);
  for (const change of [{ index: 1 }, { widths: [64, 64] }, { places: {} }, { values: [...values] }]) {
    const cells = new RowCells();
    const before = cells.of(drawn, look, columns);
    const after = cells.of(drawn, { ...look, ...change }, columns);
    expect(after[0]).not.toBe(before[0]);
  }
  const next = new RowCells().of(drawn, { ...look, index: 1 }, columns);
  expect(next.map(({ text, pad }) => text + (pad ?? ''))).toEqual(['0.50', '1.50']);
});

test('a row that is still read says so', () => {
  const [cell] = new RowCells().of(new Slots().of(0, 1), { ...look, values: undefined }, columns);
  expect(cell).toMatchObject({ text: '…', spoken: undefined });
});

test('of an id of figures alone the end is shown where it does not fit; other codes begin at their beginning', () => {
  const ids: Column = {
    name: 'person_id',
    type: 'text',
    values: Int32Array.of(0, 1),
    dictionary: ['9007199254741', '-5']
  };
  const codes = { columnAt: () => 0, formatAt: () => ({ ...columnFormat(ids, ids, 0), code: true }) };
  const drawn = (index: number) => new RowCells().of(new Slots().of(0, 1), { ...look, values: [ids], index }, codes)[0];
  expect(drawn(0)?.look).toContain(' code tail');
  expect(drawn(1)?.look).not.toContain('tail');
});

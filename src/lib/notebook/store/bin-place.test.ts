import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newCell } from '../edits';
import type { Cell, CellKey, Notebook } from '../model';
import { binChange } from './bin-change';
import { placeBack } from './bin-place';
import type { BinnedCell } from './contract';

/** A notebook from which cells are deleted and put back, as the page does it. */
class Model {
  cells: Cell[];
  bin = new Map<CellKey, BinnedCell>();

  constructor(texts: readonly string[]) {
    this.cells = texts.map((text) => newCell('markdown', text));
  }

  delete(keys: readonly CellKey[], at: number): void {
    const before: Notebook = { front: '', cells: this.cells };
    this.cells = this.cells.filter(({ key }) => !keys.includes(key));
    const change = binChange('n', before, { front: '', cells: this.cells }, at);
    for (const one of change?.into ?? []) this.bin.set(one.key, one);
  }

  putBack(key: CellKey): void {
    const binned = this.bin.get(key) as BinnedCell;
    const { index, shifted } = placeBack([...this.bin.values()], key, this.cells.length);
    this.bin.delete(key);
    for (const one of shifted) this.bin.set(one.key, one);
    this.cells.splice(index, 0, { key, ...binned.cell });
  }
}

const letters = (cells: readonly Cell[]) => cells.map(({ text }) => text).join('');

test.each(['bcd', 'bdc', 'cbd', 'cdb', 'dbc', 'dcb'])('b, c, d deleted one by one and put back as %s', (order) => {
  const model = new Model([...'abcde']);
  const keyOf = new Map(model.cells.map(({ text, key }) => [text, key]));
  for (const [at, text] of ['b', 'c', 'd'].entries()) model.delete([keyOf.get(text)!], at);
  for (const text of order) model.putBack(keyOf.get(text)!);
  expect(letters(model.cells)).toBe('abcde');
});

test('whatever is deleted, some together, and in whatever order it comes back: all stands where it stood', () => {
  const run = fc.record({
    size: fc.integer({ min: 1, max: 8 }),
    deletions: fc.array(fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
    order: fc.array(fc.nat(100), { minLength: 8, maxLength: 8 })
  });
  fc.assert(
    fc.property(run, ({ size, deletions, order }) => {
      const all = [...'abcdefgh'].slice(0, size);
      const model = new Model(all);
      for (const [at, places] of deletions.entries()) {
        const keys = new Set(
          places.flatMap((place) => model.cells[place % Math.max(1, model.cells.length)]?.key ?? [])
        );
        model.delete([...keys], at);
      }
      for (let turn = 0; model.bin.size > 0; turn++) {
        const waiting = [...model.bin.keys()];
        model.putBack(waiting[(order[turn] ?? 0) % waiting.length]!);
        // At every moment those that are there stand in their order.
        expect([...letters(model.cells)].sort().join('')).toBe(letters(model.cells));
      }
      expect(letters(model.cells)).toBe(all.join(''));
    }),
    { seed: 9, numRuns: 2000 }
  );
});

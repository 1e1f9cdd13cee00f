import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange, type NotebookChange } from './change';
import { insertAt, moveBy, newCell, setAttribute, setTitle } from './edits';
import { History } from './history';
import type { Notebook } from './model';
import { countSequence, sequencesAsked } from '$workers/shared/sequences';
import { binChange, mergedBin } from './store/bin-change';
import type { BinChange } from './store/contract';

const numRuns = sequencesAsked(500);

interface Event {
  what: number;
  a: number;
  b: number;
  undo: 'now' | 'with-next';
  gesture: boolean;
}
const event: fc.Arbitrary<Event> = fc.record({
  what: fc.nat(14),
  a: fc.nat(50),
  b: fc.nat(50),
  undo: fc.constantFrom('now', 'now', 'now', 'with-next'),
  gesture: fc.boolean()
});

const start = (): Notebook => ({
  front: 'title: First\nformat: 1',
  cells: ['a', 'b', 'c'].map((text) => newCell('markdown', text))
});

/** A notebook, its undo and its Bin, as a session drives them. */
class Model {
  now: Notebook;
  readonly history = new History();
  bin: BinChange | undefined;

  constructor(readonly first: Notebook) {
    this.now = first;
  }

  #moveTo(notebook: Notebook): void {
    this.bin = mergedBin(this.bin, binChange('n', this.now, notebook, 0));
    this.now = notebook;
  }

  apply(change: NotebookChange): void {
    const done = applyChange(this.now, change);
    if (done.notebook === this.now) return;
    this.history.record(change, done.inverse);
    this.#moveTo(done.notebook);
  }

  step(way: 'undo' | 'redo'): boolean {
    const stepped = this.history[way](this.now);
    if (stepped) this.#moveTo(stepped.notebook);
    return stepped !== undefined;
  }

  /** What can happen to a document: all that an interface offers, in any order. @param typing 9: text of an editor */
  happen({ what, a, b, undo, gesture }: Event): void {
    const { cells } = this.now;
    const record = { undo, ...(gesture ? { coalesce: `g${a % 2}` } : {}) } as const;
    if (what === 10) return void this.step('undo');
    if (what === 11) return void this.step('redo');
    if (what === 12) return this.history.seal();
    if (what === 6) return this.apply({ ...setTitle(this.now, `Title ${b}`), ...record });
    if (what === 7) {
      const keep = cells.filter((_, at) => (a >> (at % 6)) % 2 === 0);
      const notebook = { front: `title: Restored ${b}`, cells: [...keep, newCell('sql', `over ${b}`)] };
      return this.apply({ type: 'replace', notebook, ...record });
    }
    if (cells.length === 0 || what === 0)
      return this.apply({ ...insertAt(a % (cells.length + 1), [newCell('sql', `n${b}`)]), ...record });
    const cell = cells[a % cells.length]!;
    const other = cells[b % cells.length]!;
    const both = cell === other ? [cell.key] : [cell.key, other.key];
    if (what === 1) return this.apply({ type: 'delete', keys: both, ...record });
    if (what === 2) return this.apply({ ...moveBy(this.now, both, (b % 5) - 2), ...record });
    if (what === 3) return this.apply({ type: 'set-id', key: cell.key, id: b % 3 ? `id${b}` : undefined, ...record });
    if (what === 4) return this.apply({ type: 'set-kind', key: cell.key, kind: b % 2 ? 'sql' : 'chart', ...record });
    if (what === 5) return this.apply({ ...setAttribute(cell, 'off', b % 2 ? 'true' : undefined), ...record });
    if (what === 8) {
      const edits = both.map((key) => ({ type: 'edit', key, text: `both ${b}` }) as const);
      return this.apply({ type: 'several', edits, ...record });
    }
    if (what === 9 || what === 13)
      return this.apply({ type: 'edit', key: cell.key, text: `typed ${b}`, undo: 'never' });
    this.apply({ type: 'edit', key: cell.key, text: `form ${b}`, ...record });
  }
}

const withoutTyping = (events: readonly Event[]) => events.filter(({ what }) => what !== 9 && what !== 13);

describe(`undo and redo, in ${numRuns} random sequences`, () => {
  test('undo all gives the first document and redo all the last, whatever was undone in between', (context) => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        countSequence(context);
        const model = new Model(start());
        for (const one of withoutTyping(events)) model.happen(one);
        while (model.step('redo'));
        const last = model.now;
        while (model.step('undo'));
        expect(model.now).toEqual(model.first);
        while (model.step('redo'));
        expect(model.now).toEqual(last);
      }),
      { seed: 3, numRuns }
    );
  });

  test('with typing in between, which has an undo of its own, redo all gives back every letter', (context) => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        countSequence(context);
        const model = new Model(start());
        for (const one of events) model.happen(one);
        while (model.step('redo'));
        const last = model.now;
        while (model.step('undo'));
        while (model.step('redo'));
        expect(model.now).toEqual(last);
      }),
      { seed: 4, numRuns }
    );
  });

  test('each cell that ever had a text is in the document or in the Bin, never in both and never in neither', (context) => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        countSequence(context);
        const model = new Model(start());
        const seen = new Set(model.now.cells.map(({ key }) => key));
        for (const one of events) {
          model.happen(one);
          for (const { key } of model.now.cells) seen.add(key);
        }
        const here = new Set(model.now.cells.map(({ key }) => key));
        const binned = (model.bin?.into ?? []).map(({ key }) => key);
        expect(new Set([...here, ...binned])).toEqual(seen);
        expect(binned.filter((key) => here.has(key))).toEqual([]);
        expect(new Set(binned).size).toBe(binned.length);
      }),
      { seed: 5, numRuns }
    );
  });
});

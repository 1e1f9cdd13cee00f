import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CellValue } from '$lib/notebook/kind';
import { openCells, type NodeCells } from '../node-context';
import { setField } from '../task';
import { choose, orderedChoice } from './choices';
import { helpOf, readDay, steppedBy } from './control';
import { decimalsOf, defaultStep, onStep } from './limits';
import { runInput } from './run';
import { fieldsFor, parseInput, type DateInput, type NumberInput } from './spec';

describe('parseInput', () => {
  test.each([
    ['type: range\nmin: 0\nmax: 216\nvalue: 60\nunit: months', { type: 'range', step: 1, value: 60, unit: 'months' }],
    ['type: range\nmin: 0\nmax: 1\nvalue: 0.5', { step: 0.01 }],
    ['type: range\nmin: 0.1\nmax: 0.9\nstep: 0.1\nvalue: 0.3', { value: 0.3 }],
    ['type: number\nvalue: -4.25', { type: 'number', min: undefined, value: -4.25 }],
    ['type: text', { type: 'text', value: '' }],
    ['type: text\nvalue: 007', { value: '007' }],
    [
      'type: select\noptions: [a, 2, true, 9007199254740993]',
      { source: { options: ['a', 2, true, 9007199254740993n] } }
    ],
    ['type: select\nfrom: wards\ncolumn: ward\nvalue: B', { source: { from: 'wards', column: 'ward' }, value: ['B'] }],
    ['type: multi-select\noptions: [a, b]\nvalue: []', { value: [] }],
    ['type: date\nmin: 2020-01-01\nvalue: 2024-02-29', { type: 'date', value: '2024-02-29' }],
    ['type: toggle', { type: 'toggle', value: false }]
  ])('%j', (text, expected) => {
    expect(parseInput(text)).toMatchObject(expected);
  });

  test.each([
    ['', 'task-missing', 1],
    ['type: slider\nmin: 1', 'task-choice', 1],
    ['type: range\nmin: 0\nmax: 10', 'task-missing', 1],
    ['type: range\nmin: 0\nmax: 10\nvalue: 11', 'input-outside', 4],
    ['type: range\nmin: 10\nmax: 0\nvalue: 5', 'input-order', 3],
    ['type: range\nmin: 0\nmax: 10\nstep: 3\nvalue: 5', 'input-step', 5],
    ['type: range\nmin: 0\nmax: 10\nstep: 0\nvalue: 5', 'input-step', 4],
    ['type: number\nvalue: 5\noptions: [a]', 'task-unknown-key', 3],
    ['type: number\nvalue: 5\nmax: 4', 'input-outside', 2],
    ['type: select', 'input-options', 1],
    ['type: select\nfrom: wards', 'input-options', 2],
    ['type: select\noptions: [a]\nfrom: wards\ncolumn: ward', 'input-options-twice', 3],
    ['type: select\noptions: [a, {b: 1}]', 'input-option-kind', 2],
    ['type: select\noptions: [1, "1"]', 'input-option-repeats', 2],
    ['type: select\noptions: [a]\nvalue: [a]', 'input-option-kind', 3],
    ['type: date\nvalue: 2023-02-29', 'input-date', 2],
    ['type: date\nvalue: 29.2.2024', 'input-date', 2],
    ['type: date\nmax: 2024-01-01\nvalue: 2024-02-29', 'input-outside', 3],
    ['type: toggle\nvalue: yes', 'task-boolean-wanted', 2]
  ])('%j is refused as %s', (text, code, line) => {
    expect(() => parseInput(text)).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining({ line }) })
    );
  });

  test('the form follows the type, even while the text has other mistakes', () => {
    expect(Object.keys(fieldsFor('type: date\nvalue: nonsense'))).toContain('min');
    expect(Object.keys(fieldsFor('type: select'))).toContain('options');
    expect(Object.keys(fieldsFor('type: ?'))).toContain('step');
  });
});

describe('values', () => {
  let cells: NodeCells;
  let wards: CellValue;

  beforeAll(async () => {
    cells = await openCells();
    const relation = await cells.table(
      'wards "1"',
      `select * from (values ('B', 9007199254740993, date '2024-01-02', 1.5), ('A', 7, null, 2.5), ('B', 7, date '2023-01-02', 0)) t(ward, id, day, score)`
    );
    wards = { type: 'table', relation };
  });

  const run = async (text: string, id: string | undefined = 'x') =>
    runInput(parseInput(text), cells.context({ 'wards "1"': wards }, id));
  const from = `from: 'wards "1"'`;

  test.each([
    ['type: range\nmin: 0\nmax: 9\nvalue: 4', 4],
    ['type: toggle\nvalue: true', true],
    ['type: date\nvalue: 2024-02-29', '2024-02-29'],
    ['type: select\noptions: [b, a]', 'b'],
    ['type: multi-select\noptions: [b, 1, a]', ['b', 1, 'a']],
    ['type: multi-select\noptions: [b, a]\nvalue: []', []],
    [`type: select\n${from}\ncolumn: ward`, 'A'],
    [`type: select\n${from}\ncolumn: id\nvalue: 9007199254740993`, 9007199254740993n],
    [`type: multi-select\n${from}\ncolumn: ID`, [7, '9007199254740993']],
    [`type: select\n${from}\ncolumn: day`, '2023-01-02']
  ])('%j stands for its value', async (text, expected) => {
    const { values } = await run(text);
    expect(values.get('x')).toEqual({ type: 'value', value: expected });
  });

  test('an input without an id gives nobody a value', async () => {
    expect((await runInput(parseInput('type: toggle'), cells.context({}, undefined))).values.size).toBe(0);
  });

  test.each([
    [`type: select\n${from}\ncolumn: wart`, 'no-column'],
    [`type: select\n${from}\ncolumn: score`, 'input-column-type'],
    [`type: select\n${from}\ncolumn: ward\nvalue: C`, 'input-not-offered'],
    ['type: select\noptions: [a]\nvalue: c', 'input-not-offered']
  ])('%j is refused as %s', async (text, code) => {
    await expect(run(text)).rejects.toMatchObject({ code });
  });

  test('a column of thousands of values is no choice', async () => {
    const relation = await cells.table('many', 'select i from range(1500) t(i)');
    const spec = parseInput('type: select\nfrom: many\ncolumn: i');
    await expect(runInput(spec, cells.context({ many: { type: 'table', relation } }, 'x'))).rejects.toMatchObject({
      code: 'input-many-options'
    });
  });
});

describe('controls', () => {
  const slider = (text: string) => parseInput(`type: range\n${text}`) as NumberInput;

  test('Page keys go by about a tenth and stop at the ends, on the steps', () => {
    const age = slider('min: 1\nmax: 216\nvalue: 60');
    expect(steppedBy('PageUp', age)).toBe(82);
    expect(steppedBy('PageDown', { ...age, value: 5 })).toBe(1);
    expect(steppedBy('PageUp', { ...age, value: 210 })).toBe(216);
    expect(steppedBy('ArrowUp', age)).toBeUndefined();
    expect(steppedBy('PageUp', slider('min: 0\nmax: 10\nstep: 3\nvalue: 9'))).toBe(9);
  });

  test('the help says the limits and the keys', () => {
    expect(helpOf(slider('min: 0\nmax: 1\nstep: 0.05\nvalue: 0.5'))).toBe(
      '0 to 1 · arrow keys by 0.05, Page keys by 0.1'
    );
    expect(helpOf(slider('min: 0\nmax: 1\nstep: 0.05\nvalue: 0.5'), { keyboard: false })).toBe('0 to 1');
  });

  test('every step of a slider can be written and read back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.constantFrom(1, 0.5, 0.1, 0.05, 0.25, 3, 0.001),
        fc.integer({ min: 1, max: 500 }),
        fc.nat(),
        (start, step, steps, at) => {
          const min = Number((start * step).toFixed(6));
          const max = onStep(min + steps * step, min, step);
          const value = onStep(min + (at % (steps + 1)) * step, min, step);
          const text = setField(
            `type: range\nmin: ${min}\nmax: ${max}\nstep: ${step}\nvalue: ${min}\n`,
            ['value'],
            value
          );
          expect(parseInput(text)).toMatchObject({ value });
        }
      ),
      { seed: 11, numRuns: 300 }
    );
  });

  test.each([
    [0.05, 2],
    [1e-7, 7],
    [12, 0],
    [1.5e-3, 4],
    [1e21, 0]
  ])('%d has %i decimals', (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals);
  });

  test('steps are whole where everything is', () => {
    expect(defaultStep(0, 10, 5)).toBe(1);
    expect(defaultStep(0, 0.1, 0.05)).toBe(0.001);
  });

  test('a day outside the limits is not written', () => {
    const day = parseInput('type: date\nmin: 2024-01-01\nmax: 2024-12-31\nvalue: 2024-06-01') as DateInput;
    expect(readDay('2024-02-29', day)).toEqual({ value: '2024-02-29' });
    expect(readDay('2025-01-01', day)).toHaveProperty('problem');
    expect(readDay('', day)).toHaveProperty('problem');
  });

  test('choices keep the order of the options', () => {
    expect(orderedChoice(['a', 'b', 'c'], new Set(['c']), 'a')).toEqual(['a', 'c']);
    expect(orderedChoice(['a', 'b', 'c'], new Set(['a', 'c']), 'a')).toEqual(['c']);
    expect(choose([1, 2], ['2'], { several: false, place: {} })).toEqual([2]);
  });
});

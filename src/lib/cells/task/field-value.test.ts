import { describe, expect, test } from 'vitest';
import { benchmarkFields } from '../benchmark/fields';
import { qualityFields } from '../quality/fields';
import { simulateFields } from '../simulate/fields';
import type { Field } from './fields';
import { writtenFor } from './field-value';

describe('a list that is emptied in the form', () => {
  test.each([
    ['parts of a benchmark', benchmarkFields.show],
    ['checks of quality', qualityFields.prefix.checks],
    ['complications', benchmarkFields.complications]
  ])('issue 5: of %s the key goes: nothing chosen means all, or none', (_, field) => {
    expect(writtenFor(field, [])).toBeUndefined();
  });

  test('with a default says that nothing is meant, which the cell refuses', () => {
    expect(writtenFor(simulateFields['picu-sepsis'].tables, [])).toEqual([]);
  });
});

describe('numbers of a list', () => {
  const field = { type: 'list', item: { type: 'number', label: 'Time' }, label: 'Times' } as const satisfies Field;
  test.each([
    ['30, 60, 90', [30, 60, 90]],
    ['30,60,90', [30, 60, 90]],
    ['30; 60;90', [30, 60, 90]],
    ['0.1, 0.2,', [0.1, 0.2]],
    [' 7 ', [7]],
    // A decimal comma is never the end of a number: the cell refuses the word and says to write a point.
    ['30,5, 90', ['30,5', 90]],
    ['0,1; 0,2', ['0,1', '0,2']],
    ['"30,5", 90', ['30,5', 90]],
    ['"30.5", 90', [30.5, 90]],
    ['', undefined],
    [', ;', undefined]
  ])('%s', (typed, written) => {
    expect(writtenFor(field, typed)).toEqual(written);
  });
});

import { describe, expect, test } from 'vitest';
import { benchmarkFields } from '../benchmark/fields';
import { qualityFields } from '../quality/fields';
import { simulateFields } from '../simulate/fields';
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

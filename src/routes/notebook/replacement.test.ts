import { describe, expect, test } from 'vitest';
import { AppError, type Place } from '$workers/shared/errors';
import { replacements } from './replacement';

const error = (place: Place | undefined, near = 'lactate, lactic') =>
  new AppError('sql-no-column', '', undefined, place, { name: 'lactat', near });

describe('what an error offers to write instead', () => {
  test('only the word at the place is replaced', () => {
    const text = 'select lactat,\n  max(lactat) from hours';
    expect(replacements(error({ line: 2, column: 7 }), text)).toEqual([
      { word: 'lactat', by: 'lactate', text: 'select lactat,\n  max(lactate) from hours' },
      { word: 'lactat', by: 'lactic', text: 'select lactat,\n  max(lactic) from hours' }
    ]);
  });

  test.each<[string, Place | undefined, string]>([
    ['the place is not known', undefined, 'select lactat'],
    ['the line is gone', { line: 3 }, 'select lactat'],
    ['the word is no longer there', { line: 1, column: 8 }, 'select lactate from hours'.replace('lactate', 'pulse')],
    ['the place is in a file', { line: 1, column: 8, file: 'a.csv' }, 'select lactat']
  ])('nothing where %s', (_, place, text) => {
    expect(replacements(error(place), text)).toEqual([]);
  });
});

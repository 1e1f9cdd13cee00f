import { expect, test } from 'vitest';
import { placeWords, reportText, shortDetails } from './error-report';

test.each([
  [undefined, ''],
  [{ cell: 'hourly', line: 3, column: 5 }, 'cell `hourly`, line 3, column 5'],
  [{ file: 'labs.csv', line: 3, cell: 'labs' }, '`labs.csv`, line 3'],
  [{ line: 1 }, 'line 1']
])('the place %j is said as %s', (place, words) => expect(placeWords(place)).toBe(words));

test('a report holds no details', () => {
  const text = reportText({
    code: 'csv-bad-number',
    message: 'Line 2 of `a.csv` has text.',
    place: { file: 'a.csv', line: 2 },
    details: 'Maria, 7'
  });
  expect(text).toBe('csv-bad-number\nLine 2 of a.csv has text.\na.csv, line 2');
});

test('details are cut after 30 lines', () => {
  const { text, more } = shortDetails(Array.from({ length: 42 }, (_, n) => `line ${n}`).join('\n'));
  expect(text.split('\n')).toHaveLength(30);
  expect(more).toBe(12);
});

import { expect, test } from 'vitest';
import { counted } from './counted';

test.each([
  [1, '1 row has'],
  [0, '0 rows have'],
  [2, '2 rows have'],
  [12345, '12,345 rows have'],
  ['some', 'some rows have']
])('%s: %s', (value, said) => {
  expect(counted(value, 'row has', 'rows have')).toBe(said);
});

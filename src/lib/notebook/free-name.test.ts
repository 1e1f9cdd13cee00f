import { expect, test } from 'vitest';
import { freeName } from './free-name';

test.each([
  ['labs', [], 'labs'],
  ['labs', ['labs'], 'labs_2'],
  ['labs', ['Labs', 'labs_2'], 'labs_3'],
  ['labs_2', ['labs_2'], 'labs_3']
])('%s beside %j becomes %s', (stem, taken, name) => {
  expect(freeName(stem, taken)).toBe(name);
});

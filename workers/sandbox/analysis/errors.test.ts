import { describe, expect, test } from 'vitest';
import { codeFailures, fail, type CodeErrorCode } from './errors';

const long = 'x'.repeat(300);
const fillings = [
  { line: 1 },
  { word: '(', name: 'hourly', open: '[', line: 12, address: 'https://example.org/x.js', expected: ':' },
  { word: '`', name: 'hourly', open: '{', line: 1 },
  { word: long, name: long, open: '(', line: 1204, address: long }
];

describe('what is said of wrong code', () => {
  test.each(Object.keys(codeFailures) as CodeErrorCode[])('%s', (code) => {
    for (const values of fillings) {
      const { message, hint = '' } = fail(code, values);
      for (const text of [message, hint]) {
        expect(text.length).toBeLessThanOrEqual(160);
        expect(text).not.toMatch(/\b(invalid|failed to|oops|please|undefined)\b|!(?!`)/i);
        expect(text).toMatch(/\.$/);
        // Names stand between backquotes, in pairs.
        expect((text.match(/`/g) ?? []).length % 2 === 0 || text.includes('“`”')).toBe(true);
      }
      expect(hint).toMatch(/^[A-Z][a-z]+ /);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { witnesses } from './other-parsers';
import { readCode } from './read-code';
import { wrongPrograms } from './wrong-programs';

function expected(marked: string) {
  const [before = '', after = ''] = marked.split('‸');
  const lines = before.split('\n');
  return { text: before + after, place: { line: lines.length, column: (lines.at(-1) ?? '').length + 1 } };
}

test('there are 100 at least, each its own', () => {
  expect(wrongPrograms.length).toBeGreaterThanOrEqual(100);
  expect(new Set(wrongPrograms.map(({ language, text }) => language + text)).size).toBe(wrongPrograms.length);
  for (const { text } of wrongPrograms) expect(text.split('‸')).toHaveLength(2);
});

describe('the message stands at the right line and column', () => {
  test.each(wrongPrograms.map((one) => [one.language, JSON.stringify(one.text), one] as const))(
    '%s %s',
    (_, __, { language, text: marked, code, byHand }) => {
      const { text, place } = expected(marked);
      let error: unknown;
      try {
        readCode(text, { language, label: 'a' });
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(AppError);
      const seen = error as AppError;
      const others = witnesses(text, language);
      expect({ code: seen.code, place: seen.place, others }).toMatchObject({ code, place });
      // Somebody else stops at the same place: the mark is not ours alone.
      if (!byHand) expect(others).toContainEqual(expect.objectContaining(place));
    }
  );
});

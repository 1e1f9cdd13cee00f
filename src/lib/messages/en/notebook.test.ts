import { describe, expect, test } from 'vitest';
import { fail } from '$lib/notebook/errors';
import { fileProblems, notebookFailures } from './notebook';

const long = 'a_very_long_name_that_somebody_gave_to_a_cell_of_this_notebook';
const values = {
  ...{ name: long, near: [long, long, long].join(', '), cells: '1, 2, 3, 4, 5, 6, 7, 8 and 900', free: `${long}_2` },
  ...{ path: Array(20).fill(long).join(' → '), why: 'untrusted', kind: long, language: 'the notebook' },
  ...{
    file: `${long}/${long}.csv`,
    count: 12,
    paths: [long, long, long].join(', '),
    line: 100_000,
    rest: 3,
    current: 1,
    format: 2
  }
};
const unwanted = /\binvalid\b|failed to|\boops\b|\bplease\b|!/i;

describe('the words of the notebook', () => {
  test.each(Object.keys(notebookFailures) as (keyof typeof notebookFailures)[])(
    '%s is short, kind and says what to do',
    (code) => {
      for (const given of [values, { ...values, near: undefined }]) {
        const { message, hint } = fail(code, given);
        expect(message.length).toBeLessThanOrEqual(160);
        expect(message).toMatch(/\.$/);
        expect(hint).toMatch(/^[A-Z][a-z]+ .*\.$/);
        expect(`${message} ${hint}`).not.toMatch(unwanted);
        expect(message).not.toContain('undefined');
      }
    }
  );

  test.each(Object.entries(fileProblems))('%s is one short sentence', (_code, words) => {
    expect(words(values)).toMatch(/^.{1,160}\.$/);
    expect(words(values)).not.toMatch(unwanted);
  });
});

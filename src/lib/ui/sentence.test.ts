import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainSentence, sentenceParts } from './sentence';

test.each([
  ['`hourly` has no rows.', ['code:hourly', 'text: has no rows.']],
  ['Drop to read *labs.csv* here.', ['text:Drop to read ', 'emphasis:labs.csv', 'text: here.']],
  ['3 * 4 is 12', ['text:3 ', 'text:*', 'text: 4 is 12']],
  ['an open ` tick', ['text:an open ', 'text:`', 'text: tick']],
  ['', []]
])('%s', (sentence, parts) => {
  expect(sentenceParts(sentence).map((part) => `${part.kind}:${part.text}`)).toEqual(parts);
});

test('loses nothing but the marks', () => {
  fc.assert(
    fc.property(fc.string(), (sentence) => {
      return plainSentence(sentence).replace(/[`*]/g, '') === sentence.replace(/[`*]/g, '');
    }),
    { seed: 3 }
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameParts, plainSentence, sentenceParts } from './sentence';

test.each([
  ['`hourly` has no rows.', ['code:hourly', 'text: has no rows.']],
  ['Drop to read *labs.csv* here.', ['text:Drop to read ', 'emphasis:labs.csv', 'text: here.']],
  ['3 * 4 is 12', ['text:3 ', 'text:*', 'text: 4 is 12']],
  ['an open ` tick', ['text:an open ', 'text:`', 'text: tick']],
  ['', []]
])('%s', (sentence, parts) => {
  expect(sentenceParts(sentence).map((part) => `${part.kind}:${part.text}`)).toEqual(parts);
});

test.each([
  ['visit_start_datetime', ['visit_', 'start_', 'datetime']],
  ['visit_occurrence.visit_id', ['visit_', 'occurrence.', 'visit_', 'id']],
  ['__x__', ['__', 'x__']],
  ['lactate', ['lactate']],
  ['', ['']]
])('issue 5: %s goes on in the next line only between its words', (name, parts) => {
  expect(nameParts(name)).toEqual(parts);
});

test('loses nothing but the marks', () => {
  fc.assert(
    fc.property(fc.string(), (sentence) => {
      return plainSentence(sentence).replace(/[`*]/g, '') === sentence.replace(/[`*]/g, '');
    }),
    { seed: 3 }
  );
});

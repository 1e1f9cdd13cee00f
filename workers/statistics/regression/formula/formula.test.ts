import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors';
import { textOf } from './expression';
import { parseExpression } from './parse';
import { readTerms } from './terms';

const labelsOf = (formula: string) => {
  const { terms, variables, intercept } = readTerms(formula);
  return [...(intercept ? ['1'] : []), ...terms.map((term) => term.map((place) => variables[place]!.text).join(':'))];
};

describe('terms are those of R', () => {
  test.each([
    // formula, R 4.2.2: attr(terms(f), "term.labels")
    ['y ~ a + b', ['1', 'a', 'b']],
    ['y ~ a * b', ['1', 'a', 'b', 'a:b']],
    ['y ~ b:a + a', ['1', 'a', 'b:a']],
    ['y ~ a * b * c', ['1', 'a', 'b', 'c', 'a:b', 'a:c', 'b:c', 'a:b:c']],
    ['y ~ (a + b + c)^2', ['1', 'a', 'b', 'c', 'a:b', 'a:c', 'b:c']],
    ['y ~ (a + b)^5', ['1', 'a', 'b', 'a:b']],
    ['y ~ a^1', ['1', 'a']],
    ['y ~ a / b', ['1', 'a', 'a:b']],
    ['y ~ (a + b) / c', ['1', 'a', 'b', 'a:b:c']],
    ['y ~ a * b - a', ['1', 'b', 'a:b']],
    ['y ~ a - 1', ['a']],
    ['y ~ 0 + a', ['a']],
    ['y ~ a - 0', ['1', 'a']],
    ['y ~ a + b - (b + 1)', ['a']],
    ['y ~ a + b - (b + 0)', ['1', 'a']],
    ['y ~ 1', ['1']],
    ['y ~ a + a + a:a', ['1', 'a']],
    ['y ~ a + offset(log(t))', ['1', 'a']],
    ['y~I(x^2)+log( x )+x', ['1', 'I(x^2)', 'log(x)', 'x']],
    ['y ~ ns(hour,df=3)', ['1', 'ns(hour, df = 3)']],
    ['y ~ `length of stay` + größe', ['1', '`length of stay`', 'größe']],
    ['y ~ I((a+b)/2) + I(-a)', ['1', 'I((a + b)/2)', 'I(-a)']],
    ['y ~\n  a +\n  b', ['1', 'a', 'b']],
    ['y ~ a + (1 | h)', ['1', 'a']],
    ['y ~ (1 | h)', ['1']],
    ['y ~ (1|h) - 1 + a', ['a']],
    ['y ~ 0 + (1 | h) + a:b', ['a:b']]
  ])('%s', (formula, labels) => {
    expect(labelsOf(formula)).toEqual(labels);
  });
});

describe('a wrong formula is refused with its place', () => {
  test.each([
    ['', 'formula-unfinished', 1],
    ['~ a', 'formula-response', 1],
    ['y', 'formula-unfinished', 2],
    ['y ~', 'formula-unfinished', 4],
    ['y ~ a +', 'formula-unfinished', 8],
    ['y ~ a b', 'formula-unexpected', 7],
    ['y ~ a + (b', 'formula-unfinished', 11],
    ['y ~ a + b)', 'formula-unexpected', 10],
    ['y ~ a $ b', 'formula-character', 7],
    ['y ~ a + 2', 'formula-term', 9],
    ['y ~ a^b', 'formula-term', 7],
    ['y ~ b + a^2', 'formula-power', 9],
    ['y ~ (a + a)^3', 'formula-power', 5],
    ['y ~ a > 3', 'formula-term', 7],
    ['y ~ a + "b"', 'formula-term', 9],
    ['y ~ a + y', 'formula-response-again', 9],
    ['y ~ a + offset()', 'formula-term', 9],
    ['y ~ a ~ b', 'formula-unexpected', 7],
    ['y ~ a | h', 'formula-term', 7],
    ['y ~ (a | h)', 'formula-random-term', 5],
    ['y ~ a + (1 | h:k)', 'formula-random-term', 9],
    ['y ~ a + (1 || h)', 'formula-unexpected', 13],
    ['y ~ a * (1 | h)', 'formula-term', 12]
  ])('%s', (formula, code, column) => {
    expect(() => readTerms(formula)).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining({ column }) as unknown })
    );
  });

  test('on its line', () => {
    expect(() => readTerms('y ~ a +\n b c')).toThrowError(expect.objectContaining({ place: { line: 2, column: 4 } }));
  });

  test('a thousand brackets are too many', () => {
    expect(() => readTerms(`y ~ ${'('.repeat(1000)}a${')'.repeat(1000)}`)).toThrowError(
      expect.objectContaining({ code: 'formula-deep' })
    );
  });

  test('any text is read or refused, never worse', () => {
    const piece = fc.constantFrom(
      'y',
      'a',
      '~',
      '+',
      '-',
      '*',
      ':',
      '^',
      '/',
      '(',
      ')',
      '1',
      '2',
      'ns(',
      ',',
      '`',
      '"',
      '=',
      ' ',
      '<',
      '|'
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        try {
          readTerms(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { seed: 1, numRuns: 2000 }
    );
  });
});

test.each(['a + b * c', 'ns(hour, df = 3)', 'I(x^2)', '-x^2', '(a + b):c', 'log(x + 1)/2', 'factor(`a b`)', 'x >= 3'])(
  'the text of %s reads as the same',
  (text) => {
    expect(textOf(parseExpression(text))).toBe(text);
  }
);

test('random intercepts are handed out, with the place of their column', () => {
  expect(readTerms('y ~ a + (1 | hospital) + (1 | `unit 2`)').groups).toEqual([
    { name: 'hospital', text: '(1 | hospital)', at: 13 },
    { name: 'unit 2', text: '(1 | `unit 2`)', at: 30 }
  ]);
});

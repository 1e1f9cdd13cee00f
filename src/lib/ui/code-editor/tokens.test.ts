import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenLines, type CodeLanguage } from './tokens';

/** The coloured pieces of a text as `kind:text`. */
function coloured(language: CodeLanguage, text: string): string[] {
  return tokenLines(language, text)
    .flat()
    .filter((token) => token.kind)
    .map((token) => `${token.kind}:${token.text}`);
}

describe('SQL', () => {
  test.each([
    ['select hour, value from t', ['keyword:select', 'keyword:from']],
    ['where age < ${maxAge} -- x', ['keyword:where', 'name:${maxAge}', 'comment:-- x']],
    ["'it''s' 'a", ["string:'it''s'", "string:'a"]],
    ["e'a\\'b' c", ["string:e'a\\'b'"]],
    ['"select" t.from', []],
    ['max(x), t.max (y), count', ['name:max', 'name:max']],
    ['x::date, date', ['type:date']],
    [
      'cast(x as decimal(10,2)) as date',
      ['keyword:cast', 'keyword:as', 'type:decimal', 'number:10', 'number:2', 'keyword:as']
    ],
    ['1.5e-3 + .5 + a1', ['number:1.5e-3', 'number:.5']],
    ["$$ a ' b $$ c", ["string:$$ a ' b $$"]],
    ['/* a /* b */ c */ d', ['comment:/* a /* b */ c */']],
    ["'a\nb' from", ["string:'a", "string:b'", 'keyword:from']],
    ['/* a\n*/ from', ['comment:/* a', 'comment:*/', 'keyword:from']]
  ])('%s', (text, pieces) => expect(coloured('sql', text)).toEqual(pieces));
});

describe('YAML', () => {
  test.each([
    ['min: 0', ['name:min', 'number:0']],
    ['title: 24 hours # late', ['name:title', 'comment:# late']],
    ['on: true', ['name:on', 'keyword:true']],
    ['note: a#b true', ['name:note']],
    ['- {type: "x", unit: mmol/L}', ['name:type', 'string:"x"', 'name:unit']],
    ['list: [1, -2.5]', ['name:list', 'number:1', 'number:-2.5']],
    ['text: |\n  min: 0\n\n  more\nmax: 1', ['name:text', 'string:  min: 0', 'string:  more', 'name:max', 'number:1']],
    ['# all', ['comment:# all']]
  ])('%s', (text, pieces) => expect(coloured('yaml', text)).toEqual(pieces));
});

describe('Markdown', () => {
  test.each([
    ['# A *b*', ['heading:# A *b*']],
    ['a *b* **c** `d` [e](f)', ['emphasis:*b*', 'strong:**c**', 'string:`d`', 'name:[e](f)']],
    ['2 * 3 * 4', []],
    ['- one', ['keyword:-']],
    ['```sql\nselect\n```\nx', ['comment:```sql', 'string:select', 'comment:```']]
  ])('%s', (text, pieces) => expect(coloured('markdown', text)).toEqual(pieces));
});

test.each<CodeLanguage>(['sql', 'yaml', 'markdown', 'text'])('%s loses no character of any text', (language) => {
  const pieces = fc.constantFrom(
    "'",
    '"',
    '`',
    '$',
    '$$',
    '${',
    '}',
    '/*',
    '*/',
    '--',
    '#',
    ':',
    ' ',
    '\n',
    'a',
    'from',
    '1',
    '.',
    '|',
    '\\',
    '-',
    '*',
    '[',
    '](',
    'é',
    '😀'
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const read = tokenLines(language, text).map((line) => line.map((token) => token.text).join(''));
      return read.join('\n') === text;
    }),
    { seed: 11, numRuns: 1000 }
  );
});

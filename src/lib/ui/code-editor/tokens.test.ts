import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import './javascript';
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

describe('JavaScript', () => {
  test.each([
    ['const a = 1.5e3 // b', ['keyword:const', 'number:1.5e3', 'comment:// b']],
    ['"a\\"b" \'c', ['string:"a\\"b"', "string:'c"]],
    ['`a ${b + `c`} d` + e', ['string:`a ${', 'string:`c`} d`']],
    ['`a ${ {b: 1}.b } c`', ['string:`a ${', 'number:1', 'string:} c`']],
    ['`a\nb ${c\n} d`', ['string:`a', 'string:b ${', 'string:} d`']],
    ['/* a\n*/ if', ['comment:/* a', 'comment:*/', 'keyword:if']],
    ['a / b / c', []],
    ['x = /a[/]"b/g.test(c)', ['string:/a[/]"b/g', 'name:test']],
    ['f(/x/)', ['name:f', 'string:/x/']],
    ['return /x/', ['keyword:return', 'string:/x/']],
    ['Plot.dot(rows, {x: "a"})', ['name:dot', 'string:"a"']],
    ['sql`select ${n}`', ['name:sql', 'string:`select ${', 'string:}`']],
    [
      'new Map(), class A extends B {}',
      ['keyword:new', 'type:Map', 'keyword:class', 'type:A', 'keyword:extends', 'type:B']
    ],
    ['o.class, {if: 1}', ['number:1']],
    ['for (const x of y) get()', ['keyword:for', 'keyword:const', 'keyword:of', 'name:get']],
    ['0xff + 1_000n', ['number:0xff', 'number:1_000n']],
    ['const f = async (x) => await g?.(x)', ['keyword:const', 'keyword:async', 'keyword:await', 'name:g']]
  ])('%s', (text, pieces) => expect(coloured('javascript', text)).toEqual(pieces));
});

describe('TypeScript', () => {
  test.each([
    ['const a: number = b as Point', ['keyword:const', 'type:number', 'keyword:as', 'type:Point']],
    ['interface A { readonly b: string }', ['keyword:interface', 'type:A', 'keyword:readonly', 'type:string']],
    ['type T = string | null', ['keyword:type', 'type:T', 'type:string', 'keyword:null']],
    ['let type = 1; type = 2', ['keyword:let', 'number:1', 'number:2']]
  ])('%s', (text, pieces) => expect(coloured('typescript', text)).toEqual(pieces));
});

test.each<CodeLanguage>(['sql', 'yaml', 'markdown', 'javascript', 'typescript', 'text'])(
  '%s loses no character of any text',
  (language) => {
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
  }
);

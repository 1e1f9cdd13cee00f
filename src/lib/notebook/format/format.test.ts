import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newCellKey } from '../cell-key';
import type { Notebook } from '../model';
import { canBeFront, parseNotebook } from './parse';
import { serializeNotebook } from './serialize';

const kinds = ['markdown', 'sql', 'input', 'chart', 'import'];
const parse = (text: string) => parseNotebook(text, kinds);
const cells = (text: string) =>
  parse(text).notebook.cells.map(({ kind, id, attributes, text }) => ({ kind, id, attributes, text }));
const keyless = ({ front, cells }: Notebook) => ({ front, cells: cells.map((cell) => ({ ...cell, key: '' })) });

/** Writes, reads, compares; then writes again and compares bytes. */
function keeps(notebook: Notebook): void {
  const text = serializeNotebook(notebook, kinds);
  const again = parse(text);
  expect(keyless(again.notebook)).toEqual(keyless(notebook));
  expect(again.problems.filter((problem) => !/front|format/.test(problem.code))).toEqual([]);
  expect(serializeNotebook(again.notebook, kinds)).toBe(text);
}

describe('parseNotebook', () => {
  test('the example of the design: front matter, prose, named cells', () => {
    const text = [
      '---\ntitle: Early warning of sepsis\nformat: 1\n---\n# Early warning of sepsis\n',
      '```sql id=hourly\nselect ${maxAge}\n```\n',
      '```input id=maxAge\ntype: range\n```\n',
      '```synthesize id=twin\nfrom: hourly\n```\n'
    ].join('\n');
    expect(parse(text).notebook.front).toBe('title: Early warning of sepsis\nformat: 1');
    expect(cells(text)).toEqual([
      { kind: 'markdown', id: undefined, attributes: [], text: '# Early warning of sepsis' },
      { kind: 'sql', id: 'hourly', attributes: [], text: 'select ${maxAge}' },
      { kind: 'input', id: 'maxAge', attributes: [], text: 'type: range' },
      { kind: 'synthesize', id: 'twin', attributes: [], text: 'from: hourly' }
    ]);
    expect(serializeNotebook(parse(text).notebook, kinds)).toBe(text);
  });

  test.each([
    ['other fences belong to the prose', 'a\n\n```python\nx = 1\n```\n\nb', ['markdown']],
    ['a cell inside a longer fence is quoted', '````markdown\n```sql\nselect 1\n```\n````', ['markdown']],
    ['a cell inside a tilde fence is quoted', '~~~\n```sql\nselect 1\n```\n~~~', ['markdown']],
    ['a fence off the margin is prose', ' ```sql\nselect 1\n ```', ['markdown']],
    ['an unknown kind with an id is a cell', '```cohort id=a\nx\n```', ['cohort']],
    ['tildes make cells too', '~~~sql\nselect 1\n~~~', ['sql']],
    ['a marker begins a second cell of prose', 'a\n\n<!-- cell -->\nb', ['markdown', 'markdown']],
    ['no kind, no cell', '```id=x\na\n```', ['markdown']],
    ['blank lines alone are nothing', '\n  \n\n', []],
    ['nothing is nothing', '', []]
  ])('%s', (_name, text, expected) => {
    expect(cells(text).map((cell) => cell.kind)).toEqual(expected);
    expect(parse(text).problems).toEqual([]);
  });

  test('unknown keys are kept in order, quoted values are unquoted', () => {
    expect(cells('```sql a=1 id=x b="two words" c d="say \\"so\\"" off=true\n```')[0]).toEqual({
      kind: 'sql',
      id: 'x',
      attributes: [
        { name: 'a', value: '1' },
        { name: 'b', value: 'two words' },
        { name: 'c', value: '' },
        { name: 'd', value: 'say "so"' },
        { name: 'off', value: 'true' }
      ],
      text: ''
    });
  });

  test.each([
    ['```sql\nselect 1', [['fence-unclosed', 1]]],
    ['a\n\n```python\nx', [['prose-fence-unclosed', 3]]],
    ['---\ntitle: x\n', [['front-unclosed', 1]]],
    ['---\na: [\n---\n', [['front-yaml', 2]]],
    ['---\n- a\n---\n', [['front-yaml', 2]]],
    ['---\ntitle: x\nformat: 2\n---\n', [['format-newer', 3]]],
    ['<!-- cell lines=3 -->\na', [['lines-beyond', 1]]],
    ['x\n<!-- cell lines=q -->\na', [['lines-count', 2]]]
  ])('%j is read with a problem', (text, expected) => {
    expect(parse(text).problems.map(({ code, line }) => [code, line])).toEqual(expected);
  });

  test('line ends of Windows and a byte order mark do not count', () => {
    const text = '---\ntitle: x\n---\na\n\n```sql\nselect 1\n\n```\n';
    expect(keyless(parse('\uFEFF' + text.replaceAll('\n', '\r\n')).notebook)).toEqual(keyless(parse(text).notebook));
  });
});

const nasty = fc.constantFrom(
  ...[
    '```',
    '````',
    '`````',
    '~~~',
    '~~~~',
    '```sql',
    '```sql id=x',
    '~~~sql a=`b`',
    '```python',
    '````markdown',
    '```new id=q'
  ],
  ...[' ```sql', '   ```', '    ```', '```sql `', '---', '--- ', '<!-- cell -->', '<!-- cell id=a off=true -->'],
  ...[
    '<!-- cell lines=2 -->',
    '<!-- cell lines=x -->',
    '<!-- other -->',
    '',
    ' ',
    '\t',
    '# Ä 🙂',
    'a\u2028b',
    '- x',
    '\u00A0',
    '...',
    '> ```sql'
  ]
);
const line = fc.oneof(
  nasty,
  fc.string({ maxLength: 12, unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''))
);
const anyText = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
const value = fc.oneof(
  fc.constantFrom('', 'true', 'two words', '"', '\\', 'C:\\new dir', '-->', '`', '~', 'a=b', '"x" y'),
  fc.string({ maxLength: 8, unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''))
);
const attribute = fc.record({ name: fc.constantFrom('off', 'run', 'lines', 'x-y', 'ä', 'a"b', '`'), value });
const cell = fc.record({
  key: fc.constant(newCellKey()),
  kind: fc.constantFrom('markdown', 'markdown', 'sql', 'input', 'chart', 'later', '{r}'),
  id: fc.option(
    value.filter((text) => text !== ''),
    { nil: undefined }
  ),
  attributes: fc.array(attribute, { maxLength: 3 }),
  text: anyText
});
const plain = fc.record({
  key: fc.constant(newCellKey()),
  kind: fc.constant('markdown'),
  id: fc.constant(undefined),
  attributes: fc.constant([]),
  text: anyText
});
const notebook: fc.Arbitrary<Notebook> = fc.record({
  front: fc.oneof(
    fc.constant(''),
    fc.constant('title: x'),
    anyText.filter((text) => text.trim() !== '' && canBeFront(text))
  ),
  cells: fc.array(fc.oneof(cell, plain), { maxLength: 6 })
});

describe('serializeNotebook', () => {
  test('5,000 random notebooks come back equal, and the same bytes the second time', () => {
    fc.assert(fc.property(notebook, keeps), { seed: 2, numRuns: 5000 });
  });

  test('any text can be read; what it gives is kept from then on', () => {
    fc.assert(
      fc.property(anyText, (text) => keeps(parse(text).notebook)),
      { seed: 3, numRuns: 5000 }
    );
  });

  test('every notebook that comes with the site is read without problems and kept', () => {
    const room = new URL('../../../../notebooks/', import.meta.url).pathname;
    const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = readFileSync(join(room, file), 'utf8');
      expect(parse(text).problems, file).toEqual([]);
      keeps(parse(text).notebook);
    }
  });
});

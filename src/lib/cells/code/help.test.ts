import type { Declarations } from 'virtual:code-declarations';
import { describe, expect, test } from 'vitest';
import type { KnownNames } from '../known-names';
import { calledWith, caretPlace } from './caret-place';
import { codeComplete, codeDescribe } from './help';

const known: KnownNames = {
  relations: [
    {
      name: 'hourly',
      rows: 3,
      kind: 'table',
      columns: [
        { name: 'lactate', type: 'float64', sqlType: 'DOUBLE', unit: 'mmol/L' },
        { name: 'hour', type: 'int32', sqlType: 'INTEGER' }
      ]
    },
    { name: 'wards', rows: 2, kind: 'view', columns: [{ name: 'ward', type: 'text', sqlType: 'VARCHAR' }] },
    { name: 'cell k9', rows: 1, kind: 'view', columns: [] }
  ],
  tables: ['hourly', 'twin'],
  values: ['maxAge'],
  functions: []
};
const declarations: Declarations = {
  groups: {
    '': [
      { n: 'Plot', k: 'v', s: 'charts' },
      { n: 'display', k: 'f', s: '(value: Value): Value', d: 'Shows a value.' }
    ],
    Plot: [
      { n: 'dot', k: 'f', s: '(data?: Data, options?: DotOptions): Dot', d: 'The dot mark.', o: 0 },
      { n: 'plot', k: 'f', s: '(options?: PlotOptions): Element' }
    ],
    table: [{ n: 'column', k: 'f', s: '(name: string): Promise<Vector>', d: 'Values of one column.' }],
    rows: [{ n: 'filter', k: 'f', s: '(test: …): Rows' }],
    list: [{ n: 'map', k: 'f', s: '(of: …): unknown[]' }],
    text: [{ n: 'trim', k: 'f', s: '(): string' }]
  },
  options: [['fill', 'x', 'y']]
};
const declared = () => Promise.resolve(declarations);

/** `|` is the caret; the word before it is being typed. */
function at(written: string) {
  const position = written.indexOf('|');
  const text = written.replace('|', '');
  const typed = /[\w$]*$/.exec(text.slice(0, position))?.[0].length ?? 0;
  return { text, position, from: position - typed };
}
const labels = async (written: string, explicit = false) =>
  (await codeComplete(() => known, declared)({ ...at(written), explicit })).map(({ label }) => label);

describe('what is offered at the caret of own code', () => {
  test.each([
    ['pl|', ['Plot', 'display', 'hourly', 'twin', 'maxAge', 'const', 'await']],
    ['const mine = 1;\nmi|', ['mine', 'hourly']],
    ['rows.map((row) => r|', ['row']],
    ['Plot.|', ['dot', 'plot']],
    ['Plot.d|', ['dot', 'plot']],
    ['hourly.|', ['column']],
    ['(await hourly.rows()).map((d) => d.|', ['lactate', 'hour', 'filter', 'map', 'trim']],
    ['Plot.dot(hourly, {|', ['fill', 'x', 'y']],
    ['Plot.plot({marks: [Plot.dot(hourly, {x: "hour", f|', ['fill', 'x', 'y']],
    ['Plot.dot(hourly, {x: "|', ['lactate', 'hour']],
    ['sql`select | from hourly`', ['lactate', 'hour']],
    ['sql`select * from |`', ['hourly', 'wards', 'twin']],
    ['sql`select * from hourly where hour < ${ma|', ['maxAge']],
    ['`${ma|', ['maxAge']]
  ])('%s', async (written, wanted) => expect(await labels(written, true)).toEqual(expect.arrayContaining(wanted)));

  test.each([
    ['Plot.|', ['hourly', 'const', 'lactate']],
    ['hourly.|', ['lactate', 'map']],
    ['Plot.dot(hourly, {x: |', ['fill']],
    ['x|', ['cell k9', 'lactate']],
    ['twin; "|', ['lactate']]
  ])('%s: none of these', async (written, others) => {
    const all = await labels(written, true);
    for (const label of others) expect(all).not.toContain(label);
  });

  test.each(['// pl|', '/* pl| */', 'md`pl|`', '|', 'const a = |'])('%s: nothing unasked', async (written) => {
    expect(await labels(written)).toEqual([]);
  });

  test('a function comes with how it is called and what it does', async () => {
    const [dot] = await codeComplete(() => known, declared)({ ...at('Plot.d|'), explicit: false });
    expect(dot).toMatchObject({
      label: 'dot',
      kind: 'function',
      info: 'dot(data?: Data, options?: DotOptions): Dot\nThe dot mark.'
    });
  });
});

describe('what is told of a word', () => {
  test.each([
    ['Plot.do|t(a)', 'Plot.dot(data?: Data, options?: DotOptions): Dot', 'The dot mark.'],
    ['dis|play(a)', 'display(value: Value): Value', 'Shows a value.'],
    ['hou|rly', 'hourly: 3 × 2', 'lactate, hour'],
    ['hourly.col|umn("a")', 'hourly.column(name: string): Promise<Vector>', 'Values of one column.'],
    ['hourly; d => d.lac|tate', 'lactate: DOUBLE, mmol/L', undefined]
  ])('%s', async (written, title, text) => {
    const { text: whole, position } = at(written);
    expect(await codeDescribe(() => known, declared)({ text: whole, position })).toMatchObject({ title, text });
  });

  test.each(['"dis|play"', '// dis|play', 'unkn|own', 'a.dis|play', '1 |+ 2', 'constr|uctor', 'Plot.constr|uctor'])(
    '%s: nothing',
    async (written) => {
      const { text, position } = at(written);
      expect(await codeDescribe(() => known, declared)({ text, position })).toBeUndefined();
    }
  );
});

describe('where the caret is', () => {
  test.each([
    ['a |b', 'code'],
    ['"a |b"', 'text'],
    ['"a" |b', 'code'],
    ['"a\n|b', 'code'],
    ['// a |b', 'comment'],
    ['// a\n|b', 'code'],
    ['/* a |b */', 'comment'],
    ['/* a */|b', 'code'],
    ['`a |b`', 'template'],
    ['`a ${|b}`', 'code'],
    ['`a ${`b |c`}`', 'template'],
    ['`a ${b} |c`', 'template'],
    ['`a ${{b: "}"}} |c`', 'template'],
    ["'a\\'|b'", 'text']
  ])('%s', (written, inside) => {
    const { text, position } = at(written);
    expect(caretPlace(text, position).inside).toBe(inside);
  });

  test('what is called with the object at the caret', () => {
    const called = (written: string) => {
      const { text, position } = at(written);
      return calledWith(text, caretPlace(text, position));
    };
    expect(called('Plot.dot(rows, {x: 1, |')).toBe('Plot.dot');
    expect(called('f([{|')).toBeUndefined();
    expect(called('if (a) {|')).toBeUndefined();
  });
});

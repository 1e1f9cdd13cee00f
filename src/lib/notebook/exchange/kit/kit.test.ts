import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNotebook } from '../../format/parse';
import { readKit } from './read';
import { scanKit } from './scan';
import { writeKit } from './write';

const kinds = ['markdown', 'sql', 'input', 'chart', 'import', 'simulate', 'js', 'ts', 'profile', 'cohort'];

describe('writeKit', () => {
  test('cells as Notebook Kit has them', () => {
    const text = [
      '---\ntitle: A <b> & c\ntheme: air\n---',
      'Text with ${literal} and </script>',
      '```sql id=hourly code=shown\nselect 1\n```',
      '```input id=age\ntype: range\nlabel: Age\nmin: 0\nmax: 18\nstep: 1\nvalue: 3\n```',
      '```chart show=false\nfrom: hourly\nmark: line\nx: hour\ny: lactate\ntitle: Lactate\n```',
      '```simulate id=s\nseed: 1\n```'
    ].join('\n');
    const html = writeKit(parseNotebook(text, kinds).notebook, 'Untitled').replace(/ data-phems="[^"]*"/g, '');
    expect(html).toBe(`<!doctype html>
<notebook theme="air">
  <title>A &lt;b> &amp; c</title>
  <script id="1" type="text/markdown">
    Text with \\\${literal} and <\\/script>
  </script>
  <script id="2" type="application/sql" pinned output="hourly">
    select 1
  </script>
  <script id="3" type="module">
    const age = view(Inputs.range([0, 18], {label: "Age", step: 1, value: 3}));
  </script>
  <script id="4" type="module" hidden>
    Plot.plot({
      title: "Lactate",
      marks: [Plot.lineY(hourly, {x: "hour", y: "lactate"})]
    })
  </script>
  <script id="5" type="text/markdown">
    \`\`\`yaml simulate id=s
    seed: 1
    \`\`\`
  </script>
</notebook>
`);
  });
});

describe('readKit', () => {
  const kit = (body: string) =>
    `<!doctype html>\n<notebook theme="coffee" readonly>\n<title>T &amp; t</title>\n${body}\n</notebook>`;
  const cells = (body: string) => readKit(kit(body), 'x.html').notebook.cells;
  const script = (type: string, code: string, more = '') =>
    `<script id="1" type="${type}" ${more}>\n    ${code}\n  </script>`;

  test('title, theme and readonly go into the front matter', () => {
    expect(readKit(kit(''), 'x.html').notebook.front).toBe('title: T & t\nformat: 1\ntheme: coffee\nreadonly: true');
  });

  test.each([
    ['text/markdown', '# A\n    b', '', { kind: 'markdown', text: '# A\nb' }],
    ['text/markdown', 'n is ${n}', '', { kind: 'js', text: 'md`n is ${n}`' }],
    ['text/markdown', 'n is \\${n}', '', { kind: 'markdown', text: 'n is ${n}' }],
    [
      'application/sql',
      'select ${x}',
      'output="q" hidden',
      { kind: 'sql', id: 'q', attributes: [{ name: 'show', value: 'false' }] }
    ],
    [
      'application/sql',
      'select 1',
      'database="warehouse"',
      {
        kind: 'sql',
        attributes: [
          { name: 'database', value: 'warehouse' },
          { name: 'off', value: 'true' }
        ]
      }
    ],
    [
      'module',
      'const x = 1;',
      'pinned',
      { kind: 'js', attributes: [{ name: 'code', value: 'shown' }], text: 'const x = 1;' }
    ],
    ['text/x-typescript', 'const x: number = 1;', '', { kind: 'ts' }],
    ['text/html', '<b onclick=x>b</b>', '', { kind: 'markdown', text: '```html\n<b onclick=x>b</b>\n```' }],
    ['application/x-tex', 'x^2', '', { kind: 'markdown', text: '$$\nx^2\n$$' }],
    ['text/vnd.graphviz', 'digraph {}', '', { kind: 'markdown', text: '```dot\ndigraph {}\n```' }],
    ['text/x-python', 'print(1)', '', { kind: 'markdown', text: '```python\nprint(1)\n```' }],
    [
      'application/vnd.observable.javascript',
      'viewof a = Inputs.range([0, 9], {label: "A", step: 1, value: 3})',
      '',
      { kind: 'input', id: 'a', text: 'type: range\nlabel: A\nmin: 0\nmax: 9\nstep: 1\nvalue: 3' }
    ],
    [
      'application/vnd.observable.javascript',
      'viewof a = Inputs.range([0, top], {label: "A"})',
      '',
      { kind: 'js', text: 'const a = view(Inputs.range([0, top], {label: "A"}));' }
    ],
    ['application/vnd.observable.javascript', 'mutable n = 3', '', { kind: 'js', text: 'const n = Mutable(3);' }],
    [
      'application/vnd.observable.javascript',
      'b = { yield 1; }',
      '',
      { kind: 'markdown', text: '```javascript\nb = { yield 1; }\n```' }
    ],
    ['application/vnd.observable.javascript', 'f(viewof a)', '', { kind: 'markdown' }]
  ])('%s: %s %s', (type, code, more, expected) => {
    expect(cells(script(type, code, more))).toMatchObject([expected]);
  });

  test('numbers that are double or none are repaired and said', () => {
    const { notebook, remarks } = readKit(
      kit(`<script id=1>a</script><script id=1>b</script><script>c</script>`),
      'x.html'
    );
    expect(notebook.cells.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(remarks.filter(({ code }) => code === 'kit-id').map(({ cell }) => cell)).toEqual([1, 2]);
  });

  test('libraries and files that are not shipped are said one by one', () => {
    const { remarks } = readKit(
      kit(script('module', 'import x from "npm:x";\nimport("https://e.org/y.js");\nFileAttachment("z.csv")')),
      'x.html'
    );
    expect(remarks.filter(({ code }) => code === 'kit-not-shipped').map(({ values }) => values.source)).toEqual([
      'npm:x',
      'https://e.org/y.js',
      'z.csv'
    ]);
  });

  test('code that was changed counts instead of our text beside it', () => {
    const { notebook } = parseNotebook(
      '```input id=a\ntype: range\nmax: 9\n```\n\ntext\n\n```sql id=q x=y\nselect 1\n```',
      kinds
    );
    const html = writeKit(notebook, 'Untitled').replace('[0, 9]', '[0, 8]').replace('select 1', 'select 2');
    const { notebook: read, remarks } = readKit(html, 'x.html');
    expect(read.cells).toMatchObject([
      { kind: 'js', text: 'const a = view(Inputs.range([0, 8], {}));' },
      { kind: 'markdown', text: 'text' },
      { kind: 'sql', id: 'q', attributes: [{ name: 'x', value: 'y' }], text: 'select 2' }
    ]);
    expect(remarks.map(({ code }) => code)).toEqual(['kit-edited', 'script', 'kit-edited-text']);
  });

  test.each([
    ['<html><body>a page</body></html>', 'kit-none', 1],
    ['', 'kit-none', 1],
    ['<notebook>\n<script id=1>\nx', 'kit-unclosed', 2],
    ['<notebook>\n\n<script><!-- <script> </script>', 'kit-unclosed', 3]
  ])('%j is refused', (html, code, lineNumber) => {
    expect(() => readKit(html, 'x.html')).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining({ file: 'x.html', line: lineNumber }) })
    );
  });

  test('any text is either read or refused by a sentence', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        'script',
        'notebook',
        '<notebook>',
        '<script>',
        '</script>',
        '<!--',
        '-->',
        '"',
        "'",
        '=',
        ' id=',
        ' data-phems="{',
        '&#0;',
        '&amp;',
        '<title>'
      ),
      fc.string({ maxLength: 5 })
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          scanKit(pieces.join(''), 'x.html');
          readKit(pieces.join(''), 'x.html');
        } catch (error) {
          expect(error).toMatchObject({ name: 'AppError' });
        }
      }),
      { seed: 7, numRuns: 5000 }
    );
  });
});

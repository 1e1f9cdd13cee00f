import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newCellKey } from '../cell-key';
import { canBeFront, parseNotebook } from '../format/parse';
import { serializeNotebook } from '../format/serialize';
import type { Notebook } from '../model';
import { isForeign, readForeign, writeIpynb, writeKit } from './index';
import { readIpynb } from './ipynb/read';
import { readKit } from './kit/read';

const kinds = ['markdown', 'sql', 'input', 'chart', 'import', 'simulate', 'js', 'ts', 'profile', 'cohort'];
const asFile = (notebook: Notebook) => serializeNotebook(notebook, kinds);
const trips = {
  ipynb: (notebook: Notebook) => readIpynb(writeIpynb(notebook), 'trip.ipynb').notebook,
  kit: (notebook: Notebook) => readKit(writeKit(notebook, 'Untitled'), 'trip.html').notebook
};

const room = new URL('../../../../notebooks/', import.meta.url).pathname;
const samples = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => [name, readFileSync(join(room, name), 'utf8')] as const);

describe.each(Object.entries(trips))('ours → %s → ours', (_, trip) => {
  test.each(samples)('%s is identical', (_name, text) => {
    const { notebook } = parseNotebook(text, kinds);
    expect(asFile(trip(notebook))).toBe(asFile(notebook));
  });

  test('3,000 random notebooks are identical', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        const { cells, front } = trip(notebook);
        const bare = (all: Notebook['cells']) => all.map(({ key: _key, ...cell }) => cell);
        expect(bare(cells)).toEqual(bare(notebook.cells));
        expect(front).toBe(notebook.front);
      }),
      { seed: 4, numRuns: 3000 }
    );
  });
});

const nasty = fc.constantFrom(
  ...['```sql id=x', '~~~', '---', '<!-- cell id=a -->', '<!-- <script', '</script>', '<\\/script>', '<\\\\/script >'],
  ...['-->', '<script>', '</notebook>', '${x}', '\\${x}', '%%sql', '%%sql --save t', '    indented', '   ', '\t', ''],
  ...['&amp; &lt; "', "'", '`', 'a\u2028b', '\u00a0', '# Ä 🙂', '![a](data:image/png;base64,AAAA)', '![](attachment:x)']
);
const line = fc.oneof(
  nasty,
  fc.string({ maxLength: 12, unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''))
);
const anyText = fc.array(line, { maxLength: 7 }).map((lines) => lines.join('\n'));
const value = fc.oneof(
  fc.constantFrom('', 'true', 'false', 'shown', 'two words', '"', '\\', '-->', '&quot;', 'a=b', '<', "'"),
  fc.string({ maxLength: 8, unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''))
);
const anyCell = fc.record({
  key: fc.constant(newCellKey()),
  kind: fc.constantFrom('markdown', 'markdown', 'sql', 'input', 'chart', 'import', 'js', 'ts', 'later', '{r}'),
  id: fc.option(
    value.filter((text) => text !== ''),
    { nil: undefined }
  ),
  attributes: fc.array(
    fc.record({ name: fc.constantFrom('off', 'run', 'code', 'show', 'tags', 'database', 'format', 'ä', 'a"b'), value }),
    { maxLength: 3 }
  ),
  text: fc.oneof(
    anyText,
    fc.constantFrom('from: t\nmark: dot\nx: a\ny: b', 'type: range\nlabel: A\nmin: 0\nmax: 9\nvalue: 2', 'x: [')
  )
});
const anyNotebook: fc.Arbitrary<Notebook> = fc.record({
  front: fc.oneof(
    fc.constantFrom('', 'title: x', 'title: "a  <b> & c"', 'title: [', 'theme: air\ntitle: 7'),
    anyText.filter((text) => text.trim() !== '' && canBeFront(text))
  ),
  cells: fc.array(anyCell, { maxLength: 5 })
});

test('a file is read by its name', async () => {
  expect(['a.ipynb', 'a.HTML', 'a.htm', 'a.md', 'a.csv'].map(isForeign)).toEqual([true, true, true, false, false]);
  const kit = await readForeign({ path: 'folder/x.html', file: new Blob(['<notebook><script>1</script></notebook>']) });
  expect(kit.notebook).toMatchObject({ front: 'title: x\nformat: 1', cells: [{ kind: 'js', text: '1' }] });
});

import { describe, expect, test } from 'vitest';
import { parseNotebook } from '../../format/parse';
import { serializeNotebook } from '../../format/serialize';
import { remarkText, type Imported } from '../index';
import { sourcesOf, type JupyterFile } from '../testing/jupyter-cells';
import { jupyterFiles } from '../testing/jupyter-files';
import { readIpynb } from './read';

const kinds = ['markdown', 'sql', 'input', 'chart', 'import', 'simulate', 'js', 'ts', 'profile', 'cohort'];

/** What is left of a source once its command to another program is taken off: this must come over letter by letter. */
function wanted(source: string, { told = [] }: JupyterFile): string {
  const prefix = told.find((one) => source.startsWith(one)) ?? '';
  return source.slice(prefix.length).replace(/^\n+|\s+$/g, '');
}

/** Words of a command that are nowhere: neither a cell's name nor in the report. */
function unsaid(prefix: string, { notebook, remarks }: Imported): string[] {
  const names = notebook.cells.map(({ id }) => id?.replace(/_\d+$/, '').toLowerCase());
  const told = remarks.map(({ values }) => Object.values(values).join(' ')).join(' ');
  return prefix
    .replace(/:secret@/, ':…@')
    .split(/\s+/)
    .filter((word) => word !== '' && !/^(%%?\w+|--save|<<|=)$/.test(word))
    .filter((word) => !names.includes(word.toLowerCase()) && !told.includes(word));
}

test('thirty kinds of files at least', () => {
  expect(jupyterFiles.length).toBeGreaterThanOrEqual(30);
  expect(new Set(jupyterFiles.map(({ name }) => name)).size).toBe(jupyterFiles.length);
});

describe.each(jupyterFiles.map((file) => [file.name, file] as const))('%s', (_, file) => {
  const imported = readIpynb(file.json, file.name);
  const written = serializeNotebook(imported.notebook, kinds);
  const read = parseNotebook(written, kinds);

  test('every letter of every source comes over, in its order, also through our own file', () => {
    for (const cells of [imported.notebook.cells, read.notebook.cells]) {
      const texts = cells.map(({ text }) => text);
      let from = 0;
      for (const source of sourcesOf(file)) {
        const text = wanted(source, file);
        if (text === '') continue;
        const at = texts.findIndex((one, index) => index >= from && containsAll(one, text));
        expect(at, `lost: ${text.slice(0, 80)}`).toBeGreaterThanOrEqual(0);
        from = at;
      }
    }
  });

  test('a command that was taken off is a name or in the report', () => {
    for (const prefix of file.told ?? []) expect(unsaid(prefix, imported)).toEqual([]);
  });

  test('what came in is a notebook of ours like any other', () => {
    expect(read.problems).toEqual([]);
    expect(serializeNotebook(read.notebook, kinds)).toBe(written);
    for (const remark of imported.remarks) expect(remarkText(remark)).toMatch(/^\S.*[.:]$/);
    expect(written).not.toContain('secret');
  });
});

/** Pictures of a file stand in the text itself afterwards; everything around them is compared. */
function containsAll(text: string, source: string): boolean {
  let at = 0;
  for (const piece of source.split(/attachment:[^)]*/)) {
    at = text.indexOf(piece, at);
    if (at < 0) return false;
    at += piece.length;
  }
  return true;
}

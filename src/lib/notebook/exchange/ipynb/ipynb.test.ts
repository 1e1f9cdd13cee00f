import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNotebook } from '../../format/parse';
import type { Imported } from '../index';
import { jsonPlace } from '../json-place';
import { jupyterFiles } from '../testing/jupyter-files';
import { readIpynb } from './read';
import { writeIpynb } from './write';

const kinds = ['markdown', 'sql', 'input', 'chart', 'import', 'simulate', 'js', 'ts', 'profile', 'cohort'];

const room = new URL('../../../../../notebooks/', import.meta.url).pathname;
const samples = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => [name, readFileSync(join(room, name), 'utf8')] as const);

describe('writeIpynb', () => {
  const { notebook } = parseNotebook(samples.map(([, text]) => text).join('\n'), kinds);
  const written = writeIpynb(notebook);

  test('is nbformat 4.5 without results: keys sorted, indented by one, a line feed at the end', () => {
    const content = JSON.parse(written) as { cells: Record<string, unknown>[] } & Record<string, unknown>;
    expect(content).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
    expect(written.endsWith('}\n')).toBe(true);
    expect(written.split('\n')[1]).toBe(' "cells": [');
    for (const cell of content.cells) {
      expect(Object.keys(cell)).toEqual(Object.keys(cell).toSorted());
      expect(cell['id']).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
      if (cell['cell_type'] === 'code') expect(cell).toMatchObject({ outputs: [], execution_count: null });
    }
    expect(new Set(content.cells.map((cell) => cell['id'])).size).toBe(content.cells.length);
  });

  test('a query is code behind %%sql, a task is raw, an off cell is skipped', () => {
    const { cells } = JSON.parse(
      writeIpynb(parseNotebook('```sql id=a off=true\nselect 1\n```\n```input id=b\nx: 1\n```', kinds).notebook)
    ) as { cells: unknown[] };
    expect(cells).toMatchObject([
      {
        cell_type: 'code',
        id: 'a',
        source: ['%%sql\n', 'select 1'],
        metadata: { language: 'sql', tags: ['skip-execution'] }
      },
      { cell_type: 'raw', id: 'b', source: ['x: 1'], metadata: { format: 'text/yaml', phems: { info: 'input id=b' } } }
    ]);
  });

  test('an image in the text is an attachment', () => {
    const text = '![a](data:image/png;base64,AAAA) ![b](data:image/png;base64,AAAA)';
    expect(JSON.parse(writeIpynb(parseNotebook(text, kinds).notebook))).toMatchObject({
      cells: [
        {
          source: ['![a](attachment:image-1.png) ![b](attachment:image-1.png)'],
          attachments: { 'image-1.png': { 'image/png': 'AAAA' } }
        }
      ]
    });
  });
});

describe('readIpynb', () => {
  const read = (name: string): Imported => {
    const file = jupyterFiles.find((one) => one.name === `${name}.ipynb`);
    if (!file) throw new Error(name);
    return readIpynb(file.json, file.name);
  };
  const said = ({ remarks }: Imported) => remarks.map(({ code }) => code);

  test('queries get the name that they were saved under, and lose their connection without its password', () => {
    expect(read('jupysql').notebook.cells.filter(({ kind }) => kind === 'sql')).toMatchObject([
      { id: 'hourly', text: 'select hour, avg(lactate) as lactate\nfrom labs\ngroup by hour' },
      { id: 'late', text: 'select * from hourly where hour > 12' },
      { id: 'once', text: 'select 1 as one' },
      { id: 'twice', text: 'select 2 as two' }
    ]);
    const connected = read('ipython-sql-connections');
    expect(connected.notebook.cells.map(({ text }) => text)).toEqual([
      'select person_id\nfrom person',
      'select 1',
      'select a from t\nwhere a > 3'
    ]);
    expect(connected.remarks.find(({ code }) => code === 'sql-arguments')?.values.text).toBe(
      'postgresql://reader:…@host/db'
    );
    expect(read('sql-saved-twice').notebook.cells.map(({ id }) => id)).toEqual(['t', 'T_2']);
  });

  test.each([
    ['deno-typescript', ['ts']],
    ['javascript-kernel', ['js']],
    ['sql-kernel', ['sql']],
    ['databricks', ['sql', 'markdown', 'markdown', 'markdown']],
    ['vscode', ['sql', 'markdown', 'markdown']],
    ['polyglot', ['sql', 'markdown']],
    ['r', ['markdown']],
    [
      'magics-of-other-languages',
      ['markdown', 'markdown', 'markdown', 'js', 'markdown', 'markdown', 'markdown', 'markdown']
    ]
  ])('%s becomes %j', (name, expected) => {
    expect(read(name).notebook.cells.map(({ kind }) => kind)).toEqual(expected);
  });

  test('pictures come along up to 1 MB; what was left out is said', () => {
    const [cell] = read('attachments').notebook.cells;
    expect(cell?.text).toMatch(/^Before !\[chart\]\(data:image\/png;base64,iVBOR.* and\n!\[second\]\(data:image/);
    expect(said(read('attachments'))).toContain('attachment-no-image');
    expect(said(read('large-attachment'))).toContain('attachment-large');
  });

  test('outputs are dropped and counted; pictures and print can be had, tables of HTML never', () => {
    const { remarks, outputs, notebook } = read('outputs-of-all-kinds');
    expect(remarks).toContainEqual({ sort: 'dropped', code: 'outputs', values: { n: 5 } });
    expect(outputs.map(({ text }) => text)).toEqual([
      '```text\nloaded 3 files\n```',
      expect.stringMatching(/^!\[\]\(data:image\/png;base64,/),
      '```text\n0.41\n```'
    ]);
    expect(JSON.stringify([outputs, notebook])).not.toContain('Anna');
  });

  test('each cell is in the report: kept, or with what became of it', () => {
    for (const file of jupyterFiles) {
      const { notebook, keptCells, remarks, kept } = readIpynb(file.json, file.name);
      const told = remarks.filter(({ sort }) => sort === 'changed').map(({ cell }) => cell);
      const silent = notebook.cells
        .map((_, index) => index)
        .filter((at) => !keptCells.includes(at) && !told.includes(at));
      // Left out, beside it: a picture that was too large.
      const lacking = remarks.filter(({ sort }) => sort === 'dropped').map(({ cell }) => cell);
      expect(
        silent.filter((at) => !lacking.includes(at)),
        file.name
      ).toEqual([]);
      expect(keptCells).toHaveLength(kept);
      expect(keptCells.every((at) => at < notebook.cells.length)).toBe(true);
    }
  });

  test('tags stay, and a skipped cell is off', () => {
    expect(read('tags-and-slides').notebook.cells.map(({ attributes }) => attributes)).toEqual([
      [
        { name: 'off', value: 'true' },
        { name: 'tags', value: 'parameters' }
      ],
      [{ name: 'tags', value: 'hide-input' }]
    ]);
  });

  test('what was written in Jupyter meanwhile counts', () => {
    const written = writeIpynb(parseNotebook('```sql id=a run=ask\nselect 1\n```', kinds).notebook);
    expect(readIpynb(written.replace('select 1', 'select 2'), 'x.ipynb').notebook.cells).toMatchObject([
      { kind: 'sql', id: 'a', attributes: [{ name: 'run', value: 'ask' }], text: 'select 2' }
    ]);
  });

  test.each([
    ['', 1, 1],
    ['{"cells": [\n {"a": tru}]}', 2, 8],
    ['{"cells": [],}', 1, 14],
    ['{"nbformat": 4, "cells": [{"source": "abc', 1, 38],
    ['[1, 2] x', 1, 8],
    ['<html>', 1, 1]
  ])('%j is refused with its place', (json, lineNumber, column) => {
    expect(() => readIpynb(json, 'x.ipynb')).toThrowError(
      expect.objectContaining({ code: 'ipynb-json', place: { file: 'x.ipynb', line: lineNumber, column } })
    );
  });

  test.each(['[]', '7', '"x"', 'null', '{}', '{"a": 1}'])('%s is JSON, but no notebook', (json) => {
    expect(() => readIpynb(json, 'x.ipynb')).toThrowError(expect.objectContaining({ code: 'ipynb-shape' }));
  });

  test('any JSON is either read or refused by a sentence', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (cells, metadata) => {
        const json = JSON.stringify({ nbformat: 4, cells: Array.isArray(cells) ? cells : [cells], metadata });
        expect(readIpynb(json, 'x.ipynb').notebook.cells.length).toBeLessThanOrEqual(1000);
      }),
      { seed: 5, numRuns: 2000 }
    );
  });
});

test('jsonPlace finds what JSON.parse finds', () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const spoiled = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', '1', '\n', 'x'))
    .map(([json, at, piece]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + piece + json.slice(place + (at % 2));
    });
  fc.assert(
    fc.property(fc.oneof(fc.json(), spoiled), (text) => {
      expect(jsonPlace(text) === undefined).toBe(isJson(text));
    }),
    { seed: 6, numRuns: 5000 }
  );
});

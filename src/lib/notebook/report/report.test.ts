import { describe, expect, test } from 'vitest';
import type { Column } from '$workers/shared/table';
import { defineKind } from '../kind';
import type { Cell, CellKey } from '../model';
import type { ReportBlock, Reported } from './contract';
import { holdsRows, reportMarkup, type ReportOptions } from './document';
import type { ReportPart } from './gather';
import { html, Markup, sentence } from './markup';
import { reportPage } from './page';

const kind = defineKind<unknown, unknown>({
  ...{ name: 'sql', title: 'SQL', hint: '', icon: '', safe: true, language: 'sql', template: '' },
  parse: () => ({}),
  needs: () => ({ tables: [], values: [] }),
  defines: () => [],
  policy: () => 'auto',
  run: async () => ({ output: {}, values: new Map() })
});
const whole = (name: string, values: readonly number[]): Column => ({
  name,
  type: 'int32',
  values: Int32Array.from(values)
});
const part = (text: string, reported: Partial<Reported> | undefined, more: Partial<ReportPart> = {}): ReportPart => ({
  cell: { key: text as CellKey, kind: 'sql', id: 'q', attributes: [], text } as Cell,
  ...{ number: 1, kind, off: false, hidden: false, hasOutput: reported !== undefined, staleSince: undefined },
  ...{ error: undefined, warnings: [], simulated: false },
  reported: reported && { individual: false, blocks: [], ...reported },
  ...more
});
const head = { title: 'A <title>', facts: [], provenance: [['Made', 'now & here'] as const] };
const options = (more: Partial<ReportOptions> = {}): ReportOptions => ({
  ...{ code: true, withRows: new Set<CellKey>(), hidden: false, draw: async () => '<svg></svg>' },
  ...more
});
const written = async (parts: readonly ReportPart[], more: Partial<ReportOptions> = {}) =>
  (await reportMarkup(parts, head, options(more))).text;
const table = (columns: readonly Column[], rows: number, of = rows): ReportBlock => ({
  type: 'table',
  table: { rows, columns },
  of
});

describe('markup', () => {
  test('escapes whatever is not markup, wherever it stands', () => {
    const nasty = '<img src=x onerror="1">\'&';
    const safe = '&lt;img src=x onerror=&quot;1&quot;&gt;&#39;&amp;';
    expect(html`<p title="${nasty}">${nasty}${[nasty, html`<b>${nasty}</b>`]}${false}${undefined}${0}</p>`.text).toBe(
      `<p title="${safe}">${safe}${safe}<b>${safe}</b>0</p>`
    );
    expect(html`${sentence('a `<b>` *<c>* <d>')}`.text).toBe('a <code>&lt;b&gt;</code> <em>&lt;c&gt;</em> &lt;d&gt;');
  });
});

describe('reportMarkup', () => {
  test('texts, names and values of the notebook are text', async () => {
    const column: Column = { name: '<th>', type: 'text', values: Int32Array.of(0), dictionary: ['<td>'], unit: '<u>' };
    const text = await written([
      part('select "<script>"', { blocks: [table([column], 1), { type: 'facts', facts: [['<dt>', '<dd>']] }] })
    ]);
    expect(text).not.toMatch(/<script|<th>&lt;|<u>/);
    for (const one of [
      '&lt;script&gt;',
      '&lt;th&gt;',
      '&lt;td&gt;',
      '&lt;u&gt;',
      '&lt;dt&gt;',
      '&lt;dd&gt;',
      'A &lt;title&gt;'
    ])
      expect(text).toContain(one);
  });

  test('what reads simulated data says so over its result', async () => {
    const shown = { blocks: [table([whole('n', [1])], 1)] };
    expect(await written([part('select 1', shown, { simulated: true })])).toContain('simulated data: no real patient');
    expect(await written([part('select 1', shown)])).not.toContain('simulated');
  });

  test('rows stand there only where they were let in, and that is said', async () => {
    const shown = { individual: true, summary: '3 rows of 1 column', blocks: [table([whole('age', [70, 71, 72])], 3)] };
    const parts = [part('select age', shown), part('select 1', { note: 'smallest group: 12 persons' })];
    const without = await written(parts);
    expect(without).toMatch(/Left out, since it shows individual rows: 3 rows of 1 column/);
    expect(without).not.toMatch(/71|Contains individual rows: yes/);
    expect(without).toContain('Contains individual rows: no; smallest group: 12 persons');
    expect(holdsRows(parts, options())).toBe(false);
    const ticked = { withRows: new Set(['select age' as CellKey]) };
    expect(await written(parts, ticked)).toMatch(/71[\s\S]*Contains individual rows: yes/);
    expect(holdsRows(parts, options(ticked))).toBe(true);
    expect(holdsRows(parts, options({ withRows: 'all' }))).toBe(true);
  });

  test('what is hidden in the notebook is in only on wish, rows in it too', async () => {
    const parts = [
      part('select age', { individual: true, blocks: [table([whole('age', [71])], 1)] }, { hidden: true })
    ];
    expect(await written(parts, { withRows: 'all' })).not.toContain('71');
    expect(holdsRows(parts, options({ withRows: 'all' }))).toBe(false);
    expect(await written(parts, { withRows: 'all', hidden: true })).toContain('71');
  });

  test('a figure has its key and its caption, with no colour by name', async () => {
    const figure: ReportBlock = {
      ...{ type: 'figure', description: 'A line.', caption: 'n = 3', draw: () => undefined },
      key: [{ look: 'dashed', color: '--c2', words: '<what> if' }]
    };
    const text = await written([part('q', { blocks: [figure] })]);
    expect(text).toMatch(/<svg class="swatch"[^>]*><path d="M0 6H20" stroke="var\(--c2\)"[^>]*stroke-dasharray="5 3"/);
    expect(text).toMatch(/&lt;what&gt; if[\s\S]*n = 3/);
  });

  test('long tables say how many rows there are', async () => {
    const text = await written([part('q', { blocks: [table([whole('n', [1, 2])], 2, 1204)] })]);
    expect(text).toContain('2 of 1,204 rows');
    expect(text).toMatch(/<thead>[\s\S]*<tbody>/);
  });

  test('columns that do not fit side by side go on below, behind the first one again', async () => {
    const columns = Array.from({ length: 30 }, (_, at) => whole(`a_column_of_a_name_${at}`, [at]));
    const text = (await written([part('q', { blocks: [table(columns, 1)] })])).replaceAll('<wbr />', '');
    expect(text.match(/<table>/g)?.length).toBeGreaterThan(3);
    expect(text.match(/a_column_of_a_name_0</g)?.length).toBe(text.match(/<table>/g)?.length);
    for (let at = 1; at < 30; at++) expect(text.split(`a_column_of_a_name_${at}<`)).toHaveLength(2);
  });

  test('code keeps every blank and line, and can be left out', async () => {
    const source = 'select\n  a,\n\n\tb -- <x>\nfrom t';
    const text = await written([part(source, undefined)]);
    const code = /<pre class="source"><code>([\s\S]*)<\/code><\/pre>/.exec(text)?.[1] ?? '';
    const plain = code
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    expect(plain).toBe(`${source}\n`);
    expect(await written([part(source, undefined)], { code: false })).not.toContain('from t');
  });
});

test('a page of its own holds its policy and no script', () => {
  const page = reportPage('A </title><script>', 'fi', new Markup('<article></article>'));
  expect(page).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`
  );
  expect(page).toMatch(/^<!doctype html>\n<html lang="fi">/i);
  expect(page).not.toMatch(/<script/);
});

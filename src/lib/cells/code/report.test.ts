import { describe, expect, test } from 'vitest';
import { readCode } from '$workers/sandbox/analysis';
import type { OutputPart } from '$workers/sandbox/contract';
import type { ReportGiven } from '$lib/notebook/report/contract';
import { report } from './report';
import type { CodeShown } from './run';

const one: OutputPart = { type: 'value', node: { sort: 'number', text: '1' } };

function given(text: string, parts: readonly OutputPart[], values: Readonly<Record<string, number>> = {}) {
  const reading = readCode(text, { language: 'js', label: 'a' });
  const output = { parts, console: { lines: [], left: 0 }, defined: [], milliseconds: 1, turn: 0 };
  return {
    spec: reading,
    output: { output, reading, width: 720 } satisfies CodeShown,
    cell: { key: 'k', kind: 'js', id: 'plot', text, attributes: [] },
    engines: undefined,
    signal: new AbortController().signal,
    most: 100,
    holdsRows: (name: string) => Promise.resolve(name !== 'summary'),
    relation: (name: string) =>
      ['hourly', 'summary'].includes(name) ? { name, columns: [], rows: 1, kind: 'table' } : undefined,
    value: (name: string) => values[name]
  } as unknown as ReportGiven<ReturnType<typeof readCode>, CodeShown>;
}

describe('own code in a report', () => {
  test.each([
    ['1', false],
    ['summary', false],
    ['hourly', true],
    ['maxAge + 1', false],
    ['sql`select * from hourly`', true],
    ['sql`select * from summary`', false],
    ['other(1)', true]
  ])('%s shows individual rows: %s', async (text, individual) => {
    expect((await report(given(text, [one], { maxAge: 3 }))).individual).toBe(individual);
  });

  test('nothing shown is nothing of anybody', async () => {
    expect(await report(given('hourly', []))).toEqual({ individual: false, blocks: [] });
  });

  test('each part in its order', async () => {
    const table = { rows: 200, columns: [] };
    const { blocks } = await report(
      given('1', [
        one,
        { type: 'value', node: { sort: 'string', text: 'a ```b' } },
        { type: 'markdown', text: '# A' },
        { type: 'table', rows: 5000, first: table },
        { type: 'view', view: { view: 1, control: 'select', options: ['x', 'y'], label: 'Which', value: 1 } },
        { type: 'markup', language: 'svg', text: '<svg></svg>', nodes: 1 },
        { type: 'too-large', what: 'svg', size: 9, unit: 'elements', limit: 1 }
      ])
    );
    expect(blocks).toMatchObject([
      { type: 'markdown', text: '```text\n1\n```' },
      { type: 'markdown', text: '````text\na ```b\n````' },
      { type: 'markdown', text: '# A' },
      { type: 'table', of: 5000, table: { rows: 100 } },
      { type: 'facts', facts: [['Which', 'y']] },
      { type: 'figure', description: 'Drawing of plot' },
      { type: 'text', faint: true }
    ]);
  });
});

import { expect, test } from 'vitest';
import type { KnownNames } from './known-names';
import { completionFor } from './completion';

const known: KnownNames = {
  relations: [
    {
      name: 'hourly',
      rows: 3,
      kind: 'table',
      columns: [
        { name: 'lactate', type: 'float64', sqlType: 'DOUBLE', unit: 'mmol/L' },
        { name: 'heart rate', type: 'float64', sqlType: 'DOUBLE' },
        { name: 'order', type: 'int32', sqlType: 'INTEGER' }
      ]
    },
    { name: 'wards', rows: 2, kind: 'view', columns: [{ name: 'ward', type: 'text', sqlType: 'VARCHAR' }] },
    { name: 'cell k9', rows: 1, kind: 'view', columns: [] }
  ],
  tables: ['hourly', 'twin', 'cell k8'],
  values: ['maxAge'],
  functions: [{ name: 'median', parameters: 'x', returns: 'DOUBLE' }]
};

/** `|` is the caret; the word before it is what is being typed. */
async function offered(kind: string, written: string) {
  const position = written.indexOf('|');
  const text = written.replace('|', '');
  const typed = /[\w]*$/.exec(text.slice(0, position))?.[0].length ?? 0;
  const provider = completionFor(kind, () => known);
  return (await provider?.({ text, position, from: position - typed, explicit: true })) ?? [];
}
const labels = async (kind: string, written: string) => (await offered(kind, written)).map((item) => item.label);

test.each([
  ['sql', 'select * from |', ['hourly', 'wards', 'twin']],
  ['sql', 'select 1 from hourly join w|', ['hourly', 'wards', 'twin']],
  ['sql', 'select w.| from hourly h, wards w', ['ward']],
  ['sql', 'select hourly.la| from hourly', ['lactate', 'heart rate', 'order']],
  ['sql', 'select * from hourly where lactate > ${m|}', ['maxAge']],
  [
    'chart',
    'from: hourly\nmark: |',
    ['dot', 'line', 'area', 'bar', 'histogram', 'box', 'rule', 'tick', 'cell', 'density']
  ],
  ['chart', 'from: |', ['hourly', 'wards', 'twin']],
  ['chart', 'from: hourly # hours\nx: |', ['lactate', 'heart rate', 'order']],
  ['chart', 'from: hourly\nscales:\n  x:\n    type: lo|', ['linear', 'log', 'sqrt', 'time', 'ordinal']],
  ['chart', 'from: hourly\nfacet: {x: |}', ['lactate', 'heart rate', 'order']],
  ['chart', 'from: hourly\nfacet: {|}', ['x', 'y']],
  ['chart', 'from: hourly\nreference:\n  - |', ['x', 'y', 'label']],
  ['chart', 'title: |', []],
  ['chart', 'nonsense: |', []],
  ['input', 'type: |', ['range', 'number', 'text', 'select', 'multi-select', 'date', 'toggle']],
  ['input', 'type: toggle\nvalue: |', ['true', 'false']],
  ['input', 'type: toggle\n|', ['type', 'label', 'value', 'help']],
  ['statistics', 'question: survive\nmethod: cox\nfrom: hourly\ntime: |', ['lactate', 'heart rate', 'order']],
  ['markdown', 'any|', []]
])('in %s, %j is offered %j', async (kind, written, expected) => {
  expect(await labels(kind, written)).toEqual(expected);
});

test('a query is offered the columns of its tables first; odd names and reserved words are quoted', async () => {
  const items = await offered('sql', 'select l| from hourly');
  const columns = items.filter((item) => item.kind === 'column');
  expect(columns.map((item) => item.insert)).toEqual([undefined, '"heart rate"', '"order"']);
  expect(columns[0]?.detail).toBe('DOUBLE, mmol/L');
  expect(items.find((item) => item.kind === 'value')?.insert).toBe('${maxAge}');
  expect(items.map((item) => item.label)).not.toContain('ward');
  expect(items.map((item) => item.label)).toContain('qualify');
});

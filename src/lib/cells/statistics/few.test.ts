import { expect, test } from 'vitest';
import { float64Column, textColumn } from '$workers/statistics/columns';
import { analyse } from '$workers/statistics/analysis';
import type { ReportBlock } from '$lib/notebook/report/contract';
import { report } from './report';

const endings = ['dead', 'home', 'home', 'home', 'home', 'home', 'dead', 'home', 'home', 'censored', 'other', 'home'];
const rows = endings.length;
const number = (name: string, of: (row: number) => number) =>
  float64Column(
    name,
    Float64Array.from({ length: rows }, (_, row) => of(row))
  );
/** Two of twelve died, one had something else, one was censored. */
const table = {
  rows,
  columns: [
    number('days', (row) => 3 + row),
    number('died', (row) => Number(endings[row] === 'dead')),
    number('treated', (row) => row % 2),
    textColumn('how', endings)
  ]
};

const requests: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['kaplan-meier', { time: 'days', event: 'died' }],
  ['restricted-mean', { time: 'days', event: 'died', group: 'treated' }],
  ['cumulative-incidence', { time: 'days', event: 'how', cause: 'dead' }],
  ['fine-gray', { time: 'days', event: 'how', cause: 'home', predictors: ['treated'] }],
  ['firth', { outcome: 'died', predictors: ['days'] }],
  ['classification', { outcome: 'died', score: 'days', threshold: 8 }],
  ['paired-proportions', { before: 'died', after: 'treated' }]
];

const textOf = (block: ReportBlock) =>
  block.type === 'text' ? [block.text] : block.type === 'facts' ? block.facts.map(([name, value]) => `${name}: ${value}`) : []; // prettier-ignore

test.each(requests)('a report of %s tells no count of few persons', async (name, request) => {
  const found = await analyse(name, table, request);
  const spec = { form: { fields: {} }, request: {}, title: undefined, caption: undefined };
  const { blocks } = await report({ output: { found, tables: [] }, spec, most: 100 } as never);
  for (const said of blocks.flatMap(textOf)) {
    expect(said).not.toMatch(/\b[1-4] (?:events?|persons?|of \d+ had|rows? with)\b|(?:dead|other|Events|Censored|outcome)(?: |: )[1-4]\b/); // prettier-ignore
  }
});

test('who moved which way is told as a count, not as a limit', async () => {
  const found = await analyse('paired', table, { before: 'died', after: 'days' });
  expect(found.says.find(({ code }) => code === 'paired-directions')?.values).toMatchObject({ higher: 12, less: 0 });
});

test('what must not be missed stands before the numbers in a report', async () => {
  const found = await analyse('classification', table, { outcome: 'died', score: 'days', threshold: 8 });
  const spec = { form: { fields: {} }, request: {}, title: 'Calls', caption: undefined };
  const { blocks } = await report({ output: { found, tables: [] }, spec, most: 100 } as never);
  const at = blocks.findIndex((block) => block.type === 'text' && block.text.includes('rest on little'));
  expect(blocks[at]).not.toHaveProperty('faint');
  expect(at).toBeLessThan(blocks.findIndex(({ type }) => type === 'table' || type === 'figure'));
});

import * as Plot from '@observablehq/plot';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Relation } from '$workers/data/contract';
import { openCells, type NodeCells } from '../node-context';
import { countNotes, describeChart } from './labels';
import { plotOptions } from './plot-options';
import { runChart } from './run';
import { colorEdges, tickFit } from './scales';
import { shownTable } from './shown';
import { parseChart } from './spec';

let cells: NodeCells;
let hours: Relation;

beforeAll(async () => {
  cells = await openCells();
  const table = await cells.data.query(
    `select (i % 24)::int as hour, 'h' || (i % 8) as ward, case when i % 5 = 0 then null else (i % 60) / 10.0::double end as lactate,
       date '2024-01-01' + (i % 90)::int as day, i % 2 = 0 as died from range(480) t(i)`
  );
  const columns = table.columns.map((column) =>
    column.name === 'lactate' ? { ...column, unit: 'mmol/L', label: 'Lactate' } : column
  );
  hours = await cells.data.insert('hours', { rows: table.rows, columns });
});

async function outputOf(text: string) {
  const context = cells.context({ hours: { type: 'table', relation: hours } });
  return (await runChart(parseChart(`from: hours\n${text}`), context)).output;
}

const drawn = async (text: string) => plotOptions(Plot, await outputOf(text));

interface DrawnMark {
  constructor: { name: string };
  channels: Record<string, { value: { transform: () => ArrayLike<unknown>; label?: string } } | undefined>;
}
const marksOf = (options: Plot.PlotOptions) => (options.marks as unknown[]).flat(3).filter(Boolean) as DrawnMark[];

describe('plotOptions', () => {
  test('labels carry the unit of the column, the text overrides them, and null means none', async () => {
    const options = await drawn('mark: dot\nx: hour\ny: lactate\nscales: {x: {label: null}}');
    expect(options.x).toMatchObject({ label: null });
    expect(options.y).toMatchObject({ label: 'Lactate (mmol/L)' });
    expect((await drawn('mark: dot\nx: hour\ny: lactate\nscales: {y: {label: Lactate now}}')).y).toMatchObject({
      label: 'Lactate now'
    });
  });

  test('an aggregate says what it is', async () => {
    expect((await drawn('mark: line\nx: hour\ny: lactate\naggregate: median')).y).toMatchObject({
      label: 'Median of Lactate (mmol/L)'
    });
    expect((await drawn('mark: bar\nx: ward')).y).toMatchObject({ label: 'Rows' });
  });

  test.each([
    ['mark: dot\nx: hour\ny: lactate', ['Dot']],
    ['mark: dot\nx: hour\ny: lactate\naggregate: count\nbin: auto', ['Dot']],
    ['mark: line\nx: hour\ny: lactate\naggregate: mean', ['Line']],
    ['mark: area\nx: hour\ny: lactate\naggregate: sum\nstack: none', ['Area']],
    ['mark: area\nx: day\ncolor: died\naggregate: count\nstack: share', ['Area']],
    ['mark: bar\nx: ward', ['BarY']],
    ['mark: bar\ny: ward', ['BarX']],
    ['mark: bar\nx: hour\nbin: 4\ncolor: died', ['Rect']],
    ['mark: histogram\nx: lactate', ['Rect']],
    ['mark: histogram\ny: lactate\nstack: none', ['Rect']],
    ['mark: histogram\nx: day\nbin: month', ['Rect']],
    ['mark: box\nx: ward\ny: lactate', ['RuleX', 'BarY', 'TickY', 'Dot']],
    ['mark: box\nx: lactate\ny: ward\ncolor: ward', ['RuleY', 'BarX', 'TickX', 'Dot']],
    ['mark: rule\nx: hour', ['RuleX']],
    ['mark: rule\nx: hour\ny: lactate', ['RuleX']],
    ['mark: tick\nx: lactate\ny: ward', ['TickX']],
    ['mark: tick\ny: lactate', ['TickY']],
    ['mark: tick\nx: ward\ny: lactate\naggregate: mean', ['TickY']],
    ['mark: cell\nx: hour\ny: ward', ['Cell']],
    ['mark: cell\nx: hour\ny: ward\ncolor: lactate\naggregate: mean', ['Cell']],
    ['mark: cell\nx: hour\ny: lactate\nbin: auto', ['Rect']],
    ['mark: cell\nx: hour\ny: ward\nbin: 6', ['BarX']],
    ['mark: density\nx: hour\ny: lactate', ['Density', 'Dot']],
    [
      'mark: line\nx: hour\ny: lactate\naggregate: mean\nreference: [{y: 2, label: limit}, {x: 12}]',
      ['Line', 'RuleY', 'Text', 'RuleX', 'Text']
    ]
  ])('%j is drawn by %j', async (text, names) => {
    const options = await drawn(text);
    const found = marksOf(options).map((mark) => mark.constructor.name);
    expect(found.filter((name) => name !== 'Tip')).toEqual(names);
  });

  test('groups beyond two lines differ by dash, and share one tip', async () => {
    const options = await drawn(
      'mark: line\nx: day\ny: lactate\naggregate: mean\ncolor: ward\nscales: {color: {domain: [h1, h2, h3]}}'
    );
    expect(marksOf(options).map((mark) => mark.constructor.name)).toEqual(['Line', 'Line', 'Line', 'Tip']);
  });

  test('colours are tokens of the theme; the others share the faint one', async () => {
    const { color } = await drawn('mark: bar\nx: hour\ncolor: ward');
    expect(color).toMatchObject({
      type: 'ordinal',
      domain: ['h0', 'h1', 'h2', 'h3', 'h4', 'other (3)'],
      range: ['var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c4)', 'var(--c5)', 'var(--line-strong)']
    });
    expect((await drawn('mark: dot\nx: hour\ny: lactate\ncolor: lactate')).color).toMatchObject({
      type: 'threshold',
      domain: [1, 2, 3, 4, 5],
      range: ['var(--seq-1)', 'var(--seq-3)', 'var(--seq-4)', 'var(--seq-6)', 'var(--seq-7)', 'var(--seq-9)']
    });
  });

  test.each([
    [0, 29, [5, 10, 15, 20, 25]],
    [2.574, 5.184, [3, 3.5, 4, 4.5, 5]],
    [-1, 1, [-0.5, 0, 0.5]],
    [3, 3, []]
  ])('colours from %d to %d change at round numbers', (low, high, edges) => {
    expect(colorEdges(low, high)).toEqual(edges);
  });

  test('numbers that name bars are thinned out, names are not', () => {
    const hours = Array.from({ length: 48 }, (_, hour) => String(hour));
    expect(tickFit(hours, 'x')).toEqual({ ticks: hours.filter((_, hour) => hour % 3 === 0), tickRotate: 0 });
    expect(
      tickFit(
        hours.map((hour) => `ward ${hour}`),
        'x'
      )
    ).toEqual({});
  });

  test('bars are sorted by their length, or by name backwards', async () => {
    const relation = await cells.table('lengths', "select * from (values ('a', 2), ('b', 9), ('c', 5)) t(who, n)");
    const domainOf = async (sort: string) => {
      const context = cells.context({ lengths: { type: 'table', relation } });
      const { output } = await runChart(parseChart(`from: lengths\nmark: bar\nx: n\ny: who\n${sort}`), context);
      return (plotOptions(Plot, output).y as Plot.ScaleOptions).domain;
    };
    expect(await domainOf('')).toEqual(['a', 'b', 'c']);
    expect(await domainOf('sort: -x')).toEqual(['b', 'c', 'a']);
    expect(await domainOf('sort: x')).toEqual(['a', 'c', 'b']);
    expect(await domainOf('sort: -y')).toEqual(['c', 'b', 'a']);
  });

  test('missing values break a line', async () => {
    const [line] = marksOf(await drawn('mark: line\nx: hour\ny: lactate\ngroup: ward'));
    const values = Array.from(line?.channels.y?.value.transform() ?? []);
    expect(values.filter((value) => Number.isNaN(value))).toHaveLength(96);
  });
});

describe('words of a chart', () => {
  test('n and what is missing stand in the caption', async () => {
    expect(countNotes(await outputOf('mark: dot\nx: hour\ny: lactate'))).toEqual(['n = 384', '96 without lactate']);
    expect(countNotes(await outputOf('mark: bar\nx: ward\nscales: {x: {domain: [h1]}}'))).toEqual([
      'n = 60',
      '420 of other ward'
    ]);
  });

  test.each([
    [
      'mark: line\nx: hour\ny: lactate\naggregate: max\ncolor: died',
      'Lines, greatest Lactate by hour, 2 groups, from 3.8 to 5.9\u00a0mmol/L.'
    ],
    ['mark: dot\nx: hour\ny: lactate', 'Dots, Lactate by hour, from 0.1 to 5.9\u00a0mmol/L.'],
    ['mark: histogram\nx: lactate\nbin: 1', 'Histogram, rows by Lactate, from 64 to 64.'],
    ['mark: bar\nx: ward', 'Bars, rows by ward, from 60 to 60.']
  ])('%j is told as %j', async (text, sentence) => {
    expect(describeChart(await outputOf(text))).toBe(sentence);
  });

  test('the table behind a chart names its columns as people do', async () => {
    const table = shownTable(await outputOf('mark: histogram\nx: lactate\nbin: 1\ncolor: died'));
    expect(table.columns.map((column) => column.name)).toEqual(['lactate from', 'lactate below', 'died', 'rows']);
    const boxes = shownTable(await outputOf('mark: box\nx: ward\ny: lactate'));
    expect(boxes.columns.map((column) => column.name)).toEqual([
      'ward',
      'lower whisker',
      'first quarter',
      'median',
      'third quarter',
      'upper whisker',
      'rows'
    ]);
  });
});

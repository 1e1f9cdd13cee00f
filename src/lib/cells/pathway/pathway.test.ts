import { beforeAll, describe, expect, test } from 'vitest';
import { checkEvents, findEvents, forgetEvents, mapEvents, openEvents, simulate } from '$workers/clinical';
import { layOut } from '$workers/layout';
import type { Table } from '$workers/shared/table';
import type { Engines } from '$lib/engines';
import type { CellValue } from '$lib/notebook/kind';
import { openCells, type NodeCells } from '../node-context';
import { setField } from '../task';
import { pathway } from '.';
import { bandsOf } from './bands';
import { boundsOf, linesOf } from './lines';
import { momentOf } from './moment';
import { nearestTo } from './nearest';
import { keptText } from './remarks';
import { parsePathway } from './spec';
import { isShown, stopsOf } from './shown';
import { beyondOf } from './view.svelte';

const named = { id: 'ways' };

describe('the text of a pathway cell', () => {
  test('says the table; the rest is recognised or everything', () => {
    const spec = parsePathway('from: events', named);
    expect(spec).toMatchObject({ name: 'ways', from: 'events', filter: {}, show: 'frequency', columns: {} });
    expect(pathway.needs(spec)).toEqual({ tables: ['events'], values: [] });
    expect(pathway.defines(spec, 'ways')).toEqual(['ways_edges', 'ways_variants', 'ways_cases']);
  });

  test('filters by hospital, period, activities and variants', () => {
    const text =
      'from: e\nhospital: [1, Helsinki]\nperiod: { from: 2024-01, until: 2024-03-01T12:30, rule: contained }\nactivities: [A, B]\nvariants: 0.8';
    expect(parsePathway(text, named).filter).toEqual({
      hospitals: ['1', 'Helsinki'],
      period: { from: 1704067200000000n, until: 1709296200000000n, rule: 'contained' },
      activities: ['A', 'B'],
      variantShare: 0.8
    });
  });

  test.each([
    ['show: often', 'task-missing', 1, 1],
    ['from: e\nshow: often', 'task-choice', 2, 7],
    ['from: e\nperiod: { from: 2024-02-30 }', 'pathway-no-moment', 2, 17],
    ['from: e\nperiod: { from: 2024-02, until: 2024-01 }', 'pathway-period-empty', 2, 33],
    ['from: e\nreference: A > [B', 'path-bracket-open', 2, 16],
    ['from: e\nreference: |\n  A >', 'path-step-missing', 2, 12],
    ['from: e\nvariants: 0', 'task-number-range', 2, 11],
    ['from: e\nedges: { least: 1.5 }', 'task-number-wanted', 2, 17]
  ])('%j is refused at its place', (text, code, line, column) => {
    expect(() => parsePathway(text, named)).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining({ line, column }) })
    );
  });

  test('without a name has no tables', () => {
    expect(() => parsePathway('from: e', { id: undefined })).toThrowError(
      expect.objectContaining({ code: 'pathway-needs-name' })
    );
  });

  test('is written by the form and follows a column that gets another name', () => {
    const text = setField('from: e # log\n', ['columns', 'case'], 'pat');
    expect(parsePathway(text, named).columns).toEqual({ case: 'pat' });
    const change = { sort: 'column', table: 'e', from: 'pat', to: 'patient', shared: false } as const;
    expect(pathway.rename?.(text, change)).toContain('case: patient');
    expect(setField(text, ['columns'], undefined)).toBe('from: e # log\n');
  });
});

test.each([
  ['2024-01-01', 1704067200000000n],
  ['1969-12-31 23:59:59', -1000000n],
  ['2023-02-29', undefined],
  ['2024-01-01T24:00', undefined],
  ['yesterday', undefined]
])('%j as a moment', (text, moment) => expect(momentOf(text)).toBe(moment));

test('an arrow key goes to the nearest node that way', () => {
  const places = [
    { x: 0, y: 0 },
    { x: 100, y: 5 },
    { x: 60, y: 80 },
    { x: -50, y: 0 }
  ];
  expect(nearestTo(places, 0, 'ArrowRight')).toBe(1);
  expect(nearestTo(places, 0, 'ArrowDown')).toBe(2);
  expect(nearestTo(places, 0, 'ArrowLeft')).toBe(3);
  expect(nearestTo(places, 3, 'ArrowLeft')).toBeUndefined();
});

describe('running', () => {
  let cells: NodeCells;
  let events: CellValue;
  beforeAll(async () => {
    cells = await openCells();
    const { tables } = await simulate({ useCase: 'cardiac-surgery', persons: 300, seed: 1, tables: ['events'] });
    events = { type: 'table', relation: await cells.data.insert('events', (tables as { events: Table }).events) };
  });
  let read = 0;
  const clinical = {
    findEvents,
    openEvents: (...given: Parameters<typeof openEvents>) => {
      read++;
      return openEvents(...given);
    },
    mapEvents,
    checkEvents,
    forgetEvents
  };
  const run = (text: string, inputs: Record<string, CellValue> = { events }) => {
    const context = cells.context(inputs, 'ways');
    const engines = { ...context.engines, clinical, layout: { layOut } } as unknown as Engines;
    return pathway.run(parsePathway(text, named), { ...context, engines });
  };

  test('maps, and leaves tables that SQL can count', async () => {
    const { output, values } = await run('from: events\nreference: Referral > MDT meeting > Admission');
    expect([...values.keys()]).toEqual(['ways_edges', 'ways_variants', 'ways_cases']);
    expect(output.counts.cases).toBe(300);
    const { columns } = await cells.data.query(
      'select (select sum(count) from ways_edges)::int, (select sum(cases) from ways_variants)::int, count(*)::int from ways_cases'
    );
    expect(columns.map(({ values: [value] }) => value)).toEqual([output.counts.steps, 300, 300]);
    expect(output.variants.first.length).toBeLessThanOrEqual(20);
    const listed = output.variants.first.reduce((sum, { cases: n }) => sum + n, 0);
    expect(listed + output.variants.others.cases).toBe(300);
    expect(output.conformance?.steps.map(({ activity }) => activity)).toEqual(['Referral', 'MDT meeting', 'Admission']);
  });

  test('draws every arrow within its bounds, and the frequent ones to begin with', async () => {
    const { output } = await run('from: events');
    const { map } = output;
    const lines = linesOf(map);
    const { width, height } = boundsOf(map);
    expect(lines).toHaveLength(output.counts.edges);
    for (const { path, tip } of lines) {
      expect(path).not.toMatch(/NaN|Infinity/);
      expect(tip.x).toBeLessThanOrEqual(width);
      expect(tip.y).toBeLessThanOrEqual(height);
    }
    const wished = (await run('from: events\nedges: { least: 30 }')).output.map;
    expect(wished.least).toBe(30);
    const seen = wished.edges.filter((edge) => isShown(edge, wished.least, false));
    expect(seen.every(({ count, leads }) => count >= 30 || leads)).toBe(true);
    // No box hangs in the air: into each that is not only a start one arrow goes.
    const entered = new Set(wished.edges.filter(({ from, to }) => from !== to).map(({ to }) => to));
    expect(new Set(seen.filter(({ leads }) => leads).map(({ to }) => to))).toEqual(entered);
    expect(stopsOf(map)[0]).toBe(1);
    expect(map.edges.some(({ count }) => count < 5)).toBe(true);
    expect(
      map.edges.filter((edge) => isShown(edge, 1, true)).every(({ count, cases: n }) => count >= 5 && n >= 5)
    ).toBe(true);
  });

  test('issue 5: nothing that is drawn or written is cut at the edge of a map', async () => {
    for (const text of ['from: events', 'from: events\nhospital: [2]']) {
      const { map } = (await run(text)).output;
      const lines = linesOf(map);
      const all = boundsOf(map);
      const [right, bottom] = [all.x + all.width, all.y + all.height];
      map.edges.forEach(({ from, to }, place) => {
        const { label, isBack, width, box } = lines[place]!;
        // A figure of 13 px stands on its line, or below one that goes back.
        const [top, low] = isBack ? [label.y, label.y + width / 2 + 17] : [label.y - width / 2 - 15, label.y];
        expect(Math.min(top, box.top)).toBeGreaterThanOrEqual(all.y);
        expect(Math.max(low, box.bottom)).toBeLessThanOrEqual(bottom);
        expect(label.x - 24).toBeGreaterThanOrEqual(all.x);
        expect(label.x + 24).toBeLessThanOrEqual(right);
        // A step that repeats loops over its box.
        if (from === to) expect(box.top).toBeLessThan(map.places[from]!.y - 40);
      });
    }
  });

  test('issue 5: a part of a map says on which sides it goes on', () => {
    const all = { x: 0, y: 0, width: 1000, height: 300 };
    expect(beyondOf({ x: -20, y: -10, width: 1100, height: 320 }, all)).toEqual([]);
    expect(beyondOf({ x: 0, y: 0, width: 600, height: 300 }, all)).toEqual(['right']);
    expect(beyondOf({ x: 100, y: 50, width: 600, height: 300 }, all)).toEqual(['left', 'right', 'above']);
  });

  test('a map too long for paper goes on below, cut where no box is', async () => {
    const { map } = (await run('from: events')).output;
    const whole = boundsOf(map);
    expect(bandsOf(map, whole.width)).toEqual([whole]);
    const bands = bandsOf(map, 500);
    expect(bands.length).toBeGreaterThan(1);
    expect(bands[0]?.x).toBe(whole.x);
    expect((bands.at(-1)?.x ?? 0) + (bands.at(-1)?.width ?? 0)).toBeCloseTo(whole.x + whole.width);
    map.nodes.forEach(({ half }, node) => {
      const { x } = map.places[node]!;
      expect(bands.filter((band) => band.x <= x - half && band.x + band.width >= x + half)).toHaveLength(1);
    });
  });

  test('reads the events once for all filters, and again where the table is another', async () => {
    await run('from: events');
    const before = read;
    const { output } = await run('from: events\nhospital: [2]');
    expect(read).toBe(before);
    expect(output.leftOut.hospital).toBe(300 - output.counts.cases);
    await run('from: other', {
      other: { type: 'table', relation: await cells.table('other', 'from events limit 100') }
    });
    expect(read).toBe(before + 1);
    await forgetEvents(['ways']);
    await run('from: events');
    expect(read).toBe(before + 2);
  });

  test('says what its filters keep', async () => {
    const text =
      'from: events\nhospital: [2, 3]\nperiod: { from: 2020-01-01, until: 2021-06-01T08:30 }\nvariants: 0.8\nactivities: [Surgery]';
    expect(keptText(parsePathway(text, named))).toEqual([
      'Shown are only cases of hospital 2, 3; cases that start from 2020-01-01 on and before 2021-06-01 08:30; ' +
        'the activities Surgery; the most frequent variants with 80\u00a0% of the cases.'
    ]);
    expect(keptText(parsePathway('from: events\nvariants: 1', named))).toEqual([]);
  });

  test('a filter that leaves nothing leaves an empty map', async () => {
    const { output } = await run('from: events\nperiod: { until: 1950-01-01 }');
    expect(output).toMatchObject({ counts: { cases: 0 }, map: { nodes: [], edges: [] }, throughput: undefined });
  });

  test.each([
    ['from: events\ncolumns: { case: cse_id }', 'no-column'],
    ['from: events\ncolumns: { time: activity }', 'pathway-column-type'],
    ['from: events\nhospital: [nowhere]', 'pathway-hospital-unknown'],
    ['from: bare', 'pathway-no-role']
  ])('%j: %s', async (text, code) => {
    const bare: CellValue = { type: 'table', relation: await cells.table('bare', 'select 1 as a') };
    await expect(run(text, { events, bare })).rejects.toMatchObject({ code });
  });
});

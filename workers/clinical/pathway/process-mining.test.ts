import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/process-mining.json';
import { quantileOf } from '../../shared/quantile';
import { mapPathways, type EventLog } from './index';
import { logOf, rowsOf, valuesOf, type Event } from './testing/event-tables';

// Source of the expected numbers: an independent computation (see the oracle's `source`).
const near = (got: number, expected: number) => Math.abs(got - expected) <= oracle.tolerance.abs;

function traceCounts(log: EventLog): [string[], number][] {
  const { traces, activityNames, variants } = mapPathways(log);
  return valuesOf(variants, 'cases').map((count, variant) => [
    Array.from(
      traces.activity.subarray(traces.starts[variant], traces.starts[variant + 1]),
      (code) => activityNames[code]!
    ),
    Number(count)
  ]);
}

function counts(log: EventLog, column: string): Record<string, unknown> {
  const rows = rowsOf(mapPathways(log).activities, 'activity', column);
  return Object.fromEntries(rows.filter(([, count]) => count !== 0));
}

interface SmallCase {
  name: string;
  input: { case: string[]; activity: string[]; timestamp: string[] };
  expected: {
    edges: [string, string, number, number][];
    start: Record<string, number>;
    end: Record<string, number>;
    variants: [string[], number][];
    throughput_seconds: Record<string, number>;
  };
}
const small = oracle.cases.filter((one) => 'case' in one.input) as unknown as SmallCase[];

test('the oracle has the cases that are tested here', () => {
  expect(oracle.cases.map((one) => one.name)).toHaveLength(3);
  expect(small).toHaveLength(2);
});

describe.each(small)('$name', ({ input, expected }) => {
  const log = logOf(input.case.map((one, row): Event => [one, input.activity[row], input.timestamp[row]]));
  const map = mapPathways(log);

  test('arrows with counts and medians', () => {
    const edges = rowsOf(map.edges, 'from_activity', 'to_activity', 'count', 'median_seconds');
    expect(edges).toHaveLength(expected.edges.length);
    expect(edges).toEqual(expect.arrayContaining(expected.edges));
  });

  test('starts and ends', () => {
    expect(counts(log, 'starts')).toEqual(expected.start);
    expect(counts(log, 'ends')).toEqual(expected.end);
  });

  test('variants, equal counts by their activities', () => {
    expect(traceCounts(log)).toEqual(expected.variants);
  });

  test('throughput of each case', () => {
    expect(Object.fromEntries(rowsOf(map.cases, 'case_id', 'throughput_seconds'))).toEqual(expected.throughput_seconds);
  });
});

const file = resolve(process.env['PHEMS_DATA'] ?? '../shared/data', 'sepsis-log/sepsis-log.csv');
const present = existsSync(file);
if (!present) console.warn(`SKIPPED: the pathways of the sepsis log need ${file}`);

describe.skipIf(!present)('sepsis log', () => {
  const expected = oracle.cases.find((one) => one.name === 'sepsis log')!.expected as unknown as SepsisExpected;
  const log = present ? sepsisLog() : undefined!;
  const map = present ? mapPathways(log) : undefined!;

  test('cases, events, activities, variants and the 115 arrows of its map', () => {
    expect(map.counts).toMatchObject({
      cases: expected.cases,
      events: expected.events,
      activities: expected.activities,
      variants: expected.variants,
      edges: expected.edges
    });
    expect(map.edges.rows).toBe(115);
    const starts = valuesOf(map.activities, 'starts').filter((count) => count !== 0).length;
    const ends = valuesOf(map.activities, 'ends').filter((count) => count !== 0).length;
    expect(map.edges.rows + starts + ends).toBe(expected.edges_with_start_end);
  });

  test('nothing is dropped, and the case called NA is there', () => {
    expect(map.dropped).toEqual({ missingCase: 0, missingActivity: 0, missingTime: 0, endlessTime: 0 });
    expect(rowsOf(map.cases, 'case_id', 'events')).toContainEqual(['NA', 24]);
  });

  test('rows that share a time are told', () => {
    expect(map.remarks).toEqual([
      { code: 'pathway-ties', rows: expected.ties_rows, cases: expect.any(Number) as number }
    ]);
  });

  test('counts of activities, starts and ends', () => {
    expect(counts(log, 'events')).toEqual(expected.activity_counts);
    expect(counts(log, 'starts')).toEqual(expected.start_activities);
    expect(counts(log, 'ends')).toEqual(expected.end_activities);
  });

  test('the most frequent arrows', () => {
    const top = rowsOf(map.edges, 'from_activity', 'to_activity', 'count', 'median_seconds').slice(0, 15);
    expect(top).toEqual(expected.top_edges.map(({ from, to, n, median_seconds }) => [from, to, n, median_seconds]));
  });

  test('the most frequent variants', () => {
    const all = traceCounts(log);
    expect(all.slice(0, 5)).toEqual(expected.top_variants.map(({ trace, n }) => [trace, n]));
    expect(all.filter(([, count]) => count === 1)).toHaveLength(expected.variants_with_one_case);
  });

  test('throughput and events of a case', () => {
    const { mean, p, quantile_type7 } = expected.throughput_seconds;
    const sorted = Float64Array.from(valuesOf(map.cases, 'throughput_seconds').map(Number)).sort();
    p.forEach((share, place) => expect(near(quantileOf(sorted, share), quantile_type7[place]!)).toBe(true));
    expect(map.throughput).toMatchObject({
      n: 1050,
      min: 122,
      p25: 55595.25,
      median: 461668.5,
      p75: 1554903.5,
      max: 36488789
    });
    expect(near(map.throughput!.mean, mean)).toBe(true);
    expect(near(map.throughput!.p95, quantile_type7[4]!)).toBe(true);
    expect(map.eventsPerCase).toEqual(expected.events_per_case);
  });

  test('equal times turned round give 843 variants, sorted by activity 691 and 105 arrows', () => {
    const events = sepsisEvents();
    expect(mapPathways(logOf(events.toReversed())).counts.variants).toBe(843);
    const byActivity = events.toSorted((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1));
    expect(mapPathways(logOf(byActivity)).counts).toMatchObject({ variants: 691, edges: 105 });
  });
});

interface SepsisExpected {
  cases: number;
  events: number;
  activities: number;
  variants: number;
  edges: number;
  edges_with_start_end: number;
  ties_rows: number;
  activity_counts: Record<string, number>;
  start_activities: Record<string, number>;
  end_activities: Record<string, number>;
  top_edges: { from: string; to: string; n: number; median_seconds: number }[];
  top_variants: { trace: string[]; n: number }[];
  variants_with_one_case: number;
  throughput_seconds: { mean: number; p: number[]; quantile_type7: number[] };
  events_per_case: { min: number; median: number; max: number };
}

function sepsisEvents(): Event[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.split(',') as unknown as Event);
}

function sepsisLog(): EventLog {
  return logOf(sepsisEvents());
}

import { describe, expect, test } from 'vitest';
import { TableBuilder } from '../../shared/column-builder';
import { mapPathways, readEventLog } from './index';
import { codeOf, inventedEvents, lettersLog, logOf, micros, rowsOf, valuesOf } from './testing/event-tables';

describe('one event, one case', () => {
  test('a case of one event has no arrow and a throughput of 0', () => {
    const map = mapPathways(lettersLog(['A']));
    expect(map.edges.rows).toBe(0);
    expect(map.counts).toEqual({ cases: 1, events: 1, activities: 1, variants: 1, edges: 0, steps: 0 });
    expect(rowsOf(map.activities, 'activity', 'events', 'cases', 'starts', 'ends')).toEqual([['A', 1, 1, 1, 1]]);
    expect(rowsOf(map.waiting, 'count', 'median_seconds', 'mean_seconds')).toEqual([[0, undefined, undefined]]);
    expect(rowsOf(map.variants, 'variant', 'path', 'events', 'cases', 'share', 'median_seconds')).toEqual([
      [1, 'A', 1, 1, 1, 0]
    ]);
    expect(map.throughput).toMatchObject({ n: 1, mean: 0, max: 0 });
  });

  test('a case of 100,000 events is one variant', () => {
    const builder = new TableBuilder([
      { name: 'case', type: 'int32' },
      { name: 'activity', type: 'text' },
      { name: 'time', type: 'date' }
    ]);
    for (let event = 0; event < 100_000; event++) builder.push(1, event % 2 ? 'odd' : 'even', 0);
    const map = mapPathways(readEventLog(builder.finish(), { case: 'case', activity: 'activity', time: 'time' }));
    expect(map.counts).toMatchObject({ cases: 1, variants: 1, edges: 2, steps: 99_999 });
    expect(rowsOf(map.edges, 'from_activity', 'count', 'cases')).toEqual([
      ['even', 50_000, 1],
      ['odd', 49_999, 1]
    ]);
    expect(map.remarks).toEqual([{ code: 'pathway-ties', rows: 100_000, cases: 1 }]);
  });
});

describe('times', () => {
  const hours = (...counts: number[]) =>
    logOf(
      counts.flatMap((hour, one) => [
        [`${one}`, 'in', '2024-01-01T00:00:00'] as const,
        [`${one}`, 'out', new Date(Date.UTC(2024, 0, 1, hour)).toISOString().slice(0, 19)] as const
      ])
    );

  test('quantiles of type 7 of the gaps, for the arrow and for the waiting time', () => {
    const map = mapPathways(hours(1, 2, 3, 10));
    const times = ['median_seconds', 'mean_seconds', 'p25_seconds', 'p75_seconds'];
    const expected = [2.5 * 3600, 4 * 3600, 1.75 * 3600, 4.75 * 3600];
    expect(rowsOf(map.edges, ...times)).toEqual([expected]);
    expect(rowsOf(map.waiting, 'activity', ...times)).toEqual([
      ['in', undefined, undefined, undefined, undefined],
      ['out', ...expected]
    ]);
    expect(valuesOf(map.variants, 'median_seconds')).toEqual([2.5 * 3600]);
  });

  test('an activity that follows itself is an arrow', () => {
    expect(
      rowsOf(mapPathways(lettersLog(['AAA', 'AAB'])).edges, 'from_activity', 'to_activity', 'count', 'cases')
    ).toEqual([
      ['A', 'A', 3, 2],
      ['A', 'B', 1, 1]
    ]);
  });
});

describe('filters', () => {
  const columns = { case: 'case', activity: 'activity', time: 'time', hospital: 'hospital' };
  const log = readEventLog(inventedEvents(3000), columns);
  const whole = mapPathways(log);

  test('hospitals part the log: their cases and steps add up', () => {
    const parts = log.hospitals.map((hospital) => mapPathways(log, { hospitals: [hospital] }));
    const sum = (key: 'cases' | 'events' | 'steps') => parts.reduce((total, { counts }) => total + counts[key], 0);
    expect(sum('cases')).toBe(whole.counts.cases);
    expect(sum('events')).toBe(whole.counts.events);
    expect(sum('steps')).toBe(whole.counts.steps);
    expect(parts[0]!.leftOut.hospital).toBe(whole.counts.cases - parts[0]!.counts.cases);
    expect(mapPathways(log, { hospitals: [null] }).counts.cases).toBe(0);
  });

  test('a period by the start and by containment; its end does not belong', () => {
    const two = logOf([
      ['early', 'a', '2024-01-01T00:00:00'],
      ['early', 'b', '2024-01-05T00:00:00'],
      ['late', 'a', '2024-01-04T00:00:00'],
      ['late', 'b', '2024-01-09T00:00:00']
    ]);
    const from = micros('2024-01-01T00:00:00');
    const cases = (until: string, rule: 'starts' | 'contained') =>
      valuesOf(mapPathways(two, { period: { from, until: micros(until), rule } }).cases, 'case_id');
    expect(cases('2024-01-04T00:00:00', 'starts')).toEqual(['early']);
    expect(cases('2024-01-04T00:00:01', 'starts')).toEqual(['early', 'late']);
    expect(cases('2024-01-05T00:00:00', 'contained')).toEqual([]);
    expect(cases('2024-01-05T00:00:01', 'contained')).toEqual(['early']);
    expect(mapPathways(two, { period: { from: from + 1n } }).leftOut.period).toBe(1);
    expect(mapPathways(two, { period: { until: 9223372036854775806n } }).counts.cases).toBe(2);
  });

  test('activities that are cut out make neighbours of those around them', () => {
    const map = mapPathways(lettersLog(['AXB', 'AB', 'X']), { activities: ['A', 'B'] });
    expect(rowsOf(map.edges, 'from_activity', 'to_activity', 'count', 'mean_seconds')).toEqual([['A', 'B', 2, 5400]]);
    expect(rowsOf(map.variants, 'path', 'cases', 'share')).toEqual([['A > B', 2, 1]]);
    expect(map.leftOut).toEqual({ hospital: 0, period: 0, activities: 1, variants: 0 });
  });

  test.each([
    // cases AB ×3, AC ×2, AD ×1: shares 0.5, 0.833, 1
    [0.1, 1],
    [0.5, 1],
    [0.51, 2],
    [5 / 6, 2],
    [0.9, 3],
    [1, 3]
  ])('the most frequent variants that hold a share of %d: %i', (variantShare, variants) => {
    const map = mapPathways(lettersLog(['AD', 'AB', 'AC', 'AB', 'AC', 'AB']), { variantShare });
    expect(map.counts.variants).toBe(variants);
    expect(valuesOf(map.variants, 'path')).toEqual(['A > B', 'A > C', 'A > D'].slice(0, variants));
    expect(map.counts.cases + map.leftOut.variants).toBe(6);
    expect(valuesOf(map.cases, 'variant')).toEqual([3, 1, 2, 1, 2, 1].filter((one) => one <= variants));
  });

  test('the filtered log is the log of what was filtered', () => {
    const filtered = mapPathways(log, { hospitals: ['H1', 'H3'], activities: log.activities.slice(3) });
    const all = inventedEvents(3000);
    const keep = Array.from(log.row).filter((_, event) => {
      const one = log.starts.findLastIndex((start) => start <= event);
      const hospital = log.hospitals[log.hospital![one]!];
      return (hospital === 'H1' || hospital === 'H3') && log.activity[event]! >= 3;
    });
    const builder = new TableBuilder(
      all.columns.map(({ name, type }) => ({ name, type: type as 'text' | 'int64' | 'timestamp' }))
    );
    const rows = rowsOf(all, 'case', 'activity', 'time', 'hospital') as (bigint | string)[][];
    for (const row of keep) builder.pushRow(rows[row]!);
    const again = mapPathways(readEventLog(builder.finish(), columns));
    expect(valuesOf(filtered.variants, 'path')).toEqual(valuesOf(again.variants, 'path'));
    expect(namedEdges(filtered)).toEqual(namedEdges(again));
    expect(filtered.throughput).toEqual(again.throughput);
  });

  test('arrows by least count and by share are those of the whole map', () => {
    const least = mapPathways(log, { edges: { leastCount: 50 } });
    expect(least.counts).toEqual(whole.counts);
    expect(valuesOf(least.edges, 'count')).toEqual(
      valuesOf(whole.edges, 'count').filter((count) => Number(count) >= 50)
    );
    const share = mapPathways(log, { edges: { share: 0.5 } });
    const held = valuesOf(share.edges, 'count').map(Number);
    const sum = held.reduce((total, count) => total + count, 0);
    expect(sum).toBeGreaterThanOrEqual(whole.counts.steps / 2);
    expect(sum - held.at(-1)!).toBeLessThan(whole.counts.steps / 2);
  });

  test('a filter that leaves nothing gives empty tables', () => {
    const map = mapPathways(log, { period: { until: 0n } });
    expect([map.activities, map.edges, map.variants, map.cases, map.waiting].map((table) => table.rows)).toEqual([
      0, 0, 0, 0, 0
    ]);
    expect(map.counts).toEqual({ cases: 0, events: 0, activities: 0, variants: 0, edges: 0, steps: 0 });
    expect([map.throughput, map.eventsPerCase, map.remarks]).toEqual([undefined, undefined, []]);
  });

  test.each([
    ['pathway-hospital-unknown', { hospitals: ['H9'] }],
    ['pathway-activity-unknown', { activities: ['Lunch'] }],
    ['pathway-period-empty', { period: { from: 1n, until: 1n } }],
    ['pathway-share-range', { variantShare: 0 }],
    ['pathway-share-range', { variantShare: NaN }],
    ['pathway-share-range', { edges: { share: 1.01 } }],
    ['pathway-count-range', { edges: { leastCount: 0 } }],
    ['pathway-count-range', { edges: { leastCount: 1.5 } }]
  ])('%s', (expected, filter) => {
    expect(codeOf(() => mapPathways(log, filter))).toBe(expected);
  });

  test('hospitals of a log without them', () => {
    expect(codeOf(() => mapPathways(lettersLog(['A']), { hospitals: ['H1'] }))).toBe('pathway-hospital-none');
  });
});

test('no number of a map is infinite or none', () => {
  const map = mapPathways(lettersLog(['A', 'AB', 'B', 'BBA']));
  for (const table of [map.activities, map.edges, map.variants, map.cases, map.waiting]) {
    for (const column of table.columns) {
      if (column.type === 'float64') expect(column.values.every(Number.isFinite), column.name).toBe(true);
    }
  }
});

function namedEdges(map: ReturnType<typeof mapPathways>): unknown[][] {
  return rowsOf(map.edges, 'from_activity', 'to_activity', 'count', 'cases', 'median_seconds', 'p75_seconds');
}

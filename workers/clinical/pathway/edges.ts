import type { Table } from '../../shared/table';
import { summariseGroups } from './durations';
import { fail } from './errors';
import { countColumn, secondsColumn, tableOf, textColumn } from './result-columns';
import type { Selection } from './selection';
import { covering } from './variants';

/** Which arrows of the map are shown. The counts of activities, variants and cases stay those of all of them. */
export interface EdgeFilter {
  /** Shown are arrows gone at least that often. Whole, from 1. */
  leastCount?: number;
  /** Above 0, at most 1: shown are the most frequent arrows that together hold at least this share of all steps. */
  share?: number;
}

export interface Edges {
  /** The arrows shown, most frequent first. */
  table: Table;
  /** Different arrows, shown or not. */
  all: number;
  /** Steps from an event to the next: the sum of the counts of all arrows. */
  steps: number;
}

/** Who directly follows whom. Steps of an activity to itself count. */
interface Pairs {
  /** Pair of each event with the one before it in its case; −1 at the first of a case. */
  of: Int32Array;
  from: Int32Array;
  to: Int32Array;
  count: Int32Array;
  cases: Int32Array;
}

function findPairs({ starts, activity, log }: Selection): Pairs {
  const of = new Int32Array(activity.length).fill(-1);
  const known = new Map<number, number>();
  const from: number[] = [];
  const to: number[] = [];
  const count: number[] = [];
  const cases: number[] = [];
  const lastCase: number[] = [];
  for (let one = 0; one + 1 < starts.length; one++) {
    for (let event = starts[one]! + 1; event < starts[one + 1]!; event++) {
      const key = activity[event - 1]! * log.activities.length + activity[event]!;
      let pair = known.get(key);
      if (pair === undefined) {
        pair = from.length;
        known.set(key, pair);
        from.push(activity[event - 1]!);
        to.push(activity[event]!);
        count.push(0);
        cases.push(0);
        lastCase.push(-1);
      }
      of[event] = pair;
      count[pair]!++;
      if (lastCase[pair] !== one) cases[pair]!++;
      lastCase[pair] = one;
    }
  }
  return {
    of,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    count: Int32Array.from(count),
    cases: Int32Array.from(cases)
  };
}

function checkFilter({ leastCount = 1, share = 1 }: EdgeFilter): { leastCount: number; share: number } {
  if (!Number.isInteger(leastCount) || leastCount < 1) throw fail('pathway-count-range');
  if (!(share > 0 && share <= 1)) throw fail('pathway-share-range', { of: 'arrows' });
  return { leastCount, share };
}

/** Microseconds since the event before, one an event; 0 at the first of a case. */
export function gapsOf({ starts, time }: Selection): Float64Array {
  const gaps = new Float64Array(time.length);
  for (let one = 0; one + 1 < starts.length; one++) {
    for (let event = starts[one]! + 1; event < starts[one + 1]!; event++) gaps[event] = time[event]! - time[event - 1]!;
  }
  return gaps;
}

/**
 * The directly-follows map: how often, in how many cases and after what time an activity follows another.
 * @throws `pathway-count-range`, `pathway-share-range`
 */
export function edgesOf(selection: Selection, gaps: Float64Array, filter: EdgeFilter = {}): Edges {
  const { leastCount, share } = checkFilter(filter);
  const { activities } = selection.log;
  const pairs = findPairs(selection);
  const times = summariseGroups(pairs.of, gaps, pairs.count.length);
  const order = Int32Array.from(pairs.count, (_, pair) => pair).sort(
    (a, b) => pairs.count[b]! - pairs.count[a]! || pairs.from[a]! - pairs.from[b]! || pairs.to[a]! - pairs.to[b]!
  );
  const counts = order.map((pair) => pairs.count[pair]!);
  const shown = order
    .subarray(0, share === 1 ? order.length : covering(counts, share))
    .filter((pair) => pairs.count[pair]! >= leastCount);
  const whole = (name: string, values: Int32Array) =>
    countColumn(
      name,
      shown.map((pair) => values[pair]!)
    );
  const seconds = (name: string, values: Float64Array) =>
    secondsColumn(
      name,
      Float64Array.from(shown, (pair) => values[pair]!)
    );
  const table = tableOf(shown.length, [
    textColumn(
      'from_activity',
      shown.map((pair) => pairs.from[pair]!),
      activities
    ),
    textColumn(
      'to_activity',
      shown.map((pair) => pairs.to[pair]!),
      activities
    ),
    whole('count', pairs.count),
    whole('cases', pairs.cases),
    seconds('median_seconds', times.median),
    seconds('mean_seconds', times.mean),
    seconds('p25_seconds', times.p25),
    seconds('p75_seconds', times.p75)
  ]);
  return { table, all: order.length, steps: counts.reduce((sum, count) => sum + count, 0) };
}

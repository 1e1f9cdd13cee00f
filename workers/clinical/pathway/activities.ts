import type { Table } from '../../shared/table';
import { summariseGroups } from './durations';
import { countColumn, secondsColumn, tableOf, textColumn } from './result-columns';
import type { Selection } from './selection';

export interface ActivityTables {
  /** activity, events, cases, starts, ends: most frequent first. */
  activities: Table;
  /** activity, count, median, mean, p25 and p75 of the seconds since the event before it, in the same order. */
  waiting: Table;
}

function countActivities({ starts, activity, log }: Selection) {
  const size = log.activities.length;
  const counts = { events: new Int32Array(size), cases: new Int32Array(size) };
  const [begins, ends, lastCase] = [new Int32Array(size), new Int32Array(size), new Int32Array(size).fill(-1)];
  for (let one = 0; one + 1 < starts.length; one++) {
    const end = starts[one + 1]!;
    begins[activity[starts[one]!]!]!++;
    ends[activity[end - 1]!]!++;
    for (let event = starts[one]!; event < end; event++) {
      const code = activity[event]!;
      counts.events[code]!++;
      if (lastCase[code] !== one) counts.cases[code]!++;
      lastCase[code] = one;
    }
  }
  return { ...counts, begins, ends };
}

/**
 * Counts of the activities that the selection holds, and the time waited before each. The first event of a case waits
 * for nothing.
 */
export function activitiesOf(selection: Selection, gaps: Float64Array): ActivityTables {
  const { starts, activity, log } = selection;
  const { events, cases, begins, ends } = countActivities(selection);
  const followed = activity.slice();
  for (let one = 0; one + 1 < starts.length; one++) followed[starts[one]!] = -1;
  const times = summariseGroups(followed, gaps, log.activities.length);
  const order = Int32Array.from(events, (_, code) => code)
    .filter((code) => events[code]! > 0)
    .sort((a, b) => events[b]! - events[a]! || a - b);
  const whole = (name: string, values: Int32Array) =>
    countColumn(
      name,
      order.map((code) => values[code]!)
    );
  const waits = whole('count', times.count);
  const seconds = (name: string, values: Float64Array) =>
    secondsColumn(
      name,
      Float64Array.from(order, (code) => values[code]!),
      waits.values
    );
  const names = textColumn('activity', order, log.activities);
  return {
    activities: tableOf(order.length, [
      names,
      whole('events', events),
      whole('cases', cases),
      whole('starts', begins),
      whole('ends', ends)
    ]),
    waiting: tableOf(order.length, [
      names,
      waits,
      seconds('median_seconds', times.median),
      seconds('mean_seconds', times.mean),
      seconds('p25_seconds', times.p25),
      seconds('p75_seconds', times.p75)
    ])
  };
}

import type { EventLog } from './event-log';
import { fail } from './errors';
import { covering, findVariants, type Traces, type Variants } from './variants';

/** Which cases and events are looked at. Everything is optional; without anything it is the whole log. */
export interface PathwayFilter {
  /** Cases of these hospitals, as the log lists them; `null`: cases without one. */
  hospitals?: readonly (string | null)[];
  period?: {
    /** Microseconds since 1970, the first that belong. */
    from?: bigint;
    /** Microseconds since 1970, the first that no longer belong. */
    until?: bigint;
    /** `starts`: the first event lies in the period; `contained`: every event does. Default `starts`. */
    rule?: 'starts' | 'contained';
  };
  /** Events of these activities; the others are cut out, and what stood around them become neighbours. */
  activities?: readonly string[];
  /** Above 0, at most 1: the most frequent variants that together hold at least this share of the cases. */
  variantShare?: number;
}

/** Cases a filter took away, in the order in which filters work. */
export interface LeftOutCases {
  hospital: number;
  period: number;
  /** No event of theirs is of a chosen activity. */
  activities: number;
  variants: number;
}

/** The cases and events a filter leaves. */
export interface Selection extends Traces {
  log: EventLog;
  /** Case of the log of each case here. */
  cases: Int32Array;
  /** Microseconds since the log's origin, one an event. */
  time: Float64Array;
  variants: Variants;
  leftOut: LeftOutCases;
}

function hospitalTest(log: EventLog, wanted: PathwayFilter['hospitals']): (one: number) => boolean {
  if (!wanted) return () => true;
  const { hospital } = log;
  if (!hospital) throw fail('pathway-hospital-none');
  const codes = new Set(
    wanted.map((name) => {
      const code = name === null ? -1 : log.hospitals.indexOf(name);
      if (name !== null && code < 0) throw fail('pathway-hospital-unknown', { hospital: name });
      return code;
    })
  );
  return (one) => codes.has(hospital[one]!);
}

function periodTest(log: EventLog, period: PathwayFilter['period']): (one: number) => boolean {
  if (!period) return () => true;
  const { from, until, rule = 'starts' } = period;
  if (from !== undefined && until !== undefined && from >= until) throw fail('pathway-period-empty');
  // Beyond 2^53 a bound is rounded, but then it lies outside of all events anyway.
  const first = from === undefined ? -Infinity : Number(from - log.origin);
  const end = until === undefined ? Infinity : Number(until - log.origin);
  return (one) => {
    const begins = log.time[log.starts[one]!]!;
    const last = rule === 'starts' ? begins : log.time[log.starts[one + 1]! - 1]!;
    return begins >= first && last < end;
  };
}

function activityTest(log: EventLog, wanted: PathwayFilter['activities']): Uint8Array | undefined {
  if (!wanted) return undefined;
  const chosen = new Uint8Array(log.activities.length);
  for (const name of wanted) {
    const code = log.activities.indexOf(name);
    if (code < 0) throw fail('pathway-activity-unknown', { activity: name });
    chosen[code] = 1;
  }
  return chosen;
}

type Events = Pick<Selection, 'cases' | 'starts' | 'activity' | 'time'>;

/** The events of these cases; cases that keep none of theirs vanish. */
function takeEvents(from: Omit<Events, 'cases'>, cases: Int32Array, chosen?: Uint8Array): Events {
  let most = 0;
  for (const one of cases) most += from.starts[one + 1]! - from.starts[one]!;
  const activity = new Int32Array(most);
  const time = new Float64Array(most);
  const starts = new Int32Array(cases.length + 1);
  const kept = new Int32Array(cases.length);
  let events = 0;
  let count = 0;
  for (const one of cases) {
    for (let place = from.starts[one]!; place < from.starts[one + 1]!; place++) {
      const code = from.activity[place]!;
      if (chosen && !chosen[code]) continue;
      activity[events] = code;
      time[events++] = from.time[place]!;
    }
    if (events === starts[count]) continue;
    kept[count++] = one;
    starts[count] = events;
  }
  return {
    cases: kept.subarray(0, count),
    starts: starts.subarray(0, count + 1),
    activity: activity.subarray(0, events),
    time: time.subarray(0, events)
  };
}

/**
 * What a filter leaves of a log: first hospital and period choose cases, then activities choose events, then the share
 * of variants chooses among the traces that are left.
 *
 * @throws `pathway-hospital-none`, `pathway-hospital-unknown`, `pathway-activity-unknown`, `pathway-period-empty`,
 * `pathway-share-range`
 */
export function select(log: EventLog, filter: PathwayFilter = {}): Selection {
  const { variantShare } = filter;
  if (variantShare !== undefined && !(variantShare > 0 && variantShare <= 1)) {
    throw fail('pathway-share-range', { of: 'variants' });
  }
  const ofHospital = hospitalTest(log, filter.hospitals);
  const inPeriod = periodTest(log, filter.period);
  const chosen = activityTest(log, filter.activities);
  const all = Int32Array.from({ length: log.starts.length - 1 }, (_, one) => one);
  const there = all.filter(ofHospital);
  const then = there.filter(inPeriod);
  const events = takeEvents(log, then, chosen);
  const variants = findVariants(events);
  const leftOut = {
    hospital: all.length - there.length,
    period: there.length - then.length,
    activities: then.length - events.cases.length,
    variants: 0
  };
  const frequent = variantShare === undefined ? variants.cases.length : covering(variants.cases, variantShare);
  if (frequent === variants.cases.length) return { log, ...events, variants, leftOut };

  const places = Int32Array.from(events.cases, (_, place) => place).filter((place) => variants.of[place]! < frequent);
  const fewer = takeEvents(events, places);
  return {
    log,
    ...fewer,
    cases: fewer.cases.map((place) => events.cases[place]!),
    variants: keepVariants(variants, places, frequent),
    leftOut: { ...leftOut, variants: events.cases.length - places.length }
  };
}

/** The first variants alone, told of the cases that are left. */
function keepVariants(variants: Variants, places: Int32Array, frequent: number): Variants {
  const placeNow = new Int32Array(variants.of.length);
  places.forEach((before, now) => (placeNow[before] = now));
  return {
    of: places.map((place) => variants.of[place]!),
    cases: variants.cases.slice(0, frequent),
    example: variants.example.slice(0, frequent).map((place) => placeNow[place]!)
  };
}

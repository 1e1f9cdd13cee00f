/** Days after an exposure, both ends included: from 0 on the day itself, below 0 before it. */
export interface RiskWindow {
  name: string;
  from: number;
  to: number;
}

/** Stretches of the observation of persons in one risk window and one age band. */
export interface PersonTime {
  /** First stretch of each person, and the end of the last. */
  starts: Int32Array;
  /** 0 outside all windows, else the window counted from 1. */
  risk: Uint16Array;
  /** Age band: how many cuts lie at or before the first day. */
  age: Uint16Array;
  days: Float64Array;
  events: Float64Array;
}

/** One person: whole days, both ends included; lists rise. */
export interface Observed {
  start: number;
  end: number;
  events: readonly number[];
  exposures: readonly number[];
}

/**
 * Splits the observation of persons at the ends of windows and at the cuts of age.
 *
 * Where windows overlap, the last exposure before or on the day counts, and of its windows the first one named.
 *
 * @param cuts rising days, each the first of a new age band
 */
export function splitPersonTime(
  persons: readonly Observed[],
  windows: readonly RiskWindow[],
  cuts: readonly number[]
): PersonTime {
  const starts = new Int32Array(persons.length + 1);
  const stretches: number[][] = [[], [], [], []];
  const [risk, age, days, events] = stretches as [number[], number[], number[], number[]];
  persons.forEach((person, index) => {
    const bounds = boundsOf(person, windows, cuts);
    let event = 0;
    for (let at = 0; at + 1 < bounds.length; at++) {
      const [first, next] = [bounds[at] as number, bounds[at + 1] as number];
      risk.push(windowAt(first, person.exposures, windows));
      age.push(cuts.filter((cut) => cut <= first).length);
      days.push(next - first);
      let count = 0;
      while (event < person.events.length && (person.events[event] as number) < next) {
        count += 1;
        event += 1;
      }
      events.push(count);
    }
    starts[index + 1] = days.length;
  });
  return {
    starts,
    risk: Uint16Array.from(risk),
    age: Uint16Array.from(age),
    days: Float64Array.from(days),
    events: Float64Array.from(events)
  };
}

/** First days of the stretches, and the day after the last. */
function boundsOf(
  { start, end, exposures }: Observed,
  windows: readonly RiskWindow[],
  cuts: readonly number[]
): number[] {
  const bounds = new Set([start, end + 1]);
  const add = (day: number) => {
    if (day > start && day <= end) bounds.add(day);
  };
  cuts.forEach(add);
  for (const exposure of exposures) {
    for (const { from, to } of windows) {
      add(exposure + from);
      add(exposure + to + 1);
    }
  }
  return [...bounds].sort((a, b) => a - b);
}

function windowAt(day: number, exposures: readonly number[], windows: readonly RiskWindow[]): number {
  for (let at = exposures.length - 1; at >= 0; at--) {
    const since = day - (exposures[at] as number);
    const found = windows.findIndex(({ from, to }) => since >= from && since <= to);
    if (found !== -1) return found + 1;
  }
  return 0;
}

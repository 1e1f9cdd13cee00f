import { exp } from '../../shared/elementary';
import type { Disposition } from './disposition';
import { meanDecay } from './kernel';
import type { Doses } from './schedule';

/** Beginnings and ends of doses in the order of time; one timeline serves many curves. */
export interface Timeline {
  time: Float64Array;
  /** IU that jump in. */
  bolus: Float64Array;
  /** Change of the running rate, IU/h. */
  rate: Float64Array;
  /** Change of the number of running infusions. */
  running: Int8Array;
}

/** Some microseconds. */
const SHORTEST_HOURS = 1e-9;

export function timelineOf(doses: Doses): Timeline {
  const events: { time: number; bolus: number; rate: number; running: number }[] = [];
  for (let row = 0; row < doses.time.length; row++) {
    const time = doses.time[row]!;
    const amount = doses.amount[row]!;
    const duration = doses.duration[row]!;
    // So short that the clock does not see its end, or its rate is no number: a bolus.
    if (time + duration === time || duration < SHORTEST_HOURS) {
      events.push({ time, bolus: amount, rate: 0, running: 0 });
      continue;
    }
    const rate = amount / duration;
    events.push({ time, bolus: 0, rate, running: 1 }, { time: time + duration, bolus: 0, rate: -rate, running: -1 });
  }
  events.sort((a, b) => a.time - b.time || b.running - a.running);
  return {
    time: Float64Array.from(events, ({ time }) => time),
    bolus: Float64Array.from(events, ({ bolus }) => bolus),
    rate: Float64Array.from(events, ({ rate }) => rate),
    running: Int8Array.from(events, ({ running }) => running)
  };
}

/**
 * Carries a curve forward in time: each term decays by itself, so a step costs the same whatever was given before. Times
 * asked for must not fall. The level above the endogenous one, IU/dL.
 */
export class Walk {
  readonly #terms: Float64Array;
  #now = -Infinity;
  #rate = 0;
  #running = 0;
  #next = 0;

  constructor(
    private readonly disposition: Disposition,
    private readonly timeline: Timeline
  ) {
    this.#terms = new Float64Array(disposition.rates.length);
  }

  /** An infusion runs now. */
  get isRunning(): boolean {
    return this.#running > 0;
  }

  /** When the next dose begins or ends, hours; Infinity after the last. */
  get nextEvent(): number {
    return this.timeline.time[this.#next] ?? Infinity;
  }

  /** The level `hours` from now if no dose begins or ends until then. Takes no step. */
  ahead(hours: number): number {
    let level = 0;
    for (let k = 0; k < this.#terms.length; k++) level += this.#term(k, hours);
    return level;
  }

  #term(k: number, hours: number): number {
    const x = this.disposition.rates[k]! * hours;
    const kept = this.#terms[k]! * exp(-x);
    if (this.#running === 0) return kept;
    return kept + this.#rate * this.disposition.coefficients[k]! * hours * meanDecay(x);
  }

  #pass(to: number): void {
    const hours = to - this.#now;
    if (hours > 0 && hours < Infinity) {
      for (let k = 0; k < this.#terms.length; k++) this.#terms[k] = this.#term(k, hours);
    }
    this.#now = to;
  }

  /** Goes to a time, doses at that very time included, and gives the level there. */
  to(time: number): number {
    while (this.nextEvent <= time) {
      this.#pass(this.nextEvent);
      const bolus = this.timeline.bolus[this.#next]!;
      for (let k = 0; k < this.#terms.length; k++) this.#terms[k]! += bolus * this.disposition.coefficients[k]!;
      this.#running += this.timeline.running[this.#next]!;
      // What rounding leaves of rates that were added and taken away is not an infusion.
      this.#rate = this.#running > 0 ? this.#rate + this.timeline.rate[this.#next]! : 0;
      this.#next++;
    }
    this.#pass(time);
    return this.ahead(0);
  }
}

/** Levels at these times, which must not fall. IU/dL, the endogenous level included. */
export function walkedLevels(
  disposition: Disposition,
  timeline: Timeline,
  times: Float64Array,
  endogenous: number
): Float64Array {
  const walk = new Walk(disposition, timeline);
  return times.map((time) => endogenous + walk.to(time));
}

import { fail } from './errors';
import type { PathAutomaton } from './reference-path/automaton';
import type { CodedAutomaton } from './reference-path/coded';

/** What an alignment does: the event is a step of the path, a step was skipped, an event is extra. */
export const MOVES = ['done', 'skipped', 'extra'] as const;
const DONE = 0;
const SKIPPED = 1;
const EXTRA = 2;

/** A trace laid beside the path. */
export interface Alignment {
  skipped: number;
  extra: number;
  /** Places in {@link MOVES}, in order. */
  moves: Uint8Array;
  /** Step of each move, from 1; 0 of an extra event. */
  steps: Int32Array;
}

/** Cells of the largest table kept for one trace: 3 bytes each. */
const MOST_CELLS = 50_000_000;
const NO_WAY = new Int32Array(0);

/** How each cell (events read, state) was reached for the least. */
class Ways {
  readonly #move: Uint8Array;
  readonly #from: Uint16Array;

  constructor(
    events: number,
    private readonly states: number
  ) {
    this.#move = new Uint8Array((events + 1) * states);
    this.#from = new Uint16Array((events + 1) * states);
  }

  set(event: number, state: number, move: number, from: number): void {
    this.#move[event * this.states + state] = move;
    this.#from[event * this.states + state] = from;
  }

  /** Goes back from the last cell to the first. */
  trace(events: number, end: number): Alignment {
    const moves: number[] = [];
    const steps: number[] = [];
    let [skipped, extra] = [0, 0];
    for (let event = events, state = end; event > 0 || state > 0;) {
      const cell = event * this.states + state;
      const move = this.#move[cell]!;
      moves.push(move);
      steps.push(move === EXTRA ? 0 : state);
      if (move === SKIPPED) skipped++;
      else event--;
      if (move === EXTRA) extra++;
      state = this.#from[cell]!;
    }
    return { skipped, extra, moves: Uint8Array.from(moves.reverse()), steps: Int32Array.from(steps.reverse()) };
  }
}

/**
 * Lets steps be skipped for `price` each until nothing gets cheaper: one round, but for repeats, as steps follow upward.
 */
function skipSteps(
  cost: Float64Array,
  follow: PathAutomaton['follow'],
  price: number,
  found: (to: number, from: number) => void
) {
  // Costs only fall, so what is not below the highest now helps no state. It spares most ways of a path of open steps.
  let highest = 0;
  for (const one of cost) if (one > highest) highest = one;
  for (let cheaper = true; cheaper;) {
    cheaper = false;
    for (let state = 0; state < cost.length; state++) {
      const reached = cost[state]! + price;
      if (reached >= highest) continue;
      for (const next of follow[state]!) {
        if (reached >= cost[next]!) continue;
        cost[next] = reached;
        found(next, state);
        if (next <= state) cheaper = true;
      }
    }
  }
}

/**
 * The alignment of a trace with the path that costs least: 1 for each skipped step and each extra event. Of several, one
 * with most steps done; what is then still open is decided the same way every time.
 *
 * @throws `pathway-alignment-large`
 * @see Adriansyah, van Dongen and van der Aalst 2011, Conformance checking using cost-based fitness analysis, EDOC
 */
export function align({ follow, accepting, waysOf }: CodedAutomaton, trace: Int32Array): Alignment {
  const states = follow.length;
  const events = trace.length;
  if ((events + 1) * states > MOST_CELLS) throw fail('pathway-alignment-large', { events, steps: states - 1 });
  // A move costs `unit`; an extra event 1 more, which decides among equals: all of them together stay below a unit.
  const unit = events + 1;
  const ways = new Ways(events, states);
  let cost = new Float64Array(states).fill(Infinity);
  let next = new Float64Array(states);
  cost[0] = 0;
  skipSteps(cost, follow, unit, (to, from) => ways.set(0, to, SKIPPED, from));
  for (let event = 1; event <= events; event++) {
    // What is done is tried before what is extra, so that it stays among equals.
    next.fill(Infinity);
    const done = waysOf.get(trace[event - 1]!) ?? NO_WAY;
    for (let way = 0; way < done.length; way += 2) {
      const [state, to] = [done[way]!, done[way + 1]!];
      if (cost[state]! >= next[to]!) continue;
      next[to] = cost[state]!;
      ways.set(event, to, DONE, state);
    }
    for (let state = 0; state < states; state++) {
      if (cost[state]! + unit + 1 >= next[state]!) continue;
      next[state] = cost[state]! + unit + 1;
      ways.set(event, state, EXTRA, state);
    }
    const reached = event;
    skipSteps(next, follow, unit, (to, from) => ways.set(reached, to, SKIPPED, from));
    [cost, next] = [next, cost];
  }
  let end = -1;
  for (let state = 0; state < states; state++) {
    if (accepting[state] && (end < 0 || cost[state]! < cost[end]!)) end = state;
  }
  return ways.trace(events, end);
}

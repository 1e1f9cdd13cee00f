import type { Table } from '../../shared/table';
import { MOVES, type Alignment } from './alignment';
import type { EventLog } from './event-log';
import type { PathAutomaton } from './reference-path/automaton';
import { countColumn, numberColumn, tableOf, textColumn } from './result-columns';
import type { Traces } from './variants';

/** Counts of moves by a code, and of the cases that have one. */
class MoveCounter {
  readonly count: Int32Array;
  readonly cases: Int32Array;
  readonly #lastVariant: Int32Array;

  constructor(size: number) {
    this.count = new Int32Array(size);
    this.cases = new Int32Array(size);
    this.#lastVariant = new Int32Array(size).fill(-1);
  }

  add(code: number, variant: number, cases: number): void {
    this.count[code]! += cases;
    if (this.#lastVariant[code] === variant) return;
    this.#lastVariant[code] = variant;
    this.cases[code]! += cases;
  }
}

/** How often each step was done and skipped, and which events are extra, over the cases of all variants. */
export function countMoves(
  automaton: PathAutomaton,
  log: EventLog,
  alignments: readonly Alignment[],
  traces: Traces,
  cases: Int32Array
): { steps: Table; extras: Table } {
  const size = automaton.activities.length;
  const [done, skipped] = [new MoveCounter(size), new MoveCounter(size)];
  const extra = new MoveCounter(log.activities.length);
  alignments.forEach(({ moves, steps }, variant) => {
    const weight = cases[variant]!;
    let event = traces.starts[variant]!;
    moves.forEach((move, place) => {
      const kind = MOVES[move];
      if (kind === 'extra') extra.add(traces.activity[event]!, variant, weight);
      else (kind === 'done' ? done : skipped).add(steps[place]! - 1, variant, weight);
      if (kind !== 'skipped') event++;
    });
  });
  return { steps: stepsTable(automaton, done, skipped), extras: extrasTable(log, extra) };
}

function stepsTable({ activities, required }: PathAutomaton, done: MoveCounter, skipped: MoveCounter): Table {
  const number = numberColumn('step', activities.length);
  return tableOf(activities.length, [
    number,
    textColumn(
      'activity',
      number.values.map((one) => one - 1),
      activities
    ),
    { name: 'required', type: 'bool', values: Uint8Array.from(required, Number) },
    countColumn('done', done.count),
    countColumn('cases_done', done.cases),
    countColumn('skipped', skipped.count),
    countColumn('cases_skipped', skipped.cases)
  ]);
}

function extrasTable(log: EventLog, { count, cases }: MoveCounter): Table {
  const order = Int32Array.from(count, (_, code) => code)
    .filter((code) => count[code]! > 0)
    .sort((a, b) => count[b]! - count[a]! || a - b);
  return tableOf(order.length, [
    textColumn('activity', order, log.activities),
    countColumn(
      'count',
      order.map((code) => count[code]!)
    ),
    countColumn(
      'cases',
      order.map((code) => cases[code]!)
    )
  ]);
}

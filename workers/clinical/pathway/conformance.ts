import { breathe } from '../../shared/breathe';
import { sumOf } from '../../shared/compensated-sum';
import type { JobOptions } from '../../shared/job';
import { nearNames } from '../../shared/near-names';
import type { Table } from '../../shared/table';
import { fail as failClinical } from '../errors';
import { align, type Alignment } from './alignment';
import { caseColumn, eventsOf, variantTraces, writeTraces } from './case-tables';
import type { DroppedRows, EventLog } from './event-log';
import { countMoves } from './move-counts';
import { automatonOf } from './reference-path/automaton';
import { codeAutomaton, type CodedAutomaton } from './reference-path/coded';
import { parseReferencePath, writeReferencePath } from './reference-path/parse';
import { countColumn, numberColumn, tableOf, textColumn } from './result-columns';
import { select, type LeftOutCases, type PathwayFilter, type Selection } from './selection';
import type { Traces } from './variants';

/** How far cases follow a reference path. */
export interface Conformance {
  /** The path as it was understood. */
  path: string;
  /** step, activity, required, done, cases_done, skipped, cases_skipped: one row a step of the path. */
  steps: Table;
  /** activity, count, cases: events that are no step of the path, most frequent first. */
  extras: Table;
  /** variant, path, events, cases, skipped, extra, cost, fitness: most frequent first. */
  variants: Table;
  /** case_id, variant, events, skipped, extra, cost, fitness. */
  cases: Table;
  /** One a variant. */
  alignments: readonly Alignment[];
  /** Activities of each variant, as places in `activityNames`: its done and extra moves take them in turn. */
  traces: Traces;
  activityNames: readonly string[];
  /** Absent where no case is left. */
  fit: PathFit | undefined;
  /** Steps of the path that no event of the log is called, with names like theirs: perhaps a slip. */
  unknownSteps: readonly { activity: string; near: readonly string[] }[];
  leftOut: LeftOutCases;
  dropped: DroppedRows;
}

/** How far all cases together follow the path. */
export interface PathFit {
  cases: number;
  /** Cases that follow the path without a skipped step or an extra event. */
  fittingCases: number;
  /** Mean of the fitness of the cases. */
  meanFitness: number;
  /** 1 − all costs ÷ all worst costs: long cases weigh more. */
  logFitness: number;
  skipped: number;
  extra: number;
}

/** Steps of work between two turns of the event loop: some 20 ms. */
const WORK_A_BREATH = 2_000_000;

function codeSteps(path: string, log: EventLog): { automaton: CodedAutomaton; written: string } {
  const parsed = parseReferencePath(path);
  const automaton = codeAutomaton(automatonOf(parsed), (activity) => log.activities.indexOf(activity));
  return { automaton, written: writeReferencePath(parsed) };
}

async function alignAll(automaton: CodedAutomaton, traces: Traces, signal?: AbortSignal) {
  const alignments: Alignment[] = [];
  let work = 0;
  for (let variant = 0; variant + 1 < traces.starts.length; variant++) {
    const trace = traces.activity.subarray(traces.starts[variant], traces.starts[variant + 1]);
    alignments.push(align(automaton, trace));
    work += trace.length * automaton.ways;
    if (work < WORK_A_BREATH) continue;
    work = 0;
    await breathe();
    if (signal?.aborted) throw failClinical('stopped');
  }
  return alignments;
}

/** Numbers of each variant, as columns want them. */
function variantFits(alignments: readonly Alignment[], events: Int32Array, shortest: number) {
  const skipped = Int32Array.from(alignments, (one) => one.skipped);
  const extra = Int32Array.from(alignments, (one) => one.extra);
  const cost = skipped.map((count, variant) => count + extra[variant]!);
  // Worst: every event is extra and every step of the shortest run is skipped.
  const worst = events.map((count) => count + shortest);
  return {
    events,
    skipped,
    extra,
    cost,
    worst,
    fitness: Float64Array.from(cost, (one, variant) => 1 - one / worst[variant]!)
  };
}

type Fits = ReturnType<typeof variantFits>;

function fitColumns({ events, skipped, extra, cost, fitness }: Fits, of: Int32Array) {
  const whole = (name: string, values: Int32Array) =>
    countColumn(
      name,
      of.map((variant) => values[variant]!)
    );
  return [
    whole('events', events),
    whole('skipped', skipped),
    whole('extra', extra),
    whole('cost', cost),
    { name: 'fitness', type: 'float64', values: Float64Array.from(of, (variant) => fitness[variant]!) }
  ] as const;
}

function fitOf({ cost, worst, fitness, skipped, extra }: Fits, cases: Int32Array): PathFit | undefined {
  if (cases.length === 0) return undefined;
  const over = (values: Int32Array | Float64Array) =>
    sumOf(Array.from(cases, (count, variant) => count * values[variant]!));
  const total = sumOf(cases);
  return {
    cases: total,
    fittingCases: over(cost.map((one) => Number(one === 0))),
    meanFitness: over(fitness) / total,
    logFitness: 1 - over(cost) / over(worst),
    skipped: over(skipped),
    extra: over(extra)
  };
}

function unknownSteps({ activities, codes }: CodedAutomaton, log: EventLog): Conformance['unknownSteps'] {
  const unknown = activities.filter((_, step) => codes[step] === -1);
  return [...new Set(unknown)].map((activity) => ({ activity, near: nearNames(activity, log.activities) }));
}

function tables(selection: Selection, traces: Traces, fits: Fits) {
  const { log, variants, cases } = selection;
  const number = numberColumn('variant', variants.cases.length);
  const own = number.values.map((one) => one - 1);
  return {
    variants: tableOf(own.length, [
      number,
      textColumn('path', own, writeTraces(log, traces)),
      countColumn('cases', variants.cases),
      ...fitColumns(fits, own)
    ]),
    cases: tableOf(cases.length, [
      caseColumn(log, cases),
      countColumn(
        'variant',
        variants.of.map((variant) => variant + 1)
      ),
      ...fitColumns(fits, variants.of)
    ])
  };
}

/**
 * Lays every case beside a reference path: which steps were skipped, which events are extra.
 *
 * Fitness of a case: 1 − cost ÷ worst cost, where a skipped step and an extra event cost 1 each and the worst is that all
 * events are extra and the shortest run of the path is skipped whole. Steps that the path leaves open (`[A]`, `A*`) are
 * not skipped when they are absent. Each variant is aligned once.
 *
 * @param path see {@link parseReferencePath}
 * @throws `path-…` with line and column; `pathway-…` of the filter; `pathway-alignment-large`; `stopped`
 * @see Adriansyah, van Dongen and van der Aalst 2011, Conformance checking using cost-based fitness analysis, EDOC
 */
export async function checkConformance(
  log: EventLog,
  path: string,
  filter: PathwayFilter = {},
  { signal }: JobOptions = {}
): Promise<Conformance> {
  const { automaton, written } = codeSteps(path, log);
  const selection = select(log, filter);
  const traces = variantTraces(selection);
  const alignments = await alignAll(automaton, traces, signal);
  const fits = variantFits(alignments, eventsOf(traces), automaton.shortest);
  return {
    path: written,
    ...countMoves(automaton, log, alignments, traces, selection.variants.cases),
    ...tables(selection, traces, fits),
    alignments,
    traces,
    activityNames: log.activities,
    fit: fitOf(fits, selection.variants.cases),
    unknownSteps: unknownSteps(automaton, log),
    leftOut: selection.leftOut,
    dropped: log.dropped
  };
}

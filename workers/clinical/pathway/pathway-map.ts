import { quantileOf } from '../../shared/quantile';
import type { Table } from '../../shared/table';
import { activitiesOf } from './activities';
import { casesTable, eventsOf, throughputOf, variantsTable, variantTraces } from './case-tables';
import { summarise, type Durations } from './durations';
import { edgesOf, gapsOf, type EdgeFilter } from './edges';
import type { DroppedRows, EventLog } from './event-log';
import { select, type LeftOutCases, type PathwayFilter, type Selection } from './selection';
import type { Traces } from './variants';

/** What a reader of the map should know. */
export type PathwayRemark =
  /** Events that share their time with another of their case: only the order of the rows says which came first. */
  | { code: 'pathway-ties'; rows: number; cases: number }
  /** Cases whose events name several hospitals; they count for the first. */
  | { code: 'pathway-several-hospitals'; cases: number };

/** What a filter leaves of a log, as tables. */
export interface PathwayMap {
  /** activity, events, cases, starts, ends; most frequent first. */
  activities: Table;
  /** from_activity, to_activity, count, cases, median_seconds, mean_seconds, p25_seconds, p75_seconds. */
  edges: Table;
  /** variant, path, events, cases, share, median_seconds; most frequent first. */
  variants: Table;
  /** case_id in its own type, hospital, first_time, last_time, throughput_seconds, events, variant. */
  cases: Table;
  /** activity, count, median_seconds, mean_seconds, p25_seconds, p75_seconds since the event before. */
  waiting: Table;
  /** Activities of each variant, as places in `activityNames`. */
  traces: Traces;
  activityNames: readonly string[];
  /** `edges`: all different arrows, also those that are not shown; `steps`: from one event to the next. */
  counts: { cases: number; events: number; activities: number; variants: number; edges: number; steps: number };
  /** From the first to the last event of a case; absent where no case is left. */
  throughput: Durations | undefined;
  eventsPerCase: { min: number; median: number; max: number } | undefined;
  leftOut: LeftOutCases;
  dropped: DroppedRows;
  remarks: readonly PathwayRemark[];
}

function tiesOf({ starts }: Selection, gaps: Float64Array): { rows: number; cases: number } {
  let rows = 0;
  let cases = 0;
  for (let one = 0; one + 1 < starts.length; one++) {
    const end = starts[one + 1]!;
    const before = rows;
    for (let event = starts[one]!; event < end; event++) {
      const withPrevious = event > starts[one]! && gaps[event] === 0;
      if (withPrevious || (event + 1 < end && gaps[event + 1] === 0)) rows++;
    }
    if (rows > before) cases++;
  }
  return { rows, cases };
}

function remarksOf(selection: Selection, gaps: Float64Array): PathwayRemark[] {
  const { cases, log } = selection;
  const remarks: PathwayRemark[] = [];
  const ties = tiesOf(selection, gaps);
  if (ties.rows > 0) remarks.push({ code: 'pathway-ties', ...ties });
  const several = cases.filter((one) => log.hasSeveralHospitals?.[one] === 1).length;
  if (several > 0) remarks.push({ code: 'pathway-several-hospitals', cases: several });
  return remarks;
}

/**
 * The pathways of a log: who follows whom and after what time, the variants, the time through.
 *
 * Gaps and throughput are in seconds, quantiles of type 7. A case of one event has no arrow and a throughput of 0.
 *
 * @param filter what to look at; a filter that leaves nothing gives empty tables
 * @throws `pathway-hospital-…`, `pathway-activity-unknown`, `pathway-period-empty`, `pathway-share-range`,
 * `pathway-count-range`
 * @see van der Aalst 2016, Process Mining, 2nd ed., chapters 5 and 9
 */
export function mapPathways(log: EventLog, filter: PathwayFilter & { edges?: EdgeFilter } = {}): PathwayMap {
  const selection = select(log, filter);
  const gaps = gapsOf(selection);
  const edges = edgesOf(selection, gaps, filter.edges);
  const { activities, waiting } = activitiesOf(selection, gaps);
  const traces = variantTraces(selection);
  const throughput = throughputOf(selection);
  const lengths = Float64Array.from(eventsOf(selection)).sort();
  const cases = selection.cases.length;
  return {
    activities,
    edges: edges.table,
    variants: variantsTable(selection, traces, throughput),
    cases: casesTable(selection, throughput),
    waiting,
    traces,
    activityNames: log.activities,
    counts: {
      cases,
      events: selection.activity.length,
      activities: activities.rows,
      variants: selection.variants.cases.length,
      edges: edges.all,
      steps: edges.steps
    },
    throughput: summarise(throughput),
    eventsPerCase:
      cases > 0 ? { min: lengths[0]!, median: quantileOf(lengths, 0.5), max: lengths[cases - 1]! } : undefined,
    leftOut: selection.leftOut,
    dropped: log.dropped,
    remarks: remarksOf(selection, gaps)
  };
}

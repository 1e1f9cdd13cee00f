import type { Column, Table } from '../../shared/table';
import { float64Column } from '../columns';
import type { Estimate, StatisticsRemark } from '../estimate';
import { fail } from './errors';
import { countStrata, weightsOf, wordOf } from './from-columns';
import { directlyStandardised, indirectlyStandardised } from './standardise';
import type { Measure } from './two-by-two';

/** Rows with their group, stratum, events and persons or time; several rows of the same are summed. */
export interface GroupedRates {
  /** Default: one group. */
  group?: Column;
  stratum: Column;
  events: Column;
  time: Column;
}

export interface StandardisedByGroup {
  /** In the order of the groups' names, never of their results. */
  table: Table;
  /** One a group, named by it. */
  estimates: Estimate[];
  n: number;
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

/**
 * Directly standardised rates of groups: (group,) events, time, crude, adjusted, lower, upper. A group without anybody in a
 * stratum that has a weight has no adjusted rate: missing, and counted in a remark.
 *
 * @param standard strata, each once, and their weights
 * @throws `epidemiology-…`, `column-…`, `columns-unlike`, `level-range`
 * @see {@link directlyStandardised}
 */
export function standardiseGroups(
  data: GroupedRates,
  standard: { stratum: Column; weight: Column },
  options: { level?: number } = {}
): StandardisedByGroup {
  const counted = countStrata(data, standard);
  return byGroup(counted, ({ events, time }) => {
    // A stratum that weighs nothing in the standard may be empty.
    const used = Array.from(counted.standard.keys()).filter((stratum) => (counted.standard[stratum] as number) > 0);
    if (used.some((stratum) => time[stratum] === 0)) return undefined;
    const of = (values: Float64Array) => used.map((stratum) => values[stratum] as number);
    const found = directlyStandardised({ events: of(events), time: of(time) }, of(counted.standard), options);
    return { measure: found.adjusted, estimates: found.estimates, method: found.method };
  });
}

/**
 * Standardised ratios of groups (observed over expected events at the reference's rates): (group,) events, time, crude,
 * adjusted (the ratio), lower, upper. Each is compared with the reference, not with the others.
 *
 * @param reference strata, each once, with their events and time
 * @throws `epidemiology-…`, `column-…`, `columns-unlike`, `level-range`
 * @see {@link indirectlyStandardised}
 */
export function standardisedRatiosOfGroups(
  data: GroupedRates,
  reference: { stratum: Column; events: Column; time: Column },
  options: { level?: number } = {}
): StandardisedByGroup {
  const { stratum } = reference;
  const counted = countStrata(data, { stratum, weight: reference.time });
  const events = weightsOf(counted.strata, { stratum, weight: reference.events });
  return byGroup(counted, (group) => {
    // Events without time are not left out in silence: they are refused below.
    const used = Array.from(group.time.keys()).filter((at) => group.time[at] !== 0 || group.events[at] !== 0);
    if (used.length === 0) return undefined;
    const of = (values: Float64Array) => used.map((at) => values[at] as number);
    const standard = { events: of(events), time: of(counted.standard) };
    const found = indirectlyStandardised({ events: of(group.events), time: of(group.time) }, standard, options);
    return { measure: found.ratio, estimates: found.estimates, method: found.method };
  });
}

interface Found {
  measure: Measure;
  estimates: Estimate[];
  method: string;
}

function byGroup(
  { events, time, standard, groups, nDropped }: ReturnType<typeof countStrata>,
  standardise: (group: { events: Float64Array; time: Float64Array }) => Found | undefined
): StandardisedByGroup {
  const width = standard.length;
  const length = width === 0 ? 0 : events.length / width;
  if (length === 0) throw fail('epidemiology-no-strata');
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const all = Array.from({ length }, (_, group) => {
    const part = (values: Float64Array) => values.subarray(group * width, (group + 1) * width);
    const own = { events: part(events), time: part(time) };
    return { events: sum(own.events), time: sum(own.time), found: standardise(own) };
  });
  const empty = all.filter(({ found }) => !found).length;
  const column = (name: string, of: (one: (typeof all)[number]) => number | null | undefined) =>
    float64Column(
      name,
      Float64Array.from(all, (one) => of(one) ?? NaN)
    );
  return {
    table: {
      rows: length,
      columns: [
        ...(groups ? [{ ...groups, name: 'group' }] : []),
        column('events', (one) => one.events),
        column('time', (one) => one.time),
        column('crude', (one) => (one.time > 0 ? one.events / one.time : undefined)),
        column('adjusted', ({ found }) => found?.measure.estimate),
        column('lower', ({ found }) => found?.measure.lower),
        column('upper', ({ found }) => found?.measure.upper)
      ]
    },
    estimates: all.flatMap(({ found }, group) =>
      (found?.estimates ?? []).map((one) => ({ ...one, name: groups ? wordOf(groups, group) : one.name, nDropped }))
    ),
    n: sum(events),
    nDropped,
    method: all.find(({ found }) => found)?.found?.method ?? '',
    remarks: empty > 0 ? [{ code: 'epidemiology-stratum-empty', values: { groups: empty } }] : []
  };
}

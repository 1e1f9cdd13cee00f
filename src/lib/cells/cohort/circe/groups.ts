import { circeWords as words } from '$lib/messages/circe';
import type { Plain } from '../../task';
import { idsOf, leaveRest, listedIds, rowsOf, type Reading, type Written } from './criteria';
import { daysIn, wholeIn } from './ranges';
import type { Part } from './reading';

/** What the groups are read against. */
export interface GroupReading extends Reading {
  /** Tables by whose rows persons enter: there the entry itself is counted, as ATLAS does. */
  entryTables: ReadonlySet<string>;
  /** The column of the day of entry. */
  entryDay: string;
}

/** Conditions of a group that stand side by side: how many of them must hold. */
interface Several {
  least: number | 'all';
  most: number | undefined;
  of: Written[];
  /** Groups inside that cannot stand beside them. */
  further: Several[];
}

/** A group as steps: one where that is possible, so that each rule is counted once. */
export function stepsOf(group: Part, reading: GroupReading): Written[] {
  const read = severalIn(group, reading);
  return [read, ...read.further].flatMap(stepOf);
}

function stepOf({ least, most, of }: Several): Written[] {
  const [only] = of;
  if (!only) return [];
  const wanted = least === 'all' ? of.length : Math.min(least, of.length);
  if (of.length === 1 && wanted === 1 && most === undefined) return [only];
  const group: Written = { ...((wanted !== 1 || most !== undefined) && { at_least: wanted }) };
  if (most !== undefined) group.at_most = most;
  return [{ group: { ...group, of } }];
}

function severalIn(group: Part, reading: GroupReading): Several {
  const type = (group.text('Type') ?? 'ALL').toUpperCase();
  const count = group.number('Count') ?? 0;
  const isAll = type === 'ALL';
  const result: Several = { least: 1, most: undefined, of: [], further: [] };
  if (isAll) result.least = 'all';
  else if (type === 'AT_LEAST') result.least = count;
  else if (type === 'AT_MOST') [result.least, result.most] = [0, count];
  else if (type !== 'ANY') group.leave('Type', words.noGroupType(type));

  for (const criterion of group.parts('CriteriaList')) {
    const event = eventOf(criterion, reading);
    if (event) result.of.push(event);
  }
  for (const person of group.parts('DemographicCriteriaList')) {
    const conditions = demographicsOf(person, reading);
    // Several things of a person are one condition of the group.
    if (isAll || conditions.length <= 1) result.of.push(...conditions);
    else person.leave(undefined, words.noInnerAll());
  }
  for (const inner of group.parts('Groups')) {
    const read = severalIn(inner, reading);
    const joins = read.further.length === 0 && (read.of.length <= 1 ? read.most === undefined : isSame(result, read));
    if (joins) result.of.push(...read.of);
    else if (isAll) result.further.push(read, ...read.further);
    else inner.leave(undefined, words.noInnerGroup());
  }
  group.leaveOthers(() => words.noAttribute());
  return result;
}

/** Whether a group inside says no more than if its conditions stood in the outer one. */
function isSame(outer: Several, inner: Several): boolean {
  if (outer.most !== undefined || inner.most !== undefined) return false;
  return (outer.least === 'all' && inner.least === 'all') || (outer.least === 1 && inner.least === 1);
}

/** A criterion with its window and its count. */
function eventOf(criterion: Part, reading: GroupReading): Written | undefined {
  const window = windowIn(criterion);
  if (!window) return undefined;
  const rows = rowsOf(criterion.part('Criteria'), reading);
  if (!rows) return undefined;
  leaveRest(rows);
  const occurrence = criterion.part('Occurrence');
  const [type, count] = [occurrence.number('Type') ?? 2, occurrence.number('Count') ?? 1];
  if (occurrence.flag('IsDistinct')) {
    occurrence.take('CountColumn');
    occurrence.leave('IsDistinct', words.noDistinct());
  }
  occurrence.take('CountColumn');
  const event: Written = { ...rows.written };
  if (type !== 1) event.at_least = count;
  if (type !== 2) event.at_most = count;
  if (Object.keys(window).length > 0) event.window = window;
  if (reading.entryTables.has(rows.domain.table)) event.itself = true;
  if (!criterion.flag('IgnoreObservationPeriod')) event.observed = true;
  if (criterion.flag('RestrictVisit')) criterion.leave('RestrictVisit', words.noVisit());
  if (criterion.has('EndWindow')) criterion.leave('EndWindow', words.noEndWindow());
  criterion.leaveOthers(() => words.noAttribute());
  return { event };
}

/** Days of the window; undefined where it cannot be said, and then the criterion is left out. */
function windowIn(criterion: Part): { [key: string]: Plain } | undefined {
  if (!criterion.has('StartWindow')) return {};
  const window = criterion.part('StartWindow');
  for (const key of ['UseIndexEnd', 'UseEventEnd']) {
    if (window.flag(key)) return window.leave(key, words.noWindowEnd());
  }
  const limits: { [key: string]: Plain } = {};
  for (const [key, name, usual] of [
    ['Start', 'from', -1],
    ['End', 'to', 1]
  ] as const) {
    const end = window.part(key);
    const [days, direction] = [end.number('Days'), end.number('Coeff') ?? usual];
    const unit = end.text('TimeUnit');
    if (unit !== undefined && unit !== 'day') return end.leave('TimeUnit', words.noTimeUnit(unit));
    end.take('TimeUnitValue');
    if (days !== undefined) limits[name] = days * direction || 0;
    // Without days the window ends with the observation: on the other side nothing is left of it.
    else if (direction !== usual) return end.leave('Coeff', words.noWindowEnd());
  }
  window.leaveOthers(() => words.noAttribute());
  return limits;
}

/** What is asked of a person at entry. */
export function demographicsOf(part: Part, { entryDay, sets }: Pick<GroupReading, 'entryDay' | 'sets'>): Written[] {
  const found: Written[] = [];
  const age = ageOf(part);
  if (age) found.push(age);
  for (const [key, column] of [
    ['Gender', 'gender_concept_id'],
    ['Race', 'race_concept_id'],
    ['Ethnicity', 'ethnicity_concept_id']
  ] as const) {
    const ids = listedIds(part, key);
    if (ids.length > 0) found.push({ category: { column, in: ids } });
    if (!part.has(`${key}CS`)) continue;
    const selection = part.part(`${key}CS`);
    const set = idsOf(selection, 'CodesetId', selection.number('CodesetId'), sets);
    if (set) found.push({ category: { column, [selection.flag('IsExclusion') ? 'not_in' : 'in']: set } });
  }
  if (part.has('OccurrenceStartDate')) {
    const range = part.part('OccurrenceStartDate');
    const days = daysIn(range);
    if (!days) part.leave('OccurrenceStartDate', words.noRange(range.text('Op') ?? '?'));
    const limits = [
      ...(days?.from === undefined ? [] : [`entry."${entryDay}" >= date '${days.from}'`]),
      ...(days?.to === undefined ? [] : [`entry."${entryDay}" < date '${days.to}' + 1`])
    ];
    if (limits.length > 0) found.push({ sql: limits.join(' and ') });
  }
  part.leaveOthers(() => words.noAttribute());
  return found;
}

/** ATLAS subtracts the year of birth from the year of the entry. */
function ageOf(part: Part): Written | undefined {
  if (!part.has('Age')) return undefined;
  const range = part.part('Age');
  const limits = wholeIn(range);
  if (!limits) return part.leave('Age', words.noRange(range.text('Op') ?? '?'));
  return { age: { ...limits, by: 'year' } };
}

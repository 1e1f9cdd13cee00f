import { isPresent } from '../../shared/exact-text';
import type { Column } from '../../shared/table';
import { commonRows, daysOf, keyOf, numbersOf } from '../columns';
import { fail } from './errors';
import type { Observed } from './person-time';

/** Tables of a self-controlled case series. Days are whole numbers (ages in days, say), dates or points in time. */
export interface SeriesColumns {
  /** A row a person: first and last day of observation, both included; `birth` is subtracted from every day. */
  people: { person: Column; start: Column; end: Column; birth?: Column };
  /** A row an event; a person may have several. */
  events: { person: Column; day: Column };
  /** A row an exposure; persons without stay in, they tell the age effect. */
  exposures: { person: Column; day: Column };
}

export interface ReadSeries {
  /** Those with an event in their observation. */
  persons: Observed[];
  /** People without an event: they carry nothing. */
  withoutEvent: number;
  /** Rows of people that lack a value. */
  incomplete: number;
  /** Rows of events and exposures that lack a person or a day: of nobody who is left out. */
  undated: number;
  /** Events outside the observation, or of persons who are not among the people. */
  eventsOutside: number;
}

/**
 * @throws `pharmacovigilance-day`, `pharmacovigilance-observation`, `pharmacovigilance-person-twice`, `column-…`,
 * `columns-unlike`
 */
export function readSeries({ people, events, exposures }: SeriesColumns): ReadSeries {
  const { person, birth } = people;
  const rows = commonRows([person, people.start, people.end, ...(birth ? [birth] : [])]);
  const born = birth ? wholeDays(birth) : new Float64Array(rows);
  const [starts, ends] = [wholeDays(people.start), wholeDays(people.end)];
  const known = new Map<string, { person: Observed & { events: number[]; exposures: number[] }; born: number }>();
  let incomplete = 0;
  let backward = 0;
  for (let row = 0; row < rows; row++) {
    const key = keyText(person, row);
    const [start, end] = [(starts[row] as number) - (born[row] as number), (ends[row] as number) - (born[row] as number)]; // prettier-ignore
    if (key === undefined || Number.isNaN(start) || Number.isNaN(end)) {
      incomplete += 1;
      continue;
    }
    if (known.has(key)) throw fail('pharmacovigilance-person-twice');
    if (end < start) backward += 1;
    known.set(key, { person: { start, end, events: [], exposures: [] }, born: born[row] as number });
  }
  if (backward > 0) throw fail('pharmacovigilance-observation', { rows: backward });
  let eventsOutside = 0;
  let undated = eachDay(events, (key, day) => {
    const found = known.get(key);
    const at = found ? day - found.born : NaN;
    if (found && at >= found.person.start && at <= found.person.end) found.person.events.push(at);
    else eventsOutside += 1;
  });
  undated += eachDay(exposures, (key, day) => {
    const found = known.get(key);
    if (found) found.person.exposures.push(day - found.born);
  });
  const persons = [...known.values()].map((one) => one.person).filter((one) => one.events.length > 0);
  for (const one of persons) {
    one.events.sort((a, b) => a - b);
    one.exposures.sort((a, b) => a - b);
  }
  return { persons, withoutEvent: known.size - persons.length, incomplete, undated, eventsOutside };
}

/** Calls for every complete row. @returns rows that lack a value */
function eachDay({ person, day }: { person: Column; day: Column }, call: (key: string, day: number) => void): number {
  const rows = commonRows([person, day]);
  const days = wholeDays(day);
  let incomplete = 0;
  for (let row = 0; row < rows; row++) {
    const key = keyText(person, row);
    if (key === undefined || Number.isNaN(days[row])) incomplete += 1;
    else call(key, days[row] as number);
  }
  return incomplete;
}

/** Ids of several tables meet by their text: the tables may hold them in different types. */
const keyText = (column: Column, row: number): string | undefined =>
  isPresent(column, row) ? String(keyOf(column, row)) : undefined;

function wholeDays(column: Column): Float64Array {
  if (column.type === 'date' || column.type === 'timestamp') return daysOf(column);
  const days = numbersOf(column);
  const broken = days.reduce((sum, day) => sum + Number(!(Number.isNaN(day) || (Number.isInteger(day) && Math.abs(day) < 1e7))), 0); // prettier-ignore
  if (broken > 0) throw fail('pharmacovigilance-day', { column: column.name, rows: broken });
  return days;
}

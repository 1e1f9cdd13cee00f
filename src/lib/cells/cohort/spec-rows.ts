import { failCohort as fail } from './failures';
import type { Exit } from './fields';
import type { Around, CohortExit, EntryEvent, Filter } from './spec';
import type { Plain } from '../task';

/** Whole numbers stay exact; a list of nothing is as if it were not written. */
export function valuesOf(value: Plain | undefined): readonly Plain[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const given = value.filter((one) => one !== null);
  return given.length > 0 ? given : undefined;
}

type WrittenFilter = Omit<Filter, 'in' | 'not_in' | 'placeOf'>;

interface WrittenRows {
  table: string | undefined;
  column: string | undefined;
  where: readonly WrittenFilter[] | undefined;
  earliest: boolean;
  date: string | undefined;
  person_id: string | undefined;
}

/**
 * The rows that a part of the text names.
 * @throws `cohort-filter-empty`, `cohort-filter-range`, `cohort-not-a-day`
 */
export function rowsIn(
  { table, column, where, earliest, date, person_id }: WrittenRows,
  { at, placeOf }: Around
): Omit<EntryEvent, 'end_date'> {
  const filters = (where ?? []).map((filter, index): Filter => {
    const here = (...keys: readonly (string | number)[]) => placeOf('where', index, ...keys);
    const lists = { in: valuesOf(at(['where', index, 'in'])), not_in: valuesOf(at(['where', index, 'not_in'])) };
    const { column: name, min, max, above, below, from, to } = filter;
    const found = { column: name, min, max, above, below, from, to, ...lists, placeOf: here };
    const { in: within, not_in: without, ...limits } = { ...lists, min, max, above, below, from, to };
    if (!within && !without && Object.values(limits).every((limit) => limit === undefined)) {
      throw fail('cohort-filter-empty', { column: name }, { place: here() });
    }
    for (const key of ['from', 'to'] as const) {
      const day = filter[key];
      if (day !== undefined && !isDay(day)) throw fail('cohort-not-a-day', { day }, { place: here(key) });
    }
    const low = Math.max(min ?? -Infinity, above ?? -Infinity);
    const high = Math.min(max ?? Infinity, below ?? Infinity);
    if (low > high) throw fail('cohort-filter-range', { column: name, low, high }, { place: here() });
    if (from !== undefined && to !== undefined && from > to) {
      throw fail('cohort-filter-range', { column: name, low: from, high: to }, { place: here('to') });
    }
    return found;
  });
  return { table, column, in: valuesOf(at(['in'])), where: filters, earliest, date, person_id, placeOf };
}

/** A day of the calendar, as ISO writes it. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

interface WrittenExit {
  at: Exit | undefined;
  days: number | undefined;
  end_date: string | undefined;
  without_end: number | undefined;
  exposure: WrittenRows & { end_date: string | undefined; gap: number | undefined };
  censor: readonly WrittenRows[] | undefined;
  merge: number | undefined;
}

/**
 * When persons leave; undefined where the text does not say it.
 * @throws `cohort-exit-exposure` where the exposure is not said, or said and not used
 */
export function exitOf(
  { at: chosen, days, end_date, without_end, exposure, censor, merge }: WrittenExit,
  around: Around
): CohortExit | undefined {
  if (around.at(['exit']) === undefined) return undefined;
  const below = (path: readonly (string | number)[]): Around => ({
    step: 0,
    placeOf: (...keys) => around.placeOf('exit', ...path, ...keys),
    at: (keys) => around.at(['exit', ...path, ...keys])
  });
  const isExposed = around.at(['exit', 'exposure']) !== undefined;
  const at = chosen ?? (isExposed ? 'exposure' : days === undefined ? 'observation' : 'entry');
  const { end_date: until, gap, ...rows } = exposure;
  if (isExposed !== (at === 'exposure') || (isExposed && rows.table === undefined)) {
    throw fail('cohort-exit-exposure', { at }, { place: around.placeOf('exit', isExposed ? 'exposure' : 'at') });
  }
  return {
    at,
    days: days ?? 0,
    end_date,
    without_end,
    exposure: isExposed ? { ...rowsIn(rows, below(['exposure'])), end_date: until, gap: gap ?? 0 } : undefined,
    censor: (censor ?? []).map((event, index) => ({
      ...rowsIn(event, below(['censor', index])),
      end_date: undefined
    })),
    merge
  };
}

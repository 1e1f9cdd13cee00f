import { largestOf, smallestOf } from '$workers/shared/extent';
import { plainName, type Finding, type LookedColumn, type LookedTable, type Mend } from './payload';

const called =
  /(^|_)(birth_?date|date_of_birth|birth_?datetime|dob|birthday|born|syntymaaika|syntymäaika|syntymapaiva|syntymäpäivä|geboortedatum|fecha_nacimiento|fecha_de_nacimiento|geburtsdatum|fodelsedatum|födelsedatum|data_di_nascita|date_de_naissance)(_|$)/;
/** ISO, European and American forms; a time may follow. */
const dateLike = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{8})(?:[ T]\d{2}:\d{2}.*)?$/;
const yearMs = 365.25 * 86_400_000;

/** A text of a date as milliseconds; NaN where it is none. */
function timeOf(value: unknown): number {
  if (typeof value !== 'string') return NaN;
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(value);
  if (iso) return Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const european = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})/.exec(value);
  return european ? Date.UTC(Number(european[3]), Number(european[2]) - 1, Number(european[1])) : NaN;
}

/** Columns of whole days, by type or by how their texts look. */
export function dateColumns(table: LookedTable): LookedColumn[] {
  return table.columns.filter((column) => {
    const values = column.values.filter((value) => value !== undefined);
    if (values.length === 0) return false;
    if (column.kind === 'date') return values.some((value) => !/^\d{4}-01-01/.test(String(value)));
    if (column.kind !== 'text') return false;
    return values.every((value) => dateLike.test(String(value)) && Number.isFinite(timeOf(value)));
  });
}

/**
 * Dates of birth by their column's name, or because they look it: before every other date of their row, most of them by
 * a year and more, and spread over years.
 * @param isPersonal whether rows are persons: then other exact dates are said, too
 */
export function birthDates(table: LookedTable, isPersonal: boolean): Finding[] {
  const dates = dateColumns(table);
  return dates.flatMap((column): Finding[] => {
    const others = dates.filter((other) => other !== column);
    const mends: Mend[] = [
      { kind: 'year', table: table.name, column: column.name },
      { kind: 'drop', table: table.name, column: column.name }
    ];
    const about = { table: table.name, column: column.name, count: column.values.filter(Boolean).length, mends };
    if (called.test(plainName(column.name)) || (isPersonal && looksLikeBirth(column, others)))
      return [{ code: 'birth-date', severity: 'stop', ...about }];
    return isPersonal ? [{ code: 'exact-dates', severity: 'tell', ...about }] : [];
  });
}

function looksLikeBirth(column: LookedColumn, others: readonly LookedColumn[]): boolean {
  const times = column.values.map(timeOf);
  const known = times.filter(Number.isFinite);
  if (known.length < 4 || others.length === 0) return false;
  const spread = largestOf(known) - smallestOf(known);
  if (spread < 2 * yearMs) return false;
  const gaps = times.flatMap((time, row) => {
    const later = others.map((other) => timeOf(other.values[row])).filter(Number.isFinite);
    return Number.isFinite(time) && later.length > 0 ? [smallestOf(later) - time] : [];
  });
  const median = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  return gaps.length >= 4 && gaps.every((gap) => gap >= -86_400_000) && median >= yearMs;
}

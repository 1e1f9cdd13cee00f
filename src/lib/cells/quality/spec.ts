import { qualityFailures, qualityTableNames } from '$workers/clinical/quality';
import { failures, type Place } from '$workers/shared/errors';
import type { Needs } from '$lib/notebook/kind';
import type { Cell } from '$lib/notebook/model';
import { readTask, specOf } from '../task';
import { failQuality as fail } from './failures';
import { checkNumbers, namesTables, qualityFields } from './fields';

/** What the engine would say of an option is said where it is written. */
const failOption = failures(qualityFailures);

export interface QualitySpec {
  /** The cell's name: that of its table. */
  name: string;
  /** What the names of the tables begin with; undefined where they are named one by one. */
  prefix: string | undefined;
  tables: readonly string[];
  /** Numbers; undefined: all. */
  checks: readonly number[] | undefined;
  /** Percent by number, for those that are not to have their usual one. */
  thresholds: Readonly<Record<number, number>>;
  variableMap: string | undefined;
  hours: string | undefined;
  label: string | undefined;
  extractDate: string | undefined;
  /** Whole years at a visit, both included. */
  ages: readonly [number, number];
  intensiveCare: readonly number[] | undefined;
  placeOf(...path: string[]): Place;
}

/** @throws `task-…`, `quality-…` with line and column in the text */
export function parseQuality(text: string, { id }: Pick<Cell, 'id'>): QualitySpec {
  const byName = namesTables(text);
  const reading = byName ? readTask(text, qualityFields.list) : readTask(text, qualityFields.prefix);
  const written = specOf(reading as ReturnType<typeof readTask<typeof qualityFields.list>>);
  if (id === undefined) throw fail('quality-needs-name');
  const placeOf = (...path: string[]) => reading.placeOf(path);
  const thresholds = [...(written.thresholds ?? [])];
  for (const [check] of thresholds) {
    if (!checkNumbers.includes(check)) {
      const values = { check, last: checkNumbers.length };
      throw failOption('quality-check-unknown', values, { place: placeOf('thresholds', check) });
    }
  }
  const date = written.extract_date;
  if (date !== undefined && !isDate(date))
    throw failOption('quality-date', { date }, { place: placeOf('extract_date') });
  if (written.age_from > written.age_to) throw failOption('quality-age-range', {}, { place: placeOf('age_to') });
  if (written.intensive_care?.length === 0)
    throw failOption('quality-visit-concept', {}, { place: placeOf('intensive_care') });
  const tables = byName ? (written.tables ?? []) : [];
  if (byName && tables.length === 0) throw fail('quality-none-named', {}, { place: placeOf('tables') });
  return {
    name: id,
    prefix: byName ? undefined : String(written.tables ?? '').trim(),
    tables: [...new Set(tables)],
    checks: written.checks?.map(Number),
    thresholds: Object.fromEntries(thresholds.map(([check, percent]) => [Number(check), percent])),
    variableMap: written.variable_map,
    hours: written.hours,
    label: written.label,
    extractDate: date,
    ages: [written.age_from, written.age_to],
    intensiveCare: written.intensive_care,
    placeOf
  };
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** With a prefix, whichever tables of an extract there are: which are missing is for the checks to say. */
export function needsOf({ prefix, tables, variableMap, hours }: QualitySpec): Needs {
  const named = [...tables, variableMap, hours].filter((name) => name !== undefined);
  const behind = prefix === undefined ? [] : qualityTableNames.map((name) => `${prefix}${name}`);
  return { tables: [...new Set(named)], values: [], tablesIfThere: behind };
}

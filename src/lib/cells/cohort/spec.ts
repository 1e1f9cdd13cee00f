import type { Place } from '$workers/shared/errors';
import { scanSql } from '$workers/shared/sql-scan';
import { sqlTokens } from '$workers/shared/sql-tokens';
import type { Cell } from '$lib/notebook/model';
import { readTask, specOf, type Plain, type TaskReading } from '../task';
import { failCohort as fail } from './failures';
import { cohortFields, conditionFields, partFields, type AgeUnit, type Exit, type Pick, type TimeUnit } from './fields';
import { exitOf, rowsIn, valuesOf } from './spec-rows';

/** Days or hours before (negative) and after the entry, both ends included. */
export interface Window {
  from: number | undefined;
  to: number | undefined;
  unit: TimeUnit;
}

/** What a further column of a row must say. */
export interface Filter {
  column: string;
  in: readonly Plain[] | undefined;
  not_in: readonly Plain[] | undefined;
  min: number | undefined;
  max: number | undefined;
  above: number | undefined;
  below: number | undefined;
  /** Days, both included. */
  from: string | undefined;
  to: string | undefined;
  placeOf(...keys: Keys): Place;
}

/** Which rows of which table, and how its columns are called where their names do not say it. */
export interface Rows {
  table: string | undefined;
  column: string | undefined;
  in: readonly Plain[] | undefined;
  where: readonly Filter[];
  /** Of those that `in` names only the first of each person counts, whatever `where` says of it. */
  earliest: boolean;
  date: string | undefined;
  person_id: string | undefined;
}

/** One of several events by which a person can enter. */
export interface EntryEvent extends Rows {
  end_date: string | undefined;
  placeOf(...keys: Keys): Place;
}

export interface CohortExit {
  at: Exit;
  /** Days after the entry, the end date or the end of the exposure. */
  days: number;
  end_date: string | undefined;
  /** Days from start to end where an end date is missing. */
  without_end: number | undefined;
  exposure: (EntryEvent & { gap: number }) | undefined;
  /** What ends it earlier. */
  censor: readonly EntryEvent[];
  /** Most days between two periods of a person that become one; undefined: none are merged. */
  merge: number | undefined;
}

type Keys = readonly (string | number)[];

export type Condition =
  | {
      kind: 'age';
      min: number | undefined;
      max: number | undefined;
      unit: AgeUnit;
      by: 'birthday' | 'year';
      column: string | undefined;
    }
  | { kind: 'category'; column: string; values: readonly Plain[]; not: boolean }
  | ({
      kind: 'event';
      least: number;
      most: number | undefined;
      window: Window;
      itself: boolean;
      observed: boolean;
    } & Rows)
  | ({
      kind: 'value';
      value: string | undefined;
      min: number | undefined;
      max: number | undefined;
      unit: string | undefined;
      pick: Pick;
      window: Window;
    } & Rows)
  | { kind: 'history'; min: number; unit: TimeUnit; column: string | undefined }
  | { kind: 'follow_up'; min: number; unit: TimeUnit; column: string | undefined }
  | { kind: 'occurrence'; end: 'first' | 'last' }
  | { kind: 'group'; least: number; most: number | undefined; of: readonly Step[] }
  | { kind: 'sql'; sql: string; tables: readonly string[]; values: readonly string[] };

export type ConditionKind = Condition['kind'];
export const conditionKinds = Object.keys(conditionFields) as readonly ConditionKind[];

export interface Step {
  name: string | undefined;
  out: string | undefined;
  note: string | undefined;
  /** What becomes of those for whom the step cannot be decided. */
  unknown: 'out' | 'keep';
  condition: Condition;
  /** Where a key of the condition stands in the text. */
  placeOf(...keys: Keys): Place;
}

export interface CohortSpec {
  /** The table that it makes. */
  name: string;
  from: string;
  person: string | undefined;
  period: string | undefined;
  death: string | undefined;
  entry: Omit<Rows, 'table'> & {
    called: string | undefined;
    occurrence: 'any' | 'first' | 'last';
    or: readonly EntryEvent[];
    /** Days before an entry in which its person had no other. */
    washout: number | undefined;
  };
  steps: readonly Step[];
  exit: CohortExit | undefined;
  keep: readonly string[] | undefined;
  /** Parts of the definition that it was made from and does not have. */
  not_imported: readonly string[] | undefined;
  title: string | undefined;
  caption: string | undefined;
  /** Where a key at the top stands in the text. */
  placeOf(...keys: Keys): Place;
}

type Written = ReturnType<typeof written>;
const written = (reading: TaskReading<unknown>) => (path: readonly (string | number)[]) =>
  reading.writtenAt(path) ?? undefined;

/** @throws `task-…`, `cohort-…` with line and column in the text */
export function parseCohort(text: string, { id, key }: globalThis.Pick<Cell, 'id' | 'key'>): CohortSpec {
  const reading = readTask(text, cohortFields);
  const spec = specOf(reading);
  const at = written(reading);
  const steps = (spec.steps ?? []).map((step, index): Step => {
    const path = ['steps', index] as const;
    const placeOf = (...keys: Keys) => reading.placeOf([...path, ...keys]);
    const around: Around = { step: index + 1, placeOf, at: (keys) => at([...path, ...keys]) };
    const condition = conditionOf(kindOf(conditionKinds, around), step, around);
    return { name: step.name, out: step.out, note: step.note, unknown: step.unknown, condition, placeOf };
  });
  const top: Around = { step: 0, placeOf: (...keys) => reading.placeOf(keys), at };
  const exit = exitOf(spec.exit, top);
  const { or, ...entry } = spec.entry;
  const events = (or ?? []).map((event, index) => ({
    ...rowsIn(event, inside(top, ['entry', 'or', index])),
    end_date: event.end_date
  }));
  return {
    ...spec,
    name: id ?? `cell ${key}`,
    entry: { ...entry, ...rowsIn({ ...entry, table: undefined }, inside(top, ['entry'])), or: events },
    steps,
    exit,
    placeOf: top.placeOf
  };
}

/** The one condition that is written. */
function kindOf<Kind extends ConditionKind>(among: readonly Kind[], { step, placeOf, at }: Around): Kind {
  const kinds = among.filter((kind) => at([kind]) !== undefined);
  const [kind, another] = kinds;
  if (kind === undefined) throw fail('cohort-step-empty', { step }, { place: placeOf() });
  if (another !== undefined) {
    throw fail('cohort-step-several', { step, keys: kinds.join(', ') }, { place: placeOf(another) });
  }
  return kind;
}

/** The same reading, seen from a key. */
export function inside({ step, placeOf, at }: Around, path: Keys): Around {
  return { step, placeOf: (...keys) => placeOf(...path, ...keys), at: (keys) => at([...path, ...keys]) };
}

export type PartKind = keyof typeof partFields;
export const partKinds = Object.keys(partFields) as readonly PartKind[];

type StepSpec = NonNullable<ReturnType<typeof readTask<typeof cohortFields>>['spec']['steps']>[number];
type PartSpec = NonNullable<StepSpec['group']['of']>[number];

/** Where a part of the text is read. */
export interface Around {
  /** Counted from 1, for errors; 0 outside of the steps. */
  step: number;
  placeOf(...keys: Keys): Place;
  at: Written extends (path: infer _) => infer Found ? (keys: Keys) => Found : never;
}

function conditionOf(kind: ConditionKind, step: StepSpec, around: Around): Condition {
  const { placeOf } = around;
  if (kind === 'occurrence') return { kind, end: step.occurrence ?? 'first' };
  if (kind !== 'group') return singleOf(kind, step, around);
  const { of, at_least, at_most } = step.group;
  const parts = (of ?? []).map((part, index): Step => {
    const here = inside(around, [kind, 'of', index]);
    const condition = singleOf(kindOf(partKinds, here), part, here);
    return { name: undefined, out: undefined, note: undefined, unknown: 'out', condition, placeOf: here.placeOf };
  });
  if (parts.length === 0) {
    throw fail('cohort-needs-key', { step: around.step, kind, needs: 'parts' }, { place: placeOf(kind) });
  }
  // Without a number, one of them is enough; with `at_most` alone, none need be.
  const least = at_least ?? (at_most === undefined ? 1 : 0);
  checkRange(least, at_most, ['at_least', 'at_most'], kind, around);
  if (least > parts.length) {
    const place = placeOf(kind, 'at_least');
    throw fail('cohort-group-short', { step: around.step, least, parts: parts.length }, { place });
  }
  return { kind, least, most: at_most, of: parts };
}

function singleOf(kind: keyof typeof partFields, step: PartSpec, around: Around): Condition {
  const { placeOf, at } = around;
  const needs = (what: string) =>
    fail('cohort-needs-key', { step: around.step, kind, needs: what }, { place: placeOf(kind) });
  switch (kind) {
    case 'age': {
      const { min, max, unit, by, column } = step.age;
      if (min === undefined && max === undefined) throw needs('limit');
      checkRange(min, max, ['min', 'max'], kind, around);
      if (by === 'year' && (unit !== 'years' || column !== undefined)) {
        throw fail('cohort-age-by-year', { step: around.step }, { place: placeOf(kind, 'by') });
      }
      return { kind, min, max, unit, by, column };
    }
    case 'category': {
      const { column } = step.category;
      if (column === undefined) throw needs('column');
      const within = valuesOf(at([kind, 'in']));
      const without = valuesOf(at([kind, 'not_in']));
      if (within && without)
        throw fail('cohort-in-and-not-in', { step: around.step }, { place: placeOf(kind, 'not_in') });
      const values = within ?? without;
      if (!values) throw needs('values');
      return { kind, column, values, not: without !== undefined };
    }
    case 'event': {
      const { at_least, at_most, window, itself, observed, ...rows } = step.event;
      const least = at_least ?? (at_most === undefined ? 1 : 0);
      checkRange(least, at_most, ['at_least', 'at_most'], kind, around);
      return {
        ...rowsIn(rows, inside(around, [kind])),
        kind,
        least,
        most: at_most,
        window: windowOf(window, kind, around),
        itself,
        observed
      };
    }
    case 'value': {
      const { min, max, window, ...rows } = step.value;
      if (min === undefined && max === undefined) throw needs('limit');
      if (rows.table === undefined && rows.value === undefined) throw needs('value');
      checkRange(min, max, ['min', 'max'], kind, around);
      const found = rowsIn(rows, inside(around, [kind]));
      return { ...rows, ...found, kind, min, max, window: windowOf(window, kind, around) };
    }
    case 'history':
    case 'follow_up': {
      const { min, unit, column } = step[kind];
      if (min === undefined) throw needs('length');
      return { kind, min, unit, column };
    }
    case 'sql':
      return { kind, ...predicateOf(step.sql ?? '', around) };
  }
}

function windowOf(window: Window, kind: string, around: Around): Window {
  checkRange(window.from, window.to, ['from', 'to'], `${kind}`, around, 'window');
  return window;
}

function checkRange(
  min: number | undefined,
  max: number | undefined,
  [low, high]: readonly [string, string],
  kind: string,
  { step, placeOf }: Around,
  inside?: string
): void {
  if (min === undefined || max === undefined || min <= max) return;
  const path = inside === undefined ? [kind, high] : [kind, inside, high];
  throw fail('cohort-range', { step, min, max, low, high }, { place: placeOf(...path) });
}

/** What stands after WHERE: one expression, whose tables and values the notebook's graph follows. */
function predicateOf(sql: string, { step, placeOf }: Around) {
  const tokens = sqlTokens(sql);
  const place = placeOf('sql');
  if (/^(select|with|from|values)$/i.test(tokens[0]?.text ?? '')) throw fail('cohort-sql-alone', { step }, { place });
  let depth = 0;
  for (const { type, text } of tokens) {
    if (type !== 'symbol') continue;
    if (text === '(') depth++;
    if ((text === ')' && --depth < 0) || text === ';') throw fail('cohort-sql-bracket', { step }, { place });
  }
  if (depth !== 0 || tokens.length === 0) throw fail('cohort-sql-bracket', { step }, { place });
  const { tables, params } = scanSql(`select 1 where (\n${sql}\n)`);
  return { sql, tables, values: params };
}

/** Every condition with one thing to look at, those of groups too, with the number of its step. */
export function* conditionsOf(steps: readonly Step[]): Generator<{ step: Step; number: number }> {
  for (const [index, step] of steps.entries()) {
    const parts = step.condition.kind === 'group' ? step.condition.of : [step];
    for (const part of parts) yield { step: part, number: index + 1 };
  }
}

/** The tables and values that a cohort reads. */
export function needsOf({ from, person, period, death, entry, exit, steps }: CohortSpec): {
  tables: string[];
  values: string[];
} {
  const conditions = [...conditionsOf(steps)].map(({ step }) => step.condition);
  const ofSteps = conditions.flatMap((condition) => {
    if (condition.kind === 'sql') return condition.tables;
    return condition.kind === 'event' || condition.kind === 'value' ? (condition.table ?? []) : [];
  });
  const events = [...entry.or, ...(exit?.exposure ? [exit.exposure] : []), ...(exit?.censor ?? [])];
  const ofEvents = events.map(({ table }) => table);
  const named = [from, person, period, death, ...ofEvents, ...ofSteps].filter((name) => name !== undefined);
  const values = conditions.flatMap((condition) => (condition.kind === 'sql' ? condition.values : []));
  const seen = new Map(named.map((name) => [name.toLowerCase(), name]));
  return { tables: [...seen.values()], values: [...new Set(values)] };
}

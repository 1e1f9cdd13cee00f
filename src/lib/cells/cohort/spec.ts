import type { Place } from '$workers/shared/errors';
import { scanSql } from '$workers/shared/sql-scan';
import { sqlTokens } from '$workers/shared/sql-tokens';
import type { Cell } from '$lib/notebook/model';
import { readTask, specOf, type Plain, type TaskReading } from '../task';
import { failCohort as fail } from './failures';
import { cohortFields, conditionFields, type AgeUnit, type Pick, type TimeUnit } from './fields';

/** Days or hours before (negative) and after the entry, both ends included. */
export interface Window {
  from: number | undefined;
  to: number | undefined;
  unit: TimeUnit;
}

/** Which rows of which table, and how its columns are called where their names do not say it. */
export interface Rows {
  table: string | undefined;
  column: string | undefined;
  in: readonly Plain[] | undefined;
  date: string | undefined;
  person_id: string | undefined;
}

export type Condition =
  | { kind: 'age'; min: number | undefined; max: number | undefined; unit: AgeUnit; column: string | undefined }
  | { kind: 'category'; column: string; values: readonly Plain[]; not: boolean }
  | ({ kind: 'event'; least: number; most: number | undefined; window: Window } & Rows)
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
  placeOf(...keys: string[]): Place;
}

export interface CohortSpec {
  /** The table that it makes. */
  name: string;
  from: string;
  person: string | undefined;
  period: string | undefined;
  death: string | undefined;
  entry: Omit<Rows, 'table'> & { called: string | undefined; occurrence: 'any' | 'first' | 'last' };
  steps: readonly Step[];
  keep: readonly string[] | undefined;
  title: string | undefined;
  caption: string | undefined;
  /** Where a key at the top stands in the text. */
  placeOf(...keys: string[]): Place;
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
    const placeOf = (...keys: string[]) => reading.placeOf([...path, ...keys]);
    const kinds = conditionKinds.filter((kind) => at([...path, kind]) !== undefined);
    const [kind, another] = kinds;
    if (kind === undefined) throw fail('cohort-step-empty', { step: index + 1 }, { place: placeOf() });
    if (another !== undefined) {
      throw fail('cohort-step-several', { step: index + 1, keys: kinds.join(', ') }, { place: placeOf(another) });
    }
    const condition = conditionOf(kind, step, { step: index + 1, placeOf, at: (keys) => at([...path, ...keys]) });
    return { name: step.name, out: step.out, note: step.note, unknown: step.unknown, condition, placeOf };
  });
  return {
    ...spec,
    name: id ?? `cell ${key}`,
    entry: { ...spec.entry, in: valuesOf(at(['entry', 'in'])) },
    steps,
    placeOf: (...keys) => reading.placeOf(keys)
  };
}

type StepSpec = NonNullable<ReturnType<typeof readTask<typeof cohortFields>>['spec']['steps']>[number];

interface Around {
  step: number;
  placeOf(...keys: string[]): Place;
  at: Written extends (path: infer _) => infer Found ? (keys: readonly string[]) => Found : never;
}

function conditionOf(kind: ConditionKind, step: StepSpec, around: Around): Condition {
  const { placeOf, at } = around;
  const needs = (what: string) =>
    fail('cohort-needs-key', { step: around.step, kind, needs: what }, { place: placeOf(kind) });
  switch (kind) {
    case 'age': {
      const { min, max, unit, column } = step.age;
      if (min === undefined && max === undefined) throw needs('limit');
      checkRange(min, max, ['min', 'max'], kind, around);
      return { kind, min, max, unit, column };
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
      const { at_least, at_most, window, ...rows } = step.event;
      const least = at_least ?? (at_most === undefined ? 1 : 0);
      checkRange(least, at_most, ['at_least', 'at_most'], kind, around);
      return {
        ...rows,
        kind,
        in: valuesOf(at([kind, 'in'])),
        least,
        most: at_most,
        window: windowOf(window, kind, around)
      };
    }
    case 'value': {
      const { min, max, window, ...rows } = step.value;
      if (min === undefined && max === undefined) throw needs('limit');
      if (rows.table === undefined && rows.value === undefined) throw needs('value');
      checkRange(min, max, ['min', 'max'], kind, around);
      return { ...rows, kind, in: valuesOf(at([kind, 'in'])), min, max, window: windowOf(window, kind, around) };
    }
    case 'history':
    case 'follow_up': {
      const { min, unit, column } = step[kind];
      if (min === undefined) throw needs('length');
      return { kind, min, unit, column };
    }
    case 'occurrence':
      return { kind, end: step.occurrence ?? 'first' };
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

/** Whole numbers stay exact; a list of nothing is as if it were not written. */
function valuesOf(value: Plain | undefined): readonly Plain[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const given = value.filter((one) => one !== null);
  return given.length > 0 ? given : undefined;
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

/** The tables and values that a cohort reads. */
export function needsOf({ from, person, period, death, steps }: CohortSpec): { tables: string[]; values: string[] } {
  const ofSteps = steps.flatMap(({ condition }) => {
    if (condition.kind === 'sql') return condition.tables;
    return condition.kind === 'event' || condition.kind === 'value' ? (condition.table ?? []) : [];
  });
  const named = [from, person, period, death, ...ofSteps].filter((name) => name !== undefined);
  const values = steps.flatMap(({ condition }) => (condition.kind === 'sql' ? condition.values : []));
  const seen = new Map(named.map((name) => [name.toLowerCase(), name]));
  return { tables: [...seen.values()], values: [...new Set(values)] };
}

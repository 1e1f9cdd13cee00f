import type { ScoreCourse } from '$workers/clinical';
import type { Relation, RelationColumn } from '$workers/data/contract';
import type { Column, Table } from '$workers/shared/table';
import type { RunContext } from '$lib/notebook/kind';
import { columnOf } from '../columns';
import { quoted } from '../sql-name';
import { failScore as fail } from './failures';
import { inputsOf, type TakenInput } from './inputs-of';
import { recogniseKey, unitOfTime, type CourseKey } from './recognise';
import type { ScoreSpec } from './spec';
import { understoodInputs, type Ignored } from './usable';

interface Keys {
  person: RelationColumn;
  episode: RelationColumn | undefined;
  time: RelationColumn;
  timeUnit: string | undefined;
}

export interface ReadCourse {
  course: ScoreCourse;
  inputs: ReadonlyMap<string, TakenInput>;
  ignored: readonly Ignored[];
  /** Of observations one a row: the persons and times that are scored, which become the result. */
  when: Table | undefined;
  names: { person: string; episode: string | undefined; time: string };
}

/**
 * Who and when, of a table's columns.
 * @throws `no-column`, `score-no-person`, `score-no-time`, `score-time-unit` with the place in the text
 */
function keysOf(spec: ScoreSpec, relation: Relation): Keys {
  const of = (key: CourseKey) => {
    const written = spec.keys[key];
    if (written !== undefined) return columnOf(relation, written, spec.placeOf(key));
    return key === 'episode' && spec.without.includes('episode') ? undefined : recogniseKey(key, relation);
  };
  const [person, episode, time] = [of('person'), of('episode'), of('time')];
  const values = { table: spec.from, columns: relation.columns.map(({ name }) => name).join(', ') };
  if (!person) throw fail('score-no-person', values, { place: spec.placeOf('from') });
  if (!time) throw fail('score-no-time', values, { place: spec.placeOf('from') });
  const isCalendar = time.type === 'date' || time.type === 'timestamp';
  const timeUnit = isCalendar ? undefined : (spec.timeUnit ?? unitOfTime(time));
  if (!isCalendar && time.type !== 'text' && timeUnit === undefined) {
    throw fail('score-time-unit', { column: time.name }, { place: spec.placeOf(spec.keys.time ? 'time' : 'from') });
  }
  return { person, episode, time, timeUnit };
}

const withUnit = ({ unit: _, ...column }: Column, unit: string | undefined): Column =>
  ({ ...column, ...(unit !== undefined && { unit }) }) as Column;

/** Reads what a score over time takes: each column once. */
export async function readCourse(spec: ScoreSpec, relation: Relation, context: RunContext): Promise<ReadCourse> {
  const keys = keysOf(spec, relation);
  const { person, episode, time } = keys;
  const names = { person: person.name, episode: episode?.name, time: time.name };
  const named = inputsOf(spec.long ? asTheyStand(spec) : spec, relation);
  const own = [person.name, ...(episode ? [episode.name] : []), time.name];
  const onset = spec.onset ? { onset: spec.label ?? {} } : {};
  const inputsFrom = (read: (name: string) => Column) => {
    const known = understoodInputs(spec, named, (input) => read((named.get(input) as TakenInput).column.name));
    const of = [...known.taken].map(([input, { column, unit }]) => [input, withUnit(read(column.name), unit)]);
    return { ...known, columns: Object.fromEntries(of) as Record<string, Column> };
  };
  const keyColumns = (read: (name: string) => Column) => ({
    person: read(person.name),
    ...(episode && { episode: read(episode.name) }),
    time: withUnit(read(time.name), keys.timeUnit)
  });
  const given = [...named.values()].map(({ column }) => column.name);
  if (!spec.long) {
    const read = await query(relation, [...own, ...given], context);
    const { columns, taken, ignored } = inputsFrom(read.of);
    const course = { ...keyColumns(read.of), inputs: columns, lookBack: spec.lookBack, ...onset };
    return { course, inputs: taken, ignored, when: undefined, names };
  }
  const { long } = spec;
  const roles = Object.keys(long) as (keyof typeof long)[];
  const column = (role: keyof typeof long) => columnOf(relation, long[role] as string, spec.placeOf('long', role)).name;
  const observed = await query(relation, [...own, ...roles.map(column)], context);
  const asked = await times(
    relation,
    own,
    [...new Set(given)].filter((name) => !own.includes(name)),
    context
  );
  const observations = Object.fromEntries(roles.map((role) => [role, observed.of(column(role))]));
  const { columns, taken, ignored } = inputsFrom(asked.of);
  const course: ScoreCourse = {
    ...keyColumns(asked.of),
    inputs: columns,
    lookBack: true,
    observations: { ...keyColumns(observed.of), ...observations } as NonNullable<ScoreCourse['observations']>,
    ...onset
  };
  return { course, inputs: taken, ignored, when: asked.table, names };
}

/** Beside observations one a row only what belongs to the person or the time has a column. */
function asTheyStand(spec: ScoreSpec): ScoreSpec {
  return { ...spec, inputs: spec.inputs.filter(({ variable }) => variable === undefined) };
}

async function query(relation: Relation, columns: readonly string[], { engines, signal }: RunContext) {
  const names = [...new Set(columns)];
  const sql = `SELECT ${names.map(quoted).join(', ')} FROM ${quoted(relation.name)}`;
  return columnsOf(await engines.data.query(sql, [], { signal }), names);
}

/** Every person and time of which something is known, once. What is said several times of one is taken at its largest. */
async function times(
  relation: Relation,
  own: readonly string[],
  others: readonly string[],
  { engines, signal }: RunContext
) {
  const keys = own.map(quoted).join(', ');
  const more = others.map((name) => `, max(${quoted(name)}) AS ${quoted(name)}`).join('');
  const known = own.map((name) => `${quoted(name)} IS NOT NULL`).join(' AND ');
  const sql = `SELECT ${keys}${more} FROM ${quoted(relation.name)} WHERE ${known} GROUP BY ${keys} ORDER BY ${keys}`;
  return columnsOf(await engines.data.query(sql, [], { signal }), [...own, ...others]);
}

function columnsOf(table: Table, names: readonly string[]) {
  const byName = new Map(names.map((name, place) => [name, table.columns[place] as Column]));
  return { table, of: (name: string) => byName.get(name) as Column };
}

import type { Variable } from '$workers/data/contract';
import { quoted } from '../../sql-name';
import { columnFor } from '../recognise';
import type { CohortSpec, Step } from '../spec';
import type { CohortTables } from '../tables';
import { birthOf, bornFirst, bornLast } from './age';
import { Binder, isOneOf } from './binder';
import { chain, flagName, passes, type Flagged, type JudgedStep } from './chain';
import { entryUntil } from './entry-events';
import { entryEnd, exitQuery, untilColumn } from './exit';
import { deathQuery, observationQuery, orDied, seenFrom, seenTo } from './observed';
import { sourceRow } from './rows';
import { flagOf, type Flag } from './steps';
import { entryClock, entryDay, entryTime } from './time';

export interface Statement {
  sql: string;
  variables: Readonly<Record<string, Variable>>;
  steps: readonly JudgedStep[];
  /** An age is told by days of birth of which some may be known in part only. */
  birth: boolean;
  /** The last day of each entry is told. */
  exits: boolean;
  /** Columns whose ages were converted between calendar and days. */
  rounded: readonly string[];
  /** The column that decides between entries of the same time; undefined: the order of the table. */
  tieColumn: string | undefined;
}

/**
 * One statement over all entries: who and when, and for each step a flag that is true, false or missing. Values are
 * bound, names quoted. First and last are chosen among those still in, so they follow one another.
 */
export function judgeEntries(
  spec: CohortSpec,
  tables: CohortTables,
  values: Readonly<Record<string, Variable>>
): Statement {
  const binder = new Binder(values);
  const birth = birthOf(tables);
  const compiling = { tables, birth, binder, entries: 'entries', listed: 'listed' };
  const flags = spec.steps.map((step, index) => ({ step, index, ...flagOf(step, index + 1, compiling) }));
  const leaves = flags.flatMap(leavesOf);
  const tieColumn = recognisedKey(tables);

  const parts = [
    `entries AS (SELECT row_number() OVER () AS "cohort row", source.* FROM ${quoted(tables.entries.name)} AS source)`
  ];
  const asksObserved = spec.exit !== undefined || leaves.some(isAboutObservation);
  const observation = asksObserved ? observationQuery(tables, spec.placeOf('period')) : undefined;
  if (observation) parts.push(`observed AS (${observation})`);
  parts.push(
    `listed AS (${listedQuery(spec, { tables, binder, birth, leaves, tieColumn, observed: observation !== undefined })})`
  );
  const joins: string[] = [];
  const judged: string[] = [];
  const place = spec.placeOf('death');
  const asksDeath = spec.exit !== undefined || leaves.some(({ step }) => step.condition.kind === 'follow_up');
  const died = asksDeath ? deathQuery(tables, place) : undefined;
  if (died) {
    parts.push(`deaths AS (${died})`);
    joins.push('LEFT JOIN deaths ON deaths.person = listed."cohort person"');
  }
  const sqlOf = new Map<string, string>();
  for (const { step, id, joined, own } of leaves) {
    let sql = own === undefined ? undefined : `listed.${ownName(id)}`;
    if (joined) {
      parts.push(`step_${id} AS (${joined.query})`);
      joins.push(`LEFT JOIN step_${id} ON step_${id}."cohort row" = listed."cohort row"`);
      sql = joined.flag(`step_${id}`);
    }
    if (sql === undefined) continue;
    const { condition } = step;
    sqlOf.set(id, condition.kind === 'follow_up' && died ? orDied(sql, condition, 'deaths.died', binder) : sql);
  }
  for (const flag of flags) {
    const sql = flag.parts ? enoughOf(flag, sqlOf, binder) : sqlOf.get(String(flag.index));
    if (sql !== undefined) judged.push(`(${sql}) AS ${flagName(flag.index)}`);
  }
  if (spec.exit) {
    const exit = exitQuery(spec.exit, { spec, tables, binder, died: died && 'deaths.died' });
    parts.push(...exit.parts);
    joins.push(...exit.joins);
    judged.push(`${exit.day} AS ${entryEnd}`);
  }
  const dated = `("cohort person" IS NOT NULL AND coalesce(${entryDay}::VARCHAR, ${entryClock}::VARCHAR) IS NOT NULL)`;
  const dropped = ['"cohort row"', ...leaves.filter(({ own }) => own !== undefined).map(({ id }) => ownName(id))];
  parts.push(
    `judged_0 AS (SELECT listed.* EXCLUDE (${dropped.join(', ')}), listed."cohort row", ${[`${dated} AS "cohort dated"`, ...judged].join(', ')} FROM listed ${joins.join(' ')})`
  );
  const { steps, last } = chain(spec, flags, { parts, tables, binder });
  return {
    sql: `WITH ${parts.join(',\n')}\nSELECT *, (${passes(steps)}) AS "cohort in" FROM ${last}`,
    variables: binder.variables,
    steps,
    exits: spec.exit !== undefined,
    birth: leaves.some((leaf) => leaf.birth === true),
    rounded: leaves.flatMap(({ rounded }) => rounded ?? []),
    tieColumn
  };
}

const ownName = (id: string) => `"cohort own ${id}"`;

/** A flag by itself, or a part of a group: `2` or `2_0`. */
type Leaf = Flag & { step: Step; id: string };

function leavesOf({ parts, index, ...flag }: Flagged): Leaf[] {
  if (!parts) return [{ ...flag, id: String(index) }];
  return parts.map((part, at) => ({ ...part, id: `${index}_${at}` }));
}

const isAboutObservation = ({ step: { condition } }: Leaf) => condition.kind === 'event' && condition.observed;

/** Whether enough parts of a group hold: parts that are not known count where they could decide it. */
function enoughOf({ parts = [], index, least = 1, most }: Flagged, sqlOf: ReadonlyMap<string, string>, binder: Binder) {
  const flags = parts.map((_, at) => `(${sqlOf.get(`${index}_${at}`) ?? 'NULL'})`);
  const sum = (of: (flag: string) => string) => `(${flags.map((flag) => `CAST(${of(flag)} AS INTEGER)`).join(' + ')})`;
  const sure = sum((flag) => `coalesce(${flag}, false)`);
  const possible = sum((flag) => `coalesce(${flag}, true)`);
  const atLeast = binder.bind(least);
  const enough = `CASE WHEN ${sure} >= ${atLeast} THEN true WHEN ${possible} < ${atLeast} THEN false END`;
  if (most === undefined) return enough;
  const atMost = binder.bind(most);
  return `(${enough}) AND (CASE WHEN ${sure} > ${atMost} THEN false WHEN ${possible} <= ${atMost} THEN true END)`;
}

/** OMOP's own key of the entries decides between entries of the same time. */
function recognisedKey({ from }: CohortTables): string | undefined {
  const key = from.columns.find(
    ({ name, type }) =>
      /_(occurrence|detail|exposure|era|period)_id$|^(measurement|observation|specimen|note)_id$/i.test(name) &&
      type !== 'text'
  );
  return key?.name;
}

function listedQuery(
  spec: CohortSpec,
  {
    tables,
    binder,
    birth,
    leaves,
    tieColumn,
    observed
  }: {
    tables: CohortTables;
    binder: Binder;
    birth: ReturnType<typeof birthOf>;
    leaves: readonly Leaf[];
    tieColumn: string | undefined;
    observed: boolean;
  }
): string {
  const { entry, placeOf } = spec;
  const { clock, person, personId, from } = tables;
  const id = `entry.${quoted(personId.name)}`;
  const calendar = clock.kind === 'calendar';
  const until = untilColumn(spec, tables);
  const columns = [
    'entry."cohort row"',
    `${id} AS "cohort person"`,
    `${calendar ? clock.day('entry') : 'NULL::DATE'} AS ${entryDay}`,
    `${(calendar && clock.time?.('entry')) || 'NULL::TIMESTAMP'} AS ${entryTime}`,
    `${calendar ? 'NULL::DOUBLE' : clock.value('entry')} AS ${entryClock}`,
    `${tieColumn === undefined ? 'entry."cohort row"' : `entry.${quoted(tieColumn)}`} AS "cohort key"`,
    `${birth?.earliest ?? 'NULL::DATE'} AS ${bornFirst}`,
    `${birth?.latest ?? 'NULL::DATE'} AS ${bornLast}`,
    ...(tables.entries.gathered ? ['entry."cohort table"', `entry.${sourceRow}`] : []),
    ...(observed ? [`observed.seen_from AS ${seenFrom}`, `observed.seen_to AS ${seenTo}`] : []),
    ...(until === undefined ? [] : [`${until} AS ${entryUntil}`]),
    ...leaves.flatMap(({ own, id }) => (own === undefined ? [] : `(${own}) AS ${ownName(id)}`))
  ];
  const joinPerson = person
    ? `LEFT JOIN ${quoted(person.relation.name)} AS person ON person.${quoted(person.id.name)} = ${id}`
    : '';
  const join = `${joinPerson}${observed ? ' LEFT JOIN observed ON observed."cohort row" = entry."cohort row"' : ''}`;
  let where = '';
  // Where events were put together, only rows that are meant are there.
  if (entry.in && !tables.entries.gathered) {
    const column = columnFor(from, 'concept', { name: entry.column, key: 'column', place: placeOf('entry', 'column') });
    where = `WHERE ${isOneOf(column, entry.in, binder, placeOf('entry', 'in'))('entry')}`;
  }
  return `SELECT ${columns.join(', ')} FROM entries AS entry ${join} ${where}`;
}

/** Counts of every step in one row: those left, their persons, what the step alone would leave out, what is not known. */
export function countQuery(name: string, { steps, birth, exits }: Statement): string {
  const count = (condition: string) => `count(*) FILTER (WHERE ${condition})`;
  const persons = (condition: string) => `count(DISTINCT "cohort person") FILTER (WHERE ${condition})`;
  const columns = steps.flatMap(({ flag, alone, tie, keepsUnknown }, at) => {
    const [before, after] = [passes(steps.slice(0, at)), passes(steps.slice(0, at + 1))];
    return [
      `${count(after)} AS entries_${at}`,
      `${persons(after)} AS persons_${at}`,
      `${count(at === 0 ? `NOT ${flag}` : `"cohort dated" AND NOT coalesce(${alone}, ${keepsUnknown})`)} AS alone_${at}`,
      `${count(`${before} AND ${flag} IS NULL`)} AS unknown_${at}`,
      ...(tie === undefined ? [] : [`${count(tie)} AS ties_${at}`])
    ];
  });
  const partly = birth ? persons(`${bornFirst} <> ${bornLast}`) : '0';
  const open = exits ? count(`${passes(steps)} AND ${entryEnd} IS NULL`) : '0';
  return `SELECT count(*) AS entries, ${persons('true')} AS persons, ${partly} AS partly, ${open} AS open_ends, ${columns.join(', ')} FROM ${quoted(name)}`;
}

/** The cohort: one row an entry that is in, with the columns of its row that are kept. */
export function cohortQuery(judged: string, spec: CohortSpec, tables: CohortTables): string {
  const { clock, person, from } = tables;
  const calendar = clock.kind === 'calendar';
  const made: [sql: string, name: string][] = [
    ['judged."cohort person"', 'person_id'],
    ...(calendar
      ? ([[`judged.${entryDay}`, 'index_date']] as [string, string][])
      : ([[`judged.${entryClock}`, `index_${clock.unit === 'days' ? 'day' : 'hour'}`]] as [string, string][]))
  ];
  if (calendar && clock.time) made.push([`judged.${entryTime}`, 'index_datetime']);
  if (spec.exit) made.push([`judged.${entryEnd}`, 'cohort_end_date']);
  if (spec.entry.or.length > 0) made.push(['judged."cohort table"', 'entry_event']);
  if (birthOf(tables)) {
    const known = `${bornFirst} = ${bornLast} AND ${bornFirst} <= ${entryDay}`;
    made.push([`CASE WHEN ${known} THEN CAST(date_diff('day', ${bornFirst}, ${entryDay}) AS INTEGER) END`, 'age_days']);
    // Completed years by the same rule as the steps: a child of 29 February is a year older on the 28th.
    const years = (born: string) => {
      const apart = `CAST(date_part('year', ${entryDay}) - date_part('year', ${born}) AS INTEGER)`;
      return `(${apart} - CAST(CAST(${born} + to_years(${apart}) AS DATE) > ${entryDay} AS INTEGER))`;
    };
    const [least, most] = [years(`least(${bornLast}, ${entryDay})`), years(bornFirst)];
    made.push([`CASE WHEN ${bornFirst} <= ${entryDay} AND ${least} = ${most} THEN ${most} END`, 'age_years']);
  }
  const taken = new Set(made.map(([, name]) => name));
  const kept = (spec.keep ?? from.columns.map(({ name }) => name)).flatMap((name): [string, string][] => {
    const { sql, column } = tables.own(name, spec.placeOf('keep'));
    if (taken.has(column.name.toLowerCase())) return [];
    taken.add(column.name.toLowerCase());
    return [[sql, column.name]];
  });
  const columns = [...made, ...kept].map(([sql, name]) => `${sql} AS ${quoted(name)}`);
  const needsPerson = person && kept.some(([sql]) => sql.startsWith('person.'));
  const join = needsPerson
    ? `LEFT JOIN ${quoted(person.relation.name)} AS person ON person.${quoted(person.id.name)} = judged."cohort person"`
    : '';
  return `SELECT ${columns.join(', ')} FROM (SELECT row_number() OVER () AS "cohort row", source.* FROM ${quoted(tables.entries.name)} AS source) AS entry JOIN (SELECT * FROM ${quoted(judged)} WHERE "cohort in") AS judged ON judged."cohort row" = entry."cohort row" ${join} ORDER BY judged."cohort row"`;
}

import type { Variable } from '$workers/data/contract';
import { quoted } from '../../sql-name';
import { columnFor } from '../recognise';
import type { CohortSpec, Step } from '../spec';
import type { CohortTables } from '../tables';
import { birthOf, bornFirst, bornLast } from './age';
import { Binder, isOneOf } from './binder';
import { deathQuery, flagOf, orDied, type Flag } from './steps';
import { entryClock, entryDay, entryTime } from './time';

/** One line of the diagram in the statement that judges the entries. */
export interface JudgedStep {
  /** Index in the cell's own steps; `dated` and `entry` (its first or last) are said otherwise. */
  of: 'dated' | 'entry' | number;
  /** Columns of the judged table: the flag in its turn, and the flag as if the step were the only one. */
  flag: string;
  alone: string;
  /** Entries of the same time were at the chosen end. */
  tie: string | undefined;
  /** Those for whom it is missing stay. */
  keepsUnknown: boolean;
}

export interface Statement {
  sql: string;
  variables: Readonly<Record<string, Variable>>;
  steps: readonly JudgedStep[];
  /** An age is told by days of birth of which some may be known in part only. */
  birth: boolean;
  /** Columns whose ages were converted between calendar and days. */
  rounded: readonly string[];
  /** The column that decides between entries of the same time; undefined: the order of the table. */
  tieColumn: string | undefined;
}

/** Whether an entry is still in after some steps, as SQL. */
export function passes(steps: readonly JudgedStep[]): string {
  const flags = steps.map(({ flag, keepsUnknown }) => `coalesce(${flag}, ${keepsUnknown})`);
  return flags.length === 0 ? 'true' : flags.join(' AND ');
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
  const tieColumn = recognisedKey(tables);

  const parts = [
    `entries AS (SELECT row_number() OVER () AS "cohort row", source.* FROM ${quoted(tables.from.name)} AS source)`,
    `listed AS (${listedQuery(spec, { tables, binder, birth, flags, tieColumn })})`
  ];
  const joins: string[] = [];
  const judged: string[] = [];
  const place = spec.placeOf('death');
  const died = flags.some(({ step }) => step.condition.kind === 'follow_up') ? deathQuery(tables, place) : undefined;
  if (died) {
    parts.push(`deaths AS (${died})`);
    joins.push('LEFT JOIN deaths ON deaths.person = listed."cohort person"');
  }
  for (const { step, index, joined, own } of flags) {
    let sql = own === undefined ? undefined : `listed.${ownName(index)}`;
    if (joined) {
      parts.push(`step_${index} AS (${joined.query})`);
      joins.push(`LEFT JOIN step_${index} ON step_${index}."cohort row" = listed."cohort row"`);
      sql = joined.flag(`step_${index}`);
    }
    if (sql !== undefined && step.condition.kind === 'follow_up' && died) {
      sql = orDied(sql, step.condition, 'deaths.died', binder);
    }
    if (sql !== undefined) judged.push(`(${sql}) AS ${flagName(index)}`);
  }
  const dated = `("cohort person" IS NOT NULL AND coalesce(${entryDay}::VARCHAR, ${entryClock}::VARCHAR) IS NOT NULL)`;
  parts.push(
    `judged_0 AS (SELECT listed.* EXCLUDE (${['"cohort row"', ...flags.filter(({ own }) => own !== undefined).map(({ index }) => ownName(index))].join(', ')}), listed."cohort row", ${[`${dated} AS "cohort dated"`, ...judged].join(', ')} FROM listed ${joins.join(' ')})`
  );
  const { steps, last } = chain(spec, flags, parts);
  return {
    sql: `WITH ${parts.join(',\n')}\nSELECT *, (${passes(steps)}) AS "cohort in" FROM ${last}`,
    variables: binder.variables,
    steps,
    birth: flags.some((flag) => flag.birth === true),
    rounded: flags.flatMap(({ rounded }) => rounded ?? []),
    tieColumn
  };
}

const ownName = (index: number) => `"cohort own ${index + 1}"`;
const flagName = (index: number) => `"cohort ${index + 1}"`;

type Flagged = Flag & { step: Step; index: number };

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
  { entry, placeOf }: CohortSpec,
  {
    tables,
    binder,
    birth,
    flags,
    tieColumn
  }: {
    tables: CohortTables;
    binder: Binder;
    birth: ReturnType<typeof birthOf>;
    flags: readonly Flagged[];
    tieColumn: string | undefined;
  }
): string {
  const { clock, person, personId, from } = tables;
  const id = `entry.${quoted(personId.name)}`;
  const calendar = clock.kind === 'calendar';
  const columns = [
    'entry."cohort row"',
    `${id} AS "cohort person"`,
    `${calendar ? clock.day('entry') : 'NULL::DATE'} AS ${entryDay}`,
    `${(calendar && clock.time?.('entry')) || 'NULL::TIMESTAMP'} AS ${entryTime}`,
    `${calendar ? 'NULL::DOUBLE' : clock.value('entry')} AS ${entryClock}`,
    `${tieColumn === undefined ? 'entry."cohort row"' : `entry.${quoted(tieColumn)}`} AS "cohort key"`,
    `${birth?.earliest ?? 'NULL::DATE'} AS ${bornFirst}`,
    `${birth?.latest ?? 'NULL::DATE'} AS ${bornLast}`,
    ...flags.flatMap(({ own, index }) => (own === undefined ? [] : `(${own}) AS ${ownName(index)}`))
  ];
  const join = person
    ? `LEFT JOIN ${quoted(person.relation.name)} AS person ON person.${quoted(person.id.name)} = ${id}`
    : '';
  let where = '';
  if (entry.in) {
    const column = columnFor(from, 'concept', { name: entry.column, key: 'column', place: placeOf('entry', 'column') });
    where = `WHERE ${isOneOf(column, entry.in, binder, placeOf('entry', 'in'))('entry')}`;
  }
  return `SELECT ${columns.join(', ')} FROM entries AS entry ${join} ${where}`;
}

/** The steps in their turn; each first or last is a further query over the one before. */
function chain(spec: CohortSpec, flags: readonly Flagged[], parts: string[]): { steps: JudgedStep[]; last: string } {
  const steps: JudgedStep[] = [
    { of: 'dated', flag: '"cohort dated"', alone: '"cohort dated"', tie: undefined, keepsUnknown: false }
  ];
  let last = 'judged_0';
  const choose = (of: JudgedStep['of'], end: 'first' | 'last') => {
    const turn = parts.length;
    const alive = `(${passes(steps)})`;
    const time = `coalesce(${entryTime}, CAST(${entryDay} AS TIMESTAMP))`;
    const direction = end === 'first' ? 'ASC' : 'DESC';
    const order = `${time} ${direction}, ${entryClock} ${direction}, "cohort key" ASC, "cohort row" ASC`;
    const names = { flag: `"cohort chosen ${turn}"`, alone: `"cohort alone ${turn}"`, tie: `"cohort tie ${turn}"` };
    const rank = (among: string) => `row_number() OVER (PARTITION BY "cohort person", ${among} ORDER BY ${order})`;
    const same = `count(*) OVER (PARTITION BY "cohort person", ${alive}, ${time}, ${entryClock})`;
    const turns = [
      `CASE WHEN ${alive} THEN ${rank(alive)} = 1 END AS ${names.flag}`,
      `CASE WHEN "cohort dated" THEN ${rank('"cohort dated"')} = 1 END AS ${names.alone}`,
      `(${alive} AND ${rank(alive)} = 1 AND ${same} > 1) AS ${names.tie}`
    ];
    parts.push(`judged_${turn} AS (SELECT *, ${turns.join(', ')} FROM ${last})`);
    last = `judged_${turn}`;
    steps.push({ of, ...names, keepsUnknown: false });
  };
  if (spec.entry.occurrence !== 'any') choose('entry', spec.entry.occurrence);
  for (const { step, index, occurrence } of flags) {
    if (occurrence) choose(index, occurrence);
    else {
      const flag = flagName(index);
      steps.push({ of: index, flag, alone: flag, tie: undefined, keepsUnknown: step.unknown === 'keep' });
    }
  }
  return { steps, last };
}

/** Counts of every step in one row: those left, their persons, what the step alone would leave out, what is not known. */
export function countQuery(name: string, { steps, birth }: Statement): string {
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
  return `SELECT count(*) AS entries, ${persons('true')} AS persons, ${partly} AS partly, ${columns.join(', ')} FROM ${quoted(name)}`;
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
  return `SELECT ${columns.join(', ')} FROM (SELECT row_number() OVER () AS "cohort row", source.* FROM ${quoted(from.name)} AS source) AS entry JOIN (SELECT * FROM ${quoted(judged)} WHERE "cohort in") AS judged ON judged."cohort row" = entry."cohort row" ${join} ORDER BY judged."cohort row"`;
}

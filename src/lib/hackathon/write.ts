import { hackathonWords as words } from '$lib/messages/hackathon';
import { quoted } from '../cells/sql-name';
import type { HackathonSet, MeasuredTable } from './recognise';
import type { ReadNames } from './names';
import { runningAgents } from './write-agents';
import { hourOf, joined, listed, literals, type Piece } from './write-piece';

/** Names of drugs or routes, and where they are: in the column, behind its codes, or nowhere. */
export type CodedNames = ReadNames & { by: 'name' | 'concept' | 'nothing' };

export interface FoundNames {
  devices: ReadNames | undefined;
  drugs: CodedNames | undefined;
  routes: CodedNames | undefined;
}

/**
 * SQL that puts the tables of a set together: one row a row of its hours, joined by person and hour. What it took for what,
 * and what it left out, its comment says.
 */
export function writeHackathon(set: HackathonSet, names: FoundNames): string {
  const { hours, label } = set;
  const column = (name: string) => `hours.${quoted(name)}`;
  const first = [column('person_id'), `${column('measurement_datetime')} AS "time"`, ...(label ? [column(label)] : [])];
  const taken = new Set(['person_id', 'time', 'sepsislabel', 'episode', 'admitted', 'imv', 'support', 'vasoactives']);
  const pieces = [
    stayOf(set, taken),
    ...set.measured.map((table, at) => measuredIn(table, `measured_${at + 1}`, taken)),
    devicesOf(set, names.devices),
    runningAgents(set, names)
  ];
  const notes = [
    words.heading(hours.name),
    words.byHour(),
    ...pieces.flatMap((piece) => piece.notes),
    ...(set.aside.length > 0 ? [words.aside(listed(set.aside.map(({ name }) => name)))] : []),
    ...(set.doubtful.length > 0 ? [words.doubtful(listed(set.doubtful.map(({ name }) => name)))] : [])
  ];
  const columns = [...first, ...pieces.flatMap((piece) => piece.columns)];
  return [
    ...notes.map((note) => `-- ${note}`),
    'SELECT',
    columns.map((one) => `  ${one}`).join(',\n'),
    `FROM ${quoted(hours.name)} AS hours`,
    ...pieces.flatMap(({ join }) => join ?? []),
    `ORDER BY ${column('person_id')}, ${column('measurement_datetime')}`,
    ''
  ].join('\n');
}

/** A value of several rows that may be one: missing where they differ. */
const agreed = (name: string) =>
  `CASE WHEN min(${quoted(name)}) = max(${quoted(name)}) THEN min(${quoted(name)}) END AS ${quoted(name)}`;

/** Age and sex of the stay that an hour is in: a person may have several. */
function stayOf({ stays, begins }: HackathonSet, taken: Set<string>): Piece {
  if (!stays) return { columns: [], notes: [words.noStays()] };
  const known = ['age_in_months', 'gender'];
  for (const name of known) taken.add(name);
  const columns = known.map((name) => `stay.${quoted(name)}`);
  const values = known.map((name) => `    ${agreed(name)}`).join(',\n');
  if (!begins) {
    const join = `LEFT JOIN (
  SELECT "person_id",
${values}
  FROM ${quoted(stays.name)} GROUP BY "person_id"
) AS stay ON stay."person_id" = hours."person_id"`;
    return { columns, join, notes: [words.stayUnknown(listed([stays.name]))] };
  }
  const start = `CAST(${quoted(begins.name)} AS TIMESTAMP)`;
  const join = `ASOF LEFT JOIN (
  SELECT "person_id", ${hourOf(start)} AS "hour", min(${start}) AS "admitted",
${values}
  FROM ${quoted(stays.name)} WHERE ${quoted(begins.name)} IS NOT NULL GROUP BY ALL
) AS stay ON stay."person_id" = hours."person_id" AND ${hourOf('hours."measurement_datetime"')} >= stay."hour"`;
  const episode = 'dense_rank() OVER (ORDER BY hours."person_id", stay."admitted") AS "episode"';
  return { columns: [episode, 'stay."admitted"', ...columns], join, notes: [words.stay(listed([stays.name]))] };
}

/** The last value of an hour of each column; a table may say an hour several times. */
function measuredIn({ relation, columns }: MeasuredTable, alias: string, taken: Set<string>): Piece {
  const own: string[] = [];
  const twice: string[] = [];
  const kept = columns.flatMap(({ column, variable }) => {
    const name = variable ?? column;
    if (taken.has(name.toLowerCase())) {
      twice.push(`${relation.name}.${column}`);
      return [];
    }
    taken.add(name.toLowerCase());
    if (variable === undefined) own.push(name);
    return [{ column, name }];
  });
  const notes = [
    ...(own.length > 0 ? [words.ownNames(listed([relation.name]), listed(own))] : []),
    ...(twice.length > 0 ? [words.twice(listed(twice))] : [])
  ];
  if (kept.length === 0) return { columns: [], notes };
  // Of values of the same moment the largest: which one it is must not change from run to run.
  const values = kept.map(
    ({ column, name }) => `max_by(${quoted(column)}, ("measurement_datetime", ${quoted(column)})) AS ${quoted(name)}`
  );
  const join = joined(alias, relation.name, 'measurement_datetime', values);
  return { columns: kept.map(({ name }) => `${alias}.${quoted(name)}`), join, notes };
}

function devicesOf({ devices }: HackathonSet, names: ReadNames | undefined): Piece {
  if (!devices || !names) return { columns: [], notes: [words.noDevices()] };
  const known = ['imv', 'support'].filter((column) => names.taken.has(column));
  const values = known.map(
    (column) => `max(CAST("device" IN (${literals(names.taken.get(column) ?? [])}) AS INTEGER)) AS ${quoted(column)}`
  );
  const notes = [
    ...['imv', 'support'].map((column) =>
      known.includes(column)
        ? words.device[column as 'imv' | 'support'](listed(names.taken.get(column) ?? []))
        : words.deviceUnknown(column)
    ),
    ...(names.left.length > 0 ? [words.devicesLeft(listed(names.left))] : [])
  ];
  if (known.length === 0) return { columns: [], notes };
  return {
    columns: known.map((column) => `coalesce(device.${quoted(column)}, 0) AS ${quoted(column)}`),
    join: joined('device', devices.name, 'device_datetime_hourly', values),
    notes: [...notes, words.absent()]
  };
}

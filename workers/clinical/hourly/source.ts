import { nearNames } from '../../shared/near-names';
import type { Relation, RelationColumn } from '../../shared/relation';
import { HOURLY_VARIABLES, type SourceRole } from './contract';
import { fail } from './errors';
import { isTime } from './sql-text';

/** Columns by what they are for, or by variable, where their names do not say it. */
export type NamedColumns = Readonly<Record<string, string>>;

/** Where the values are. */
export type HourlySource = { relation: Relation; person: RelationColumn; time: RelationColumn } & (
  | { layout: 'long'; code: RelationColumn; value: RelationColumn; unit: RelationColumn | undefined }
  | { layout: 'wide'; values: readonly { variable: string; column: RelationColumn }[] }
);

export const personNames = /^(person_id|(patient|subject|child|participant)_?(id|nr|no|number)?|person|pid|mrn)$/;

/** OMOP's names go first. */
const known: Readonly<Record<SourceRole, readonly RegExp[]>> = {
  person: [personNames],
  time: [
    /^measurement_datetime$/,
    /^(time|datetime|timestamp|charttime|measured(_at)?)$/,
    /_(datetime|datetime_hourly|time)$/
  ],
  variable: [/^measurement_concept_id$/, /^concept_id$/, /^(variable|item|item_?id|parameter|name|measurement)$/],
  value: [/^value_as_number$/, /^(value|valuenum|value_num|result|number)$/],
  unit: [/^unit_source_value$/, /^(unit|units|uom|valueuom)$/]
};

/**
 * Finds what is where: rows of one value each (OMOP `measurement`, a long table), or a column a variable (a wide table).
 * @param own what columns of a wide table mean, in place of their names
 * @throws `hourly-role`, `hourly-column`, `hourly-time-type`, `hourly-no-variables`
 */
export function recogniseSource(
  relation: Relation,
  named: NamedColumns = {},
  own?: readonly { code: string; variable: string }[]
): HourlySource {
  const person = needed(relation, 'person', find(relation, 'person', named));
  const time = needed(relation, 'time', find(relation, 'time', named));
  if (!isTime(time)) throw fail('hourly-time-type', { table: relation.name, column: time.name });
  const code = find(relation, 'variable', named);
  const value = find(relation, 'value', named);
  if (code && value) {
    return { layout: 'long', relation, person, time, code, value, unit: find(relation, 'unit', named) };
  }
  if (named.variable !== undefined || named.value !== undefined) {
    needed(relation, 'variable', code);
    needed(relation, 'value', value);
  }
  const values = own
    ? own.flatMap(({ code: name, variable }) => {
        const column = byName(relation, name);
        return column ? [{ variable, column }] : [];
      })
    : knownColumns(relation, named);
  if (values.length > 0) return { layout: 'wide', relation, person, time, values };
  throw fail('hourly-no-variables', {
    table: relation.name,
    found: relation.columns.map(({ name }) => name).join(', ')
  });
}

function knownColumns(relation: Relation, named: NamedColumns): { variable: string; column: RelationColumn }[] {
  return HOURLY_VARIABLES.flatMap(({ name, also = [] }) => {
    const chosen = named[name];
    const column =
      chosen !== undefined
        ? columnOf(relation, chosen)
        : [name, ...also].map((one) => byName(relation, one)).find((one) => one !== undefined && isNumber(one));
    return column ? [{ variable: name, column }] : [];
  });
}

function find(relation: Relation, role: SourceRole, named: NamedColumns): RelationColumn | undefined {
  const name = named[role];
  if (name !== undefined) return columnOf(relation, name);
  for (const pattern of known[role]) {
    const found = relation.columns.find((column) => pattern.test(column.name.toLowerCase()) && fits(column, role));
    if (found) return found;
  }
  // The only time of a table, whatever its name, can be no other.
  const times =
    role === 'time' ? relation.columns.filter((column) => isTime(column) && !/birth|born|dob/i.test(column.name)) : [];
  return times.length === 1 ? times[0] : undefined;
}

const isNumber = ({ type }: RelationColumn): boolean =>
  type === 'float64' || type === 'int32' || type === 'int64' || type === 'decimal';

function fits(column: RelationColumn, role: SourceRole): boolean {
  if (role === 'time') return isTime(column);
  if (role === 'value') return isNumber(column) || column.type === 'text';
  if (role === 'unit') return column.type === 'text';
  return true;
}

/** @throws `hourly-column` with near names */
export function columnOf(relation: Relation, name: string): RelationColumn {
  const found = relation.columns.find((column) => column.name === name) ?? byName(relation, name);
  if (found) return found;
  const names = relation.columns.map((column) => column.name);
  const near = nearNames(name, names).join(', ');
  throw fail('hourly-column', { table: relation.name, column: name, near, known: names.join(', ') });
}

export function byName({ columns }: Relation, name: string): RelationColumn | undefined {
  return columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
}

/** @throws `hourly-role` */
export function needed(relation: Relation, role: string, column: RelationColumn | undefined): RelationColumn {
  if (column) return column;
  const names = relation.columns.map(({ name }) => name).join(', ');
  throw fail('hourly-role', { table: relation.name, role, known: names });
}

import type { Relation, RelationColumn } from '$workers/data/contract';
import type { Place } from '$workers/shared/errors';
import { columnOf } from '../columns';
import { quoted } from '../sql-name';
import { failCohort as fail } from './failures';
import type { AgeUnit, TimeUnit } from './fields';

/** What a column is for. OMOP's names go before those of flat tables. */
export type Role = 'person' | 'date' | 'concept' | 'value' | 'birth' | 'start' | 'end' | 'until';

/**
 * Names that tell a role, the surest first: OMOP's, those of flat tables, and those of the paediatric sepsis
 * hackathon (`measurement_datetime`, `drug_datetime_hourly`, `observation_concept_name`, `valuefilled`).
 */
const known: Record<Role, readonly RegExp[]> = {
  person: [
    /^person_id$/,
    /^(patient|subject|child|participant)_?(id|nr|no|number)?$/,
    /^(person|pid|mrn|pat_id|case|case_?id)$/
  ],
  date: [
    /^(drug|device|procedure)_datetime_hourly$/,
    /^(visit|visit_detail|condition|drug_exposure|device_exposure|episode|specimen|condition_era|drug_era|observation_period)_start_date$/,
    /^(procedure|measurement|observation|death|specimen|note)_date$/,
    /^(start|admission|admitted|event|index|entry)_?(date|time|datetime)?$/,
    /^(date|datetime|timestamp|time)$/,
    /^(measurement|observation|visit)_datetime$/,
    /^(day|hour)$/
  ],
  concept: [
    /^(visit|visit_detail|condition|drug|procedure|device|measurement|observation)_concept_id$/,
    /^(concept_id|activity|code|event|variable|item)$/,
    /^(device|procedure|observation_concept_name|sepsislabel)$/
  ],
  value: [/^value_as_number$/, /^(value|result|number)$/, /^valuefilled$/],
  birth: [/^birth_datetime$/, /^(birth_?date|date_of_birth|dob|born)$/],
  start: [/^observation_period_start_date$/, /^(start_?date|start|from)$/],
  end: [/^observation_period_end_date$/, /^(end_?date|end|until)$/],
  until: [
    /^(visit|visit_detail|condition|drug_exposure|device_exposure|episode|condition_era|drug_era|observation_period)_end_date$/,
    /^procedure_end_date$/,
    /^(end|discharged?|until|stop)_?(date|time|datetime)?$/
  ]
};

/** Where a role is named in the text, for the error that says how. */
export interface Named {
  name: string | undefined;
  key: string;
  place: Place;
}

/**
 * The column of a role: the one that the text names, else the first that is known by its name.
 * @throws `no-column`, `cohort-no-role`
 */
export function columnFor(relation: Relation, role: Role, named: Named): RelationColumn {
  if (named.name !== undefined) return columnOf(relation, named.name, named.place);
  const found = recognised(relation, role);
  if (found) return found;
  const values = {
    table: relation.name,
    role,
    key: named.key,
    known: relation.columns.map(({ name }) => name).join(', ')
  };
  throw fail('cohort-no-role', values, { place: named.place });
}

export function recognised(relation: Relation, role: Role): RelationColumn | undefined {
  for (const pattern of known[role]) {
    const found = relation.columns.find((column) => pattern.test(column.name.toLowerCase()) && fits(column, role));
    if (found) return found;
  }
  if (role !== 'date') return undefined;
  // The only date of a table, whatever its name, can be no other.
  const times = relation.columns.filter((column) => isTime(column) && !/birth|born|dob/i.test(column.name));
  return times.length === 1 ? times[0] : undefined;
}

function fits(column: RelationColumn, role: Role): boolean {
  if (role === 'value') return isNumber(column);
  if (role === 'date') return isTime(column) || isNumber(column);
  return role === 'birth' || role === 'start' || role === 'end' || role === 'until' ? isTime(column) : true;
}

export const isTime = ({ type }: RelationColumn): boolean => type === 'date' || type === 'timestamp';
export const isNumber = ({ type }: RelationColumn): boolean =>
  type === 'float64' || type === 'int32' || type === 'int64' || type === 'decimal';

/** How a table tells when something was: by the calendar, or by a number such as the hour of a stay. */
export type Clock =
  | { kind: 'calendar'; table: string; column: RelationColumn; day: Expression; time: Expression | undefined }
  | { kind: 'number'; table: string; column: RelationColumn; value: Expression; unit: TimeUnit };

/** SQL over the columns of a table under an alias. */
export type Expression = (alias: string) => string;

/** @throws `no-column`, `cohort-no-role`, `cohort-not-a-time` */
export function clockOf(relation: Relation, named: Named): Clock {
  const column = columnFor(relation, 'date', named);
  const table = relation.name;
  const plain: Expression = (alias) => `${alias}.${quoted(column.name)}`;
  if (column.type === 'timestamp') {
    return { kind: 'calendar', table, column, day: (alias) => `CAST(${plain(alias)} AS DATE)`, time: plain };
  }
  if (column.type === 'date') {
    // OMOP keeps the day and, beside it, the time: windows in hours need the second.
    const beside = `${column.name.replace(/date$/i, '')}datetime`.toLowerCase();
    const time = relation.columns.find((one) => one.name.toLowerCase() === beside && one.type === 'timestamp');
    return {
      kind: 'calendar',
      table,
      column,
      day: plain,
      time: time && ((alias) => `${alias}.${quoted(time.name)}`)
    };
  }
  if (isNumber(column)) {
    const days = column.unit === undefined ? /day/i.test(column.name) : /^(d|days?)$/i.test(column.unit);
    return {
      kind: 'number',
      table,
      column,
      value: (alias) => `CAST(${plain(alias)} AS DOUBLE)`,
      unit: days ? 'days' : 'hours'
    };
  }
  throw fail('cohort-not-a-time', { column: column.name, table }, { place: named.place });
}

const ageName = /^age(_?(?:in_?)?(years?|months?|weeks?|days?|yrs?|mths?))?(_at_\w+)?$/i;
const ageUnitNames: readonly (readonly [RegExp, AgeUnit])[] = [
  [/^(a|y|yrs?|years?)$/i, 'years'],
  [/^(mo|mths?|months?)$/i, 'months'],
  [/^(wk|w|weeks?)$/i, 'weeks'],
  [/^(d|days?)$/i, 'days']
];

/** A column of ages, by its name: `age`, `age_months`. */
export function recognisedAge(relation: Relation): RelationColumn | undefined {
  return relation.columns.find((column) => isNumber(column) && ageName.test(column.name));
}

/** @returns the unit that a column of ages is in, undefined where it says another unit */
export function ageUnitOf(column: RelationColumn): AgeUnit | undefined {
  const said =
    column.unit ?? ageName.exec(column.name)?.[2] ?? /(years?|months?|weeks?|days?)$/i.exec(column.name)?.[1];
  return said === undefined ? 'years' : ageUnitNames.find(([pattern]) => pattern.test(said))?.[1];
}

/** How persons are written in a column: numbers and texts do not meet. */
export function sortOf({ type }: RelationColumn): 'number' | 'text' | 'time' | 'bool' {
  if (type === 'text' || type === 'bool') return type;
  return type === 'date' || type === 'timestamp' ? 'time' : 'number';
}

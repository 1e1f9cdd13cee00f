import type { Relation, RelationColumn } from '$workers/data/contract';

/** Names of the columns that say who and when; lower case. */
const keysCalled = {
  person: ['person_id', 'person', 'patient_id', 'patient', 'subject_id', 'child_id'],
  episode: ['episode', 'episode_id', 'stay', 'stay_id', 'visit_occurrence_id', 'visit_detail_id', 'encounter_id'],
  time: ['time', 'datetime', 'timestamp', 'measurement_datetime', 'charttime', 'hour', 'hours', 'minute', 'minutes']
} as const;

export type CourseKey = keyof typeof keysCalled;

/** The column of a table that says who or when, by its name. */
export function recogniseKey(key: CourseKey, { columns }: Pick<Relation, 'columns'>): RelationColumn | undefined {
  const byName = new Map(columns.map((column) => [column.name.toLowerCase(), column]));
  const called = keysCalled[key].find((one) => byName.has(one));
  return called === undefined ? undefined : byName.get(called);
}

const unitsCalled: Readonly<Record<string, string>> = { hour: 'h', hours: 'h', minute: 'min', minutes: 'min' };

/** The unit of a time that is a number: as its column says it, else as its name does. */
export function unitOfTime({ name, unit }: RelationColumn): string | undefined {
  return unit ?? unitsCalled[name.toLowerCase()];
}

import type { TableBuilder } from '../../../shared/column-builder';
import type { Faulty } from '../faults';
import { day, personId, timestamp } from '../identity';
import type { Person } from '../person';
import type { TableName } from '../../contract';
import { LOCAL, STANDARD, UNKNOWN } from './concepts';

/** The builders of the chosen tables; the others are absent and not filled. */
export type Builders = Partial<Record<TableName, TableBuilder>>;

/** Rows there is one of a person: person, observation period, death. */
export function pushPerson(builders: Builders, person: Person, faulty: Faulty | undefined): void {
  const id = personId(person, faulty !== undefined);
  const birth = new Date(person.birth * 60_000);
  const genderUnknown = faulty?.counted.genderUnknown === true;
  if (genderUnknown) faulty.log.add(13, 'person', id);
  if (typeof id === 'bigint') faulty?.log.add(16, 'person', id);
  builders.person?.push(
    id,
    genderUnknown ? UNKNOWN : person.male ? STANDARD.male : STANDARD.female,
    birth.getUTCFullYear(),
    birth.getUTCMonth() + 1,
    birth.getUTCDate(),
    timestamp(person.birth),
    LOCAL.raceNotRecorded,
    LOCAL.ethnicityNotRecorded,
    person.hospital.number,
    `S${person.index + 1}`,
    genderUnknown ? undefined : person.male ? 'M' : 'F'
  );
  const first = person.episodes[0];
  const last = person.episodes[person.episodes.length - 1];
  if (!first || !last) return;
  const end = last.admission + 60 * last.hours;
  builders.observation_period?.push(person.index + 1, id, day(first.admission), day(end), STANDARD.ehr);
  if (last.died) builders.death?.push(id, day(end), timestamp(end), STANDARD.ehr);
}

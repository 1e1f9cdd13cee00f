import type { TableBuilder } from '../../../shared/column-builder';
import type { TableName } from '../../contract';
import { STANDARD } from '../../shared/concepts';
import type { Faulty } from '../../shared/faults';
import { day, timestamp } from '../../shared/identity';
import { pushPersonRow } from '../../shared/person-row';
import type { Person } from '../person';

/** The builders of the chosen tables; the others are absent and not filled. */
export type Builders = Partial<Record<TableName, TableBuilder>>;

/** Rows there is one of a person: person, observation period, death. */
export function pushPerson(builders: Builders, person: Person, faulty: Faulty | undefined): void {
  const id = pushPersonRow(builders.person, person, faulty);
  const first = person.episodes[0];
  const last = person.episodes[person.episodes.length - 1];
  if (!first || !last) return;
  const end = last.admission + 60 * last.hours;
  builders.observation_period?.push(person.index + 1, id, day(first.admission), day(end), STANDARD.ehr);
  if (last.died) builders.death?.push(id, day(end), timestamp(end), STANDARD.ehr);
}

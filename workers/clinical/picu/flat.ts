import type { TableBuilder } from '../../shared/column-builder';
import { timestamp, visitId } from '../shared/identity';
import type { EpisodeHours } from './hours';
import type { Episode, Person } from './person';
import { VARIABLES } from './variables';

/** What every row about one stay needs. */
export interface Stay {
  person: Person;
  episode: Episode;
  /** As the tables hold it. */
  personId: number | bigint;
  weightKg: number;
  /** True time to the time in the tables, minutes since 1970. */
  clock: (minutes: number) => number;
}

function childColumns({ person, episode, weightKg }: Stay): number[] {
  // Down, not to the nearest: 11.999 months are not a year, and 216 is never reached.
  const ageMonths = Math.floor(episode.ageMonths * 100) / 100;
  return [ageMonths, Number(person.male), Number(episode.surgical), Number(episode.line), weightKg];
}

/** One row an hour. */
export function pushHours(builder: TableBuilder, stay: Stay, hours: EpisodeHours, leak: boolean): void {
  const { person, episode, personId, clock } = stay;
  const columns = VARIABLES.map(({ name }) => hours.values[name]);
  const child = childColumns(stay);
  const visit = visitId(person, episode.number);
  const row: (number | bigint | undefined)[] = [];
  for (let hour = 0; hour < episode.hours; hour++) {
    row.length = 0;
    row.push(personId, visit, person.hospital.number, hour, timestamp(clock(episode.admission + 60 * hour)), ...child);
    for (const column of columns) {
      const value = column[hour] as number;
      row.push(Number.isNaN(value) ? undefined : value);
    }
    row.push(hours.imv[hour], hours.support[hour], hours.vasoactives[hour]);
    if (leak) row.push(hours.charted[hour]);
    row.push(hours.label[hour]);
    builder.pushRow(row);
  }
}

/** One row a stay. */
export function pushEpisode(builder: TableBuilder, stay: Stay): void {
  const { person, episode, personId } = stay;
  builder.pushRow([
    personId,
    visitId(person, episode.number),
    person.hospital.number,
    timestamp(episode.admission),
    ...childColumns(stay),
    episode.hours,
    Number(episode.sepsis !== undefined),
    episode.sepsis?.onset,
    Number(episode.died)
  ]);
}

import type { Episode, Person } from './person';

const DAY = 1440;

/** Local time runs on, hour after hour. */
export const plainClock = (minutes: number): number => minutes;

/** The last Sunday of October, 03:00 summer time, when clocks go back to 02:00. Minutes since 1970. */
export function octoberChange(year: number): number {
  const last = Date.UTC(year, 9, 31) / 60_000;
  const weekday = new Date(Date.UTC(year, 9, 31)).getUTCDay();
  return last - weekday * DAY + 3 * 60;
}

/**
 * Planted fault 17: a hospital that writes local time without a zone. Of a stay across the October change, the hours
 * after it carry times one hour too early, and one hour comes twice.
 */
export function doubledHourClock(person: Person, episode: Episode): (minutes: number) => number {
  const end = episode.admission + 60 * episode.hours;
  const change = octoberChange(new Date(episode.admission * 60_000).getUTCFullYear());
  if (person.hospital.number !== 1 || episode.admission >= change || end <= change) return plainClock;
  return (minutes) => (minutes >= change ? minutes - 60 : minutes);
}

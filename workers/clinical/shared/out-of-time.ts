import { FAULTS } from './fault-sizes';
import { FAR_FUTURE, ORPHAN_ID, type Faulty } from './faults';

const MINUTES_PER_DAY = 1440;

/** Minutes since 1970. */
export interface Life {
  birth: number;
  /** Of a person who dies within the data. */
  death?: number;
}

/**
 * Measurements at impossible times and of an impossible person: faults 4, 6 and 8.
 *
 * @param write adds a measurement at a time, of another person if given; returns its id
 */
export function pushOutOfTime(
  { counted, log }: Faulty,
  { birth, death }: Life,
  write: (at: number | undefined, person?: number) => number
): void {
  if (counted.afterDeath && death !== undefined) {
    log.add(4, 'measurement', write(death + FAULTS.daysAfterDeath * MINUTES_PER_DAY));
  }
  if (counted.beforeBirth) log.add(4, 'measurement', write(birth - FAULTS.daysBeforeBirth * MINUTES_PER_DAY));
  if (counted.farFuture) log.add(8, 'measurement', write(FAR_FUTURE));
  if (counted.orphan !== undefined) log.add(6, 'measurement', write(undefined, ORPHAN_ID + counted.orphan));
}

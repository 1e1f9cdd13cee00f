import type { TableBuilder } from '../../shared/column-builder';
import { NOT_RECORDED, STANDARD, UNKNOWN } from './concepts';
import type { Faulty } from './faults';
import { personId, timestamp, type Numbered } from './identity';

export interface Born extends Numbered {
  male: boolean;
  /** Minutes since 1970. */
  birth: number;
}

/** The row of `person`, with faults 13 and 16. @returns the person's id, as all tables hold it */
export function pushPersonRow(
  builder: TableBuilder | undefined,
  person: Born,
  faulty: Faulty | undefined
): number | bigint {
  const id = personId(person, faulty !== undefined);
  const birth = new Date(person.birth * 60_000);
  const genderUnknown = faulty?.counted.genderUnknown === true;
  if (genderUnknown) faulty.log.add(13, 'person', id);
  if (typeof id === 'bigint') faulty?.log.add(16, 'person', id);
  builder?.push(
    id,
    genderUnknown ? UNKNOWN : person.male ? STANDARD.male : STANDARD.female,
    birth.getUTCFullYear(),
    birth.getUTCMonth() + 1,
    birth.getUTCDate(),
    timestamp(person.birth),
    NOT_RECORDED.race,
    NOT_RECORDED.ethnicity,
    person.hospital.number,
    `S${person.index + 1}`,
    genderUnknown ? undefined : person.male ? 'M' : 'F'
  );
  return id;
}

import type { TableBuilder } from '../../shared/column-builder';
import type { Faulty } from './faults';
import { day, timestamp, visitId, type Numbered } from './identity';
import { STANDARD } from './concepts';

const DAY = 1440;

/** Minutes since 1970. */
export interface VisitRow {
  /** From 1 to 8 within the person. */
  number: number;
  concept: number;
  from: number;
  to: number;
}

/** One visit; a person's first with the faults of visits: 3 and 14. */
export function pushVisitRow(
  builder: TableBuilder | undefined,
  person: Numbered,
  { number, concept, from, to }: VisitRow,
  { id, faulty }: { id: number | bigint; faulty: Faulty | undefined }
): void {
  const push = (visit: number, start: number, end: number) => {
    const site = person.hospital.number;
    const times = [day(start), timestamp(start), day(end), timestamp(end)] as const;
    builder?.push(visitId(person, visit), id, concept, ...times, STANDARD.ehr, site, undefined);
  };
  const reversed = number === 1 && faulty?.counted.visitReversed === true;
  if (reversed) faulty.log.add(3, 'visit_occurrence', visitId(person, number));
  push(number, from, reversed ? from - DAY : to);
  if (number !== 1 || !faulty?.counted.visitOverlapping) return;
  faulty.log.add(14, 'visit_occurrence', visitId(person, 9));
  push(9, Math.floor((from + to) / 2), to + DAY / 2);
}

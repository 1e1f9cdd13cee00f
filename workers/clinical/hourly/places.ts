import type { Column, Table } from '../../shared/table';
import { keyAt } from './columns';
import type { Stays } from './plan';

const hour = 3_600_000_000;

/**
 * For each row the cell of the grid into which it falls, −1 outside every stay.
 * @param offsets where each stay's cells begin
 */
export function placesOf(rows: Table, { person, start, end, hours }: Stays, offsets: Int32Array): Int32Array {
  const [persons, times] = rows.columns as [Column, Column];
  const firstOf = firstStays(person, hours.length);
  const places = new Int32Array(rows.rows).fill(-1);
  let seen: string | bigint | number | undefined;
  let first = -1;
  for (let row = 0; row < rows.rows; row++) {
    const key = keyAt(persons, row);
    if (key !== seen) {
      seen = key;
      first = firstOf.get(key) ?? -1;
    }
    if (first < 0) continue;
    const time = times.values[row] as number;
    for (let stay = first; stay >= 0; stay = stay > 0 && isSame(person, stay) ? stay - 1 : -1) {
      const from = start[stay] as number;
      // Written so that a time that is no number lies in no stay.
      if (!(from <= time && time < (end[stay] as number))) continue;
      places[row] = (offsets[stay] as number) + Math.floor((time - from) / hour);
      break;
    }
  }
  return places;
}

/** Of each person the stay that began last: the search goes back from it. */
function firstStays(person: Column, stays: number): Map<string | bigint | number, number> {
  const found = new Map<string | bigint | number, number>();
  for (let stay = 0; stay < stays; stay++) found.set(keyAt(person, stay), stay);
  return found;
}

function isSame(person: Column, stay: number): boolean {
  return person.values[stay] === person.values[stay - 1];
}

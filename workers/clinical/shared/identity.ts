import { FAULTS } from './fault-sizes';

/** What ids follow from. */
export interface Numbered {
  /** From 0, within the whole data set. */
  index: number;
  hospital: { number: number };
}

/** Rows of one table that one person can have. Ids follow from the person, so parts of a data set fit together. */
const ROWS_PER_PERSON = 100_000;

/** From 1; with faults hospital 4 has ids above 2^53, which a reader through doubles merges. */
export function personId(person: Numbered, faults: boolean): number | bigint {
  if (faults && person.hospital.number === 4) return FAULTS.largeId + BigInt(person.index);
  return person.index + 1;
}

/** Of a stay: `number` from 1; 9 is the planted overlapping one. */
export function visitId(person: Numbered, number: number): number {
  return (person.index + 1) * 10 + number;
}

/** Ids of one person's rows in one table, in order. */
export function rowIds(person: Numbered): () => number {
  let next = (person.index + 1) * ROWS_PER_PERSON;
  return () => next++;
}

const MICROSECONDS = 60_000_000;
const MINUTES_PER_DAY = 1440;

/** Minutes since 1970 as the tables hold them. */
export function timestamp(minutes: number): number {
  return Math.floor(minutes) * MICROSECONDS;
}

export function day(minutes: number): number {
  return Math.floor(minutes / MINUTES_PER_DAY);
}

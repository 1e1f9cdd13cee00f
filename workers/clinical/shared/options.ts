import { fail } from '../errors';

/** What every use case takes. */
export interface CommonOptions<Name extends string> {
  persons: number;
  /** Whole, from 0 to 2^53 − 1. */
  seed: number;
  hospitals: readonly number[];
  tables: readonly Name[];
  /** Only these of the persons, the end exclusive. */
  part: readonly [first: number, end: number] | undefined;
}

export interface Limits<Name extends string> {
  tables: readonly Name[];
  persons: number;
  personsAtOnce: number;
}

/** @throws `simulate-…` naming what is out of range */
export function checkCommon<Name extends string>(
  { persons, seed, hospitals, tables, part: wanted }: CommonOptions<Name>,
  limits: Limits<Name>
) {
  if (!Number.isInteger(persons) || persons < 1 || persons > limits.persons) {
    throw fail('simulate-persons-range', { most: limits.persons.toLocaleString('en-GB') });
  }
  if (!Number.isSafeInteger(seed) || seed < 0) throw fail('simulate-seed-range');
  if (hospitals.length === 0) throw fail('simulate-hospitals-none');
  const odd = hospitals.find((hospital) => ![1, 2, 3, 4].includes(hospital));
  if (odd !== undefined) throw fail('simulate-hospital-unknown', { hospital: odd });
  if (tables.length === 0) throw fail('simulate-tables-none');
  const strange = tables.find((table) => !limits.tables.includes(table));
  if (strange !== undefined) {
    throw fail('simulate-table-unknown', { table: strange, known: limits.tables.join(', ') });
  }
  const part = wanted ?? ([0, persons] as const);
  const [first, end] = part;
  if (!Number.isInteger(first) || !Number.isInteger(end) || first < 0 || end > persons || first >= end) {
    throw fail('simulate-part-outside', { first, end, persons });
  }
  if (end - first > limits.personsAtOnce) {
    throw fail('simulate-part-large', { persons: end - first, most: limits.personsAtOnce });
  }
  return { persons, seed, hospitals, tables: [...new Set(tables)], part };
}

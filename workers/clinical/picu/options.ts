import { fail } from '../errors';
import { MOST_PERSONS, MOST_PERSONS_AT_ONCE, TABLES, type TableName } from '../contract';

export interface SimulationOptions {
  useCase: 'picu-sepsis';
  persons: number;
  /** Whole, from 0 to 2^53 − 1. */
  seed: number;
  /** Default all four. The union of the four alone equals the whole. */
  hospitals?: readonly number[];
  /** Plants the faults that data checks should find. */
  faults?: boolean;
  /** Default true: the charted antibiotic that gives the label away. */
  leak?: boolean;
  /** Default the flat `hours` only. */
  tables?: readonly TableName[];
  /** Only these of the persons, the end exclusive: a large data set in parts. */
  part?: readonly [first: number, end: number];
}

export type CheckedOptions = Required<Omit<SimulationOptions, 'useCase'>>;

/** @throws `simulate-…` naming what is out of range */
export function checkOptions(options: SimulationOptions): CheckedOptions {
  const { useCase, persons, seed, hospitals = [1, 2, 3, 4], faults = false, leak = true, tables = ['hours'] } = options;
  if (useCase !== 'picu-sepsis') throw fail('simulate-use-unknown', { use: useCase, known: 'picu-sepsis' });
  if (!Number.isInteger(persons) || persons < 1 || persons > MOST_PERSONS) {
    throw fail('simulate-persons-range', { most: MOST_PERSONS.toLocaleString('en-GB') });
  }
  if (!Number.isSafeInteger(seed) || seed < 0) throw fail('simulate-seed-range');
  if (hospitals.length === 0) throw fail('simulate-hospitals-none');
  const odd = hospitals.find((hospital) => ![1, 2, 3, 4].includes(hospital));
  if (odd !== undefined) throw fail('simulate-hospital-unknown', { hospital: odd });
  if (tables.length === 0) throw fail('simulate-tables-none');
  const strange = tables.find((table) => !TABLES.includes(table));
  if (strange !== undefined) throw fail('simulate-table-unknown', { table: strange, known: TABLES.join(', ') });
  const part = options.part ?? [0, persons];
  const [first, end] = part;
  if (!Number.isInteger(first) || !Number.isInteger(end) || first < 0 || end > persons || first >= end) {
    throw fail('simulate-part-outside', { first, end, persons });
  }
  if (end - first > MOST_PERSONS_AT_ONCE) {
    throw fail('simulate-part-large', { persons: end - first, most: MOST_PERSONS_AT_ONCE });
  }
  return { persons, seed, hospitals, faults, leak, tables: [...new Set(tables)], part };
}

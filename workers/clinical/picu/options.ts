import { fail } from '../errors';
import { MOST_PERSONS, MOST_PERSONS_AT_ONCE, TABLES, type TableName } from '../contract';
import { checkCommon } from '../shared/options';

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
  const common = { persons, seed, hospitals, tables, part: options.part };
  return {
    ...checkCommon(common, { tables: TABLES, persons: MOST_PERSONS, personsAtOnce: MOST_PERSONS_AT_ONCE }),
    faults,
    leak
  };
}

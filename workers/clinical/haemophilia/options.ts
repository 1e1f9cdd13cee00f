import { fail } from '../errors';
import { checkCommon } from '../shared/options';
import { USE_CASE } from './constants';
import { HAEMOPHILIA_TABLES, MOST_PATIENTS, MOST_PATIENTS_AT_ONCE, type HaemophiliaTable } from './contract';

export interface HaemophiliaOptions {
  useCase: 'haemophilia';
  persons: number;
  /** Whole, from 0 to 2^53 − 1. */
  seed: number;
  /** Default all four. The union of the four alone equals the whole. */
  hospitals?: readonly number[];
  /** Plants the faults that data checks should find. */
  faults?: boolean;
  /** Default the flat `patients` only. */
  tables?: readonly HaemophiliaTable[];
  /** Only these of the persons, the end exclusive: a large data set in parts. */
  part?: readonly [first: number, end: number];
  /** Default true. Without, every planned dose is given. */
  missedDoses?: boolean;
  /** Default true. Without, nobody has an inhibitor. */
  inhibitors?: boolean;
}

/** @throws `simulate-…` naming what is out of range */
export function checkOptions(options: HaemophiliaOptions) {
  const { useCase, persons, seed, hospitals = [1, 2, 3, 4], faults = false, tables = ['patients'] } = options;
  if (useCase !== USE_CASE) throw fail('simulate-use-unknown', { use: useCase, known: USE_CASE });
  const limits = { tables: HAEMOPHILIA_TABLES, persons: MOST_PATIENTS, personsAtOnce: MOST_PATIENTS_AT_ONCE };
  const { missedDoses = true, inhibitors = true } = options;
  return {
    ...checkCommon({ persons, seed, hospitals, tables, part: options.part }, limits),
    faults,
    world: { missedDoses, inhibitors }
  };
}

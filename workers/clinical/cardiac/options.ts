import { fail } from '../errors';
import { checkCommon } from '../shared/options';
import { CARDIAC_TABLES, MOST_OPERATIONS, MOST_OPERATIONS_AT_ONCE, type CardiacTable } from './contract';
import { USE_CASE } from './constants';

export interface CardiacOptions {
  useCase: 'cardiac-surgery';
  /** Operations, one a person. */
  persons: number;
  /** Whole, from 0 to 2^53 − 1. */
  seed: number;
  /** Default all four. The union of the four alone equals the whole. */
  hospitals?: readonly number[];
  /** Plants the faults that data checks should find. */
  faults?: boolean;
  /** Default the flat `operations` only. */
  tables?: readonly CardiacTable[];
  /** Only these of the persons, the end exclusive: a large data set in parts. */
  part?: readonly [first: number, end: number];
}

/** @throws `simulate-…` naming what is out of range */
export function checkOptions(options: CardiacOptions) {
  const { useCase, persons, seed, hospitals = [1, 2, 3, 4], faults = false, tables = ['operations'] } = options;
  if (useCase !== USE_CASE) throw fail('simulate-use-unknown', { use: useCase, known: USE_CASE });
  const limits = { tables: CARDIAC_TABLES, persons: MOST_OPERATIONS, personsAtOnce: MOST_OPERATIONS_AT_ONCE };
  return { ...checkCommon({ persons, seed, hospitals, tables, part: options.part }, limits), faults };
}

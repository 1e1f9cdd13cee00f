import type { UseCase } from '$workers/clinical/contract';
import { failures } from '$workers/shared/errors';
import { simulateFailures } from '$lib/messages/en/simulate';
import type { Cell } from '$lib/notebook/model';
import { readTask, specOf } from '../task';
import { simulateFields, useCaseOf } from './fields';

const fail = failures(simulateFailures);

export interface SimulateSpec {
  use: UseCase;
  persons: number;
  seed: number;
  hospitals: readonly number[];
  /** Of the use case that has one. */
  leak: boolean;
  faults: boolean;
  tables: readonly string[];
  /** As written; undefined: the cell's name and `_`. */
  prefix: string | undefined;
}

/** @throws `task-…`, `simulate-…` with line and column in the text */
export function parseSimulate(text: string, { id }: Pick<Cell, 'id'>): SimulateSpec {
  const use = useCaseOf(text);
  const reading = readTask(text, { ...simulateFields[use] });
  const { hospitals, tables, prefix, ...plain } = specOf(reading);
  const empty = (key: 'hospitals' | 'tables', example: string) =>
    fail('simulate-empty', { key, example }, { place: reading.placeOf([key]) });
  if (hospitals.length === 0) throw empty('hospitals', '1, 2');
  if (tables.length === 0) throw empty('tables', simulateFields[use].tables.of[0] as string);
  if (prefix && !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(prefix)) {
    throw fail('simulate-prefix', { prefix }, { place: reading.placeOf(['prefix']) });
  }
  if (prefix === undefined && id === undefined) {
    throw fail('simulate-needs-name', {}, { place: { line: 1, column: 1 } });
  }
  const leak = 'leak' in plain && plain.leak === true;
  return {
    ...plain,
    use,
    leak,
    prefix,
    hospitals: [...new Set(hospitals.map(Number))].sort(),
    tables: [...new Set(tables)]
  };
}

/** What a table of the simulation is called in the notebook. */
export function nameOf({ prefix }: SimulateSpec, id: string | undefined, table: string): string {
  return `${prefix ?? `${id}_`}${table}`;
}

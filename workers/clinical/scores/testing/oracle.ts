import type { Column } from '../../../shared/table';
import { columnOf } from './columns';

type Cells = readonly (number | string | null)[];

export interface OracleCase {
  name: string;
  input: Record<string, unknown>;
  expected: Record<string, unknown>;
}

/** A list may be written as its only value. */
export function listOf(value: unknown): Cells {
  return (Array.isArray(value) ? value : [value]) as Cells;
}

/** The columns of a case, under our names where they differ. */
export function columnsOf(input: OracleCase['input'], names: Record<string, string> = {}): Record<string, Column> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [names[name] ?? name, columnOf(listOf(value))])
  );
}

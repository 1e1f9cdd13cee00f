import type { Proposal } from '$workers/data/import/contract';
import { importWords as words } from '$lib/messages/import';

export interface MisfitPlace {
  line: number;
  text: string;
  /** What stands there. */
  value?: string;
}

/** What does not fit and where, in words and in the order of the file; at most the first hundred of each sort. */
export function misfitPlaces({ misfits, plan }: Proposal): MisfitPlace[] {
  const byLine = plan.format === 'csv' || plan.format === 'ndjson';
  const values = misfits.first.map(({ line, columnName, expected, value }): MisfitPlace => {
    const type = words.types[expected] ?? expected;
    const text = byLine ? words.misfitAt(line, columnName, type) : words.misfitRow(line, columnName, type);
    return { line, text, ...(value !== undefined && { value }) };
  });
  const records = misfits.records.first.map(({ line, found, expected }): MisfitPlace => {
    return { line, text: words.wrongRecord(line, found, expected) };
  });
  return [...values, ...records].sort((a, b) => a.line - b.line);
}

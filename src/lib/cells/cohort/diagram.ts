import { formatCount } from '$lib/messages/figures';
import { cohortWords as words } from '$lib/messages/cohort';
import type { AttritionRow } from '$lib/ui/attrition/attrition';
import type { CohortOutput } from './run';
import type { CohortRow } from './counts';
import type { CohortSpec } from './spec';
import { calledIn, leftOutWords, rowName, stepOf } from './wording';

/** Whether a person can stand for several entries: then both are counted. */
export function countsPersons({ rows }: CohortOutput): boolean {
  return rows.some((row) => row.persons !== row.entries);
}

/**
 * What the bars measure. Where the first of each person leaves out most rows (hours of a stay), bars of rows would be
 * too short to read: then they are persons.
 */
export function barsAre({ rows }: CohortOutput): 'entries' | 'persons' {
  const chosen = rows.some(
    (row, at) => row.persons === row.entries && row.lost > row.entries && row.persons === rows[at - 1]?.persons
  );
  return chosen ? 'persons' : 'entries';
}

/** The rows of the diagram in words. */
export function diagramRows(output: CohortOutput, spec: CohortSpec): AttritionRow[] {
  const bars = barsAre(output);
  return output.rows.map((row, at) => ({
    name: rowName(row, spec),
    left: row[bars],
    lost: (output.rows[at - 1]?.[bars] ?? row[bars]) - row[bars],
    count: formatCount(row.entries),
    second: formatCount(row.persons),
    out: row.lost > 0 ? words.out_(row.lost, leftOutWords(row, spec)) : undefined,
    notes: notesOf(row, spec)
  }));
}

function notesOf(row: CohortRow, spec: CohortSpec): string[] {
  const step = stepOf(row, spec);
  const unknown = step?.unknown === 'keep' ? words.notKnownKept : words.notKnown;
  return [
    ...(row.alone === row.lost ? [] : [words.alone(row.alone)]),
    ...(row.unknown > 0 ? [unknown(row.unknown)] : []),
    ...(step?.note === undefined ? [] : [step.note])
  ];
}

/** Whether a row tells what its step would leave out alone: then the caption explains the word. */
export function tellsAlone({ rows }: CohortOutput): boolean {
  return rows.some((row) => row.alone !== row.lost);
}

/** The finding: how many are in. */
export function headingOf({ rows, entries }: CohortOutput, spec: CohortSpec): string {
  const all = rows[0]?.entries ?? 0;
  const called = calledIn(spec);
  if (spec.title !== undefined) return spec.title;
  return entries === 0 ? words.headingNone(all, called) : words.heading(entries, all, called);
}

/** Where nobody is left: the step that kept none, in words. */
export function nobodyWords({ rows }: CohortOutput, spec: CohortSpec): string {
  const at = rows.findIndex((row) => row.entries === 0);
  const before = rows[at - 1];
  if (!before) return words.nothingThere(spec.from);
  return words.nobody(rowName(rows[at] as CohortRow, spec), before.entries, calledIn(spec));
}

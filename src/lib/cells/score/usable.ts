import { understands } from '$workers/clinical/contract';
import type { Column } from '$workers/shared/table';
import { scoreWords as words } from '$lib/messages/score';
import { failScore as fail } from './failures';
import type { TakenInput } from './inputs-of';
import type { ScoreOutput } from './run';
import { inputRows } from './shown';
import type { ScoreSpec } from './spec';

/** A column of the name of an input whose words mean something else: it is not taken. */
export interface Ignored {
  input: string;
  column: string;
}

/**
 * Inputs whose columns were found by their names, without those of which the score knows not one word. What is written in
 * the cell is taken as it is.
 */
export function understoodInputs(
  spec: ScoreSpec,
  inputs: ReadonlyMap<string, TakenInput>,
  columnOf: (input: string) => Column
): { taken: Map<string, TakenInput>; ignored: Ignored[] } {
  const taken = new Map(inputs);
  const ignored: Ignored[] = [];
  for (const input of spec.inputs) {
    const found = inputs.get(input.name);
    if (!found || spec.columns.has(input.name) || understands(input, columnOf(input.name))) continue;
    taken.delete(input.name);
    ignored.push({ input: input.name, column: found.column.name });
  }
  return { taken, ignored };
}

/** An age alone scores nothing: every other part would count as normal. */
const says = (input: string): boolean => input !== 'age_months';

/** @throws `score-no-inputs`, `score-nothing-usable` where no column but the age is taken */
export function refuseNone(
  spec: ScoreSpec,
  inputs: ReadonlyMap<string, unknown>,
  { columns, ignored = [] }: { columns: readonly { name: string }[]; ignored?: readonly Ignored[] }
): void {
  if ([...inputs.keys()].some(says)) return;
  if (ignored.length > 0) throw nothingUsable(spec, ignored);
  const values = {
    table: spec.from,
    score: spec.score.title,
    inputs: spec.inputs.map(({ name }) => name).join(', '),
    columns: columns.map(({ name }) => name).join(', ')
  };
  throw fail('score-no-inputs', values, { place: spec.placeOf('from') });
}

type Counted = Pick<ScoreOutput, 'inputs' | 'summary' | 'rows' | 'course'>;

/** Inputs of which no row has a value, and some an impossible one. */
function impossibleRows(spec: ScoreSpec, counted: Counted) {
  return inputRows(spec, counted).filter((row) => (row.rejected ?? 0) > 0 && isEmpty(row));
}

const isEmpty = ({ values, missing }: { values?: number; missing: number | undefined }): boolean =>
  values === undefined ? missing === 1 : values === 0;

/**
 * Points of nothing but impossible values would look like those of a healthy child.
 * @throws `score-nothing-usable`
 */
export function refuseImpossible(spec: ScoreSpec, counted: Counted, ignored: readonly Ignored[]): void {
  const strange = impossibleRows(spec, counted);
  const given = inputRows(spec, counted).filter(({ name, column }) => column !== undefined && says(name));
  if (strange.length === 0 || !given.every(isEmpty)) return;
  throw nothingUsable(spec, [...strange.map(({ column = '' }) => ({ column })), ...ignored]);
}

function nothingUsable(spec: ScoreSpec, strange: readonly Pick<Ignored, 'column'>[]) {
  const columns = [...new Set(strange.map(({ column }) => `\`${column}\``))].join(', ');
  const values = { table: spec.from, score: spec.score.title, columns };
  return fail('score-nothing-usable', values, { place: spec.placeOf('from') });
}

/** What must not be overlooked: columns that say nothing although they bear the names of inputs. */
export function warningsOf(spec: ScoreSpec, output: ScoreOutput): string[] {
  const labelOf = (input: string) => words.named(spec.inputs.find(({ name }) => name === input)?.label ?? input);
  return [
    ...impossibleRows(spec, output).map(({ label, column = '' }) => words.allImpossible(label, column)),
    ...output.ignored.map(({ input, column }) => words.notUnderstood(labelOf(input), column))
  ];
}

/** The finding: what was scored, and of how many of its inputs. */
export function headingOf(spec: ScoreSpec, output: ScoreOutput): string {
  const rows = inputRows(spec, output);
  const found = rows.filter(({ column }) => column !== undefined).length;
  return words.heading(words.named(spec.score.title), spec.from, output.rows, found, rows.length);
}

import { setField } from '../task';
import type { ScoreSpec } from './spec';

/** What the form's list says for an input: a column, the one that is recognised, or none. */
export type Chosen = { column: string } | 'recognised' | 'left out';

export function chosenOf(spec: Pick<ScoreSpec, 'columns' | 'without'>, input: string): Chosen {
  const column = spec.columns.get(input);
  if (column !== undefined) return { column };
  return spec.without.includes(input) ? 'left out' : 'recognised';
}

/** The cell's text with another column for an input; what is said of other inputs stays as written. */
export function choose(
  text: string,
  { columns, without }: Pick<ScoreSpec, 'columns' | 'without'>,
  input: string,
  chosen: Chosen
): string {
  const column = typeof chosen === 'object' ? chosen.column : undefined;
  const others = without.filter((one) => one !== input);
  const out = chosen === 'left out' ? [...others, input] : others;
  const alone = columns.size === 1 && columns.has(input);
  // A map or a list without an entry says nothing: its key goes, too.
  let next =
    column === undefined && alone ? setField(text, ['columns'], undefined) : setField(text, ['columns', input], column);
  if (out.length !== without.length) next = setField(next, ['without'], out.length === 0 ? undefined : out);
  return next;
}

import type { ScoreDefinition } from '$workers/clinical/contract';
import { readTask, setField } from '../task';
import { scoreFields } from './fields';
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

/** The cell's text for another score: what was said of inputs that it does not have goes. */
export function chooseScore(text: string, { name, inputs }: Pick<ScoreDefinition, 'name' | 'inputs'>): string {
  const known = new Set(inputs.map((input) => input.name));
  let next = setField(text, ['score'], name);
  const { spec } = readTask(next, scoreFields);
  for (const key of ['columns', 'units'] as const) {
    const written = [...(spec[key]?.keys() ?? [])];
    const strange = written.filter((input) => !known.has(input));
    if (strange.length === written.length && strange.length > 0) next = setField(next, [key], undefined);
    else for (const input of strange) next = setField(next, [key, input], undefined);
  }
  const left = spec.without?.filter((input) => known.has(input));
  if (spec.without && left?.length !== spec.without.length) {
    next = setField(next, ['without'], left?.length ? left : undefined);
  }
  return next;
}

import type { ScoreDefinition } from '$workers/clinical/contract';
import type { Place } from '$workers/shared/errors';
import { nearNames } from '$workers/shared/near-names';
import type { Cell } from '$lib/notebook/model';
import { readTask, specOf } from '../task';
import { failScore as fail } from './failures';
import { scoreFields, scoreOf } from './fields';

export interface ScoreSpec {
  /** The cell's name: that of its table. */
  name: string;
  score: ScoreDefinition;
  from: string;
  /** Columns by input, where their names do not say it. */
  columns: ReadonlyMap<string, string>;
  /** Inputs that are not taken although the table has them. */
  without: readonly string[];
  /** Units by input, where the column does not say its own. */
  units: ReadonlyMap<string, string>;
  /** A table of reference values, for scores that compare with one. */
  reference: string | undefined;
  /** Which variable of it. */
  variable: string | undefined;
  /** Before the names of the columns that are added. */
  prefix: string;
  placeOf(...path: string[]): Place;
}

const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** @throws `task-…`, `score-…` with line and column in the text */
export function parseScore(text: string, { id }: Pick<Cell, 'id'>): ScoreSpec {
  const reading = readTask(text, scoreFields);
  const written = specOf(reading);
  if (id === undefined) throw fail('score-needs-name');
  const placeOf = (...path: string[]) => reading.placeOf(path);
  const score = scoreOf(written.score);
  for (const input of written.columns?.keys() ?? []) checkInput(score, input, placeOf('columns', input));
  for (const input of written.units?.keys() ?? []) checkInput(score, input, placeOf('units', input));
  for (const [at, input] of (written.without ?? []).entries()) checkInput(score, input, placeOf('without', String(at)));
  const prefix = written.prefix ?? `${score.name.replaceAll('-', '_')}_`;
  if (prefix !== '' && !plainName.test(prefix)) throw fail('score-prefix', { prefix }, { place: placeOf('prefix') });
  return {
    name: id,
    score,
    from: written.from,
    columns: written.columns ?? new Map(),
    without: written.without ?? [],
    units: written.units ?? new Map(),
    reference: written.reference,
    variable: written.variable,
    prefix,
    placeOf
  };
}

function checkInput(score: ScoreDefinition, input: string, place: Place): void {
  const known = score.inputs.map(({ name }) => name);
  if (known.includes(input)) return;
  const near = nearNames(input, known).join(', ');
  throw fail('score-no-input', { input, score: score.title, near, known: known.join(', ') }, { place });
}

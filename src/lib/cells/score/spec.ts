import {
  courseInputs,
  hasLookBack,
  LOOK_BACK_SCORES,
  ONSET_SCORES,
  type CourseInput,
  type ScoreDefinition
} from '$workers/clinical/contract';
import type { Place } from '$workers/shared/errors';
import { nearNames } from '$workers/shared/near-names';
import type { Cell } from '$lib/notebook/model';
import { readTask, specOf, type SpecOf } from '../task';
import { failScore as fail } from './failures';
import { scoreFields, scoreOf } from './fields';
import type { CourseKey } from './recognise';

export interface ScoreSpec {
  /** The cell's name: that of its table. */
  name: string;
  score: ScoreDefinition;
  from: string;
  /** What is taken of each row; with look-back observations that hold for their hours. */
  inputs: readonly CourseInput[];
  /** Values are carried forward for their published look-backs. */
  lookBack: boolean;
  /** A second table says when sepsis begins. */
  onset: boolean;
  /** Columns of who and when, where their names do not say it. */
  keys: Readonly<Partial<Record<CourseKey, string>>>;
  /** Of times that are numbers. */
  timeUnit: string | undefined;
  /** Of each row, around the onset. */
  label: { before: number; length?: number } | undefined;
  /** The table holds one observation a row, in these columns. */
  long: { variable: string; value: string; text?: string; unit?: string } | undefined;
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
  const { look_back: lookBack, onset, time_unit: timeUnit } = written;
  checkCourse(written, score, placeOf);
  const inputs = lookBack || onset ? courseInputs(score, lookBack) : score.inputs;
  const long = longOf(written);
  // Observations one a row are named in the rows: only what stands beside them has a column.
  const named = long ? (inputs as readonly CourseInput[]).filter(({ variable }) => variable === undefined) : inputs;
  const checkInput = (input: string, place: Place, more: readonly string[] = []) =>
    checkName(score, [...named.map(({ name }) => name), ...more], input, place);
  for (const input of written.columns?.keys() ?? []) checkInput(input, placeOf('columns', input));
  for (const input of written.units?.keys() ?? []) checkInput(input, placeOf('units', input));
  const outside = lookBack || onset ? ['episode'] : [];
  for (const [at, input] of (written.without ?? []).entries()) {
    checkInput(input, placeOf('without', String(at)), outside);
  }
  const prefix = written.prefix ?? `${score.name.replaceAll('-', '_')}_`;
  if (prefix !== '' && !plainName.test(prefix)) throw fail('score-prefix', { prefix }, { place: placeOf('prefix') });
  return {
    name: id,
    score,
    from: written.from,
    inputs,
    lookBack,
    onset,
    keys: keysOf(written),
    timeUnit,
    label: labelOf(written),
    long,
    columns: written.columns ?? new Map(),
    without: written.without ?? [],
    units: written.units ?? new Map(),
    reference: written.reference,
    variable: written.variable,
    prefix,
    placeOf
  };
}

type Written = SpecOf<typeof scoreFields>;

/** Who looks back in time or asks for an onset needs a score that knows them. */
function checkCourse(written: Written, score: ScoreDefinition, placeOf: (...path: string[]) => Place): void {
  const { look_back, onset, label_before, long } = written;
  const values = (known: readonly string[]) => ({
    score: score.title,
    known: known.map((name) => scoreOf(name).title).join(', ')
  });
  if (look_back && !hasLookBack(score.name)) {
    throw fail('score-no-look-back', values(LOOK_BACK_SCORES), { place: placeOf('look_back') });
  }
  const hasOnset = (ONSET_SCORES as readonly string[]).includes(score.name);
  if (onset && !hasOnset) throw fail('score-no-onset', values(ONSET_SCORES), { place: placeOf('onset') });
  if (label_before !== undefined && !onset) throw fail('score-label-onset', {}, { place: placeOf('label_before') });
  if (!Object.values(long).some((column) => column !== undefined)) return;
  if (!look_back || !hasOnset) throw fail('score-long', {}, { place: placeOf('long') });
  if (long.variable === undefined || long.value === undefined) {
    throw fail('score-long-columns', {}, { place: placeOf('long') });
  }
}

function keysOf({ person, episode, time }: Written): ScoreSpec['keys'] {
  return {
    ...(person !== undefined && { person }),
    ...(episode !== undefined && { episode }),
    ...(time !== undefined && { time })
  };
}

function labelOf({ label_before: before, label_length: length }: Written): ScoreSpec['label'] {
  return before === undefined ? undefined : { before, ...(length !== undefined && { length }) };
}

function longOf({ long: { variable, value, text, unit } }: Written): ScoreSpec['long'] {
  if (variable === undefined || value === undefined) return undefined;
  return { variable, value, ...(text !== undefined && { text }), ...(unit !== undefined && { unit }) };
}

function checkName(score: ScoreDefinition, known: readonly string[], input: string, place: Place): void {
  if (known.includes(input)) return;
  const near = nearNames(input, known).join(', ');
  throw fail('score-no-input', { input, score: score.title, near, known: known.join(', ') }, { place });
}

/** The table of stays with their onsets. */
export const onsetName = (name: string): string => `${name}_onset`;

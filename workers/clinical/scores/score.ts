import type { JobOptions } from '../../shared/job';
import { nearNames } from '../../shared/near-names';
import type { Column, Table } from '../../shared/table';
import { Pacer } from '../shared/pacer';
import { Block, BLOCK_ROWS } from './block';
import type { ScoreDefinition } from './definition';
import { fail } from './errors';
import { kdigo } from './kdigo';
import { meantRemark } from './likely-unit';
import { Marks } from './marks';
import { OutputColumns } from './outputs';
import { pelod2 } from './pelod2';
import { phoenix, phoenix8 } from './phoenix';
import { pim3 } from './pim3';
import { psofa } from './psofa';
import { openInput, type InputReader } from './read-input';
import { remark, type Remark } from './remarks';
import type { Scorer, ScoreOptions } from './scorer';
import { sirs } from './sirs';
import { vasoactiveInotropic } from './vasoactive-inotropic';
import { zScore } from './z-score';

/** One column an input; an absent one is missing in every row. */
export type ScoreInputs = Readonly<Record<string, Column | undefined>>;

export interface InputSummary {
  name: string;
  /** A column was given. */
  given: boolean;
  /** Rows without a usable value, after it was made from its sources; the rejected are among them. */
  missing: number;
  /** Rows with an impossible value, which was treated as missing. */
  rejected: number;
}

export interface ScoreResult {
  score: string;
  /** One row a row: the components, what is made of them, and `missing` and `rejected`, lists of inputs ('' = none). */
  table: Table;
  summary: readonly InputSummary[];
  /** To be shown beside the result. */
  remarks: readonly Remark[];
}

/** In the order of `SCORES`. */
export const scorers: readonly Scorer[] = [
  phoenix,
  phoenix8,
  psofa,
  pelod2,
  pim3,
  sirs,
  vasoactiveInotropic,
  kdigo,
  zScore
];

function scorerOf(name: string): Scorer {
  const found = scorers.find(({ definition }) => definition.name === name);
  if (found) return found;
  throw fail('score-unknown', { score: name, known: scorers.map(({ definition }) => definition.name).join(', ') });
}

function openReaders(
  { name, inputs }: ScoreDefinition,
  given: ScoreInputs,
  units: ScoreOptions['units']
): InputReader[] {
  const known = inputs.map((input) => input.name);
  const positionOf = (wanted: string) => {
    const position = known.indexOf(wanted);
    if (position >= 0) return position;
    const near = nearNames(wanted, known).join(', ');
    throw fail('score-input-unknown', { score: name, input: wanted, near, known: known.join(', ') });
  };
  Object.keys(units ?? {}).forEach(positionOf);
  const readers: InputReader[] = [];
  for (const [wanted, column] of Object.entries(given)) {
    const position = positionOf(wanted);
    if (column) readers.push(openInput(inputs[position]!, position, column, units?.[wanted]));
  }
  return readers;
}

function rowsOf(readers: readonly InputReader[], wanted: number | undefined): number {
  const expected = readers[0]?.rows ?? wanted;
  if (expected === undefined) throw fail('score-inputs-none');
  for (const { input, rows } of readers) {
    if (rows !== expected) throw fail('score-rows-differ', { input: input.name, rows, expected });
  }
  return expected;
}

function readRemarks(definition: ScoreDefinition, readers: readonly InputReader[]): Remark[] {
  const remarks = [remark('research-only')];
  if (!definition.verified) remarks.push(remark('unverified'));
  for (const note of definition.notes) remarks.push(remark('note', { note }));
  const assumed = readers.filter((reader) => reader.assumed).map(({ input }) => input);
  if (assumed.length > 0) {
    const inputs = assumed.map(({ name }) => name).join(', ');
    const units = assumed.map(({ unit }) => unit).join(', ');
    remarks.push(remark('unit-assumed', { inputs, units }));
  }
  for (const { input, reread } of readers) if (reread > 0) remarks.push(meantRemark(input, reread));
  return remarks;
}

/**
 * Scores every row of some columns.
 *
 * Missing gives 0 points and is listed; an impossible value is treated as missing and counted, never clamped. Units are
 * those of `options.units`, else of the column, else of the rubric. Stops between blocks of rows.
 *
 * @param name of a definition in `SCORES`
 * @param inputs float64, int32, int64, decimal, bool (flags, counts) or text (flags, choices), all of the same length
 * @throws `score-unknown`, `score-input-unknown`, `score-input-type`, `score-unit-unknown`, `score-rows-differ`,
 *   `score-inputs-none`, `score-lms-…`, `stopped`
 */
export async function score(
  name: string,
  inputs: ScoreInputs,
  options: ScoreOptions = {},
  job: JobOptions = {}
): Promise<ScoreResult> {
  const { definition, open } = scorerOf(name);
  const readers = openReaders(definition, inputs, options.units);
  const rows = rowsOf(readers, options.rows);
  const run = open(options);
  const pacer = new Pacer(job, { step: 'score-rows', unit: 'rows', total: rows, of: definition.title });
  await pacer.begin();
  const block = new Block(
    definition,
    readers.map(({ input }) => input.name)
  );
  const marks = new Marks(definition, rows);
  const columns = new OutputColumns(definition, rows);
  for (let start = 0; start < rows; start += BLOCK_ROWS) {
    block.begin(Math.min(BLOCK_ROWS, rows - start));
    for (const reader of readers) reader.read(block, start);
    run.prepare?.(block);
    marks.add(block, start);
    run.score(block, columns.block);
    columns.keep(start, block.rows);
    await pacer.step(start + block.rows);
  }
  return {
    score: name,
    table: { rows, columns: [...columns.columns(), ...marks.columns()] },
    summary: definition.inputs.map((input, position) => ({
      name: input.name,
      given: readers.some((reader) => reader.input === input),
      missing: marks.missing[position]!,
      rejected: block.rejected[position]!
    })),
    remarks: [...readRemarks(definition, readers), ...(run.remarks?.() ?? [])]
  };
}

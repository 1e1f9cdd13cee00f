import type { Column } from '../../../shared/table';
import type { Pacer } from '../../shared/pacer';
import { Block, BLOCK_ROWS } from '../block';
import type { ScoreInput } from '../definition';
import { fail } from '../errors';
import { openInput } from '../read-input';

/** How many rows some columns have. @throws `score-rows-differ` */
export function rowsOf(columns: Readonly<Record<string, Column | undefined>>): number {
  const given = Object.entries(columns).flatMap(([input, column]) =>
    column ? [{ input, rows: column.values.length }] : []
  );
  const expected = given[0]?.rows ?? 0;
  for (const { input, rows } of given)
    if (rows !== expected) throw fail('score-rows-differ', { input, rows, expected });
  return expected;
}

/**
 * Whole columns as numbers in the rubric's unit, NaN = missing or impossible.
 * @returns a column an input, all NaN where none is given, and how many values were impossible
 * @throws `score-input-type`, `score-unit-unknown`, `stopped`
 */
export async function readInputs(
  inputs: readonly ScoreInput[],
  given: Readonly<Record<string, Column | undefined>>,
  rows: number,
  pacer: Pacer
): Promise<{ values: Float64Array[]; rejected: number[] }> {
  const block = new Block({ inputs });
  const readers = inputs.flatMap((input, position) => {
    const column = given[input.name];
    return column ? [openInput(input, position, column)] : [];
  });
  const values = inputs.map(() => new Float64Array(rows).fill(NaN));
  for (let start = 0; start < rows; start += BLOCK_ROWS) {
    block.begin(Math.min(BLOCK_ROWS, rows - start));
    for (const reader of readers) reader.read(block, start);
    inputs.forEach((_, position) => values[position]!.set(block.at(position).subarray(0, block.rows), start));
    await pacer.step(start + block.rows);
  }
  return { values, rejected: [...block.rejected] };
}

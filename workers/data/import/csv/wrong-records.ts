import type { Table, TextColumn } from '../../../shared/table';
import { quoteName, type Duck } from '../../duck';
import type { WrongRecords } from '../source';
import { Stage } from '../stage';
import type { WrongWidth } from './scanner';

/** With more of them than this share (and this number), the delimiter or the quote is wrong, not the records. */
const MOST_SHARE = 0.01;
const FEW = 100;

/** @throws the error of the first, where they are too many to be an exception */
export function checkFew(wrong: readonly WrongWidth[], records: number): void {
  if (wrong.length > Math.max(FEW, records * MOST_SHARE)) throw wrong[0]!.error;
}

/** The text without these records and the line breaks behind them. Nothing is copied. */
export async function without(blob: Blob, wrong: readonly WrongWidth[], from: number, to: number): Promise<Blob> {
  const parts: Blob[] = [];
  let at = from;
  for (const { start, end } of wrong) {
    parts.push(blob.slice(at, start));
    const [first, second] = new Uint8Array(await blob.slice(end, end + 2).arrayBuffer());
    at = first === undefined ? end : end + (first === 13 && second === 10 ? 2 : 1);
  }
  parts.push(blob.slice(Math.min(at, to), to));
  return new Blob(parts);
}

/** The record (from 1, heading included) of each row of what is left; rows ascending. */
export function recordsOf(rows: readonly number[], heading: number, wrong: readonly WrongWidth[]): number[] {
  let skipped = 0;
  return rows.map((row) => {
    while (skipped < wrong.length && wrong[skipped]!.record <= row + heading + skipped) skipped++;
    return row + heading + skipped;
  });
}

/** Puts the records aside, whole and as they stand, for the table that they go to. */
export async function stageWrong(
  duck: Duck,
  blob: Blob,
  wrong: readonly WrongWidth[],
  given: { file: string; heading: number; handle: string }
): Promise<WrongRecords & { release: () => Promise<void> }> {
  const stage = new Stage(duck, `phems_wrong_${given.handle.split('-', 1)[0]}`);
  const texts: string[] = [];
  for (const { start, end } of wrong) texts.push(await blob.slice(start, end).text());
  const rows = Int32Array.from(wrong, ({ record }) => record - given.heading);
  const text: TextColumn = {
    name: 'text_',
    type: 'text',
    values: Int32Array.from(texts, (_, at) => at),
    dictionary: texts
  };
  const table: Table = {
    rows: wrong.length,
    columns: [
      { name: 'row_', type: 'int32', values: rows },
      { name: 'after_', type: 'int32', values: rows.map((row, at) => row - 1 - at) },
      text
    ]
  };
  await stage.append(table);
  return {
    count: wrong.length,
    first: wrong.slice(0, 100).map(({ line, found, expected }) => ({ file: given.file, line, found, expected })),
    from: `(SELECT c0 AS row_, c1 AS after_, c2 AS text_ FROM main.${quoteName(stage.name)})`,
    release: () => stage.release()
  };
}

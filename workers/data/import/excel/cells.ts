import { fail } from '../errors';
import { readArchive, type ArchiveEntry } from '../files/archive';

/** A block of cells, all four counted from 0, the ends included. */
export interface Block {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** @returns the block that `B3:F40` (or `B3`) names; undefined where it names none */
export function readRange(range: string): Block | undefined {
  const found = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?$/.exec(
    range.trim().toUpperCase()
  );
  if (!found) return undefined;
  const [, fromColumn = '', fromRow, toColumn = fromColumn, toRow = fromRow] = found;
  const columns = [columnAt(fromColumn), columnAt(toColumn)].sort((a, b) => a - b);
  const rows = [Number(fromRow) - 1, Number(toRow) - 1].sort((a, b) => a - b);
  return { top: rows[0]!, bottom: rows[1]!, left: columns[0]!, right: columns[1]! };
}

export function writeRange({ top, left, bottom, right }: Block): string {
  return `${columnName(left)}${top + 1}:${columnName(right)}${bottom + 1}`;
}

function columnAt(letters: string): number {
  return [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}

function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}

/** The merged blocks of a sheet. @throws `excel-damaged` */
export async function mergedBlocks(path: string, blob: Blob, sheet: number): Promise<Block[]> {
  const { entries } = await readArchive(blob, path);
  const text = async (name: string) => {
    const entry = entries.find((one: ArchiveEntry) => one.path === `${path}/${name}`);
    if (!entry) throw fail('excel-damaged', { file: path }, { place: { file: path } });
    return (await entry.extract()).text();
  };
  const book = await text('xl/workbook.xml');
  const links = await text('xl/_rels/workbook.xml.rels');
  const ids = [...book.matchAll(/<(?:\w+:)?sheet\s[^>]*?\br:id="([^"]*)"/g)].map(([, id]) => id);
  const link = [...links.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].find(([tag]) =>
    tag.includes(`Id="${ids[sheet]}"`)
  );
  const target = /\bTarget="\/?(?:xl\/)?([^"]+)"/.exec(link?.[0] ?? '')?.[1];
  if (target === undefined) return [];
  const xml = await text(`xl/${target}`);
  return [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?\bref="([^"]+)"/g)].flatMap(([, ref]) => readRange(ref!) ?? []);
}

/** Only the cells of a block, as a sheet of its own. */
export function within<T>(rows: readonly (readonly T[])[], { top, left, bottom, right }: Block): T[][] {
  return rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
}

/** Writes the value of each block's first cell into all its cells. */
export function fill<T>(rows: readonly (readonly T[])[], blocks: readonly Block[]): T[][] {
  const filled = rows.map((row) => [...row]);
  for (const { top, left, bottom, right } of blocks) {
    const value = filled[top]?.[left];
    if (value === undefined || value === null) continue;
    for (let row = top; row <= bottom && row < filled.length; row++) {
      for (let column = left; column <= right; column++) filled[row]![column] = value;
    }
  }
  return filled;
}

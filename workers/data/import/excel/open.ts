import readWorkbook, { type CellValue, type Row } from 'read-excel-file/web-worker';
import type { TextColumn } from '../../../shared/table';
import { setPresent } from '../../../shared/validity';
import { quoteName } from '../../duck';
import type { Remark } from '../contract';
import { proposeHeader } from '../csv/dialect';
import { fail } from '../errors';
import { readArchive } from '../files/archive';
import { columnNames } from '../files/names';
import { fill, mergedBlocks, readRange, within, writeRange, type Block } from './cells';
import type { OpenContext, Opened } from '../opened';
import { Stage } from '../stage';
import { remark } from '../remarks';

type Found = { texts: (string | null)[][]; large: number; fractions: number };

/** Opens one sheet of a workbook. Every cell becomes the text it would be in a CSV; then types are decided as there. */
export async function openExcel({ duck, content, wanted, handle, options }: OpenContext): Promise<Opened> {
  const { path, blob } = content;
  const names = await sheetNames(path, blob);
  const inner = chosen(names, wanted.inner, path);
  options.progress?.({ step: 'import-reading', of: path });
  const sheets = await readWorkbook(blob, { trim: false }).catch((error: unknown) => {
    throw fail('excel-damaged', { file: path }, { place: { file: path }, details: String(error), cause: error });
  });
  options.signal?.throwIfAborted();
  const whole = (sheets.find(({ sheet }) => sheet === inner)?.data ?? []) as unknown as Row[];
  const merged = await mergedBlocks(path, blob, names.indexOf(inner));
  const block = wanted.range === undefined ? undefined : blockOf(wanted.range, path);
  const rows = wanted.fillMerged ? fill<CellValue | null>(whole, merged) : whole;
  const { texts, large, fractions } = cellTexts((block ? within(rows, block) : rows) as Row[]);
  const width = texts.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) throw fail('table-empty', { file: path }, { place: { file: path } });
  const header = wanted.header ?? proposeHeader(texts.slice(0, 1000));
  const heading = columnNames(Array.from({ length: width }, (_, at) => (header ? (texts[0]?.[at] ?? null) : null)));
  const body = header ? texts.slice(1) : texts;
  const stage = new Stage(duck, `phems_staged_${handle.split('-', 1)[0]}`);
  try {
    await stage.append(
      { rows: body.length, columns: heading.names.map((name, at) => textColumn(name, at, body)) },
      options.signal
    );
  } catch (error) {
    await stage.release();
    throw error;
  }
  return {
    format: 'excel',
    header,
    ...(block && { range: writeRange(block) }),
    ...(wanted.fillMerged && { fillMerged: true }),
    sheet: { used: usedOf(whole), merged: merged.length },
    ...(names.length > 1 && { inner }),
    marksAmbiguous: false,
    staged: {
      from: `main.${quoteName(stage.name)}`,
      columns: heading.names.map((name, at) => ({ name, key: `c${at}`, kind: 'open' })),
      rows: body.length,
      inPlace: false,
      linesOf: (wantedRows) => Promise.resolve(wantedRows.map((row) => row + (block?.top ?? 0) + (header ? 1 : 0))),
      counted: { records: texts.length, heading: header ? 1 : 0, blankLines: 0 },
      warnings: limits(path, large, fractions),
      raw: [],
      release: () => stage.release()
    }
  };
}

/** @throws `range-unreadable` */
function blockOf(range: string, file: string): Block {
  const block = readRange(range);
  if (!block) throw fail('range-unreadable', { file, range }, { place: { file } });
  return block;
}

function usedOf(rows: readonly Row[]): string {
  const right = rows.reduce((most, row) => Math.max(most, row.length), 1) - 1;
  return writeRange({ top: 0, left: 0, bottom: Math.max(rows.length - 1, 0), right });
}

/** @throws `excel-damaged` */
export async function sheetNames(path: string, blob: Blob): Promise<string[]> {
  const { entries } = await readArchive(blob, path);
  const book = entries.find((entry) => entry.path === `${path}/xl/workbook.xml`);
  if (!book) throw fail('excel-damaged', { file: path }, { place: { file: path } });
  const xml = await (await book.extract()).text();
  return [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map(([, name]) => plain(name!));
}

function plain(xml: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return xml.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hexadecimal?: string, decimal?: string, word?: string) =>
      hexadecimal !== undefined
        ? String.fromCodePoint(parseInt(hexadecimal, 16))
        : decimal !== undefined
          ? String.fromCodePoint(Number(decimal))
          : (named[word ?? ''] ?? whole)
  );
}

function chosen(names: readonly string[], wanted: string | undefined, file: string): string {
  const values = { file, inner: wanted, count: names.length, has: names.slice(0, 12).join(', ') };
  const place = { file };
  if (wanted !== undefined) {
    if (!names.includes(wanted)) throw fail('inner-missing', values, { place });
    return wanted;
  }
  if (names.length !== 1) throw fail('inner-needed', values, { place });
  return names[0]!;
}

function cellTexts(rows: readonly Row[]): Found {
  const found: Found = { texts: [], large: 0, fractions: 0 };
  for (const row of rows) found.texts.push(row.map((cell) => cellText(cell, found)));
  while (found.texts.length > 0 && found.texts.at(-1)!.every((cell) => cell === null)) found.texts.pop();
  return found;
}

function cellText(cell: CellValue | null, found: Found): string | null {
  const value = cell as string | number | boolean | Date | null | undefined;
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return dateText(value, found);
  if (typeof value === 'number') {
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) found.large++;
    return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  }
  return String(value);
}

/** Excel's days are doubles: a whole second comes back up to a millisecond early. */
function dateText(date: Date, found: Found): string {
  const millis = date.getTime();
  const rounded = Math.round(millis / 1000) * 1000;
  if (Math.abs(millis - rounded) > 2) found.fractions++;
  const iso = new Date(rounded).toISOString();
  const [day, clock] = [iso.slice(0, 10), iso.slice(11, 19)];
  // A cell with a time of day and no date lies on Excel's day zero.
  if (day < '1900-01-02') return clock;
  return clock === '00:00:00' ? day : `${day} ${clock}`;
}

function textColumn(name: string, at: number, rows: readonly (string | null)[][]): TextColumn {
  const codes = new Map<string, number>();
  const values = new Int32Array(rows.length);
  const validity = new Uint8Array(((rows.length + 63) >> 6) << 3);
  rows.forEach((row, nth) => {
    const text = row[at];
    if (text === null || text === undefined) return;
    let code = codes.get(text);
    if (code === undefined) codes.set(text, (code = codes.size));
    values[nth] = code;
    setPresent(validity, nth);
  });
  return { name, type: 'text', values, validity, dictionary: codes.size === 0 ? [''] : [...codes.keys()] };
}

/** What Excel cannot hold. */
function limits(file: string, large: number, fractions: number): Remark[] {
  const place = { file };
  const warnings: Remark[] = [];
  if (large > 0) {
    warnings.push(remark('excel-digits', { count: large }, place));
  }
  if (fractions > 0) {
    warnings.push(remark('excel-seconds', { count: fractions }, place));
  }
  return warnings;
}

import { quoteName } from '../../duck';
import type { Remark } from '../contract';
import { encodingFromHead, toUtf8 } from '../csv/encoding';
import { fail } from '../errors';
import { sizeText } from '../files/fingerprint';
import { columnNames } from '../files/names';
import type { OpenContext, Opened } from '../opened';
import type { StagedColumn } from '../source';
import { Stage } from '../stage';
import { Pour } from './pour';
import { JsonReader, type JsonValue } from './reader';
import { remark } from '../remarks';

/** One value must be held as one text; a browser's text ends at half a gigabyte. */
const LARGEST = 256 * 1024 * 1024;
const STEP = 4 * 1024 * 1024;

/** Opens JSON (a list of records, a record of lists) or NDJSON, which is read piece by piece. */
export async function openJson(context: OpenContext): Promise<Opened> {
  const { duck, content, handle, options } = context;
  const format =
    context.wanted.format === 'json' || context.wanted.format === 'ndjson' ? context.wanted.format : content.format;
  const blob = await toUtf8(content.blob, (await encodingFromHead(content.blob)) ?? 'utf-8', content.path, {
    signal: options.signal
  });
  const stage = new Stage(duck, `phems_staged_${handle.split('-', 1)[0]}`);
  const pour = new Pour(duck, stage);
  const warnings: Remark[] = [];
  const blanks: number[] = [];
  try {
    if (format === 'ndjson') await readLines({ ...context, content: { ...content, blob } }, pour, { warnings, blanks });
    else await readWhole({ ...context, content: { ...content, blob } }, pour);
    await pour.flush(options.signal);
  } catch (error) {
    await stage.release();
    throw error;
  }
  const found = pour.columns();
  if (found.length === 0) throw fail('json-no-table', {}, { place: { file: content.path } });
  const { names } = columnNames(found.map(({ name }) => name));
  const head = new TextDecoder().decode(await blob.slice(0, 64 * 1024).arrayBuffer());
  return {
    format: format === 'ndjson' ? 'ndjson' : 'json',
    marksAmbiguous: false,
    staged: {
      from: `main.${quoteName(stage.name)}`,
      columns: found.map(({ kinds }, at) => stagedColumn(names[at]!, at, kinds)),
      rows: stage.rows,
      inPlace: false,
      linesOf: (rows) => Promise.resolve(format === 'ndjson' ? rows.map((row) => lineOf(row, blanks)) : rows),
      warnings,
      raw: head.split(/\r\n|\n/, 51).slice(0, 50),
      release: () => stage.release()
    }
  };
}

function stagedColumn(name: string, at: number, kinds: Record<JsonValue['kind'], number>): StagedColumn {
  const key = `c${at}`;
  if (kinds.nested > 0) return { name, key, kind: 'fixed', type: 'text' };
  const textsOnly = kinds.string > 0 && kinds.number === 0 && kinds.boolean === 0;
  return { name, key, kind: 'open', ...(textsOnly && { datesOnly: true }) };
}

async function readWhole({ content, options }: OpenContext, pour: Pour): Promise<void> {
  const { blob, path } = content;
  if (blob.size > LARGEST) {
    const values = { file: path, size: sizeText(blob.size), most: sizeText(LARGEST) };
    throw fail('json-too-large', values, { place: { file: path } });
  }
  const reader = new JsonReader((await text(blob, path)).replace(/^\ufeff/, ''), path);
  if (reader.peek() === '[') {
    await readList(reader, pour, options.signal);
  } else {
    await readRecord(reader, pour, { path, signal: options.signal });
  }
  reader.end();
}

async function readList(reader: JsonReader, pour: Pour, signal: AbortSignal | undefined): Promise<void> {
  reader.expect('[');
  if (reader.take(']')) return;
  do {
    if (reader.peek() !== '{') throw reader.broken('a record in braces');
    reader.record(pour.put);
    if (pour.next()) await pour.flush(signal);
  } while (reader.take(','));
  reader.expect(']');
}

/** A record of lists is a table by columns; a record with one list of records is that list, wrapped. */
async function readRecord(
  reader: JsonReader,
  pour: Pour,
  { path, signal }: { path: string; signal: AbortSignal | undefined }
): Promise<void> {
  const lists: { key: string; values: JsonValue[] }[] = [];
  const start = reader.at;
  reader.expect('{');
  do {
    const key = reader.string();
    reader.expect(':');
    if (reader.peek() !== '[') throw fail('json-no-table', {}, { place: { file: path } });
    const from = reader.at;
    reader.expect('[');
    if (reader.peek() === '{' && lists.length === 0) {
      reader.at = from;
      await readList(reader, pour, signal);
      reader.expect('}');
      return;
    }
    const values: JsonValue[] = [];
    if (!reader.take(']')) {
      do values.push(reader.value());
      while (reader.take(','));
      reader.expect(']');
    }
    lists.push({ key, values });
  } while (reader.take(','));
  reader.expect('}');
  const rows = lists[0]?.values.length ?? 0;
  const uneven = lists.find(({ values }) => values.length !== rows);
  if (uneven) {
    const values = { column: uneven.key, found: uneven.values.length, expected: rows };
    throw fail('json-lengths', values, { place: { file: path, line: 1, column: start + 1 } });
  }
  for (let row = 0; row < rows; row++) {
    for (const { key, values } of lists) pour.put(key, values[row]!);
    if (pour.next()) await pour.flush(signal);
  }
}

async function readLines(
  { content, options }: OpenContext,
  pour: Pour,
  notes: { warnings: Remark[]; blanks: number[] }
): Promise<void> {
  const { blob, path } = content;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 0;
  let rest = '';
  const take = async (content: string) => {
    line++;
    if (content.trim() === '') {
      notes.blanks.push(line);
      return;
    }
    const reader = new JsonReader(content, path, line);
    if (reader.peek() !== '{') throw reader.broken('a record in braces');
    reader.record(pour.put);
    reader.end();
    if (pour.next()) await pour.flush(options.signal);
  };
  for (let from = 0; from < blob.size; from += STEP) {
    options.signal?.throwIfAborted();
    const bytes = await blob.slice(from, from + STEP).arrayBuffer();
    const parts = (rest + decoded(decoder, bytes, path, line + 1)).split('\n');
    rest = parts.pop()!;
    for (const part of parts) await take(part);
    const done = Math.min(from + STEP, blob.size);
    options.progress?.({ step: 'import-reading', done, total: blob.size, unit: 'bytes', of: path });
  }
  rest += decoded(decoder, undefined, path, line + 1);
  if (rest.trim() === '') return;
  await take(rest);
  notes.warnings.push(remark('last-line-open', { line }, { file: path, line }));
}

function decoded(decoder: TextDecoder, bytes: ArrayBuffer | undefined, file: string, line: number): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch (error) {
    throw fail('csv-encoding', { encoding: 'UTF-8' }, { place: { file, line }, cause: error });
  }
}

async function text(blob: Blob, file: string): Promise<string> {
  return decoded(new TextDecoder('utf-8', { fatal: true }), await blob.arrayBuffer(), file, 1);
}

function lineOf(row: number, blanks: readonly number[]): number {
  let line = row;
  for (const blank of blanks) {
    if (blank > line) break;
    line++;
  }
  return line;
}

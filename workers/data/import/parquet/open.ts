import { parquetMetadataAsync, parquetRead, type AsyncBuffer, type Compressors, type FileMetaData } from 'hyparquet';
import { quoteName } from '../../duck';
import { fail } from '../errors';
import { columnNames } from '../files/names';
import type { OpenContext, Opened } from '../opened';
import type { Staged } from '../source';
import { Stage } from '../stage';
import { buildColumn } from './column';
import { readSchema, type ParquetColumn } from './schema';
import { remark } from '../remarks';

const PREVIEW = 50;

/**
 * Opens Parquet: one row group in memory at a time, poured into DuckDB before the next is read.
 * @throws `parquet-damaged`, `count-differs`
 */
export async function openParquet({ duck, content, handle, preview, options }: OpenContext): Promise<Opened> {
  const file = blobBuffer(content.blob);
  const metadata = await parquetMetadataAsync(file).catch((error: unknown) => {
    throw damaged(content.path, error);
  });
  const { columns, raw } = readSchema(metadata);
  if (columns.length === 0) throw fail('table-empty', { file: content.path }, { place: { file: content.path } });
  const total = Number(metadata.num_rows);
  const stage = new Stage(duck, `phems_staged_${handle.split('-', 1)[0]}`);
  const compressors = await codecs(metadata);
  try {
    let start = 0;
    for (const group of metadata.row_groups) {
      options.signal?.throwIfAborted();
      const rows = Number(group.num_rows);
      const end = preview ? Math.min(start + rows, PREVIEW) : start + rows;
      if (end > start)
        await stage.append(
          await readGroup({ file, raw, columns, compressors }, start, end, content.path),
          options.signal
        );
      start += rows;
      options.progress?.({ step: 'import-reading', done: start, total, unit: 'rows', of: content.path });
      if (preview && start >= PREVIEW) break;
    }
    if (stage.rows === 0) await stage.append(await readGroup({ file, raw, columns, compressors }, 0, 0, content.path));
  } catch (error) {
    await stage.release();
    throw error;
  }
  if (!preview && stage.rows !== total) {
    await stage.release();
    throw fail(
      'count-differs',
      { file: content.path, records: total, rows: stage.rows },
      { place: { file: content.path } }
    );
  }
  const zoned = metadata.schema.filter(
    ({ logical_type: logical }) => logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC
  );
  const { names } = columnNames(columns.map(({ name }) => name));
  const casts = columns.map(({ castTo }, at) =>
    castTo === undefined ? `c${at}` : `CAST(c${at} AS ${castTo}) AS c${at}`
  );
  const staged: Staged = {
    from: `(SELECT ${casts.join(', ')} FROM main.${quoteName(stage.name)})`,
    columns: columns.map(({ type }, at) => ({ name: names[at]!, key: `c${at}`, kind: 'fixed', type })),
    rows: total,
    inPlace: false,
    linesOf: (rows) => Promise.resolve(rows),
    warnings: zoned.length === 0 ? [] : [remark('zone-to-utc', { column: zoned.map(({ name }) => name).join(', ') })],
    raw: [],
    release: () => stage.release()
  };
  return { staged, format: 'parquet', marksAmbiguous: false };
}

interface Reader {
  file: AsyncBuffer;
  raw: FileMetaData;
  columns: readonly ParquetColumn[];
  compressors: Compressors | undefined;
}

async function readGroup({ file, raw, columns, compressors }: Reader, start: number, end: number, path: string) {
  const chunks = new Map<string, { at: number; data: ArrayLike<unknown> }[]>(columns.map(({ name }) => [name, []]));
  if (end > start) {
    try {
      await parquetRead({
        file,
        metadata: raw,
        rowStart: start,
        rowEnd: end,
        utf8: false,
        parsers,
        ...(compressors && { compressors }),
        onChunk: ({ columnName, columnData, rowStart }) =>
          chunks.get(columnName)?.push({ at: rowStart, data: columnData })
      });
    } catch (error) {
      throw damaged(path, error);
    }
  }
  const rows = end - start;
  const built = columns.map((column) => {
    const parts = chunks.get(column.name)!.sort((a, b) => a.at - b.at);
    const data = cut(parts, start, end);
    const found = data.reduce((sum, part) => sum + part.length, 0);
    if (found !== rows)
      throw fail('count-differs', { file: path, records: rows, rows: found }, { place: { file: path } });
    try {
      return buildColumn(column, data, rows);
    } catch (error) {
      // A damaged page may hold values of another type than its column says.
      throw damaged(path, error);
    }
  });
  return { rows, columns: built };
}

/** hyparquet gives whole pages: what lies outside the rows asked for is cut off. */
function cut(
  parts: readonly { at: number; data: ArrayLike<unknown> }[],
  start: number,
  end: number
): ArrayLike<unknown>[] {
  return parts.flatMap(({ at, data }) => {
    const from = Math.max(0, start - at);
    const to = Math.min(data.length, end - at);
    if (to <= from) return [];
    if (from === 0 && to === data.length) return [data];
    return [
      ArrayBuffer.isView(data)
        ? (data as unknown as Int32Array).subarray(from, to)
        : Array.prototype.slice.call(data, from, to)
    ];
  });
}

function blobBuffer(blob: Blob): AsyncBuffer {
  const { size } = blob;
  return {
    byteLength: size,
    slice: (start, end = size) => {
      // Places beyond the file: some engines end at the very asking for them.
      if (!(start >= 0 && start <= end && end <= Number.MAX_SAFE_INTEGER && start <= size))
        throw new RangeError(`bytes ${start} to ${end} of ${size}`);
      return blob.slice(start, Math.min(end, size)).arrayBuffer();
    }
  };
}

/** The codecs beyond snappy are loaded only for files that use them. */
async function codecs(metadata: FileMetaData): Promise<Compressors | undefined> {
  const used = new Set(metadata.row_groups.flatMap(({ columns }) => columns.map((column) => column.meta_data?.codec)));
  const plain = [...used].every((codec) => codec === undefined || codec === 'UNCOMPRESSED' || codec === 'SNAPPY');
  return plain ? undefined : (await import('hyparquet-compressors')).compressors;
}

/** Only INT96 and values inside lists and records pass through these; flat columns come raw. */
const parsers = {
  timestampFromMilliseconds: (value: bigint | number) => isoText(BigInt(value) * 1000n),
  timestampFromMicroseconds: (value: bigint) => isoText(value),
  timestampFromNanoseconds: (value: bigint) => value,
  dateFromDays: (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10),
  jsonFromBytes: (bytes: Uint8Array) => bytes,
  stringFromBytes: (bytes: Uint8Array) => bytes && new TextDecoder().decode(bytes)
} as never;

function isoText(micros: bigint): string {
  const millis = new Date(Number(micros / 1000n)).toISOString().slice(0, -1);
  const rest = ((micros % 1000n) + 1000n) % 1000n;
  return rest === 0n ? millis : `${millis}${rest.toString().padStart(3, '0')}`;
}

function damaged(file: string, error: unknown): unknown {
  if (error instanceof Error && (error.name === 'AppError' || error.name === 'NotReadableError')) return error;
  return fail('parquet-damaged', { file }, { place: { file }, details: String(error), cause: error });
}

import {
  batchType,
  bool,
  Column as ArrowColumn,
  dateDay,
  columnFromArray,
  decimal,
  dictionary,
  float64,
  int32,
  int64,
  tableFromColumns,
  tableToIPC,
  timestamp,
  TimeUnit,
  utf8,
  type DataType,
  type DictionaryType
} from '@uwdata/flechette';
import { isPresent } from '../shared/exact-text';
import type { Column, Table, TextColumn } from '../shared/table';

/**
 * Our table as an Arrow IPC stream. Buffers are taken as they are or written in one pass (flechette's own builders
 * were measured eight times slower).
 * @param from first row, a multiple of 8, so that validity bits can be cut
 */
export function encode(table: Table, from = 0, to = table.rows): Uint8Array {
  const columns = table.columns.map((column, at): [string, ArrowColumn<unknown>] => [
    // Arrow has no trouble with equal names; the insert renames by place.
    column.name || `column${at + 1}`,
    arrowColumn(column, from, to)
  ]);
  return tableToIPC(tableFromColumns(columns), { format: 'stream' })!;
}

interface Buffers {
  type: DataType;
  values: ArrayBufferView;
  offsets?: Int32Array;
}

function arrowColumn(column: Column, from: number, to: number): ArrowColumn<unknown> {
  if (column.type === 'text' && column.dictionary.length * rowsPerWord < to - from) return wordColumn(column, from, to);
  const length = to - from;
  const validity = validityOf(column.validity, from, to);
  const { type, values, offsets } = buffersOf(column, from, to);
  const Batch = batchType(type, { useBigInt: true, useDecimalInt: true, useBigIntTimestamp: true });
  const batch = new Batch({ length, type, ...validity, values: values as never, ...(offsets && { offsets }) } as never);
  return new ArrowColumn([batch as never], type as never);
}

/** A dictionary travels with every part: it must be repeated often enough to be shorter than the texts themselves. */
const rowsPerWord = 8;

/** A text of few words: they travel once, rows as their numbers. */
function wordColumn(column: TextColumn, from: number, to: number): ArrowColumn<unknown> {
  const { type, words } = wordsOf(column.dictionary);
  const Batch = batchType(type, {});
  const values = column.values.subarray(from, to);
  const batch = new Batch({ length: to - from, type, ...validityOf(column.validity, from, to), values } as never);
  (batch as unknown as { setDictionary(words: ArrowColumn<string>): void }).setDictionary(words);
  return new ArrowColumn([batch as never], type as never);
}

const wordsWritten = new WeakMap<readonly string[], { type: DictionaryType; words: ArrowColumn<string> }>();

/** Kept as long as the dictionary lives, as its bytes are. */
function wordsOf(texts: readonly string[]): { type: DictionaryType; words: ArrowColumn<string> } {
  const known = wordsWritten.get(texts);
  if (known) return known;
  const type = dictionary(utf8(), int32());
  // Of no word nothing would be written, and the reader waits for a dictionary.
  const words = columnFromArray(texts.length === 0 ? [''] : [...texts], type.dictionary) as ArrowColumn<string>;
  const result = { type, words };
  wordsWritten.set(texts, result);
  return result;
}

function validityOf(
  bits: Uint8Array | undefined,
  from: number,
  to: number
): { nullCount: number; validity: Uint8Array } {
  if (!bits) return { nullCount: 0, validity: new Uint8Array(0) };
  const length = to - from;
  const validity = bits.slice(from >> 3, (to + 7) >> 3);
  if (length & 7) validity[validity.length - 1]! &= (1 << (length & 7)) - 1;
  let present = 0;
  for (const byte of validity) present += ones[byte]!;
  return { nullCount: length - present, validity };
}

const ones = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

function buffersOf(column: Column, from: number, to: number): Buffers {
  switch (column.type) {
    case 'float64':
      return { type: float64(), values: column.values.subarray(from, to) };
    case 'int32':
      return { type: int32(), values: column.values.subarray(from, to) };
    case 'int64':
      return { type: int64(), values: column.values.subarray(from, to) };
    case 'date':
      return { type: dateDay(), values: column.values.subarray(from, to) };
    case 'timestamp':
      return { type: timestamp(TimeUnit.MICROSECOND), values: column.values.subarray(from, to) };
    case 'decimal':
      return { type: decimal(18, column.scale, 128), values: wide(column.values.subarray(from, to)) };
    case 'bool':
      return { type: bool(), values: bitsOf(column.values.subarray(from, to)) };
    case 'text':
      return { type: utf8(), ...utf8Buffers(column, from, to) };
  }
}

function wide(values: BigInt64Array): BigInt64Array {
  const halves = new BigInt64Array(values.length * 2);
  values.forEach((value, at) => {
    halves[at * 2] = value;
    halves[at * 2 + 1] = value < 0n ? -1n : 0n;
  });
  return halves;
}

function bitsOf(values: Uint8Array): Uint8Array {
  const bits = new Uint8Array((values.length + 7) >> 3);
  for (let at = 0; at < values.length; at++) if (values[at]) bits[at >> 3]! |= 1 << (at & 7);
  return bits;
}

/** The dictionary is written once as bytes; rows copy from it. */
function utf8Buffers(column: TextColumn, from: number, to: number): { values: Uint8Array; offsets: Int32Array } {
  const { bytes, starts } = dictionaryBytes(column.dictionary);
  const offsets = new Int32Array(to - from + 1);
  let total = 0;
  for (let row = from; row < to; row++) {
    const code = isPresent(column, row) ? column.values[row]! : -1;
    if (code >= 0) total += starts[code + 1]! - starts[code]!;
    offsets[row - from + 1] = total;
  }
  const values = new Uint8Array(total);
  for (let row = from; row < to; row++) {
    const at = offsets[row - from]!;
    const size = offsets[row - from + 1]! - at;
    if (size === 0) continue;
    const start = starts[column.values[row]!]!;
    // A short copy by hand is faster than the call of `set`.
    if (size < 24) for (let byte = 0; byte < size; byte++) values[at + byte] = bytes[start + byte]!;
    else values.set(bytes.subarray(start, start + size), at);
  }
  return { values, offsets };
}

const encoder = new TextEncoder();
const written = new WeakMap<readonly string[], { bytes: Uint8Array; starts: Int32Array }>();

/** Kept as long as the dictionary lives: a table is encoded in several parts. */
function dictionaryBytes(dictionary: readonly string[]): { bytes: Uint8Array; starts: Int32Array } {
  const known = written.get(dictionary);
  if (known) return known;
  const starts = new Int32Array(dictionary.length + 1);
  let bytes = new Uint8Array(1024);
  let used = 0;
  dictionary.forEach((text, code) => {
    if (used + text.length * 3 > bytes.length) {
      const larger = new Uint8Array(Math.max(bytes.length * 2, used + text.length * 3));
      larger.set(bytes.subarray(0, used));
      bytes = larger;
    }
    used += encoder.encodeInto(text, bytes.subarray(used)).written;
    starts[code + 1] = used;
  });
  const result = { bytes, starts };
  written.set(dictionary, result);
  return result;
}

import { tableFromIPC, type Batch, type Column as ArrowColumn } from '@uwdata/flechette';
import type { Column, Table } from '../shared/table';
import { setPresent } from '../shared/validity';
import type { Described } from './duck';
import { nestedText } from './decode-nested';
import { TextDictionary } from './decode-text';
import { columnTypeOf, parseSqlType, type SqlType } from './sql-type';

/** What the type alone does not say: then the engine's own name goes along. */
const plain = new Set(['INTEGER', 'BIGINT', 'DOUBLE', 'BOOLEAN', 'VARCHAR', 'DATE', 'TIMESTAMP']);

/**
 * Arrow IPC messages of one result to our table: exact, in one pass, into arrays that belong to nobody else.
 * @param chunks the schema message first, then record batches, as DuckDB-WASM hands them out
 * @param described the result's columns; those with a carrier (sql-type.ts) must have been cast to it
 */
export function decode(chunks: Uint8Array[], described: readonly Described[]): Table {
  const arrow = tableFromIPC(chunks, { useBigInt: true, useDecimalInt: true });
  const rows = arrow.numRows;
  const columns = described.map(({ name, sqlType }, at) => {
    const source = arrow.getChildAt(at) as ArrowColumn<unknown>;
    const type = parseSqlType(sqlType);
    const more = plain.has(sqlType) ? {} : { sqlType };
    return { name, ...validityOf(source, rows), ...valuesOf(source, type, rows), ...more } as Column;
  });
  return { rows, columns };
}

/** Batches end at any row, so bits are moved, not copied, unless a batch begins at a whole byte. */
function validityOf(source: ArrowColumn<unknown>, rows: number): { validity?: Uint8Array } {
  if (source.nullCount === 0) return {};
  const bits = new Uint8Array((rows + 7) >> 3);
  let row = 0;
  for (const batch of source.data as readonly Batch<unknown>[]) {
    const length = batch.length;
    if (batch.nullCount === 0 || !batch.validity) setBits(bits, row, length);
    else if (row % 8 === 0) bits.set(batch.validity.subarray(0, (length + 7) >> 3), row >> 3);
    else {
      for (let at = 0; at < length; at++) {
        if ((batch.validity[at >> 3]! >> (at & 7)) & 1) setPresent(bits, row + at);
      }
    }
    row += length;
    // What a copied byte holds beyond the batch belongs to the next one.
    if (row & 7) bits[row >> 3]! &= (1 << (row & 7)) - 1;
  }
  return { validity: bits };
}

function setBits(bits: Uint8Array, from: number, length: number): void {
  let row = from;
  const end = from + length;
  for (; row < end && row & 7; row++) bits[row >> 3]! |= 1 << (row & 7);
  const whole = (end - row) >> 3;
  bits.fill(255, row >> 3, (row >> 3) + whole);
  for (row += whole * 8; row < end; row++) bits[row >> 3]! |= 1 << (row & 7);
}

function valuesOf(source: ArrowColumn<unknown>, type: SqlType, rows: number): object {
  const columnType = columnTypeOf(type);
  switch (columnType) {
    case 'int32':
    case 'date':
      return { type: columnType, values: copied(source, new Int32Array(rows)) };
    case 'float64':
      return { type: columnType, values: copied(source, new Float64Array(rows)) };
    case 'int64':
    case 'timestamp':
      return { type: columnType, values: copied(source, new BigInt64Array(rows)) };
    case 'bool':
      return { type: columnType, values: booleans(source, rows) };
    case 'decimal':
      return {
        type: columnType,
        values: lowHalves(source, rows),
        scale: type.kind === 'scalar' ? (type.scale ?? 0) : 0
      };
    case 'text':
      return textOf(source, type, rows);
  }
}

function copied<T extends { set(from: never, at: number): void }>(source: ArrowColumn<unknown>, into: T): T {
  let row = 0;
  for (const batch of source.data as readonly Batch<unknown>[]) {
    const values = batch.values as Int32Array;
    into.set((values.length > batch.length ? values.subarray(0, batch.length) : values) as never, row);
    row += batch.length;
  }
  return into;
}

function booleans(source: ArrowColumn<unknown>, rows: number): Uint8Array {
  const values = new Uint8Array(rows);
  let row = 0;
  for (const batch of source.data as readonly Batch<unknown>[]) {
    const bits = batch.values as Uint8Array;
    for (let at = 0; at < batch.length; at++) values[row++] = (bits[at >> 3]! >> (at & 7)) & 1;
  }
  return values;
}

/** Decimals of ≤ 18 digits come 128 bits wide; their lower half is the signed 64-bit value. */
function lowHalves(source: ArrowColumn<unknown>, rows: number): BigInt64Array {
  const values = new BigInt64Array(rows);
  let row = 0;
  for (const batch of source.data as readonly Batch<unknown>[]) {
    const wide = batch.values as BigUint64Array;
    for (let at = 0; at < batch.length; at++) values[row++] = BigInt.asIntN(64, wide[at * 2]!);
  }
  return values;
}

function textOf(source: ArrowColumn<unknown>, type: SqlType, rows: number): object {
  const dictionary = new TextDictionary(rows);
  for (const batch of source.data as readonly Batch<unknown>[]) {
    if (type.kind === 'scalar') dictionary.addUtf8(batch);
    else for (const value of batch) dictionary.add(nestedText(value, type));
  }
  return { type: 'text', ...dictionary.done() };
}

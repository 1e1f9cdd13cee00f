import type { Column } from '../../../shared/table';
import type { Carrier, ParquetColumn } from './schema';
import {
  bytesText,
  decimalText,
  decimalValue,
  halfFloat,
  intervalText,
  nestedText,
  timeText,
  uuidText
} from './values';

type Raw = ArrayLike<unknown>;

/** One column of a row group from its raw chunks: one pass into a typed array and validity bits. */
export function buildColumn({ name, carrier }: ParquetColumn, chunks: readonly Raw[], rows: number): Column {
  const validity = validityOf(chunks, rows);
  const base = { name, ...(validity && { validity }) };
  switch (carrier.kind) {
    case 'bool':
      return { ...base, type: 'bool', values: fill(new Uint8Array(rows), chunks, (value) => (value ? 1 : 0)) };
    case 'int32':
    case 'date':
      return { ...base, type: carrier.kind, values: fill(new Int32Array(rows), chunks) };
    case 'float64':
      return { ...base, type: 'float64', values: fill(new Float64Array(rows), chunks) };
    case 'float16':
      return {
        ...base,
        type: 'float64',
        values: fill(new Float64Array(rows), chunks, (value) => halfFloat(value as Uint8Array))
      };
    case 'int64':
      return { ...base, type: 'int64', values: fillBig(rows, chunks, (value) => value as bigint) };
    case 'uint32':
      return { ...base, type: 'int64', values: fillBig(rows, chunks, (value) => BigInt((value as number) >>> 0)) };
    case 'timestamp': {
      const { multiply, divide } = carrier;
      return {
        ...base,
        type: 'timestamp',
        values: fillBig(rows, chunks, (value) => floorDivide((value as bigint) * multiply, divide))
      };
    }
    case 'decimal':
      if (carrier.precision <= 18) {
        const { scale } = carrier;
        return { ...base, type: 'decimal', scale, values: fillBig(rows, chunks, decimalValue) };
      }
      return texts(base, chunks, rows, textOf(carrier));
    default:
      return texts(base, chunks, rows, textOf(carrier));
  }
}

function textOf(carrier: Carrier): (value: unknown) => string {
  switch (carrier.kind) {
    case 'decimal':
      return (value) => decimalText(decimalValue(value), carrier.scale);
    case 'uint64':
      return (value) => BigInt.asUintN(64, value as bigint).toString();
    case 'time':
      return (value) => timeText(floorDivide(BigInt(value as bigint) * carrier.multiply, carrier.divide));
    case 'uuid':
      return (value) => uuidText(value as Uint8Array);
    case 'interval':
      return (value) => intervalText(value as Uint8Array);
    case 'nested':
      return nestedText;
    default:
      return (value) => bytesText(value as Uint8Array, { hexIfStrange: carrier.kind === 'bytes' });
  }
}

/** Undefined where no value is missing. Typed chunks have none. */
function validityOf(chunks: readonly Raw[], rows: number): Uint8Array | undefined {
  if (chunks.every((chunk) => ArrayBuffer.isView(chunk))) return undefined;
  const bits = new Uint8Array(((rows + 63) >> 6) << 3);
  let row = 0;
  let present = 0;
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at++, row++) {
      if (chunk[at] === undefined || chunk[at] === null) continue;
      bits[row >> 3]! |= 1 << (row & 7);
      present++;
    }
  }
  return present === rows ? undefined : bits;
}

function fill<T extends Uint8Array | Int32Array | Float64Array>(
  values: T,
  chunks: readonly Raw[],
  convert?: (value: unknown) => number
): T {
  let row = 0;
  for (const chunk of chunks) {
    if (!convert && ArrayBuffer.isView(chunk)) {
      values.set(chunk as unknown as ArrayLike<number>, row);
      row += chunk.length;
      continue;
    }
    for (let at = 0; at < chunk.length; at++, row++) {
      const value = chunk[at];
      if (value !== undefined && value !== null) values[row] = convert ? convert(value) : (value as number);
    }
  }
  return values;
}

function fillBig(rows: number, chunks: readonly Raw[], convert: (value: unknown) => bigint): BigInt64Array {
  const values = new BigInt64Array(rows);
  let row = 0;
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at++, row++) {
      const value = chunk[at];
      if (value !== undefined && value !== null) values[row] = convert(value);
    }
  }
  return values;
}

/** Repeated texts share a code; once most turn out to be new, looking for repeats is given up. */
function texts(
  base: { name: string; validity?: Uint8Array },
  chunks: readonly Raw[],
  rows: number,
  convert: (value: unknown) => string
): Column {
  const dictionary: string[] = [''];
  const codes = new Map<string, number>();
  const values = new Int32Array(rows);
  let seen = 0;
  let row = 0;
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at++, row++) {
      const value = chunk[at];
      if (value === undefined || value === null) continue;
      const text = typeof value === 'string' ? value : convert(value);
      const looking = seen < 4096 || codes.size * 2 < seen;
      let code = looking ? codes.get(text) : undefined;
      if (code === undefined) {
        code = dictionary.push(text) - 1;
        if (looking) codes.set(text, code);
      }
      values[row] = code;
      if (looking) seen++;
    }
  }
  return { ...base, type: 'text', values, dictionary };
}

/** Towards minus infinity, so that a nanosecond before 1970 stays before it. */
function floorDivide(value: bigint, divisor: bigint): bigint {
  if (divisor === 1n) return value;
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}

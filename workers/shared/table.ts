/**
 * The one columnar table that passes between engines: typed arrays, validity bits, dictionaries for text.
 * Row objects exist only at the edge of a cell of own code.
 */
export type ColumnType = 'float64' | 'int32' | 'int64' | 'bool' | 'text' | 'date' | 'timestamp' | 'decimal';

interface ColumnBase {
  name: string;
  /** One bit a row, little-endian within a byte, 1 = present. Absent: no value is missing. */
  validity?: Uint8Array;
  unit?: string;
  label?: string;
  /** The engine's own type where it says more than `type`: INTERVAL, HUGEINT, UUID, VARCHAR[] … (then `type` is text). */
  sqlType?: string;
}

export interface Float64Column extends ColumnBase {
  type: 'float64';
  values: Float64Array;
}
export interface Int32Column extends ColumnBase {
  type: 'int32';
  values: Int32Array;
}
export interface Int64Column extends ColumnBase {
  type: 'int64';
  values: BigInt64Array;
}
export interface BoolColumn extends ColumnBase {
  type: 'bool';
  /** 0 or 1 a row. */
  values: Uint8Array;
}
export interface TextColumn extends ColumnBase {
  type: 'text';
  /** Codes into `dictionary`. */
  values: Int32Array;
  dictionary: readonly string[];
}
export interface DateColumn extends ColumnBase {
  type: 'date';
  /** Days since 1970-01-01. */
  values: Int32Array;
}
export interface TimestampColumn extends ColumnBase {
  type: 'timestamp';
  /** Microseconds since 1970-01-01T00:00:00, without a zone. */
  values: BigInt64Array;
}
export interface DecimalColumn extends ColumnBase {
  type: 'decimal';
  /** The value times 10^scale. Wider decimals than 18 digits are text with `sqlType`. */
  values: BigInt64Array;
  scale: number;
}

export type Column =
  Float64Column | Int32Column | Int64Column | BoolColumn | TextColumn | DateColumn | TimestampColumn | DecimalColumn;

export interface Table {
  rows: number;
  columns: readonly Column[];
}

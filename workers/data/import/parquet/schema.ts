import type { FileMetaData, SchemaElement } from 'hyparquet';
import type { ImportType } from '../contract';

/** How a column's raw values are turned into ours. */
export type Carrier =
  | {
      kind:
        'bool' | 'int32' | 'int64' | 'float64' | 'float16' | 'date' | 'text' | 'bytes' | 'uuid' | 'interval' | 'nested';
    }
  | { kind: 'uint32' | 'uint64' }
  /** Whole units that make a microsecond (1, or 1000 of nanoseconds) or that a unit has of them (1000 of milliseconds). */
  | { kind: 'timestamp' | 'time'; multiply: bigint; divide: bigint }
  | { kind: 'decimal'; precision: number; scale: number };

export interface ParquetColumn {
  name: string;
  carrier: Carrier;
  type: ImportType;
  /** DuckDB's type that the staged text is cast to. */
  castTo?: string;
}

/**
 * The columns of a file, and its metadata with the meanings of flat columns taken out: so their values arrive raw, in typed
 * arrays, and nothing is rounded (hyparquet's own reading turns decimals into doubles and times into milliseconds).
 */
export function readSchema(metadata: FileMetaData): { columns: ParquetColumn[]; raw: FileMetaData } {
  const schema = metadata.schema.map((element) => ({ ...element }));
  const columns: ParquetColumn[] = [];
  let at = 1;
  const skip = (index: number): number => {
    let next = index + 1;
    for (let child = 0; child < (schema[index]?.num_children ?? 0); child++) next = skip(next);
    return next;
  };
  while (at < schema.length) {
    const element = schema[at]!;
    const flat = !element.num_children && element.repetition_type !== 'REPEATED';
    columns.push(flat ? flatColumn(element) : { name: element.name, carrier: { kind: 'nested' }, type: 'text' });
    if (flat) strip(element);
    at = skip(at);
  }
  return { columns, raw: { ...metadata, schema } };
}

function flatColumn(element: SchemaElement): ParquetColumn {
  const { name, type, converted_type: converted, logical_type: logical } = element;
  const column = (kind: Carrier, asType: ImportType, castTo?: string): ParquetColumn => ({
    name,
    carrier: kind,
    type: asType,
    ...(castTo !== undefined && { castTo })
  });
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const precision = element.precision ?? (logical?.type === 'DECIMAL' ? logical.precision : 18);
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
    const decimal = `decimal(${precision},${scale})` as const;
    return column({ kind: 'decimal', precision, scale }, decimal, decimal.toUpperCase());
  }
  if (converted === 'DATE' || logical?.type === 'DATE') return column({ kind: 'date' }, 'date');
  const unit = logical?.type === 'TIMESTAMP' || logical?.type === 'TIME' ? logical.unit : undefined;
  const isTime = logical?.type === 'TIME' || converted === 'TIME_MILLIS' || converted === 'TIME_MICROS';
  const isStamp = logical?.type === 'TIMESTAMP' || converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS';
  if (isTime || isStamp) {
    const millis = unit === 'MILLIS' || (unit === undefined && converted?.endsWith('MILLIS'));
    const factors = { multiply: millis ? 1000n : 1n, divide: unit === 'NANOS' ? 1000n : 1n };
    return isTime
      ? column({ kind: 'time', ...factors }, 'time', 'TIME')
      : column({ kind: 'timestamp', ...factors }, 'timestamp');
  }
  const unsigned = converted?.startsWith('UINT') || (logical?.type === 'INTEGER' && !logical.isSigned);
  switch (type) {
    case 'BOOLEAN':
      return column({ kind: 'bool' }, 'boolean');
    case 'INT32': {
      const small =
        converted === 'UINT_8' || converted === 'UINT_16' || (logical?.type === 'INTEGER' && logical.bitWidth < 32);
      return unsigned && !small ? column({ kind: 'uint32' }, 'bigint') : column({ kind: 'int32' }, 'integer');
    }
    case 'INT64':
      return unsigned
        ? column({ kind: 'uint64' }, 'decimal(20,0)', 'DECIMAL(20,0)')
        : column({ kind: 'int64' }, 'bigint');
    case 'INT96':
      return column({ kind: 'timestamp', multiply: 1n, divide: 1000n }, 'timestamp');
    case 'FLOAT':
    case 'DOUBLE':
      return column({ kind: 'float64' }, 'number');
    default:
      return bytesColumn(element, column);
  }
}

function bytesColumn(
  { converted_type: converted, logical_type: logical }: SchemaElement,
  column: (carrier: Carrier, type: ImportType) => ParquetColumn
): ParquetColumn {
  if (logical?.type === 'UUID') return column({ kind: 'uuid' }, 'text');
  if (logical?.type === 'FLOAT16') return column({ kind: 'float16' }, 'number');
  if (converted === 'INTERVAL') return column({ kind: 'interval' }, 'text');
  const texts = ['UTF8', 'ENUM', 'JSON'];
  const isText = (converted && texts.includes(converted)) || ['STRING', 'ENUM', 'JSON'].includes(logical?.type ?? '');
  return column({ kind: isText ? 'text' : 'bytes' }, 'text');
}

function strip(element: SchemaElement): void {
  delete element.converted_type;
  delete element.logical_type;
}

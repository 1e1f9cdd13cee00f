import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { isPresent } from '../exact-text';
import type { Column, ColumnType } from '../table';
import type { FileWriter } from './file-writer';

/** Hands its bytes on after every row group. */
class PartWriter extends ByteWriter {
  readonly parts: Blob[] = [];

  flush(): void {
    this.parts.push(new Blob([this.getBuffer()]));
    this.index = 0;
  }
}

/** The key under which the unit of a column stands in the file's metadata. */
export const unitKey = (column: string): string => `unit:${column}`;

/**
 * Parquet with Snappy, one row group a page; types as they are, 64-bit numbers and decimals exact. Units, where columns
 * have any, stand in the file's key-value metadata under `unit:` and the column's name.
 */
export function parquetWriter(
  columns: readonly { name: string; type: ColumnType; sqlType?: string; unit?: string }[]
): FileWriter {
  const writer = new PartWriter();
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type, sqlType }) => ({
      name,
      repetition_type: 'OPTIONAL' as const,
      ...kindOf(type, sqlType)
    }))
  ];
  const kvMetadata = columns.flatMap(({ name, unit }) =>
    unit === undefined ? [] : [{ key: unitKey(name), value: unit }]
  );
  const parquet = new ParquetWriter({
    writer,
    schema,
    createdBy: 'phems',
    ...(kvMetadata.length > 0 && { kvMetadata })
  });
  return {
    add: async (page) => {
      const columnData = page.columns.map((column) => ({ name: column.name, data: valuesOf(column, page.rows) }));
      await parquet.write({ columnData, rowGroupSize: page.rows });
    },
    end: async () => {
      await parquet.finish();
      writer.flush();
      return new Blob(writer.parts, { type: 'application/vnd.apache.parquet' });
    }
  };
}

function kindOf(type: ColumnType, sqlType = ''): Omit<SchemaElement, 'name'> {
  switch (type) {
    case 'float64':
      return { type: 'DOUBLE' };
    case 'int32':
      return { type: 'INT32' };
    case 'int64':
      return { type: 'INT64' };
    case 'bool':
      return { type: 'BOOLEAN' };
    case 'text':
      return { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
    case 'date':
      return { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } };
    case 'timestamp':
      return {
        type: 'INT64',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' }
      };
    case 'decimal': {
      const [, precision = 18, scale = 0] = (/\((\d+),\s*(\d+)\)/.exec(sqlType) ?? []).map(Number);
      return {
        type: 'INT64',
        converted_type: 'DECIMAL',
        precision,
        scale,
        logical_type: { type: 'DECIMAL', precision, scale }
      };
    }
  }
}

function valuesOf(column: Column, rows: number): unknown[] {
  const values: unknown[] = new Array(rows);
  for (let row = 0; row < rows; row += 1) {
    if (!isPresent(column, row)) values[row] = undefined;
    else if (column.type === 'text') values[row] = column.dictionary[column.values[row]!];
    else if (column.type === 'bool') values[row] = column.values[row] === 1;
    else values[row] = column.values[row];
  }
  return values;
}

import { createHash } from 'node:crypto';
import type { Column, Table } from '../../../shared/table';

type Cell = number | bigint | string | undefined;

function cell(column: Column, row: number): Cell {
  if (column.validity && !((column.validity[row >> 3] ?? 0) & (1 << (row & 7)))) return undefined;
  return column.type === 'text' ? column.dictionary[column.values[row] ?? 0] : column.values[row];
}

/** Hash of every byte of every column, with names, types, units, dictionaries and validity. */
export function fingerprint(tables: Partial<Record<string, Table>>, names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of names) {
    const table = tables[name];
    if (!table) continue;
    hash.update(`${name} ${table.rows};`);
    for (const { values, validity, ...description } of table.columns) {
      hash.update(JSON.stringify(description));
      hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      if (validity) hash.update(validity);
    }
  }
  return hash.digest('hex');
}

/** Rows as text, so that tables of different runs compare whatever their dictionaries. */
export function rowsAsText(table: Table | undefined): string[] {
  if (!table) return [];
  return Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((column) => String(cell(column, row) ?? '')).join('|')
  );
}

/** Rows of exact values, for checks written like SQL. */
export function rowsOf(table: Table | undefined): Record<string, Cell>[] {
  if (!table) return [];
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cell(column, row)]))
  );
}

/** What a test of sources forbids: engines may round these differently, or they are chance without a seed. */
export const UNSTEADY =
  /Math\.(exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|a?tanh|cbrt|hypot|random)\b|\w \*\* \w|Date\.now/;

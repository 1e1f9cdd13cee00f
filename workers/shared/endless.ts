import type { DateColumn, TimestampColumn } from './table';

/** How DuckDB writes a time without end: the largest number of the type, and its negative. */
const ENDLESS = { date: 2147483647, timestamp: 9223372036854775807n } as const;

/** Whether the time of a row is `infinity` or `-infinity`: no point in time that could be counted from. */
export function isEndless(column: DateColumn | TimestampColumn, row: number): boolean {
  const value = column.values[row]!;
  return column.type === 'date'
    ? value === ENDLESS.date || value === -ENDLESS.date
    : value === ENDLESS.timestamp || value === -ENDLESS.timestamp;
}

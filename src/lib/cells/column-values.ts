import { isPresent } from '$workers/shared/exact-text';
import type { Column } from '$workers/shared/table';

/** A value as it is: whole numbers beyond 2^53 as `bigint`, days and times as ISO text, decimals as text. */
export type ExactValue = string | number | bigint | boolean | null;

const dayMilliseconds = 86_400_000;

/** @returns the exact value of one row, null where it is missing */
export function exactValue(column: Column, row: number): ExactValue {
  if (!isPresent(column, row)) return null;
  switch (column.type) {
    case 'float64':
    case 'int32':
      return column.values[row] as number;
    case 'int64': {
      const value = column.values[row] as bigint;
      return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    }
    case 'bool':
      return column.values[row] === 1;
    case 'text':
      return column.dictionary[column.values[row] as number] ?? null;
    case 'date':
      return new Date((column.values[row] as number) * dayMilliseconds).toISOString().slice(0, 10);
    case 'timestamp':
      return timestampText(column.values[row] as bigint);
    case 'decimal':
      return decimalText(column.values[row] as bigint, column.scale);
  }
}

/** @returns microseconds as `2024-02-29T12:00:00`, with a fraction only where there is one */
export function timestampText(micros: bigint): string {
  const fraction = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const text = new Date(Number((micros - fraction) / 1000n)).toISOString().slice(0, 19);
  return fraction === 0n ? text : `${text}.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`;
}

export function decimalText(value: bigint, scale: number): string {
  if (scale === 0) return value.toString();
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

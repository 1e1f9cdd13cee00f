import { isPresent } from '../exact-text';
import type { Column } from '../table';

/** Where a result holds NaN or Infinity. What a column's validity hides is nobody's number. */
export function strangeNumbers(value: unknown, place = 'result'): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${place}: ${value}`];
  if (value === null || typeof value !== 'object') return [];
  if ('values' in value && 'type' in value && 'name' in value) {
    const column = value as Column;
    const shown = Array.from(column.values, Number);
    return shown.flatMap((one, row) =>
      Number.isFinite(one) || !isPresent(column, row) ? [] : [`${place}.${column.name}[${row}]: ${one}`]
    );
  }
  if (value instanceof Map) return strangeNumbers([...value.values()], place);
  return Object.entries(value).flatMap(([name, part]) => strangeNumbers(part, `${place}.${name}`));
}

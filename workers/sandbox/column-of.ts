import type { Column } from '../shared/table';
import { allPresent, setMissing } from '../shared/validity';

const isMissing = (value: unknown) => value === null || value === undefined;

/** A column of one type, with its missing values marked. Values of several types become text. */
export function columnOf(name: string, values: ArrayLike<unknown>): Column {
  const rows = values.length;
  if (values instanceof Float64Array) return { name, type: 'float64', values };
  if (values instanceof Int32Array) return { name, type: 'int32', values };
  let validity: Uint8Array | undefined;
  let sort: 'number' | 'boolean' | 'bigint' | 'date' | 'text' | undefined;
  for (let row = 0; row < rows; row++) {
    const value = values[row];
    if (isMissing(value)) {
      validity ??= allPresent(rows);
      setMissing(validity, row);
      continue;
    }
    const own =
      typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
        ? (typeof value as 'number' | 'boolean' | 'bigint')
        : value instanceof Date
          ? 'date'
          : 'text';
    sort = sort === undefined || sort === own ? own : 'text';
  }
  const base = { name, ...(validity && { validity }) };
  const at = <Value>(row: number, of: (value: never) => Value, none: Value): Value =>
    isMissing(values[row]) ? none : of(values[row] as never);
  switch (sort) {
    case 'number':
      return { ...base, type: 'float64', values: Float64Array.from({ length: rows }, (_, row) => at(row, Number, 0)) };
    case 'boolean':
      return { ...base, type: 'bool', values: Uint8Array.from({ length: rows }, (_, row) => at(row, Number, 0)) };
    case 'bigint':
      return { ...base, type: 'int64', values: BigInt64Array.from({ length: rows }, (_, row) => at(row, BigInt, 0n)) };
    case 'date': {
      const micros = (date: Date) => BigInt(Math.round(date.getTime() * 1000) || 0);
      return {
        ...base,
        type: 'timestamp',
        values: BigInt64Array.from({ length: rows }, (_, row) => at(row, micros, 0n))
      };
    }
    default: {
      const codes = new Map<string, number>();
      const code = (value: unknown) => {
        const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
        const known = codes.get(text) ?? codes.size;
        codes.set(text, known);
        return known;
      };
      const coded = Int32Array.from({ length: rows }, (_, row) => at(row, code, 0));
      return { ...base, type: 'text', values: coded, dictionary: [...codes.keys()] };
    }
  }
}

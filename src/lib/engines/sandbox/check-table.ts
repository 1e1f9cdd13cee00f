import type { Column, Table } from '$workers/shared/table';

const arrays = {
  float64: Float64Array,
  int32: Int32Array,
  int64: BigInt64Array,
  bool: Uint8Array,
  text: Int32Array,
  date: Int32Array,
  timestamp: BigInt64Array,
  decimal: BigInt64Array
} as const;

/** A table of at most 200 rows as foreign code sent it; undefined where it is none. */
export function checkTable(given: unknown): Table | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { rows, columns } = given as { rows?: unknown; columns?: unknown };
  if (typeof rows !== 'number' || !Number.isInteger(rows) || rows < 0 || rows > 200) return undefined;
  if (!Array.isArray(columns) || columns.length > 10_000) return undefined;
  const checked: Column[] = [];
  for (const column of columns as unknown[]) {
    const one = checkColumn(column, rows);
    if (!one) return undefined;
    checked.push(one);
  }
  return { rows, columns: checked };
}

function checkColumn(given: unknown, rows: number): Column | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { name, type, values, validity, dictionary, scale, unit, label } = given as Record<string, unknown>;
  if (typeof name !== 'string' || typeof type !== 'string' || !Object.hasOwn(arrays, type)) return undefined;
  const kind = type as keyof typeof arrays;
  if (!(values instanceof arrays[kind]) || values.length !== rows) return undefined;
  if (validity !== undefined && !(validity instanceof Uint8Array && validity.length * 8 >= rows)) return undefined;
  if (kind === 'text' && !(Array.isArray(dictionary) && dictionary.every((word) => typeof word === 'string')))
    return undefined;
  if (kind === 'decimal' && !(Number.isInteger(scale) && (scale as number) >= 0 && (scale as number) <= 18))
    return undefined;
  return {
    name: name.slice(0, 1_000),
    type: kind,
    values,
    ...(validity !== undefined && { validity }),
    ...(kind === 'text' && { dictionary }),
    ...(kind === 'decimal' && { scale }),
    ...(typeof unit === 'string' && { unit: unit.slice(0, 100) }),
    ...(typeof label === 'string' && { label: label.slice(0, 1_000) })
  } as Column;
}

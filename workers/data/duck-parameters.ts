import type { Bindable } from './duck';

/** How a value is bound: an SQL expression with `?`, and the texts for them. */
export interface Binding {
  expression: string;
  texts: readonly string[];
}

const int32 = 2 ** 31;
const int64 = 2n ** 63n;

/**
 * Values travel as JSON inside DuckDB-WASM: a bigint throws there, NaN becomes null, and a list is refused. As text
 * with a cast each arrives exactly.
 */
export function bindingOf(value: Bindable): Binding {
  if (value === null) return { expression: 'NULL', texts: [] };
  if (typeof value === 'string') return { expression: '?', texts: [value] };
  if (typeof value === 'object') return listBinding(value);
  return { expression: `?::${numericType(value)}`, texts: [textOf(value)] };
}

function listBinding(values: readonly (string | number)[]): Binding {
  if (values.length === 0) return { expression: '[]::VARCHAR[]', texts: [] };
  const type = values.some((value) => typeof value === 'string')
    ? 'VARCHAR'
    : widest(values.map((value) => numericType(value as number)));
  return { expression: `[${values.map(() => '?').join(',')}]::${type}[]`, texts: values.map(textOf) };
}

function numericType(value: number | bigint | boolean): string {
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (typeof value === 'bigint') return value >= -int64 && value < int64 ? 'BIGINT' : 'HUGEINT';
  if (!Number.isSafeInteger(value)) return 'DOUBLE';
  // INTEGER where it fits: `date + n` and the like take no BIGINT.
  return value >= -int32 && value < int32 ? 'INTEGER' : 'BIGINT';
}

function widest(types: readonly string[]): string {
  return ['DOUBLE', 'BIGINT'].find((type) => types.includes(type)) ?? 'INTEGER';
}

function textOf(value: string | number | bigint | boolean): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Offsets of every `?` that is a placeholder, not part of a text, name or comment. */
export function placeholders(sql: string): readonly number[] {
  const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$\$[\s\S]*?\$\$|\?/g;
  return [...sql.matchAll(token)].filter((match) => match[0] === '?').map((match) => match.index);
}

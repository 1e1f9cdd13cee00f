import { isNumeric, type SqlType } from './sql-type';

/**
 * A list, struct or map as compact JSON. Numbers keep all their digits (2^53+1, decimals); what JSON has no number
 * for (NaN, ±∞) and every other type is a text.
 */
export function nestedText(value: unknown, type: SqlType): string {
  if (value === null || value === undefined) return 'null';
  switch (type.kind) {
    case 'list':
      return `[${Array.from(value as ArrayLike<unknown>, (item) => nestedText(item, type.item)).join(',')}]`;
    case 'struct':
      return `{${type.fields
        .map(
          (field) =>
            `${JSON.stringify(field.name)}:${nestedText((value as Record<string, unknown>)[field.name], field.type)}`
        )
        .join(',')}}`;
    case 'map':
      return `{${(value as [unknown, unknown][])
        .map(([key, item]) => `${JSON.stringify(keyText(key, type.key))}:${nestedText(item, type.value)}`)
        .join(',')}}`;
    case 'scalar':
      return scalarText(value, type);
  }
}

function keyText(key: unknown, type: SqlType): string {
  return type.kind === 'scalar' ? String(key) : nestedText(key, type);
}

function scalarText(value: unknown, type: SqlType): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return JSON.stringify(String(value));
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (isNumeric(type)) return String(value);
  return JSON.stringify(String(value));
}

import type { Variable } from '../shared/relation';

const longestList = 100_000;

/** What SQL can be given: a scalar, or a list of texts or numbers; undefined for anything else. */
export function toVariable(value: unknown): Variable | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint')
    return value;
  if (typeof value === 'number') return Number.isNaN(value) ? null : value;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : value.toISOString().replace('T', ' ').slice(0, 23);
  if (typeof value !== 'object') return undefined;
  const isTyped = ArrayBuffer.isView(value) && !(value instanceof DataView);
  if (!Array.isArray(value) && !isTyped) return undefined;
  const list = value as ArrayLike<unknown>;
  if (list.length > longestList) return undefined;
  const items = Array.from(list);
  const whole = (sort: 'string' | 'number') => items.every((item) => typeof item === sort);
  return whole('string') || whole('number') ? (items as string[] | number[]) : undefined;
}

import type { Values } from './errors';
import { formatCount } from './number-format';

/**
 * A number of a failure or remark with its words: 1 → `1 row has`, 1204 → `1,204 rows have`. What is no number stays as
 * it is, before the words for many.
 */
export const counted = (value: Values[string], one: string, many: string): string =>
  typeof value === 'number' ? `${formatCount(value)} ${value === 1 ? one : many}` : `${value} ${many}`;

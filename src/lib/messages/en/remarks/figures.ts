import type { Values } from '$workers/shared/errors';
import { formatNumber, formatP, formatShare } from '$workers/shared/number-format';
import { counted } from '../pages';

type Value = Values[string];

/** "1 row has", "2 rows have" of a value of a remark. */
export const many = (value: Value, one: string, several: string): string =>
  typeof value === 'number' ? counted(value, one, several) : `${value} ${several}`;

/** Three digits say enough in a sentence; counts stay whole. */
export const figure = (value: Value): string => (typeof value === 'number' ? formatNumber(value, 3) : String(value));

/** `p = 0.041`, `p < 0.001`. */
export function p(value: Value): string {
  const said = typeof value === 'number' ? formatP(value) : String(value);
  return /^[<>]/.test(said) ? `p\u00a0${said}` : `p\u00a0=\u00a0${said}`;
}

export const percent = (value: Value): string => (typeof value === 'number' ? formatShare(value) : String(value));

import type { Values } from '$workers/shared/errors';
import { formatNumber, formatP, formatShare } from '$workers/shared/number-format';
import { inLanguage } from '../../separators';
import { counted } from '../figures';

type Value = Values[string];

/** "1 rivi", "2 riviä" of a value of a remark. */
export const many = (value: Value, one: string, several: string): string =>
  typeof value === 'number' ? counted(value, one, several) : `${value} ${several}`;

/** Three digits say enough in a sentence; counts stay whole. */
export const figure = (value: Value): string =>
  typeof value === 'number' ? inLanguage(formatNumber(value, 3), 'fi') : String(value);

/** `p = 0,041`, `p < 0,001`. */
export function p(value: Value): string {
  const said = typeof value === 'number' ? inLanguage(formatP(value), 'fi') : String(value);
  return /^[<>]/.test(said) ? `p\u00a0${said}` : `p\u00a0=\u00a0${said}`;
}

export const percent = (value: Value): string =>
  typeof value === 'number' ? inLanguage(formatShare(value), 'fi') : String(value);

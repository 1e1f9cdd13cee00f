import { formatNumber } from '$workers/shared/number-format';
import { inLanguage } from '../separators';

const whole = new Intl.NumberFormat('fi');
const plural = new Intl.PluralRules('fi');

/** 1204 → `1 204`, with a no-break space. */
export const count = (n: number) => whole.format(n);

export const number = (value: number) => inLanguage(formatNumber(value), 'fi');

/** "1 rivi", "2 riviä": after a number above one the noun stands in the partitive. */
export function counted(n: number, one: string, many: string): string {
  return `${count(n)} ${plural.select(n) === 'one' ? one : many}`;
}

import { checkLevel } from '../proportion';
import { fail } from './errors';

/** Shares, times and the like that are asked for. @throws `level-range`, `survival-options` */
export function checkOptions(options: {
  level: number;
  quantiles?: readonly number[];
  at?: readonly number[];
  tau?: number | undefined;
}): void {
  checkLevel(options.level);
  if (options.quantiles?.some((p) => !(p > 0 && p < 1))) {
    throw fail('survival-options', { option: 'A quantile', rule: 'lies between 0 and 1, both excluded' });
  }
  if (options.at?.some((time) => !(time >= 0 && time < Infinity))) {
    throw fail('survival-options', { option: 'A time to look at', rule: 'is a finite number from 0' });
  }
  if (options.tau !== undefined && !(options.tau > 0 && options.tau < Infinity)) {
    throw fail('survival-options', { option: 'The time to which means are taken', rule: 'is a finite number above 0' });
  }
}

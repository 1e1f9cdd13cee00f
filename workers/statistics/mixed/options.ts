import type { JobOptions } from '../../shared/job';
import { fail } from './errors';

/** What both models take. */
export interface MixedOptions extends JobOptions {
  /** Column of the groups, unless the formula names it as `(1 | hospital)`. */
  group?: string;
  /** Level of confidence as a fraction, default 0.95. */
  level?: number;
  /** The level to compare with, by the variable's text in the formula; else the first by code point or number. */
  references?: Readonly<Record<string, string>>;
}

/** The part of the options that the frame of a regression reads. */
export function frameOptions({ group, level, references }: MixedOptions) {
  return {
    random: group === undefined ? {} : { group },
    ...(level !== undefined && { level }),
    ...(references && { references })
  };
}

/** @throws `stopped` */
export function checkStop({ signal }: JobOptions): void {
  if (signal?.aborted) throw fail('stopped');
}

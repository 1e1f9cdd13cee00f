import { fail } from './errors';

/** How long people were watched and how it ended. Arrays have a place a row. */
export interface Endings {
  /** From 0; what is not finite is missing. */
  time: Float64Array;
  /** 0 censored, 1 the first of the causes and so on, −1 or NaN missing. */
  ending: ArrayLike<number>;
  /** Names of the causes, 1 first. */
  causes: readonly string[];
}

/** @throws `competing-causes`, `competing-cause-unknown` */
export function checkCause({ causes }: Endings, cause: number): string {
  // Codes are kept in bytes.
  if (causes.length === 0 || causes.length > 255) throw fail('competing-causes');
  const name = causes[cause - 1];
  if (name === undefined) throw fail('competing-cause-unknown', { cause, causes: causes.length });
  return name;
}

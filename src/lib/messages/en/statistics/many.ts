import type { Values } from '$workers/shared/errors';

/** A number that is written already, with its noun: "1 study", "1,204 studies". */
export const many = (count: Values[string], one: string, several: string): string =>
  `${count} ${count === '1' ? one : several}`;

import type { Place } from '$workers/shared/errors';

/** @returns line and column, from 1, of an offset in a text */
export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

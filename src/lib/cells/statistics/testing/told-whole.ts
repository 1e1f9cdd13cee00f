import { expect } from 'vitest';
import type { Analysis } from '$workers/statistics';
import { drawingOf } from '../figures';
import { shownEstimate } from '../numbers';
import { factsOf, remarksOf, testRows, textsOf } from '../sentences';

// A share that is written as one twice is a hundred times too large: "1860 % %".
const broken = /undefined|NaN|\[object|%\s*%/;

/** For tests: nothing that a result says or draws lacks a word or a number. Returns its headline. */
export function expectToldWhole(found: Analysis): string {
  const { first, rest } = textsOf(found);
  const said = [
    first,
    rest,
    ...remarksOf(found).texts,
    ...factsOf(found).flat(),
    ...testRows(found).flatMap((row) => Object.values(row)),
    ...found.estimates.flatMap((one) => Object.values(shownEstimate(one)))
  ];
  for (const text of said) expect(text).not.toMatch(broken);
  for (const hides of [false, true]) {
    for (const figure of found.figures) {
      const { title, description } = drawingOf(figure, { hides });
      expect(`${title} ${description}`).not.toMatch(broken);
    }
  }
  return first;
}

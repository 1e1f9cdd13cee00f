import type { AppError, Place, Values } from '../../../shared/errors';
import { fail, type RegressionFailure } from '../errors';

/** Line and column of a place in a text, counted from 1. */
export function placeIn(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** A failure that points into the formula. */
export function failFormula(code: RegressionFailure, formula: string, at: number, values: Values = {}): AppError {
  return fail(code, values, { place: placeIn(formula, at) });
}

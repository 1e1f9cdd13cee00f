import { AppError, type Place } from '../../shared/errors';
import type { Given } from './given';
import { fail } from '../errors';
import { formulaColumns, nameText } from '../regression';

/**
 * The right side of a model: predictors added up, or a formula as it is written, without what stands left of its `~`.
 *
 * @throws `predictors-none`, `predictors-two`
 */
export function rightSide({ request }: Pick<Given, 'request'>): string {
  const predictors = request.predictors as readonly string[] | undefined;
  const formula = (request.formula as string | undefined)?.trim();
  const named = predictors !== undefined && predictors.length > 0;
  const written = formula !== undefined && formula !== '';
  if (named && written) throw fail('predictors-two');
  if (written) return formula.slice(formula.indexOf('~') + 1).trim();
  if (named) return predictors.map(nameText).join(' + ');
  throw fail('predictors-none');
}

/** The whole formula of an outcome. */
export function formulaOf(given: Pick<Given, 'request'>, outcome: string): string {
  return `${nameText(outcome)} ~ ${rightSide(given)}`;
}

/**
 * Runs a model on the whole formula of an outcome. A mistake in what a person wrote is told with its place in that text; in
 * a formula that was made of predictors it has none.
 *
 * @throws what the model throws
 */
export async function withFormula<Result>(
  given: Pick<Given, 'request'>,
  outcome: string,
  run: (formula: string) => Result | Promise<Result>
): Promise<Result> {
  const whole = formulaOf(given, outcome);
  try {
    return await run(whole);
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('formula-') || error.place === undefined) throw error;
    const { code, message, hint, values, details, place } = error;
    throw new AppError(code, message, hint, placeAsWritten(given, whole, place), values, details, error);
  }
}

/** A place of the whole formula in the text that was written; none where it lies in the outcome. */
function placeAsWritten({ request }: Pick<Given, 'request'>, whole: string, { line = 1, column = 1 }: Place) {
  const written = request.formula as string | undefined;
  if (written === undefined || written.trim() === '') return undefined;
  const right = rightSide({ request });
  const before = whole.split('\n').slice(0, line - 1);
  const at = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1 - (whole.length - right.length);
  if (at < 0) return undefined;
  const start = written.indexOf(right, written.indexOf('~') + 1);
  const lines = written.slice(0, start + at).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Columns that predictors or formula read. @throws `formula-…` */
export function modelColumns(request: Readonly<Record<string, unknown>>): readonly string[] {
  const formula = request.formula as string | undefined;
  if (formula !== undefined && formula.trim() !== '') return formulaColumns(formula);
  return (request.predictors as readonly string[] | undefined) ?? [];
}

import type { Given } from './given';
import { fail } from '../errors';
import { formulaColumns, nameText } from '../regression';

/** Keys that say what a model is made of: columns by name, or a formula that says more. */
export const modelKeys = ['predictors', 'formula'] as const;

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

/** Columns that predictors or formula read. @throws `formula-…` */
export function modelColumns(request: Readonly<Record<string, unknown>>): readonly string[] {
  const formula = request.formula as string | undefined;
  if (formula !== undefined && formula.trim() !== '') return formulaColumns(formula);
  return (request.predictors as readonly string[] | undefined) ?? [];
}

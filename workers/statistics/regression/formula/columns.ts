import { namesIn } from './expression';
import { parseExpression, parseFormula } from './parse';
import { readTerms } from './terms';

/**
 * The columns that a formula reads, each once: `died ~ age + ns(hour, 3)`, or only its right side.
 *
 * @throws `formula-…` with the place in the text
 */
export function formulaColumns(text: string): string[] {
  if (!text.includes('~')) return [...namesIn(parseExpression(text)).keys()];
  const { response, right } = parseFormula(text);
  return [...namesIn(right, namesIn(response)).keys()];
}

/** Columns that are variables of the right side as they stand, not inside of a function. @throws `formula-…` */
export function plainColumns(formula: string): string[] {
  return readTerms(formula).variables.flatMap(({ expression }) =>
    expression.kind === 'name' ? [expression.name] : []
  );
}

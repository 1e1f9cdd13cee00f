import type { Term } from '../formula/terms';

/**
 * How a category enters a term: by contrasts to its first level, or by a column for each level.
 *
 * Contrasts where the term without it is part of an earlier term (or is the intercept): then a column for each level would
 * repeat that. Without an intercept the first category of the formula gets a column for each level.
 *
 * @returns for each term, the variables that need a column for each level
 * @see Chambers and Hastie 1992, Statistical Models in S, §2.4.1; R 4.2.2 `terms.formula` and `model.matrix`
 */
export function fullyCoded(
  terms: readonly Term[],
  isFactor: (variable: number) => boolean,
  intercept: boolean
): Set<number>[] {
  const full = terms.map((term, place) => {
    const needs = term.filter((variable) => {
      const rest = term.filter((other) => other !== variable);
      if (!isFactor(variable) || rest.length === 0) return false;
      return !terms.slice(0, place).some((earlier) => rest.every((other) => earlier.includes(other)));
    });
    return new Set(needs);
  });
  if (!intercept) {
    const place = terms.findIndex((term) => term.some(isFactor));
    const variable = terms[place]?.find(isFactor);
    if (variable !== undefined) full[place]!.add(variable);
  }
  return full;
}

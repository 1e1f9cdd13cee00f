import { scanFormula, type FormulaToken } from '../../../shared/formula-tokens';
import { failFormula } from './formula-errors';

export type Token = FormulaToken;

/**
 * The words of a formula. Names are those of R: letters of any language, digits, `.` and `_`; others stand in backticks.
 *
 * @throws `formula-character` with its place
 */
export function tokensOf(formula: string): Token[] {
  const { tokens, wrongAt } = scanFormula(formula);
  if (wrongAt === undefined) return tokens;
  const character = String.fromCodePoint(formula.codePointAt(wrongAt)!);
  throw failFormula('formula-character', formula, wrongAt, { character });
}

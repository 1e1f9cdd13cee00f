import { textOf, type Expression } from './expression';
import { failFormula } from './formula-errors';
import type { ParsedFormula } from './parse';

/** Column whose values a random intercept goes by. */
export interface GroupName {
  name: string;
  /** As it stands in the formula: `(1 | hospital)`. */
  text: string;
  /** Place of the name in the formula, counted from 0. */
  at: number;
}

/**
 * Takes the random intercepts `(1 | hospital)` out of the right side of a formula, where they are added to other terms.
 *
 * @returns what is left, undefined where nothing is
 * @throws `formula-random-term` for slopes, nested groups and groups that are computed
 */
export function withoutGroups(formula: ParsedFormula): { fixed: Expression | undefined; groups: GroupName[] } {
  const groups: GroupName[] = [];
  const strip = (expression: Expression): Expression | undefined => {
    if (expression.kind === 'group' && expression.of.kind === 'binary' && expression.of.operator === '|') {
      const { left, right } = expression.of;
      const text = textOf(expression);
      if (left.kind !== 'number' || left.value !== 1 || right.kind !== 'name') {
        throw failFormula('formula-random-term', formula.text, expression.at, { term: text });
      }
      groups.push({ name: right.name, text, at: right.at });
      return undefined;
    }
    if (expression.kind !== 'binary' || (expression.operator !== '+' && expression.operator !== '-')) return expression;
    const { operator, at } = expression;
    const left = strip(expression.left);
    const right = operator === '+' ? strip(expression.right) : expression.right;
    if (left && right) return { ...expression, left, right };
    if (left || operator === '+' || !right) return left ?? right;
    return { kind: 'minus', of: right, at };
  };
  return { fixed: strip(formula.right), groups };
}

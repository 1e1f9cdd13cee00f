import { formulaName } from '../../../shared/formula-tokens';

export interface Argument {
  name?: string;
  value: Expression;
}

/** A formula or a part of it. `at` is the place in the text, counted from 0. */
export type Expression = { at: number } & (
  | { kind: 'number'; value: number; word: string }
  | { kind: 'text'; value: string }
  | { kind: 'name'; name: string }
  | { kind: 'call'; name: string; arguments: readonly Argument[] }
  | { kind: 'minus'; of: Expression }
  | { kind: 'group'; of: Expression }
  | { kind: 'binary'; operator: Operator; left: Expression; right: Expression }
);

export type Operator = '+' | '-' | '*' | '/' | '^' | ':' | '<' | '>' | '<=' | '>=' | '==' | '!=' | '|';

const TIGHT = new Set<string>(['^', ':', '/']);
/** A name as R writes it: in backticks unless it is a plain one. */
export const nameText = formulaName;

/** The text of an expression with R's spaces, which name the coefficients: `ns(hour, df = 3)`, `I(x^2)`. */
export function textOf(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'text':
      return `"${expression.value}"`;
    case 'name':
      return nameText(expression.name);
    case 'minus':
      return `-${textOf(expression.of)}`;
    case 'group':
      return `(${textOf(expression.of)})`;
    case 'call':
      return `${expression.name}(${expression.arguments
        .map(({ name, value }) => (name === undefined ? textOf(value) : `${name} = ${textOf(value)}`))
        .join(', ')})`;
    case 'binary': {
      const sign = TIGHT.has(expression.operator) ? expression.operator : ` ${expression.operator} `;
      return textOf(expression.left) + sign + textOf(expression.right);
    }
  }
}

/** The columns that an expression reads, each once, with the first place it stands at. */
export function namesIn(expression: Expression, found = new Map<string, number>()): Map<string, number> {
  switch (expression.kind) {
    case 'name':
      if (!found.has(expression.name)) found.set(expression.name, expression.at);
      break;
    case 'minus':
    case 'group':
      namesIn(expression.of, found);
      break;
    case 'call':
      for (const { value } of expression.arguments) namesIn(value, found);
      break;
    case 'binary':
      namesIn(expression.left, found);
      namesIn(expression.right, found);
      break;
  }
  return found;
}

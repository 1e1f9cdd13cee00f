import { textOf, type Expression } from './expression';
import { failFormula } from './formula-errors';
import { parseFormula, type ParsedFormula } from './parse';
import { withoutGroups, type GroupName } from './random-intercepts';

/** Variables of a term, by their place in {@link Terms.variables}, ascending. */
export type Term = readonly number[];

export interface Terms {
  formula: ParsedFormula;
  intercept: boolean;
  /** In the order they stand in the formula. */
  variables: readonly { text: string; expression: Expression }[];
  /** Main effects first, then interactions of two, of three …, else as written. */
  terms: readonly Term[];
  offsets: readonly Expression[];
  /** Columns of the random intercepts `(1 | hospital)`. */
  groups: readonly GroupName[];
}

/** More terms are a slip: `(a + b + …)^9`. */
const MOST_TERMS = 2000;

const keyOf = (term: Term) => term.join(':');
const unionOf = (a: Term, b: Term): Term => [...new Set([...a, ...b])].sort((x, y) => x - y);

class Reader {
  readonly variables: { text: string; expression: Expression }[] = [];
  readonly offsets: Expression[] = [];
  readonly #places = new Map<string, number>();
  intercept = true;

  constructor(readonly formula: ParsedFormula) {}

  /** Terms of a part of the formula, each once, as written. The empty term is the intercept. */
  read(expression: Expression): Term[] {
    const { kind } = expression;
    if (kind === 'group') return this.read(expression.of);
    if (kind === 'number') return this.constant(expression);
    if (kind === 'text') throw this.refuse('formula-term', expression);
    if (kind === 'minus') return this.without([], expression.of);
    if (kind !== 'binary') return this.variable(expression);
    const { left, right, operator } = expression;
    if (operator === '^') return this.power(left, right);
    if (operator === '-') return this.without(this.read(left), right);
    if (operator === '/') return this.nested(this.read(left), this.read(right));
    if (operator !== '+' && operator !== '*' && operator !== ':') throw this.refuse('formula-term', expression);
    const [a, b] = [this.read(left), this.read(right)];
    if (operator === '+') return this.distinct([...a, ...b]);
    const both = this.crossed(a, b);
    return operator === ':' ? both : this.distinct([...a, ...b, ...both]);
  }

  refuse(code: 'formula-term' | 'formula-many' | 'formula-power', expression: Expression) {
    return failFormula(code, this.formula.text, expression.at, { term: textOf(expression) });
  }

  constant(expression: Expression & { kind: 'number' }): Term[] {
    if (expression.value !== 0 && expression.value !== 1) throw this.refuse('formula-term', expression);
    this.intercept = expression.value === 1;
    return [];
  }

  /** What stands after a minus goes, the intercept where a 1 stands among it. */
  without(terms: Term[], expression: Expression): Term[] {
    const before = this.intercept;
    this.intercept = false;
    const gone = new Set(this.read(expression).map(keyOf));
    this.intercept = before && !this.intercept;
    return terms.filter((term) => !gone.has(keyOf(term)));
  }

  variable(expression: Expression): Term[] {
    if (expression.kind === 'call' && expression.name === 'offset') {
      const [argument] = expression.arguments;
      if (!argument || expression.arguments.length !== 1) throw this.refuse('formula-term', expression);
      this.offsets.push(argument.value);
      return [];
    }
    const text = textOf(expression);
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.variables.push({ text, expression }) - 1;
      this.#places.set(text, place);
    }
    return [[place]];
  }

  power(left: Expression, right: Expression): Term[] {
    if (right.kind !== 'number' || !Number.isInteger(right.value) || right.value < 1) {
      throw this.refuse('formula-term', right);
    }
    const base = this.read(left);
    // R takes `x^2` for `x` and says nothing; whoever writes it means the square.
    if (base.length === 1 && right.value > 1) throw this.refuse('formula-power', left);
    let terms = base;
    for (let time = 1; time < Math.min(right.value, base.length); time++) {
      terms = this.distinct([...terms, ...this.crossed(terms, base)]);
    }
    return terms;
  }

  nested(a: Term[], b: Term[]): Term[] {
    const all = a.reduce<Term>(unionOf, []);
    return this.distinct([...a, ...this.crossed([all], b)]);
  }

  crossed(a: Term[], b: Term[]): Term[] {
    if (a.length * b.length > MOST_TERMS) throw this.refuse('formula-many', this.formula.right);
    return this.distinct(a.flatMap((one) => b.map((other) => unionOf(one, other))));
  }

  distinct(terms: Term[]): Term[] {
    if (terms.length > MOST_TERMS) throw this.refuse('formula-many', this.formula.right);
    return [...new Map(terms.map((term) => [keyOf(term), term])).values()];
  }
}

/**
 * The terms of a formula, expanded as R's `terms()` does: `a*b`, `a:b`, `(a + b)^2`, `a/b`, `- a`, `- 1`, `+ 0`,
 * `offset(…)`. Random intercepts `(1 | hospital)` are handed out apart. A power of one term alone is refused, where R takes it
 * for the term.
 *
 * @throws `formula-random-term`, `formula-term`, `formula-many`, `formula-power` and what {@link parseFormula} throws, each with its place
 */
export function readTerms(text: string): Terms {
  const formula = parseFormula(text);
  const reader = new Reader(formula);
  const response = textOf(formula.response);
  const { fixed, groups } = withoutGroups(formula);
  const terms = fixed ? reader.read(fixed).sort((a, b) => a.length - b.length) : [];
  const itself = reader.variables.find((variable) => variable.text === response);
  if (itself) throw failFormula('formula-response-again', text, itself.expression.at, { response });
  const { intercept, variables, offsets } = reader;
  return { formula, intercept, variables, terms, offsets, groups };
}

import type { Argument, Expression, Operator } from './expression';
import { failFormula } from './formula-errors';
import { tokensOf, type Token } from './tokens';

export interface ParsedFormula {
  text: string;
  /** What stands left of `~`. */
  response: Expression;
  right: Expression;
}

/** Operators from loose to tight, as R binds them; `^` and the sign in front are read apart. */
const LEVELS: readonly (readonly string[])[] = [
  ['|'],
  ['<', '>', '<=', '>=', '==', '!='],
  ['+', '-'],
  ['*', '/'],
  [':']
];
/** Brackets and signs within each other: more than a person writes, fewer than the stack holds. */
const DEEPEST = 100;

class Parser {
  #next = 0;
  #depth = 0;
  readonly #tokens: Token[];

  constructor(readonly text: string) {
    this.#tokens = tokensOf(text);
  }

  get token(): Token {
    return this.#tokens[this.#next]!;
  }

  is(word: string): boolean {
    return this.token.kind === 'sign' && this.token.word === word;
  }

  take(word: string): boolean {
    if (!this.is(word)) return false;
    this.#next += 1;
    return true;
  }

  expect(word: string): void {
    if (!this.take(word)) throw this.unexpected(word);
  }

  unexpected(wanted?: string): Error {
    const { kind, word, at } = this.token;
    if (kind === 'end') return failFormula('formula-unfinished', this.text, at, { wanted });
    return failFormula('formula-unexpected', this.text, at, { word, wanted });
  }

  sum(level = 0): Expression {
    const operators = LEVELS[level];
    if (!operators) return this.signed();
    let left = this.sum(level + 1);
    while (this.token.kind === 'sign' && operators.includes(this.token.word)) {
      const { at, word } = this.token;
      this.#next += 1;
      left = { kind: 'binary', operator: word as Operator, left, right: this.sum(level + 1), at };
    }
    return left;
  }

  /** A sign in front binds looser than a power: −x² is −(x²). */
  signed(): Expression {
    const { at } = this.token;
    if (this.take('-')) return this.deeper(() => ({ kind: 'minus', of: this.signed(), at }));
    if (this.take('+')) return this.deeper(() => this.signed());
    return this.power();
  }

  power(): Expression {
    const left = this.single();
    const { at } = this.token;
    if (!this.take('^')) return left;
    return this.deeper(() => ({ kind: 'binary', operator: '^', left, right: this.signed(), at }));
  }

  single(): Expression {
    const { kind, word, at } = this.token;
    if (kind === 'number') {
      this.#next += 1;
      return { kind, value: Number(word), word, at };
    }
    if (kind === 'text') {
      this.#next += 1;
      return { kind, value: word, at };
    }
    if (kind === 'name') {
      const isQuoted = this.text[at] === '`';
      this.#next += 1;
      if (!isQuoted && this.take('(')) return this.deeper(() => this.call(word, at));
      return { kind, name: word, at };
    }
    if (!this.take('(')) throw this.unexpected();
    return this.deeper(() => {
      const of = this.sum();
      this.expect(')');
      return { kind: 'group', of, at };
    });
  }

  call(name: string, at: number): Expression {
    const list: Argument[] = [];
    if (this.take(')')) return { kind: 'call', name, arguments: list, at };
    do {
      const start = this.token;
      const value = this.sum();
      if (value.kind === 'name' && start.kind === 'name' && this.take('=')) {
        list.push({ name: value.name, value: this.sum() });
      } else {
        list.push({ value });
      }
    } while (this.take(','));
    this.expect(')');
    return { kind: 'call', name, arguments: list, at };
  }

  deeper(read: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw failFormula('formula-deep', this.text, this.token.at);
    const found = read();
    this.#depth -= 1;
    return found;
  }
}

/**
 * Reads a formula `response ~ terms` as R does.
 *
 * @throws `formula-character`, `formula-unexpected`, `formula-unfinished`, `formula-deep`, `formula-response`, each with its
 *   place in the text
 */
export function parseFormula(text: string): ParsedFormula {
  const parser = new Parser(text);
  if (parser.is('~')) throw failFormula('formula-response', text, parser.token.at);
  const response = parser.sum();
  parser.expect('~');
  const right = parser.sum();
  if (parser.token.kind !== 'end') throw parser.unexpected();
  return { text, response, right };
}

/** Reads one term without a response, as `hospital` or `ns(hour, 3)`. */
export function parseExpression(text: string): Expression {
  const parser = new Parser(text);
  const found = parser.sum();
  if (parser.token.kind !== 'end') throw parser.unexpected();
  return found;
}

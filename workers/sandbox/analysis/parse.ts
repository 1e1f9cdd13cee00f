import { Parser, tokTypes, type Expression, type Options, type Program } from 'acorn';
import { base, make, simple } from 'acorn-walk';
import { Misread } from './misread';

/** How a text reads: an expression, statements, or a block that may `return` and `yield`. */
export type Parsed =
  | { gives: 'value'; node: Expression; shift: 0 }
  | { gives: 'names'; node: Program; shift: 0 }
  /** Offsets of its nodes count `shift` characters too many. */
  | { gives: 'block' | 'generator'; node: Program; shift: number };

const options: Options = { ecmaVersion: 2024, sourceType: 'module' };
const ownOnly = make({ Function: () => {} }, base);
/** An expression with something behind it is none: the reading as statements knows better. */
const nowhere = -1;
const around = 'async function* _() ';

/** @throws AppError with the line and the column in this text */
export function parse(text: string): Parsed {
  const value = attempt(() => expression(text));
  if (value.done && !isNamed(value.done)) return { gives: 'value', node: value.done, shift: 0 };
  const names = attempt(() => Parser.parse(text, options));
  if (names.done) return { gives: 'names', node: names.done, shift: 0 };
  const starts = firstToken(text);
  const block = starts === '{' ? attempt(() => asBlock(text)) : undefined;
  if (block?.done) return { gives: yields(block.done) ? 'generator' : 'block', node: block.done, shift: around.length };
  throw farthest([names.error, block?.error, value.error]).worded(text);
}

function firstToken(text: string): string {
  const first = attempt(() => Parser.tokenizer(text, options).getToken());
  return first.done ? text.slice(first.done.start, first.done.end) : '';
}

/** `function f() {}` and `class A {}` declare a name. */
function isNamed(node: Expression): boolean {
  return (node.type === 'FunctionExpression' || node.type === 'ClassExpression') && node.id != null;
}

/** One expression and nothing after it but `;` and comments. */
function expression(text: string): Expression {
  const node = Parser.parseExpressionAt(text, 0, { ...options, preserveParens: true });
  const rest = Parser.tokenizer(text.slice(node.end), options);
  let token = rest.getToken();
  while (token.type === tokTypes.semi) token = rest.getToken();
  if (token.type !== tokTypes.eof) throw new Misread('Unexpected token', nowhere);
  return node;
}

function asBlock(text: string): Program {
  try {
    const program = Parser.parse(`${around}${text}`, options);
    const after = program.body[1];
    if (after) throw new Misread('Unexpected token', after.start);
    return program;
  } catch (error) {
    const misread = Misread.of(error);
    throw new Misread(misread.message, misread.at - around.length);
  }
}

/** Whether it yields itself, and not a function inside it. */
function yields(program: Program): boolean {
  const [around] = program.body;
  let found = false;
  if (around?.type === 'FunctionDeclaration') {
    simple(around.body, { YieldExpression: () => void (found = true) }, ownOnly);
  }
  return found;
}

type Attempt<T> = { done: T; error?: undefined } | { done?: undefined; error: Misread };

function attempt<T>(make: () => T): Attempt<T> {
  try {
    return { done: make() };
  } catch (error) {
    return { error: Misread.of(error) };
  }
}

/** The reading that came farthest was the one that was meant; of equals the first. */
function farthest(errors: readonly (Misread | undefined)[]): Misread {
  const all = errors.filter((one) => one !== undefined);
  return all.reduce((best, one) => (one.at > best.at ? one : best));
}

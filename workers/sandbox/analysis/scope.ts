import type {
  AnyNode,
  BlockStatement,
  ForInStatement,
  ForOfStatement,
  Identifier,
  Node,
  Pattern,
  Program,
  StaticBlock,
  Statement,
  SwitchStatement
} from 'acorn';
import { base, make, simple, type RecursiveVisitors } from 'acorn-walk';

/** The names of one stretch of code. */
export class Scope {
  readonly #names = new Set<string>();

  constructor(readonly outer?: Scope) {}

  declare(names: Iterable<string>): this {
    for (const name of names) this.#names.add(name);
    return this;
  }

  knows(name: string): boolean {
    return this.#names.has(name) || this.outer?.knows(name) === true;
  }
}

/** The names that a pattern binds: `{a, b: [c = 1], ...rest}`. */
function bindings(pattern: Pattern): Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => bindings(one.type === 'RestElement' ? one.argument : one.value));
    case 'ArrayPattern':
      return pattern.elements.flatMap((one) => (one ? bindings(one) : []));
    case 'AssignmentPattern':
      return bindings(pattern.left);
    case 'RestElement':
      return bindings(pattern.argument);
    case 'MemberExpression':
      return [];
  }
}

const namesOf = (pattern: Pattern): string[] => bindings(pattern).map(({ name }) => name);

type Body = readonly (Statement | Program['body'][number])[];

/** What `const`, `let`, `function` and `class` of a block make in it, and `var` at its own level. */
export function declarationsIn(body: Body): Identifier[] {
  return body.flatMap((one) => {
    if (one.type === 'VariableDeclaration') return one.declarations.flatMap(({ id }) => bindings(id));
    if (one.type === 'FunctionDeclaration' || one.type === 'ClassDeclaration') return one.id ? [one.id] : [];
    return [];
  });
}

const declaredIn = (body: Body): string[] => declarationsIn(body).map(({ name }) => name);

const flat = make({ Function: () => {}, Class: () => {} }, base);

/** What `var` makes anywhere in a function, but not in functions inside it. */
export function hoistedIn(body: readonly Node[]): string[] {
  const names: string[] = [];
  for (const one of body) {
    simple(
      one,
      {
        VariableDeclaration: ({ kind, declarations }) => {
          if (kind === 'var') names.push(...declarations.flatMap(({ id }) => namesOf(id)));
        }
      },
      flat
    );
  }
  return names;
}

const body = (node: BlockStatement | StaticBlock, scope: Scope, c: (node: Statement, scope: Scope) => void) => {
  const inner = new Scope(scope).declare(declaredIn(node.body));
  if (node.type === 'StaticBlock') inner.declare(hoistedIn(node.body));
  for (const one of node.body) c(one, inner);
};

/** How a walk hands each part of the code the names around it. */
export const scopes: RecursiveVisitors<Scope> = {
  Function(node, scope, c) {
    const inner = new Scope(scope);
    if (node.type === 'FunctionExpression' && node.id) inner.declare([node.id.name]);
    if (node.type !== 'ArrowFunctionExpression') inner.declare(['arguments']);
    inner.declare(node.params.flatMap(namesOf));
    if (node.body.type === 'BlockStatement') inner.declare(hoistedIn(node.body.body));
    for (const parameter of node.params) walk(c, parameter, inner, 'Pattern');
    walk(c, node.body, inner, node.body.type === 'BlockStatement' ? 'Statement' : 'Expression');
  },
  Class(node, scope, c) {
    const inner = node.id ? new Scope(scope).declare([node.id.name]) : scope;
    if (node.superClass) walk(c, node.superClass, inner, 'Expression');
    c(node.body, inner);
  },
  BlockStatement: body,
  StaticBlock: body,
  SwitchStatement(node: SwitchStatement, scope, c) {
    walk(c, node.discriminant, scope, 'Expression');
    const inner = new Scope(scope).declare(declaredIn(node.cases.flatMap(({ consequent }) => consequent)));
    for (const one of node.cases) c(one, inner);
  },
  ForStatement(node, scope, c) {
    base.ForStatement?.(node, node.init ? new Scope(scope).declare(declaredIn(loopNames(node.init))) : scope, c);
  },
  ForInStatement: each,
  ForOfStatement: each,
  CatchClause(node, scope, c) {
    const inner = new Scope(scope);
    if (node.param) inner.declare(namesOf(node.param));
    if (node.param) walk(c, node.param, inner, 'Pattern');
    c(node.body, inner);
  }
};

function each(node: ForInStatement | ForOfStatement, scope: Scope, c: (node: AnyNode, scope: Scope) => void): void {
  const inner = new Scope(scope).declare(declaredIn(loopNames(node.left)));
  // What a loop assigns to is a target, not a value.
  walk(c, node.left, inner, node.left.type === 'VariableDeclaration' ? 'ForInit' : 'Pattern');
  walk(c, node.right, inner, 'Expression');
  walk(c, node.body, inner, 'Statement');
}

const loopNames = (node: Node): Body => (node.type === 'VariableDeclaration' ? [node as Statement] : []);

/** The walker takes a third argument that its types leave out. */
function walk(c: unknown, node: Node, scope: Scope, as: string): void {
  (c as (node: Node, scope: Scope, as: string) => void)(node, scope, as);
}

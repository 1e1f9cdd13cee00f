import type { Identifier, Node, TaggedTemplateExpression } from 'acorn';
import { recursive } from 'acorn-walk';
import type { AppError } from '../../shared/errors';
import { scanSql } from '../../shared/sql-scan';
import { fail } from './errors';
import { refusal } from './imports';
import { placed } from './place';
import type { Scope } from './scope';
import { scopes } from './scope';

export interface FoundNames {
  /** Names that the code finds nowhere in itself: in the order of the text, each once. */
  unbound: readonly string[];
  /** Tables in sql`…`. */
  tables: readonly string[];
}

/**
 * Every name that code takes from outside.
 * @param shift by how much the offsets of the nodes are ahead of the text
 * @throws AppError where it gives a value to a name it does not declare, or imports
 */
export function namesIn(nodes: readonly Node[], outside: Scope, text: string, shift: number): FoundNames {
  const unbound = new Map<string, number>();
  const tables = new Set<string>();
  const refusals: { at: number; error: AppError }[] = [];
  const refuse = (node: Node, make: (more: ReturnType<typeof placed>) => AppError) => {
    const at = node.start - shift;
    refusals.push({ at, error: make(placed(text, at)) });
  };

  const read = (node: Identifier, scope: Scope) => {
    if (scope.knows(node.name)) return;
    if (node.name === 'arguments') refuse(node, (more) => fail('code-arguments', {}, more));
    if (!unbound.has(node.name)) unbound.set(node.name, node.start);
  };
  const assigned = (node: Identifier, scope: Scope) => {
    if (!scope.knows(node.name)) refuse(node, (more) => fail('code-assign-unknown', { name: node.name }, more));
  };
  for (const node of nodes) {
    recursive<Scope>(node, outside, {
      ...scopes,
      Identifier: read,
      // Declarations are patterns, too; their names are known where they stand.
      VariablePattern: assigned,
      UpdateExpression(update, scope, c) {
        if (update.argument.type === 'Identifier') assigned(update.argument, scope);
        else c(update.argument, scope);
      },
      TaggedTemplateExpression(tagged, scope, c) {
        c(tagged.tag, scope);
        c(tagged.quasi, scope);
        if (!isSql(tagged, scope)) return;
        const found = scanSql(tagged.quasi.quasis.map(({ value }) => value.cooked ?? value.raw).join(' ? '));
        for (const { name } of found.uses) tables.add(name);
      },
      ImportExpression: (one) => refuse(one, (more) => refusal(one.source, more)),
      CallExpression(call, scope, c) {
        const { callee } = call;
        const requires = callee.type === 'Identifier' && callee.name === 'require' && !scope.knows('require');
        if (requires && call.arguments[0]) {
          const [source] = call.arguments;
          refuse(call, (more) => refusal(source, more));
        } else {
          c(callee, scope);
          for (const one of call.arguments) c(one, scope);
        }
      },
      ImportDeclaration: (one) => refuse(one, (more) => refusal(one.source, more)),
      ExportNamedDeclaration: exported,
      ExportDefaultDeclaration: exported,
      ExportAllDeclaration: exported,
      MetaProperty(one) {
        if (one.meta.name === 'import') refuse(one, (more) => fail('code-meta', {}, more));
      }
    } as Parameters<typeof recursive<Scope>>[2]);
  }
  const [first] = refusals.sort((a, b) => a.at - b.at);
  if (first) throw first.error;
  return {
    unbound: [...unbound].sort(([, a], [, b]) => a - b).map(([name]) => name),
    tables: [...tables]
  };

  function exported(node: Node): void {
    refuse(node, (more) => fail('code-export', {}, more));
  }
}

const isSql = ({ tag }: TaggedTemplateExpression, scope: Scope): boolean =>
  tag.type === 'Identifier' && tag.name === 'sql' && !scope.knows('sql');

import { getLineInfo, type Node } from 'acorn';
import { recursive, simple } from 'acorn-walk';
import type { CodeLanguage } from './contract';
import { ownSpot } from './mappings';
import { parse } from './parse';
import { declarationsIn, hoistedIn, Scope, scopes } from './scope';
import { stripTypes } from './strip-types';

/** A stretch of the person's own text. */
export interface Use {
  start: number;
  end: number;
  /** `{name}`: the key of a property at once. */
  shorthand?: true;
}

export interface NameUses {
  names: readonly Use[];
  /** Texts of sql`…`, without their quotes. */
  queries: readonly Use[];
}

/**
 * Where code uses a name of another cell, and where it asks by SQL.
 * @throws AppError where it cannot be read
 */
export function usesIn(text: string, language: CodeLanguage, name: string): NameUses {
  const { text: plain, mappings } = language === 'ts' ? stripTypes(text) : { text, mappings: [] };
  const parsed = parse(plain);
  const body: Node[] = parsed.gives === 'value' ? [parsed.node] : parsed.node.body;
  const statements = parsed.gives === 'names' ? parsed.node.body : [];
  const outside = new Scope().declare(declarationsIn(statements).map((one) => one.name)).declare(hoistedIn(statements));
  const starts = new Set<number>();
  const shorthands = new Set<number>();
  const queries: Use[] = [];
  for (const node of body) {
    recursive<Scope>(node, outside, {
      ...scopes,
      Identifier: (one, scope) => void (one.name === name && !scope.knows(name) && starts.add(one.start))
    });
    simple(node, {
      Property: ({ shorthand, value }) => void (shorthand && shorthands.add(value.start)),
      TaggedTemplateExpression: ({ tag, quasi }) => {
        if (tag.type === 'Identifier' && tag.name === 'sql')
          queries.push({ start: quasi.start + 1, end: quasi.end - 1 });
      }
    });
  }
  const lines = lineStarts(text);
  const own = (at: number) => {
    const spot = ownSpot(mappings, getLineInfo(plain, at - parsed.shift));
    return (lines[spot.line - 1] ?? 0) + spot.column;
  };
  const names = [...starts]
    .sort((a, b) => a - b)
    .map((at): Use => {
      const start = own(at);
      return { start, end: start + name.length, ...(shorthands.has(at) && { shorthand: true as const }) };
    });
  return {
    // Where taking the types out moved it somewhere unknown, it stays as it is.
    names: names.filter(({ start, end }) => text.slice(start, end) === name),
    queries: queries
      .map(({ start, end }) => ({ start: own(start - 1) + 1, end: own(start - 1) + 1 + end - start }))
      .filter(({ start, end }) => text.charAt(start - 1) === '`' && text.charAt(end) === '`')
  };
}

function lineStarts(text: string): number[] {
  return text.split('\n').reduce<number[]>((starts, line) => [...starts, (starts.at(-1) ?? 0) + line.length + 1], [0]);
}

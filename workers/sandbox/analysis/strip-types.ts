import { tokenizer, tokTypes } from 'acorn';
import { transform } from 'sucrase';
import { fail } from './errors';
import { readMappings, type Mappings, type Spot } from './mappings';
import { Misread } from './misread';
import { placed } from './place';

/** Plain JavaScript with the person's own lines, and the way back to their columns. */
export interface Stripped {
  text: string;
  mappings: Mappings;
}

/**
 * Takes the types out.
 * @throws AppError with line and column in the text
 */
export function stripTypes(text: string): Stripped {
  refuseNamespace(text);
  // `{…} as T`, `function (x: T) {…}`: an expression that would be read as a statement.
  const first = /^\s*(?:\{|function\b|class\b)/.test(text);
  const asStatements = attempt(text);
  if (asStatements.done && !(first && text.trimStart().startsWith('{'))) return asStatements.done;
  const inBrackets = first ? attempt(`(${text.replace(/[;\s]+$/, '')}\n)`) : undefined;
  if (inBrackets?.done) {
    const { text: inner, mappings } = inBrackets.done;
    return { text: inner, mappings: mappings.map((line, at) => (at === 0 ? line.map(back) : line)) };
  }
  if (asStatements.done) return asStatements.done;
  throw asStatements.error;
}

/** The bracket that was put in front is none of the person's columns. */
const back = ({ column, own }: { column: number; own: Spot }) => ({
  column,
  own: { ...own, column: Math.max(0, own.column - (own.line === 1 ? 1 : 0)) }
});

type Attempt = { done: Stripped; error?: undefined } | { done?: undefined; error: unknown };

function attempt(text: string): Attempt {
  try {
    const { code, sourceMap } = transform(text, {
      transforms: ['typescript'],
      disableESTransforms: true,
      // An import that only looks unused would vanish, instead of being refused.
      keepUnusedImports: true,
      filePath: 'cell.ts',
      sourceMapOptions: { compiledFilename: 'cell.js' }
    });
    return { done: { text: code, mappings: readMappings(sourceMap?.mappings ?? '') } };
  } catch (error) {
    return { error: worded(text, error) };
  }
}

function worded(text: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('pos' in error) || typeof error.pos !== 'number') return error;
  const expected = /expected "([^;])"/.exec(error.message)?.[1];
  const ends = /end of input/.test(error.message);
  const message = `Unexpected token${expected === undefined ? '' : `, expected "${expected}"`}`;
  return new Misread(message, ends ? text.length : Math.min(error.pos, text.length)).worded(text);
}

/** The stripper would let a namespace vanish with all that is in it. */
function refuseNamespace(text: string): void {
  if (!/\b(?:namespace|module)\b/.test(text)) return;
  try {
    const seen = [...tokenizer(text, { ecmaVersion: 2024 })];
    seen.forEach(({ type, start, end }, at) => {
      const word = text.slice(start, end);
      const before = seen[at - 1];
      const declared = before && text.slice(before.start, before.end) === 'declare';
      if (type !== tokTypes.name || (word !== 'namespace' && word !== 'module') || declared) return;
      if (seen[at + 1]?.type !== tokTypes.name) return;
      let after = at + 2;
      while (seen[after]?.type === tokTypes.dot) after += 2;
      if (seen[after]?.type === tokTypes.braceL) throw fail('code-namespace', { word }, placed(text, start));
    });
  } catch (error) {
    // Not to be read word by word: the stripper says why.
    if (!(error instanceof SyntaxError)) throw error;
  }
}

import type { CodePlace, CompiledCode } from '../contract';
import { ownSpot, type Mappings } from './mappings';
import type { Parsed } from './parse';

/** A block with `return` is a value as an expression is. All of it stands on its first line. */
const blockStart = 'await (async () => ';

/** The text as the sandbox runs it, line by line where it was. */
export function compile(text: string, parsed: Parsed): Pick<CompiledCode, 'javascript' | 'body'> {
  switch (parsed.gives) {
    case 'value':
      // Without the `;` and the comments behind it.
      return { javascript: text.slice(0, parsed.node.end), body: 'expression' };
    case 'names':
      return { javascript: text, body: 'program' };
    case 'block': {
      const end = (parsed.node.body[0]?.end ?? text.length) - parsed.shift;
      return { javascript: `${blockStart}${text.slice(0, end)})()`, body: 'expression' };
    }
    case 'generator':
      return { javascript: text, body: 'generator' };
  }
}

/** The way back from the compiled text. */
export function placeOf(parsed: Parsed, mappings: Mappings): (place: CodePlace) => CodePlace {
  const lead = parsed.gives === 'block' ? blockStart.length : 0;
  return ({ line, column }) => {
    const own = ownSpot(mappings, { line, column: Math.max(0, column - 1 - (line === 1 ? lead : 0)) });
    return { line: own.line, column: own.column + 1 };
  };
}

/** A place in a text: line from 1, column from 0, as parsers count. */
export interface Spot {
  line: number;
  column: number;
}

/** One stretch of a compiled line: where it begins there, and what it was in the person's own text. */
export interface Stretch {
  column: number;
  own: Spot;
}

/** From a compiled text back to the person's own, line by line. Empty: they are the same. */
export type Mappings = readonly (readonly Stretch[])[];

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The `mappings` of a source map with one source. */
export function readMappings(text: string): Mappings {
  let [line, column] = [1, 0];
  return text.split(';').map((group) => {
    let compiled = 0;
    if (group === '') return [];
    return group.split(',').map((segment) => {
      const [byCompiled = 0, , byLine = 0, byColumn = 0] = numbersOf(segment);
      compiled += byCompiled;
      line += byLine;
      column += byColumn;
      return { column: compiled, own: { line, column } };
    });
  });
}

function numbersOf(segment: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const letter of segment) {
    const digit = digits.indexOf(letter);
    value += (digit & 31) << shift;
    if (digit & 32) {
      shift += 5;
      continue;
    }
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

/** What stood in the person's own text where the compiled one has this place. */
export function ownSpot(mappings: Mappings, at: Spot): Spot {
  let found: Stretch | undefined;
  for (const stretch of mappings[at.line - 1] ?? []) {
    if (stretch.column > at.column) break;
    found = stretch;
  }
  if (!found) return at;
  return { line: found.own.line, column: found.own.column + at.column - found.column };
}

/** Text up to here is shown in a card; what is longer is copied whole all the same. */
const longest = 1_000_000;

/**
 * A value to read at leisure: lists and structures one item a line, all else as it is. Digits are never touched:
 * numbers beyond what JavaScript counts stand as they are written.
 *
 * @param glyph the type as its heading shows it
 */
export function prettyValue(text: string, glyph: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return glyph === '[ ]' || glyph === '{ }' ? indented(shown) : shown;
}

function indented(json: string): string {
  let depth = 0;
  let result = '';
  const line = () => `\n${'  '.repeat(depth)}`;
  for (const token of json.match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^[\]{},:"]+/g) ?? []) {
    if (token === '[' || token === '{') {
      depth += 1;
      result += token + line();
    } else if (token === ']' || token === '}') {
      depth = Math.max(0, depth - 1);
      result = result.trimEnd();
      result += /[[{]$/.test(result) ? token : line() + token;
    } else if (token === ',') result += token + line();
    else if (token === ':') result += ': ';
    else result += token.trim();
  }
  return result;
}

import type { Place } from '$workers/shared/errors';

const space = /[\t\n\r ]*/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const text = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;

/**
 * Where a text stops being JSON. Engines word this differently, some without any place.
 * @returns undefined where it is JSON
 */
export function jsonPlace(json: string): Place | undefined {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(json);
    if (found) at += found[0].length;
    return found !== null && found[0] !== '';
  };
  /** What is open, as the bracket that closes it. */
  const open: ('}' | ']')[] = [];
  /** `value`: one must come; `first`: one may come, or the end; `key`: a key must come; `after`: a comma or the end. */
  let state: 'value' | 'first' | 'key' | 'after' = 'value';
  for (;;) {
    take(space);
    const letter = json[at];
    const closer = open.at(-1);
    if (letter === undefined) return state === 'after' && !closer ? undefined : placeOf(json, at);
    if (state === 'after') {
      if (closer === undefined) return placeOf(json, at);
      if (letter === closer) open.pop();
      else if (letter === ',') state = closer === '}' ? 'key' : 'value';
      else return placeOf(json, at);
      at++;
      continue;
    }
    if (state === 'first' && letter === closer) {
      open.pop();
      at++;
      state = 'after';
      continue;
    }
    if (state === 'key' || (state === 'first' && closer === '}')) {
      if (!take(text)) return placeOf(json, at);
      take(space);
      if (json[at] !== ':') return placeOf(json, at);
      at++;
      state = 'value';
      continue;
    }
    if (letter === '{' || letter === '[') {
      open.push(letter === '{' ? '}' : ']');
      at++;
      state = 'first';
    } else if (take(text) || take(scalar)) state = 'after';
    else return placeOf(json, at);
  }
}

/** Line and column, from 1, of an offset. */
export function placeOf(whole: string, offset: number): Required<Pick<Place, 'line' | 'column'>> {
  const before = whole.slice(0, offset);
  const lines = before.split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

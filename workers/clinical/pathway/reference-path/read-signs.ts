import { fail } from '../errors';

/** A piece of a written path: an arrow, a bracket, a name … */
export interface Sign {
  kind: '>' | '|' | '[' | ']' | '(' | ')' | '*' | '+' | 'name' | 'end';
  /** The name without its quotes; else what stands there. */
  text: string;
  /** From 0, in the whole text. */
  at: number;
}

const SPACE = /\s*/y;
const ARROW = /->|→|>/y;
const MARK = /[|()[\]*+]/y;
const QUOTED = /"((?:[^"]|"")*)"/y;
/** Up to the next sign; a `-` only where it does not begin an arrow. */
const BARE = /(?:(?!->)[^>|()[\]*+"→])+/y;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Line and column of a place, from 1. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Makes the failure of a place in the text, its column among the values. */
export function failAt(
  text: string,
  at: number,
  code: Parameters<typeof fail>[0],
  values: Record<string, string | number> = {}
) {
  const place = placeOf(text, at);
  return fail(code, { ...values, column: place.column }, { place });
}

/** @throws `path-quote-open` */
export function readSigns(text: string): Sign[] {
  const signs: Sign[] = [];
  let at = 0;
  for (;;) {
    at += match(SPACE, text, at)![0].length;
    if (at === text.length) break;
    const arrow = match(ARROW, text, at);
    const found = arrow ?? match(MARK, text, at) ?? match(QUOTED, text, at) ?? match(BARE, text, at);
    if (!found) throw failAt(text, at, 'path-quote-open');
    const [whole, quoted] = found;
    if (arrow) signs.push({ kind: '>', text: whole, at });
    else if (quoted !== undefined) signs.push({ kind: 'name', text: quoted.replaceAll('""', '"'), at });
    else if (/^[|()[\]*+]$/.test(whole)) signs.push({ kind: whole as Sign['kind'], text: whole, at });
    else signs.push({ kind: 'name', text: whole.trim(), at });
    at += whole.length;
  }
  signs.push({ kind: 'end', text: '', at });
  return signs;
}

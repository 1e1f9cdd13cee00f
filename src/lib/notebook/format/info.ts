import type { Attribute } from '../model';

/** The keys of a fence or a marker: `id=x off=true note="two words"`. */
export interface Keys {
  /** Of doubles the last counts. Undefined where absent or empty. */
  id: string | undefined;
  /** An `id=` stands there, be it empty. */
  hasId: boolean;
  /** All others, in order. A word without `=` has an empty value. */
  attributes: Attribute[];
}

const name = /[^\s=]*/y;
const quoted = /"((?:[^"\\\n]|\\.)*)"/y;
const bare = /\S*/y;

function take(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads keys. Any text can be read. */
export function readKeys(text: string): Keys {
  const keys: Keys = { id: undefined, hasId: false, attributes: [] };
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] as string)) {
      at++;
      continue;
    }
    const key = take(name, text, at)?.[0] ?? '';
    at += key.length;
    if (text[at] !== '=') {
      // An id that names nothing: written again it would be read as another thing.
      if (key !== 'id') keys.attributes.push({ name: key, value: '' });
      continue;
    }
    at++;
    const closed = take(quoted, text, at);
    const found = closed ?? (take(bare, text, at) as RegExpExecArray);
    const value = closed ? (closed[1] as string).replace(/\\(["\\])/g, '$1') : found[0];
    at += found[0].length;
    if (key === 'id') {
      keys.hasId = true;
      keys.id = value === '' ? undefined : value;
    } else keys.attributes.push({ name: key, value });
  }
  return keys;
}

function writeValue(value: string): string {
  if (value !== '' && !/^"|\s/.test(value)) return value;
  return `"${value.replace(/["\\]/g, '\\$&').replace(/\n/g, ' ')}"`;
}

function writeAttribute({ name, value }: Attribute): string {
  return value === '' && name !== '' && name !== 'id' ? name : `${name}=${value === '' ? '' : writeValue(value)}`;
}

/** Writes keys in one way only: id first, values in quotes only where they need them. */
export function writeKeys(id: string | undefined, attributes: readonly Attribute[]): string {
  const keys = attributes.map(writeAttribute);
  return (id === undefined ? keys : [`id=${writeValue(id)}`, ...keys]).join(' ');
}

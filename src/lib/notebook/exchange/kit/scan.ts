// The HTML of a Notebook Kit file, read by our own scanner: it knows text, tags and what script elements hold, and no
// more. Nothing of the file is given to a parser of the browser, so nothing in it can load or run; it works in Node too.
import { fail } from '../errors';
import { placeOf } from '../json-place';

export interface Element {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Of script and title: what stands between the tags. */
  text: string;
  /** Offset of its `<`. */
  at: number;
}

export interface Scanned {
  notebook: Element;
  title: string | undefined;
  scripts: readonly Element[];
  /** Text and other elements inside `<notebook>`, which belong to nothing. */
  strays: readonly string[];
}

const tag = /<(\/?)([a-zA-Z][^\s/>]*)/y;
const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;

/** @throws `kit-none`, `kit-unclosed` with line and column */
export function scanKit(given: string, file: string): Scanned {
  const html = given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const scripts: Element[] = [];
  const strays: string[] = [];
  let notebook: Element | undefined;
  let title: string | undefined;
  let inside = false;
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const end = next < 0 ? html.length : next;
    if (inside && html.slice(at, end).trim() !== '') strays.push(decoded(html.slice(at, end)).trim());
    if (next < 0) break;
    at = next;
    if (html.startsWith('<!--', at)) {
      const close = html.indexOf('-->', at + 4);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    tag.lastIndex = at;
    const found = tag.exec(html);
    if (!found) {
      // `<!doctype …>` and what only looks like a tag.
      const close = /^<[!?]/.test(html.slice(at, at + 2)) ? html.indexOf('>', at) : at;
      at = close < 0 ? html.length : close + 1;
      continue;
    }
    const name = (found[2] as string).toLowerCase();
    const { attributes, after } = attributesAt(html, tag.lastIndex);
    const element = { name, attributes, text: '', at };
    if (found[1] === '/') {
      if (name === 'notebook') inside = false;
      at = after;
      continue;
    }
    at = after;
    if (name === 'notebook' && !notebook) {
      notebook = element;
      inside = true;
    } else if (name === 'script') {
      const close = scriptEnd(html, after);
      if (close === undefined) {
        const place = { file, ...placeOf(html, element.at) };
        throw fail('kit-unclosed', { file, line: place.line, column: place.column }, { place });
      }
      // Scripts outside are the page's own, of a built notebook.
      if (inside) scripts.push({ ...element, text: html.slice(after, close) });
      at = close;
    } else if (name === 'title' || name === 'textarea' || name === 'style') {
      const close = html.toLowerCase().indexOf(`</${name}`, after);
      const text = html.slice(after, close < 0 ? html.length : close);
      if (name === 'title') title ??= decoded(text).replace(/\s+/g, ' ').trim();
      else if (inside) strays.push(text.trim());
      at = close < 0 ? html.length : close;
    } else if (inside) strays.push(`<${name}>`);
  }
  if (!notebook) throw fail('kit-none', { file }, { place: { file, line: 1, column: 1 } });
  return { notebook, title, scripts, strays };
}

function attributesAt(html: string, from: number): { attributes: Map<string, string>; after: number } {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(html);
    if (!found) break;
    const name = (found[1] as string).toLowerCase();
    if (!attributes.has(name)) attributes.set(name, decoded(found[2] ?? found[3] ?? found[4] ?? ''));
    at = attribute.lastIndex;
  }
  const close = html.indexOf('>', at);
  return { attributes, after: close < 0 ? html.length : close + 1 };
}

/**
 * Where a script element's content ends, as browsers see it: after `<!--` and `<script`, one `</script` more is content.
 * @see HTML standard, 13.2.5.20 to 13.2.5.31, "script data double escaped state"
 */
function scriptEnd(html: string, from: number): number | undefined {
  const piece = /<!--|-->|<(\/?)script(?=[\s/>])/gi;
  piece.lastIndex = from;
  let state: 'plain' | 'escaped' | 'double' = 'plain';
  for (let found = piece.exec(html); found; found = piece.exec(html)) {
    const [text, slash] = found;
    if (text === '<!--') {
      if (state === 'plain') state = 'escaped';
      // `<!-->` and `<!--->` close at once.
      piece.lastIndex -= 2;
    } else if (text === '-->') state = 'plain';
    else if (slash === '/') {
      if (state !== 'double') return found.index;
      state = 'escaped';
    } else if (state === 'escaped') state = 'double';
  }
  return undefined;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** References that a writer of such files uses; others stay as written. */
export function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#[xX]([\da-fA-F]+)|([a-z]+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '\ufffd';
  });
}

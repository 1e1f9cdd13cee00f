import { TokenWriter, type LineState, type TokenKind, type TokenLine } from './token';

const keywords = new Set(
  (
    'async await break case catch class const continue debugger default delete do else export extends false finally for ' +
    'function get if import in instanceof let new null of return set static super switch this throw true try typeof ' +
    'undefined var void while with yield'
  ).split(' ')
);
/** Words only TypeScript has. Some are names elsewhere: they count where a name or a bracket follows. */
const typing = new Set(
  (
    'abstract as asserts declare enum implements infer interface is keyof private protected public readonly satisfies type ' +
    'override'
  ).split(' ')
);
const types = new Set('any bigint boolean never number object string symbol unknown void'.split(' '));
/** Behind these a `/` begins a pattern. */
const beforePattern =
  /^(?:[-+*/%=<>!&|^~?:,;([{}]|=>|return|typeof|case|in|of|do|else|void|throw|new|delete|await|yield|)$/;

/** Behind these a type may stand; also behind the `=` of `type T = …`. */
const typePlace = /^(?:[:<|&,(=]|as|is|extends|=>|satisfies|keyof)$/;

const piece =
  /\/\/.*|\/\*|(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|`|0[xob][\da-f_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?n?|#?[\p{L}_$][\p{L}\p{N}_$]*|\s+|=>|\.\.\.|\?\.|./iuy;
const pattern = /\/(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/uy;

/**
 * One line of JavaScript or TypeScript. What stays open: `*` a comment; a letter for each level of templates, `t` inside
 * its text, `h` inside a hole of it, `b` inside a bracket within a hole.
 */
function read(line: string, opened: LineState, isTyped: boolean): TokenLine {
  const out = new TokenWriter();
  let open = opened;
  let at = 0;
  let before = '';
  while (at < line.length) {
    if (open.endsWith('*') || open.endsWith('t')) {
      const end = open.endsWith('*') ? commentEnd(line, at) : templateEnd(line, at);
      out.add(end.at - at, open.endsWith('*') ? 'comment' : 'string');
      at = end.at;
      if (end.closes) open = end.closes === 'hole' ? `${open}h` : open.slice(0, -1);
      // Both are a value.
      before = end.closes === 'hole' ? '{' : ')';
      continue;
    }
    const text = next(line, at, before);
    const after = line.slice(at + text.length);
    if (text === '/*') open += '*';
    else if (text === '`') open += 't';
    else if (text === '{' && open !== '') open += 'b';
    else if (text === '}' && open !== '') open = open.slice(0, -1);
    if (text === '/*') out.add(2, 'comment');
    else if (text === '`' || (text === '}' && open.endsWith('t'))) out.add(1, 'string');
    else out.add(text.length, kindOf(text, before, after, isTyped));
    at += text.length;
    if (text.trim() && text !== '/*') before = text;
  }
  return { tokens: out.tokens, state: open };
}

function next(line: string, at: number, before: string): string {
  if (line.charAt(at) === '/' && !/^\/[/*]/.test(line.slice(at)) && beforePattern.test(before)) {
    pattern.lastIndex = at;
    const found = pattern.exec(line)?.[0];
    if (found) return found;
  }
  piece.lastIndex = at;
  return piece.exec(line)?.[0] ?? line.charAt(at);
}

function commentEnd(line: string, at: number): { at: number; closes?: 'text' } {
  const end = line.indexOf('*/', at);
  return end < 0 ? { at: line.length } : { at: end + 2, closes: 'text' };
}

function templateEnd(line: string, from: number): { at: number; closes?: 'text' | 'hole' } {
  for (let at = from; at < line.length; at++) {
    const sign = line.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '`') return { at: at + 1, closes: 'text' };
    else if (sign === '$' && line.charAt(at + 1) === '{') return { at: at + 2, closes: 'hole' };
  }
  return { at: line.length };
}

function kindOf(text: string, before: string, after: string, isTyped: boolean): TokenKind | undefined {
  if (text.startsWith('//')) return 'comment';
  if (/^["']/.test(text) || (text.length > 1 && text.startsWith('/') && text !== '/=')) return 'string';
  if (/^\.?\d/.test(text)) return 'number';
  if (!/^[#\p{L}_$]/u.test(text)) return undefined;
  const isMember = before === '.' || before === '?.';
  const isKey = /^\s*:/.test(after) && /^[{,]$/.test(before);
  if (!isMember && !isKey) {
    if (keywords.has(text) && !/^(?:get|set|of|static|async)$/.test(text)) return 'keyword';
    if (text === 'async' && /^\s*\([^()]*\)\s*=>/.test(after)) return 'keyword';
    if (keywords.has(text) && /^\s*[\p{L}_$[#(]/u.test(after) && !/^\s*\(/.test(after)) return 'keyword';
    if (isTyped && types.has(text) && typePlace.test(before)) return 'type';
    if (isTyped && typing.has(text) && /^\s+[\p{L}_$[{("']/u.test(after)) return 'keyword';
    if (/^(?:class|extends|implements|interface|enum|new|instanceof)$/.test(before)) return 'type';
    if (isTyped && (before === 'type' || (/^(?:[:<|&]|as|satisfies)$/.test(before) && /^\p{Lu}/u.test(text))))
      return 'type';
  }
  return /^\s*(?:\?\.)?\(/.test(after) || /^`/.test(after) ? 'name' : undefined;
}

export const javascriptLine = (line: string, state: LineState): TokenLine => read(line, state, false);
export const typescriptLine = (line: string, state: LineState): TokenLine => read(line, state, true);

import { TokenWriter, type LineState, type TokenKind, type TokenLine } from './token';

const piece = /#.*|"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|\$\{[^}]*\}?|[^\s,[\]{}#"':]+|\s+|./uy;

/** One line of YAML as our cells use it: maps, lists, scalars, comments, block texts. */
export function yamlLine(line: string, state: LineState): TokenLine {
  const out = new TokenWriter();
  const indent = line.length - line.trimStart().length;
  // The state is the indentation of a key whose block text (`|`, `>`) goes on while lines stand deeper.
  if (state !== '' && (line.trim() === '' || indent > Number(state))) {
    out.add(line.length, 'string');
    return { tokens: out.tokens, state };
  }
  let at = 0;
  let before = '';
  const key = /^(\s*(?:- +)*)([^\s#"'[\]{},&*!|>%@`-][^:#]*?|"[^"]*"|'[^']*'|-[^\s:#][^:#]*)(\s*)(:)(?=\s|$)/u.exec(
    line
  );
  if (key) {
    const [whole, head = '', name = ''] = key;
    out.add(head.length);
    out.add(name.length, 'name');
    out.add(whole.length - head.length - name.length);
    at = whole.length;
  }
  const block = /:\s+[|>][-+\d]*\s*(#.*)?$/.test(line);
  while (at < line.length) {
    piece.lastIndex = at;
    const text = piece.exec(line)?.[0] ?? line.charAt(at);
    // `#` begins a comment only after a space.
    const comment = text.startsWith('#') && (at === 0 || /\s$/.test(line.slice(0, at)));
    const inner = /^\s*:(?=\s|$)/.test(line.slice(at + text.length)) && !/^\s+$/.test(text);
    out.add(text.length, comment ? 'comment' : inner ? 'name' : kindOf(text, before, line.slice(at + text.length)));
    at += text.length;
    if (text.trim()) before = text;
  }
  return { tokens: out.tokens, state: block ? String(indent) : '' };
}

function kindOf(text: string, before: string, after: string): TokenKind | undefined {
  if (/^["']/.test(text)) return 'string';
  if (text.startsWith('${')) return 'name';
  // `24 hours` is a text.
  const ends = /^\s*(?:$|[,\]}]|\s#)/.test(after);
  if (ends && /^[-+]?\d/.test(text) && !Number.isNaN(Number(text.replaceAll('_', '')))) return 'number';
  if (/^(true|false|null|~)$/.test(text) && (before === '' || /[:,[-]$/.test(before))) return 'keyword';
  return undefined;
}

import { sqlKeywords, sqlTypes } from './sql-words';
import { TokenWriter, type LineState, type TokenLine } from './token';

/** What may stand open at a line's end: `*` for each level of a comment, a quote, or a dollar tag. */
const piece =
  /--.*|\/\*|\$\{[^}]*\}?|\$[A-Za-z_]*\$|[eE]?'|"|\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+|[\p{L}_][\p{L}\p{N}_$]*|\s+|::|./uy;

/** One line of SQL as DuckDB reads it, with `${…}` of ours. */
export function sqlLine(line: string, opened: LineState): TokenLine {
  const out = new TokenWriter();
  let at = 0;
  let open = opened;
  let before = '';
  while (at < line.length) {
    if (open) {
      const end = closing(line, at, open);
      out.add(end.at - at, open.startsWith('*') ? 'comment' : open === '"' ? undefined : 'string');
      at = end.at;
      open = end.open;
      continue;
    }
    piece.lastIndex = at;
    const text = piece.exec(line)?.[0] ?? line.charAt(at);
    if (text === '/*') open = '*';
    else if (/^[eE]?'$/.test(text)) open = text.length > 1 ? "e'" : "'";
    else if (text === '"') open = '"';
    else if (/^\$[A-Za-z_]*\$$/.test(text)) open = text;
    if (open) out.add(text.length, open === '*' ? 'comment' : open === '"' ? undefined : 'string');
    else out.add(text.length, kindOf(text, before, line.slice(at + text.length)));
    at += text.length;
    if (text.trim()) before = text;
  }
  return { tokens: out.tokens, state: open };
}

function kindOf(text: string, before: string, after: string) {
  if (text.startsWith('--')) return 'comment' as const;
  if (text.startsWith('${')) return 'name' as const;
  if (/^\.?\d/.test(text)) return 'number' as const;
  if (!/^[\p{L}_]/u.test(text)) return undefined;
  const word = text.toLowerCase();
  if (before === '::') return 'type' as const;
  if (before === '.') return /^\s*\(/.test(after) ? ('name' as const) : undefined;
  // `cast(x as date)`, but `select x as date`: a type ends at a bracket.
  if (before.toLowerCase() === 'as' && sqlTypes.has(word) && /^\s*[()[]/.test(after)) return 'type' as const;
  if (sqlKeywords.has(word)) return 'keyword' as const;
  return /^\s*\(/.test(after) ? ('name' as const) : undefined;
}

function closing(line: string, from: number, open: string): { at: number; open: string } {
  if (open.startsWith('*')) {
    const mark = /\*\/|\/\*/g;
    mark.lastIndex = from;
    const hit = mark.exec(line);
    if (!hit) return { at: line.length, open };
    return { at: mark.lastIndex, open: hit[0] === '*/' ? open.slice(1) : `${open}*` };
  }
  const ends: Record<string, RegExp> = { "'": /'(?!')|''/g, "e'": /'(?!')|''|\\./g, '"': /"(?!")|""/g };
  const mark = ends[open];
  if (!mark) {
    const end = line.indexOf(open, from);
    return end < 0 ? { at: line.length, open } : { at: end + open.length, open: '' };
  }
  mark.lastIndex = from;
  for (let hit = mark.exec(line); hit; hit = mark.exec(line)) {
    if (hit[0].length === 1) return { at: mark.lastIndex, open: '' };
  }
  return { at: line.length, open };
}

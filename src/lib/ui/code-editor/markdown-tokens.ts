import { TokenWriter, type LineState, type TokenLine } from './token';

const piece =
  /(`+)(?:(?!\1).)+\1|\*\*[^*\s](?:[^*]*[^*\s])?\*\*|\*[^*\s](?:[^*]*[^*\s])?\*|!?\[[^\]]*\]\([^)]*\)|<[^>\s]+>|[^`*![<]+|./uy;

/** One line of Markdown: headings, emphasis, code, links, lists, quotes, fences. */
export function markdownLine(line: string, state: LineState): TokenLine {
  const out = new TokenWriter();
  const fence = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (state) {
    const closes = fence !== undefined && fence.startsWith(state) && line.trim() === fence;
    out.add(line.length, closes ? 'comment' : 'string');
    return { tokens: out.tokens, state: closes ? '' : state };
  }
  if (fence !== undefined) {
    out.add(line.length, 'comment');
    return { tokens: out.tokens, state: fence };
  }
  if (/^\s{0,3}#{1,6}(\s|$)/.test(line)) {
    out.add(line.length, 'heading');
    return { tokens: out.tokens, state: '' };
  }
  const mark = /^\s*(?:[-*+]|\d+[.)]|>)(?=\s)/.exec(line)?.[0] ?? '';
  out.add(mark.length, 'keyword');
  let at = mark.length;
  while (at < line.length) {
    piece.lastIndex = at;
    const text = piece.exec(line)?.[0] ?? line.charAt(at);
    out.add(text.length, kindOf(text));
    at += text.length;
  }
  return { tokens: out.tokens, state: '' };
}

function kindOf(text: string) {
  if (text.length < 2) return undefined;
  if (text.startsWith('`')) return 'string' as const;
  if (text.startsWith('**')) return 'strong' as const;
  if (text.startsWith('*')) return 'emphasis' as const;
  if (/^!?\[.*\]\(/.test(text) || /^<.+>$/.test(text)) return 'name' as const;
  return undefined;
}

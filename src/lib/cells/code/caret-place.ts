/** Something that is open at the caret. */
interface Open {
  sign: '(' | '[' | '{' | '`' | '${';
  at: number;
}

export interface CaretPlace {
  inside: 'code' | 'comment' | 'text' | 'template';
  /** Of a template: the name before it, and where its text begins. */
  tag?: string;
  from?: number;
  open: readonly Open[];
}

const closes = { ')': '(', ']': '[' } as const;

/** What stands around a place of a program, read from its beginning; patterns between slashes are taken for signs. */
export function caretPlace(text: string, position: number): CaretPlace {
  const open: Open[] = [];
  let at = 0;
  while (at < position) {
    const sign = text.charAt(at);
    const top = open.at(-1);
    if (top?.sign === '`') {
      if (sign === '\\') at += 2;
      else if (sign === '`') {
        open.pop();
        at++;
      } else if (text.startsWith('${', at)) {
        open.push({ sign: '${', at });
        at += 2;
      } else at++;
      continue;
    }
    if (text.startsWith('//', at) || text.startsWith('/*', at)) {
      const close = text.charAt(at + 1) === '/' ? '\n' : '*/';
      const end = text.indexOf(close, at + 2);
      // A line comment goes on up to the end of its line, a block up to behind its last sign.
      const last = close === '\n' ? end : end + 1;
      if (end < 0 || last >= position) return { inside: 'comment', open };
      at = end + close.length;
      continue;
    }
    if (sign === '"' || sign === "'") {
      const end = endOfText(text, at);
      if (end >= position) return { inside: 'text', from: at + 1, open };
      at = end + 1;
      continue;
    }
    if (sign === '(' || sign === '[' || sign === '{' || sign === '`') open.push({ sign, at });
    else if (sign === '}' && (top?.sign === '{' || top?.sign === '${')) open.pop();
    else if ((sign === ')' || sign === ']') && top?.sign === closes[sign]) open.pop();
    at++;
  }
  const top = open.at(-1);
  if (top?.sign !== '`') return { inside: 'code', open };
  const tag = /[\p{L}_$][\p{L}\p{N}_$]*$/u.exec(text.slice(0, top.at))?.[0];
  return { inside: 'template', from: top.at + 1, open, ...(tag !== undefined && { tag }) };
}

/** Where a text between quotes ends: at its quote, or with its line. */
function endOfText(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign === quote || sign === '\n') return at;
  }
  return text.length;
}

/** What is called where an object is written as its argument: `Plot.dot` in `Plot.dot(rows, {x: …, |`. */
export function calledWith(text: string, { open }: CaretPlace): string | undefined {
  const [call, object] = open.slice(-2);
  if (object?.sign !== '{' || call?.sign !== '(') return undefined;
  return /[\p{L}_$][\p{L}\p{N}_$.]*$/u.exec(text.slice(0, call.at).trimEnd())?.[0];
}

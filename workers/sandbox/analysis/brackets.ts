import { tokenizer, tokTypes, type Token } from 'acorn';

/** Something that opened: a bracket, a template, a hole in it. */
export interface Opener {
  text: string;
  start: number;
}

const openers = new Map([
  [tokTypes.parenL, '('],
  [tokTypes.bracketL, '['],
  [tokTypes.braceL, '{'],
  [tokTypes.dollarBraceL, '${']
]);
const closers = new Map([
  [tokTypes.parenR, ['(']],
  [tokTypes.bracketR, ['[']],
  [tokTypes.braceR, ['{', '${']]
]);

/** What is open before an offset, the last one opened; a bracket that closes another one counts as none. */
export function openAt(text: string, offset: number): Opener | undefined {
  return openersAt(text, offset).at(-1);
}

function openersAt(text: string, offset: number): Opener[] {
  const open: Opener[] = [];
  try {
    for (const token of tokenizer(text, { ecmaVersion: 2024, sourceType: 'module' })) {
      if (token.start >= offset) break;
      take(token, open);
    }
  } catch (error) {
    // A text or comment that never ends: what stood open before it is known.
    if (!(error instanceof SyntaxError)) throw error;
  }
  return open;
}

function take({ type, start }: Token, open: Opener[]): void {
  const opens = openers.get(type);
  if (opens !== undefined) open.push({ text: opens, start });
  else if (type === tokTypes.backQuote) {
    if (open.at(-1)?.text === '`') open.pop();
    else open.push({ text: '`', start });
  } else if (closers.get(type)?.includes(open.at(-1)?.text ?? '')) open.pop();
}

/** Whether a closing bracket belongs to what is open. */
export function closes(word: string, open: string | undefined): boolean {
  return { ')': ['('], ']': ['['], '}': ['{', '${'] }[word]?.includes(open ?? '') === true;
}

/** Behind the last thing that is no blank. */
export function ends(text: string): number {
  return text.trimEnd().length;
}

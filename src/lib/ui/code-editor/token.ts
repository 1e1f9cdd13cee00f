export type TokenKind =
  'keyword' | 'string' | 'number' | 'name' | 'type' | 'comment' | 'heading' | 'emphasis' | 'strong';

/** A piece of a line. Without a kind it is plain. The lengths of a line's tokens add up to the line. */
export interface Token {
  length: number;
  kind?: TokenKind;
}

/** What is open at the end of a line: a comment, a string, a fence. Empty: nothing. */
export type LineState = string;

export interface TokenLine {
  tokens: Token[];
  state: LineState;
}

/** Collects tokens; neighbours of one kind become one. */
export class TokenWriter {
  readonly tokens: Token[] = [];

  add(length: number, kind?: TokenKind): void {
    const last = this.tokens.at(-1);
    if (length === 0) return;
    if (last && last.kind === kind) last.length += length;
    else this.tokens.push(kind === undefined ? { length } : { length, kind });
  }
}

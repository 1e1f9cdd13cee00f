import { markdownLine } from './markdown-tokens';
import { sqlLine } from './sql-tokens';
import { yamlLine } from './yaml-tokens';

export type CodeLanguage = 'sql' | 'yaml' | 'markdown' | 'text';

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

const readers: Record<CodeLanguage, (line: string, state: LineState) => TokenLine> = {
  sql: sqlLine,
  yaml: yamlLine,
  markdown: markdownLine,
  text: (line) => ({ tokens: line ? [{ length: line.length }] : [], state: '' })
};

/** One line's tokens. The same for the static view and the editor, so that nothing changes colour on a click. */
export function tokenLine(language: CodeLanguage, line: string, state: LineState): TokenLine {
  return readers[language](line, state);
}

/** A whole text, line by line, each piece with its text. */
export function tokenLines(language: CodeLanguage, text: string): { text: string; kind: TokenKind | undefined }[][] {
  let state: LineState = '';
  return text.split('\n').map((line) => {
    const read = tokenLine(language, line, state);
    state = read.state;
    let from = 0;
    return read.tokens.map(({ length, kind }) => {
      from += length;
      return { text: line.slice(from - length, from), kind };
    });
  });
}

/** Collects tokens; plain neighbours become one. */
export class TokenWriter {
  readonly tokens: Token[] = [];

  add(length: number, kind?: TokenKind): void {
    const last = this.tokens.at(-1);
    if (length === 0) return;
    if (last && last.kind === kind) last.length += length;
    else this.tokens.push(kind === undefined ? { length } : { length, kind });
  }
}

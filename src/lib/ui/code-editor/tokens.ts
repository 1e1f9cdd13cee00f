import { lateReader, type LateLanguage } from './late-readers.svelte';
import { markdownLine } from './markdown-tokens';
import { sqlLine } from './sql-tokens';
import type { LineState, TokenKind, TokenLine } from './token';
import { yamlLine } from './yaml-tokens';

type EarlyLanguage = 'sql' | 'yaml' | 'markdown' | 'text';
export type CodeLanguage = EarlyLanguage | LateLanguage;

const readers: Record<EarlyLanguage, (line: string, state: LineState) => TokenLine> = {
  sql: sqlLine,
  yaml: yamlLine,
  markdown: markdownLine,
  text: plain
};

function plain(line: string): TokenLine {
  return { tokens: line ? [{ length: line.length }] : [], state: '' };
}

/** One line's tokens. The same for the static view and the editor, so that nothing changes colour on a click. */
export function tokenLine(language: CodeLanguage, line: string, state: LineState): TokenLine {
  const read = language === 'javascript' || language === 'typescript' ? lateReader(language) : readers[language];
  return (read ?? plain)(line, state);
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

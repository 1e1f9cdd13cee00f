import type { Diagnostic } from './editor-options';

/**
 * Where a diagnostic is in the text, in characters. A place outside the text is brought inside: an error is shown
 * wherever it is, never lost.
 */
export function spanOf(text: string, diagnostic: Diagnostic): { from: number; to: number } {
  const from = offsetOf(text, diagnostic.line, diagnostic.column);
  if (diagnostic.endLine !== undefined || diagnostic.endColumn !== undefined) {
    const to = offsetOf(text, diagnostic.endLine ?? diagnostic.line, diagnostic.endColumn ?? diagnostic.column + 1);
    return { from, to: Math.max(from, to) };
  }
  const word = /^[\p{L}\p{N}_$]+|^\S/u.exec(text.slice(from))?.[0];
  if (word !== undefined) return { from, to: from + word.length };
  // At the end of a line or of the text: the character before is underlined, so that something is.
  return text.slice(0, from).endsWith('\n') || from === 0 ? { from, to: from } : { from: from - 1, to: from };
}

/** Characters from the start to a line and column, both from 1. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let count = 1; count < line; count += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + Math.max(0, column - 1), end < 0 ? text.length : end);
}

/** The least change that makes one text another: keeps caret, selection and undo where they are. */
export function leastChange(before: string, after: string): { from: number; to: number; insert: string } | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

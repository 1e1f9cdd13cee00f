import { failFormula } from './formula-errors';

export interface Token {
  kind: 'number' | 'name' | 'text' | 'sign' | 'end';
  /** The word itself: of a name without its backticks, of a text without its quotes. */
  word: string;
  /** Place in the formula, counted from 0. */
  at: number;
}

const SPACE = /\s+/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy;
const NAME = /[\p{L}.](?:[\p{L}\p{N}\p{M}._]*)/uy;
const QUOTED_NAME = /`([^`]+)`/uy;
const TEXT = /"([^"]*)"|'([^']*)'/uy;
const SIGN = /<=|>=|==|!=|[~+\-*/^:(),=<>|]/uy;

/**
 * The words of a formula. Names are those of R: letters of any language, digits, `.` and `_`; others stand in backticks.
 *
 * @throws `formula-character` with its place
 */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(formula);
  };
  while (at < formula.length) {
    const space = read(SPACE);
    if (space) {
      at += space[0].length;
      continue;
    }
    const [kind, found] =
      (
        [
          ['number', NUMBER],
          ['name', NAME],
          ['name', QUOTED_NAME],
          ['text', TEXT],
          ['sign', SIGN]
        ] as const
      )
        .map(([name, pattern]) => [name, read(pattern)] as const)
        .find(([, match]) => match !== null) ?? [];
    if (!kind || !found) {
      throw failFormula('formula-character', formula, at, {
        character: String.fromCodePoint(formula.codePointAt(at)!)
      });
    }
    tokens.push({ kind, word: found[1] ?? found[2] ?? found[0], at });
    at += found[0].length;
  }
  tokens.push({ kind: 'end', word: '', at: formula.length });
  return tokens;
}

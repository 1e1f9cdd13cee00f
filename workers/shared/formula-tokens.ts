/** A word of a formula. */
export interface FormulaToken {
  kind: 'number' | 'name' | 'text' | 'sign' | 'end';
  /** The word itself: of a name without its backticks, of a text without its quotes. */
  word: string;
  /** Place in the formula, counted from 0, and where the next word may begin. */
  at: number;
  end: number;
}

const SPACE = /\s+/uy;
const KINDS = [
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ['name', /[\p{L}.](?:[\p{L}\p{N}\p{M}._]*)/uy],
  ['name', /`([^`]+)`/uy],
  ['text', /"([^"]*)"|'([^']*)'/uy],
  ['sign', /<=|>=|==|!=|[~+\-*/^:(),=<>|]/uy]
] as const;

/**
 * The words of a formula as R has them: letters of any language, digits, `.` and `_`; other names stand in backticks.
 *
 * @returns the words up to the end, or up to the place of a character that no formula has
 */
export function scanFormula(formula: string): { tokens: FormulaToken[]; wrongAt?: number } {
  const tokens: FormulaToken[] = [];
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
      KINDS.map(([name, pattern]) => [name, read(pattern)] as const).find(([, match]) => match !== null) ?? [];
    if (!kind || !found) return { tokens, wrongAt: at };
    tokens.push({ kind, word: found[1] ?? found[2] ?? found[0], at, end: at + found[0].length });
    at += found[0].length;
  }
  tokens.push({ kind: 'end', word: '', at: formula.length, end: formula.length });
  return { tokens };
}

/** Where a formula names a column: not the name of a function, nor that of a function's argument, nor `TRUE`. */
export function formulaNames(formula: string): { name: string; at: number; end: number }[] {
  const { tokens } = scanFormula(formula);
  return tokens.flatMap(({ kind, word, at, end }, place) => {
    if (kind !== 'name') return [];
    const isQuoted = formula[at] === '`';
    const [before, next] = [tokens[place - 1]?.word, tokens[place + 1]];
    const isCall = !isQuoted && next?.kind === 'sign' && next.word === '(';
    const isArgument = next?.kind === 'sign' && next.word === '=';
    const isTruth = !isQuoted && before === '=' && (word === 'TRUE' || word === 'FALSE');
    return isCall || isArgument || isTruth ? [] : [{ name: word, at, end }];
  });
}

const PLAIN = /^(?:[\p{L}]|\.(?!\d))[\p{L}\p{N}\p{M}._]*$/u;

/** A name as R writes it: in backticks unless it is a plain one. */
export function formulaName(name: string): string {
  return PLAIN.test(name) ? name : `\`${name}\``;
}

/** A formula with another name for a column; names compare as columns do, without case. All else stays as written. */
export function renamedInFormula(formula: string, from: string, to: string): string {
  const found = formulaNames(formula).filter(({ name }) => name.toLowerCase() === from.toLowerCase());
  return found.reduceRight((text, { at, end }) => text.slice(0, at) + formulaName(to) + text.slice(end), formula);
}

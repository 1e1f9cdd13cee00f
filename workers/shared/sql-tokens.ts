/** One piece of SQL text. `text` is without quotes and escapes; `start` and `end` are offsets in the source. */
export interface SqlToken {
  type: 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'symbol';
  text: string;
  start: number;
  end: number;
}

const space = /\s+/y;
const word = /[\p{L}_][\p{L}\p{N}\p{M}_$]*/uy;
const number = /(?:\d|\.\d)[\p{L}\p{N}_.]*/uy;
const dollarTag = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const dollarName = /\$[\p{L}\p{N}_]+/uy;
const pairs = /::|:=|=>/y;

function endOf(pattern: RegExp, sql: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(sql) ? pattern.lastIndex : start;
}

/** End of a quoted piece that opens at `start`; a doubled quote does not close it. What is never closed runs to the end. */
function endOfQuoted(sql: string, start: number, escapes: { backslash: boolean }): number {
  const quote = sql[start];
  for (let at = start + 1; at < sql.length; at++) {
    if (escapes.backslash && sql[at] === '\\') at++;
    else if (sql[at] === quote) {
      if (sql[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return sql.length;
}

function endOfComment(sql: string, start: number): number {
  let depth = 0;
  for (let at = start; at < sql.length; at++) {
    const pair = sql.slice(at, at + 2);
    if (pair === '/*') depth++;
    else if (pair === '*/') depth--;
    else continue;
    at++;
    if (depth === 0) return at + 1;
  }
  return sql.length;
}

/** End of `${…}`: braces and strings inside it are balanced. */
function endOfParameter(sql: string, start: number): number {
  let depth = 0;
  for (let at = start + 1; at < sql.length; at++) {
    const letter = sql[at];
    if (letter === "'" || letter === '"') at = endOfQuoted(sql, at, { backslash: false }) - 1;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return at + 1;
  }
  return sql.length;
}

function unquote(piece: string): string {
  const quote = piece[0] as string;
  const closed = piece.length > 1 && piece.endsWith(quote);
  return piece.slice(1, closed ? -1 : undefined).replaceAll(quote + quote, quote);
}

function tokenAt(sql: string, start: number): SqlToken {
  const letter = sql[start] as string;
  const make = (type: SqlToken['type'], end: number, text = sql.slice(start, end)): SqlToken => ({
    type,
    text,
    start,
    end
  });

  if (letter === "'") {
    const end = endOfQuoted(sql, start, { backslash: false });
    return make('string', end, unquote(sql.slice(start, end)));
  }
  if (letter === '"') {
    const end = endOfQuoted(sql, start, { backslash: false });
    return make('quoted', end, unquote(sql.slice(start, end)));
  }
  if ((letter === 'e' || letter === 'E') && sql[start + 1] === "'") {
    const end = endOfQuoted(sql, start + 1, { backslash: true });
    return make('string', end, unquote(sql.slice(start + 1, end)));
  }
  if (letter === '$') {
    if (sql[start + 1] === '{') return make('parameter', endOfParameter(sql, start));
    const opened = endOf(dollarTag, sql, start);
    if (opened > start) {
      const tag = sql.slice(start, opened);
      const closing = sql.indexOf(tag, opened);
      const end = closing < 0 ? sql.length : closing + tag.length;
      return make('string', end, sql.slice(opened, closing < 0 ? undefined : closing));
    }
    const named = endOf(dollarName, sql, start);
    if (named > start) return make('symbol', named);
  }
  const afterWord = endOf(word, sql, start);
  if (afterWord > start) return make('word', afterWord);
  const afterNumber = endOf(number, sql, start);
  if (afterNumber > start) return make('number', afterNumber);
  const afterPair = endOf(pairs, sql, start);
  return make('symbol', afterPair > start ? afterPair : start + 1);
}

/**
 * The tokens of SQL text in DuckDB's dialect, without spaces and comments (block comments nest).
 * Never throws: what is never closed runs to the end of the text.
 */
export function sqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  while (at < sql.length) {
    const afterSpace = endOf(space, sql, at);
    if (afterSpace > at) at = afterSpace;
    else if (sql.startsWith('--', at)) {
      const line = sql.indexOf('\n', at);
      at = line < 0 ? sql.length : line;
    } else if (sql.startsWith('/*', at)) at = endOfComment(sql, at);
    else {
      const token = tokenAt(sql, at);
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

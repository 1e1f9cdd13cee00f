import type { Place } from '../shared/errors';
import { scanSql, type SqlParameter } from '../shared/sql-scan';
import { sqlTokens, type SqlToken } from '../shared/sql-tokens';
import type { SqlDefinition, Variable } from './contract';
import { quoteText } from './duck';
import { fail } from './errors';

/** A cell's SELECT as it may be run: every `${…}` an expression over a variable of the connection. */
export interface CompiledCell {
  /** `SELECT * FROM (…)` around the cell's text: what is not one SELECT cannot stand there. */
  statement: string;
  /** To be set before: name and value. */
  variables: readonly { name: string; value: Variable }[];
  /** Tables it reads, as written. */
  tables: readonly string[];
  /** Where it names them. */
  uses: readonly { name: string; place: Place }[];
  /** The table that the whole cell is, where it is `from t` or `select * from t`. */
  alias: string | undefined;
  /** Another run may give other rows: random numbers, samples, the clock. */
  volatile: boolean;
  /** Where the cell's text ends in `statement`. */
  end: number;
  /** From an offset in `statement` to line and column in the cell's text. */
  placeOf(offset: number): Place;
}

const beginsSelect = new Set(
  'select with from values table pivot unpivot pivot_wider pivot_longer summarize describe desc show ('.split(' ')
);
const changesByItself = new Set(
  'random rand uuid gen_random_uuid uuidv4 uuidv7 now current_timestamp localtimestamp get_current_timestamp transaction_timestamp sample tablesample setseed nextval'.split(
    ' '
  )
);
const opening = 'SELECT * FROM (\n';

/**
 * @param variableName makes a name that no other cell's variable has
 * @throws `sql-empty`, `sql-not-a-select`, `sql-several`, `sql-bracket`, `sql-no-value`, `sql-itself`
 */
export function compileCell(definition: SqlDefinition, variableName: () => string): CompiledCell {
  const { sql, name } = definition;
  const tokens = checkedTokens(sql);
  const names = scanSql(sql);
  const itself = names.uses.find((use) => use.name.toLowerCase() === name.toLowerCase());
  if (itself) throw fail('sql-itself', { name }, { place: placeIn(sql, itself.start) });

  const variables = new Map<string, { name: string; value: Variable }>();
  const pieces: { from: number; to: number; text: string }[] = [];
  const end = tokens.at(-1)?.text === ';' ? tokens.at(-1)!.start : sql.length;
  let statement = opening;
  let at = 0;
  const copy = (to: number) => {
    pieces.push({ from: at, to: statement.length, text: sql.slice(at, to) });
    statement += sql.slice(at, to);
    at = to;
  };
  for (const parameter of names.parameters) {
    copy(parameter.start);
    const variable = variableOf(definition, parameter, variables, variableName);
    pieces.push({ from: parameter.start, to: statement.length, text: '' });
    statement += expressionOf(parameter, variable, around(tokens, parameter));
    at = parameter.end;
  }
  copy(end);
  const endsAt = statement.length;
  statement += '\n)';
  return {
    statement,
    end: endsAt,
    variables: [...variables.values()],
    tables: names.tables,
    uses: names.uses.map((use) => ({ name: use.name, place: placeIn(sql, use.start) })),
    alias: aliasOf(tokens),
    volatile: tokens.some((token) => token.type === 'word' && changesByItself.has(token.text.toLowerCase())),
    placeOf: (offset) => placeIn(sql, sourceOffset(pieces, offset, end))
  };
}

function checkedTokens(sql: string): readonly SqlToken[] {
  const tokens = sqlTokens(sql);
  const first = tokens[0];
  if (!first || first.text === ';') throw fail('sql-empty');
  if (!beginsSelect.has(first.text.toLowerCase()) && first.type !== 'parameter' && statements.test(first.text)) {
    throw fail('sql-not-a-select', { word: first.text }, { place: placeIn(sql, first.start) });
  }
  const end = tokens.findIndex((token) => token.type === 'symbol' && token.text === ';');
  if (end >= 0 && end < tokens.length - 1) {
    throw fail('sql-several', {}, { place: placeIn(sql, tokens[end]!.start) });
  }
  checkBrackets(sql, tokens);
  return tokens;
}

/** DuckDB would find an open bracket only behind the cell's text, and a closing one too many would close our own. */
function checkBrackets(sql: string, tokens: readonly SqlToken[]): void {
  const open: SqlToken[] = [];
  for (const token of tokens) {
    if (token.type !== 'symbol') continue;
    if (token.text === '(') open.push(token);
    else if (token.text === ')' && !open.pop()) {
      throw fail('sql-bracket', { word: ')' }, { place: placeIn(sql, token.start) });
    }
  }
  const last = open.pop();
  if (last) throw fail('sql-bracket', { word: '(' }, { place: placeIn(sql, last.start) });
}

const statements =
  /^(insert|update|delete|create|drop|alter|copy|set|reset|attach|detach|use|load|install|export|import|pragma|call|begin|commit|rollback|vacuum|truncate|merge|explain|analyze|checkpoint|prepare|execute|deallocate|grant|comment|force)$/i;

function variableOf(
  { sql, variables: given }: SqlDefinition,
  parameter: SqlParameter,
  known: Map<string, { name: string; value: Variable }>,
  variableName: () => string
): { name: string; value: Variable } {
  const { name } = parameter;
  if (!name || !Object.hasOwn(given, name)) {
    throw fail('sql-no-value', { name: name || undefined }, { place: placeIn(sql, parameter.start) });
  }
  let variable = known.get(name);
  if (!variable) known.set(name, (variable = { name: variableName(), value: given[name] ?? null }));
  return variable;
}

/** What stands directly before and after a parameter. */
function around(tokens: readonly SqlToken[], parameter: SqlParameter): { before: string[]; after: string | undefined } {
  const at = tokens.findIndex((token) => token.start === parameter.start);
  return {
    before: [tokens[at - 2]?.text.toLowerCase() ?? '', tokens[at - 1]?.text.toLowerCase() ?? ''],
    after: tokens[at + 1]?.text
  };
}

/** `in ${list}` and `in (${list})` both mean the list's items. */
function expressionOf(
  parameter: SqlParameter,
  variable: { name: string; value: Variable },
  { before, after }: { before: string[]; after: string | undefined }
): string {
  const value = `getvariable(${quoteText(variable.name)})`;
  const leading = parameter.expression.indexOf(parameter.name);
  const rest = parameter.expression.slice(leading + parameter.name.length);
  if (Array.isArray(variable.value) && rest.trim() === '') {
    // A list of nothing has no type that fits every column; a missing value fits them all.
    const items = variable.value.length > 0 ? `SELECT unnest(${value})` : 'SELECT NULL WHERE false';
    if (before[1] === 'in') return `(${items})`;
    if (before[0] === 'in' && before[1] === '(' && after === ')') return items;
  }
  return `(${value}${rest})`;
}

function aliasOf(tokens: readonly SqlToken[]): string | undefined {
  const words = tokens.filter((token) => !(token.type === 'symbol' && token.text === ';'));
  const [from, table] = words.length === 4 && isWords(words, ['select', '*']) ? words.slice(2) : words;
  if (words.length !== 2 && words.length !== 4) return undefined;
  if (from?.type !== 'word' || from.text.toLowerCase() !== 'from') return undefined;
  return table && (table.type === 'word' || table.type === 'quoted') ? table.text : undefined;
}

function isWords(tokens: readonly SqlToken[], texts: readonly string[]): boolean {
  return texts.every((text, at) => tokens[at]?.text.toLowerCase() === text);
}

/** Inside an expression that took a `${…}`'s place, the place is where it begins. */
function sourceOffset(
  pieces: readonly { from: number; to: number; text: string }[],
  offset: number,
  end: number
): number {
  const piece = pieces.findLast((one) => one.to <= offset);
  if (!piece) return 0;
  return Math.min(end, piece.text ? piece.from + Math.min(offset - piece.to, piece.text.length) : piece.from);
}

/** Line and column, both from 1, of an offset. Columns count UTF-16 units, as the editor does. */
export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}

// One state machine over the tokens: its rules only make sense side by side, so they stay in one file.
import { sqlTokens, type SqlToken } from './sql-tokens';

/** A `${…}` of a SQL text. `start` and `end` enclose it with its braces. */
export interface SqlParameter {
  start: number;
  end: number;
  /** What stands between the braces, word for word. */
  expression: string;
  /** The expression's leading identifier: the name the cell waits for. Empty where it begins with something else. */
  name: string;
}

/** A place where SQL names a table that is not its own. */
export interface TableUse {
  /** Without `main.`; another schema is kept: `other.t`. */
  name: string;
  start: number;
  end: number;
}

export interface SqlNames {
  /** In order of first appearance, each once (compared without case). CTE names and functions are left out. */
  tables: readonly string[];
  uses: readonly TableUse[];
  /** Files named in reading functions or as strings in a table's place. */
  files: readonly string[];
  /** Leading identifiers of the `${…}`, each once. */
  params: readonly string[];
  parameters: readonly SqlParameter[];
}

/** What stands between one pair of parentheses, brackets or braces (the whole text is one, too). */
interface Frame {
  parent: Frame | undefined;
  /** FROM means a FROM clause here; in `extract(year from t)` it does not. */
  query: boolean;
  /** The next name is a table. */
  expects: boolean;
  /** A comma brings a further table. */
  listing: boolean;
  common: Set<string>;
  cte: 'none' | 'name' | 'head' | 'body';
  /** Name of the CTE at hand, and whether it may use itself. */
  cteName: string;
  recursive: boolean;
  /** What positional strings mean: a reading function's files, or `query_table`'s tables. */
  strings: 'none' | 'files' | 'tables' | 'sql';
  start: number;
  /** A list of VALUES: its parentheses hold no tables. */
  values: boolean;
}

const readsFiles =
  /^(read_(csv|csv_auto|parquet|json|json_auto|json_objects|json_objects_auto|ndjson|ndjson_auto|ndjson_objects|text|blob|xlsx)|parquet_(scan|metadata|schema|file_metadata|kv_metadata|bloom_probe)|sniff_csv|glob|st_read)$/;
const endsFrom = new Set(
  'where group having window qualify order limit offset union except intersect select returning'.split(' ')
);
const beginsTable = new Set('describe desc summarize show pivot unpivot pivot_wider pivot_longer table'.split(' '));
const beginsQuery = new Set([...beginsTable, 'select', 'with', 'from', 'values', 'explain', 'analyze']);
const leadingName = /^\s*([\p{L}_][\p{L}\p{N}\p{M}_]*)/u;

function frame(parent: Frame | undefined, start: number): Frame {
  return {
    parent,
    query: parent === undefined,
    expects: false,
    listing: false,
    common: new Set(),
    cte: 'none',
    cteName: '',
    recursive: false,
    strings: 'none',
    start,
    values: false
  };
}

function isCommon(name: string, from: Frame): boolean {
  for (let at: Frame | undefined = from; at; at = at.parent) if (at.common.has(name)) return true;
  return false;
}

class Scanner {
  readonly uses: TableUse[] = [];
  readonly files = new Set<string>();
  #frame = frame(undefined, 0);
  #at = 0;

  constructor(private readonly tokens: readonly SqlToken[]) {}

  run(): void {
    for (; this.#at < this.tokens.length; this.#at++) this.#token(this.tokens[this.#at] as SqlToken);
  }

  #before(): SqlToken | undefined {
    return this.tokens[this.#at - 1];
  }

  #isFirst(): boolean {
    return this.#at === this.#frame.start || this.#before()?.text === ';';
  }

  #token(token: SqlToken): void {
    const here = this.#frame;
    if (token.type === 'symbol') return this.#symbol(token, here);
    if (token.type === 'string') return this.#string(token, here);
    if (token.type === 'parameter' || token.type === 'number') {
      here.expects = false;
      return;
    }
    if (here.cte === 'name' || here.cte === 'head') return this.#cteHead(token, here);
    if (token.type === 'word' && this.#keyword(token.text.toLowerCase(), here)) return;
    if (here.expects) this.#table(here);
  }

  #keyword(word: string, here: Frame): boolean {
    if (this.#before()?.text === '.' && this.#before()?.type === 'symbol') return false;
    if (this.#isFirst() && beginsQuery.has(word)) {
      const trims = this.tokens[this.#at - 2]?.text.toLowerCase() === 'trim';
      here.query ||= !(word === 'from' && trims);
    }
    const opens = this.#isFirst() || ['describe', 'summarize', 'explain', 'analyze'].includes(this.#previousWord());
    if (word === 'with' && opens) {
      here.cte = 'name';
      here.expects = false;
      here.recursive = this.tokens[this.#at + 1]?.text.toLowerCase() === 'recursive';
      if (here.recursive) this.#at++;
    } else if (word === 'from') {
      if (!here.query || this.#previousWord() === 'distinct') return true;
      here.expects = here.listing = true;
    } else if (word === 'join') here.expects = true;
    else if (opens && beginsTable.has(word)) {
      here.expects = true;
      if (word === 'show' && /^(all|tables|databases)$/i.test(this.tokens[this.#at + 1]?.text ?? ''))
        here.expects = false;
    } else if (endsFrom.has(word)) {
      here.expects = here.listing = false;
      if (word === 'union' || word === 'except' || word === 'intersect') here.query = true;
    } else if (word === 'values' && (here.expects || this.#isFirst())) {
      here.values = true;
      here.expects = false;
    } else if (word === 'lateral' && here.expects) return true;
    else return false;
    return true;
  }

  #previousWord(): string {
    const before = this.#before();
    return before?.type === 'word' ? before.text.toLowerCase() : '';
  }

  #cteHead(token: SqlToken, here: Frame): void {
    if (here.cte === 'name') {
      here.cteName = token.text.toLowerCase();
      here.cte = 'head';
      if (here.recursive) here.common.add(here.cteName);
    } else if (token.type === 'word' && token.text.toLowerCase() === 'as') here.cte = 'body';
  }

  #symbol(token: SqlToken, here: Frame): void {
    if (token.text === '(' || token.text === '[' || token.text === '{') return this.#open(token.text, here);
    if (token.text === ')' || token.text === ']' || token.text === '}') return this.#close(here);
    if (token.text === ';') Object.assign(here, frame(here.parent, this.#at + 1));
    else if (token.text === ',' && here.listing) here.expects = true;
    else if (token.text !== ',') here.expects = false;
  }

  #open(symbol: string, here: Frame): void {
    const inner = frame(here, this.#at + 1);
    const before = this.#before();
    if (symbol === '(') {
      inner.expects = here.expects && !here.values;
      const called = before?.type === 'word' ? before.text.toLowerCase() : '';
      if (readsFiles.test(called)) inner.strings = 'files';
      else if (called === 'query_table') inner.strings = 'tables';
      else if (called === 'query') inner.strings = 'sql';
    } else if (symbol === '[' && (before?.text === '(' || before?.text === ',')) inner.strings = here.strings;
    here.expects = false;
    this.#frame = inner;
  }

  #close(here: Frame): void {
    const outer = here.parent;
    // A parenthesis too many: the engine will say so.
    if (!outer) return;
    this.#frame = outer;
    if (outer.cte !== 'body') return;
    // Not before: `with a as (select * from a)` reads the table `a`.
    outer.common.add(outer.cteName);
    outer.cte = 'none';
    if (this.tokens[this.#at + 1]?.text === ',') {
      outer.cte = 'name';
      this.#at++;
    }
  }

  #string(token: SqlToken, here: Frame): void {
    const before = this.#before();
    const positional = before?.type === 'symbol' && ['(', '[', ','].includes(before.text);
    if (here.expects) this.files.add(token.text);
    else if (positional && here.strings === 'files') this.files.add(token.text);
    else if (positional && here.strings === 'tables') this.#use(token.text, token.start, token.end);
    else if (positional && here.strings === 'sql') {
      const inner = new Scanner(sqlTokens(token.text));
      inner.run();
      for (const use of inner.uses) this.#use(use.name, token.start, token.end);
      for (const file of inner.files) this.files.add(file);
    }
    here.expects = false;
  }

  #use(name: string, start: number, end: number): void {
    this.uses.push({ name, start, end });
  }

  /** Reads `catalog.schema.name`, unless a parenthesis follows: then it is a function. */
  #table(here: Frame): void {
    const first = this.tokens[this.#at] as SqlToken;
    // DuckDB's alias in front: `from b : births`.
    if (this.tokens[this.#at + 1]?.text === ':') {
      this.#at++;
      return;
    }
    here.expects = false;
    const parts = [first.text];
    let last = first;
    for (;;) {
      const dot = this.tokens[this.#at + 1];
      const next = this.tokens[this.#at + 2];
      if (dot?.type !== 'symbol' || dot.text !== '.' || (next?.type !== 'word' && next?.type !== 'quoted')) break;
      parts.push(next.text);
      last = next;
      this.#at += 2;
    }
    const following = this.tokens[this.#at + 1];
    if (following?.type === 'symbol' && following.text === '(') return;
    if (parts.length === 1 && isCommon(first.text.toLowerCase(), here)) return;
    if (parts.length === 3 && parts[0]?.toLowerCase() === 'memory') parts.shift();
    if (parts.length === 2 && parts[0]?.toLowerCase() === 'main') parts.shift();
    this.#use(parts.join('.'), first.start, last.end);
  }
}

function once(names: readonly string[], fold: (name: string) => string): string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(fold(name))) seen.set(fold(name), name);
  return [...seen.values()];
}

/**
 * The names a SQL text waits for, found by its tokens: no engine is asked and no table need exist.
 * Never throws; text that is no SQL gives whatever its words look like.
 *
 * @see tests/oracles/notebook/sql-names.json (agrees with DuckDB's getTableNames wherever that one answers)
 */
export function scanSql(sql: string): SqlNames {
  const tokens = sqlTokens(sql);
  const scanner = new Scanner(tokens);
  scanner.run();
  const parameters = tokens
    .filter((token) => token.type === 'parameter')
    .map(({ start, end, text }) => {
      const expression = text.slice(2, text.endsWith('}') ? -1 : undefined);
      return { start, end, expression, name: leadingName.exec(expression)?.[1] ?? '' };
    });
  return {
    tables: once(
      scanner.uses.map((use) => use.name),
      (name) => name.toLowerCase()
    ),
    uses: scanner.uses,
    files: [...scanner.files],
    params: once(
      parameters.map((parameter) => parameter.name).filter((name) => name !== ''),
      (name) => name
    ),
    parameters
  };
}

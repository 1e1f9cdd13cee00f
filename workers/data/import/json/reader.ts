import { fail } from '../errors';

/** A value as it stands in the text: numbers keep all their digits, lists and records stay JSON. */
export interface JsonValue {
  kind: 'null' | 'number' | 'string' | 'boolean' | 'nested';
  text: string;
}

const number = /-?(?:(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)|NaN/y;
const word = /null|true|false/y;
const space = /[ \t\n\r]*/y;

/**
 * Reads JSON from its text, because `JSON.parse` turns 9007199254740993 into another number. NaN and Infinity, which
 * Python writes, are read too.
 *
 * @throws `json-syntax` with line and column
 */
export class JsonReader {
  at = 0;

  constructor(
    readonly text: string,
    private readonly file: string,
    private readonly firstLine = 1
  ) {}

  skip(): void {
    space.lastIndex = this.at;
    space.exec(this.text);
    this.at = space.lastIndex;
  }

  /** The next character that is no space. */
  peek(): string | undefined {
    this.skip();
    return this.text[this.at];
  }

  expect(mark: string): void {
    if (this.peek() !== mark) throw this.broken(mark);
    this.at++;
  }

  take(mark: string): boolean {
    if (this.peek() !== mark) return false;
    this.at++;
    return true;
  }

  end(): void {
    if (this.peek() !== undefined) throw this.broken('the end');
  }

  string(): string {
    if (this.peek() !== '"') throw this.broken('a text in double quotes');
    const from = this.at;
    let close = this.text.indexOf('"', from + 1);
    while (close > 0 && this.isEscaped(close)) close = this.text.indexOf('"', close + 1);
    if (close < 0) throw this.broken('a closing quote');
    this.at = close + 1;
    const inner = this.text.slice(from + 1, close);
    if (!/[\\\u0000-\u001f]/.test(inner)) return inner;
    try {
      return JSON.parse(this.text.slice(from, close + 1)) as string;
    } catch {
      this.at = from;
      throw this.broken('a text with valid escapes');
    }
  }

  value(): JsonValue {
    const mark = this.peek();
    if (mark === '"') return { kind: 'string', text: this.string() };
    if (mark === '{' || mark === '[') {
      const from = this.at;
      this.pass(0);
      return { kind: 'nested', text: compact(this.text.slice(from, this.at)) };
    }
    word.lastIndex = this.at;
    const found = word.exec(this.text)?.[0];
    if (found !== undefined) {
      this.at += found.length;
      return { kind: found === 'null' ? 'null' : 'boolean', text: found };
    }
    number.lastIndex = this.at;
    const digits = number.exec(this.text)?.[0];
    if (digits === undefined) throw this.broken('a value');
    this.at += digits.length;
    return { kind: 'number', text: digits };
  }

  /** Key by key of a record. */
  record(take: (key: string, value: JsonValue) => void): void {
    this.expect('{');
    if (this.take('}')) return;
    do {
      const key = this.string();
      this.expect(':');
      take(key, this.value());
    } while (this.take(','));
    this.expect('}');
  }

  broken(expected: string): unknown {
    const before = this.text.slice(0, this.at).split(/\r\n|\n|\r/);
    const place = { file: this.file, line: this.firstLine + before.length - 1, column: before.at(-1)!.length + 1 };
    return fail('json-syntax', { expected }, { place });
  }

  private isEscaped(at: number): boolean {
    let slashes = 0;
    while (this.text[at - 1 - slashes] === '\\') slashes++;
    return slashes % 2 === 1;
  }

  private pass(depth: number): void {
    if (depth > 200) throw this.broken('less nesting');
    const close = this.peek() === '{' ? '}' : ']';
    this.at++;
    if (this.take(close)) return;
    do {
      if (close === '}') {
        this.string();
        this.expect(':');
      }
      const mark = this.peek();
      if (mark === '{' || mark === '[') this.pass(depth + 1);
      else this.value();
    } while (this.take(','));
    this.expect(close);
  }
}

/** Without the spaces between its parts. */
function compact(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|[ \t\n\r]+/g, (_, text: string | undefined) => text ?? '');
}

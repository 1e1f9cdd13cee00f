/**
 * One file because it is one state machine: the loop below is the only reader that knows records, fields and lines, and
 * what DuckDB loads is checked against it. Measured at 400 MB/s and more on plain text.
 */
import type { AppError, Place } from '../../../shared/errors';
import { fail } from '../errors';

export interface ScanOptions {
  file: string;
  delimiter: string;
  quote: string;
  /** Record numbers (from 1, the heading included) whose line is wanted, ascending. */
  watch?: readonly number[];
  /** The number of fields is not checked. */
  anyWidth?: boolean;
  /** Hears of a record with another number of fields, instead of an error. */
  onWrong?: (record: WrongWidth) => void;
  /** Hears where each line break outside quotes begins and ends, as offsets in the text. */
  onBreak?: (start: number, end: number) => void;
}

export interface WrongWidth {
  /** From 1, the heading included. */
  record: number;
  line: number;
  found: number;
  expected: number;
  /** Offsets in the text; the line break is not part of it. */
  start: number;
  end: number;
  error: AppError;
}

export interface ScanFacts {
  /** Records, the heading included. Blank lines are none. */
  records: number;
  /** Fields of the first record. */
  width: number;
  bytes: number;
  /** Physical lines. */
  lines: number;
  blankLines: number;
  /** The last record ends without a line break, and whether its last field is empty (`3,`). */
  openEnd: boolean;
  openEndEmptyField: boolean;
  lastLine: number;
  /** Line ends other than the first kind met: DuckDB wants one kind. */
  lineEnds: { lf: number; crlf: number; cr: number };
  /** Line breaks inside quotes. */
  quotedBreaks: number;
  /** Where the first record begins (after a mark and blank lines) and where what follows it begins. */
  firstStart: number;
  secondStart: number;
  longestRecord: number;
  endsInReturn: boolean;
  /** Record → line, of those watched. */
  watched: ReadonlyMap<number, number>;
}

const PLAIN = 0;
const DELIMITER = 1;
const LINE_FEED = 2;
const RETURN = 3;
const QUOTE = 4;
const NUL = 5;
const HIGH = 6;
const SPACE = 32;

const FIELD_START = 0;
const UNQUOTED = 1;
const QUOTED = 2;
const QUOTE_SEEN = 3;

/** Longest record: DuckDB's buffer is set to the same. */
export const LONGEST_LINE = 32 * 1024 * 1024;

/**
 * Counts records and fields of UTF-8 text exactly, chunk by chunk: quotes, doubled quotes, line breaks inside quotes, LF,
 * CRLF and CR, a byte order mark, blank lines.
 *
 * @throws `csv-too-few-fields`, `csv-too-many-fields`, `csv-quote-open` (where it opened), `csv-quote-stray`, `csv-nul`,
 * `csv-not-utf-8`, `csv-line-too-long`, each with line and column
 */
export class CsvScanner {
  #outside = new Uint8Array(256);
  #inside = new Uint8Array(256);
  #file: string;
  #anyWidth: boolean;
  #watch: readonly number[];
  #nextWatch = 0;
  #watched = new Map<number, number>();

  #state = FIELD_START;
  #afterReturn = false;
  #tail: Uint8Array = new Uint8Array(0);
  #begun = false;
  #bytes = 0;
  #line = 1;
  #lineStart = 0;
  /** Continuation bytes met on this line: a column counts characters. */
  #extra = 0;
  #fields = 0;
  #recordLine = 1;
  #recordStart = 0;
  #records = 0;
  #width = 0;
  #blank = 0;
  #quotePlace: Place = {};
  #ends = { lf: 0, crlf: 0, cr: 0 };
  #lastLine = 1;
  #firstStart = 0;
  #secondStart = 0;
  #longest = 0;
  #endsInReturn = false;
  #quotedBreaks = 0;
  #returnAt = 0;
  #onBreak: ((start: number, end: number) => void) | undefined;
  #onWrong: ((record: WrongWidth) => void) | undefined;
  #multibyte = 0;

  constructor(options: ScanOptions) {
    this.#file = options.file;
    this.#anyWidth = options.anyWidth ?? false;
    this.#watch = options.watch ?? [];
    this.#onBreak = options.onBreak;
    this.#onWrong = options.onWrong;
    for (const kinds of [this.#outside, this.#inside]) {
      kinds.fill(HIGH, 128);
      kinds[0] = NUL;
      kinds[10] = LINE_FEED;
      kinds[13] = RETURN;
      if (options.quote !== '') kinds[options.quote.charCodeAt(0)] = QUOTE;
    }
    this.#outside[options.delimiter.charCodeAt(0)] = DELIMITER;
  }

  get watched(): ReadonlyMap<number, number> {
    return this.#watched;
  }

  /** True once every watched record's line is known. */
  get sawAll(): boolean {
    return this.#nextWatch >= this.#watch.length;
  }

  push(next: Uint8Array): void {
    let chunk = next;
    if (this.#tail.length > 0) {
      chunk = new Uint8Array(this.#tail.length + next.length);
      chunk.set(this.#tail);
      chunk.set(next, this.#tail.length);
      this.#tail = new Uint8Array(0);
    }
    let from = 0;
    if (!this.#begun) {
      if (chunk.length < 3) {
        this.#tail = chunk.slice();
        return;
      }
      this.#begun = true;
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
        from = 3;
        this.#lineStart = this.#recordStart = 3;
      }
    }
    this.#scan(chunk, from, false);
  }

  finish(): ScanFacts {
    const rest = this.#tail;
    this.#tail = new Uint8Array(0);
    const bom = !this.#begun && rest.length >= 3 && rest[0] === 0xef && rest[1] === 0xbb && rest[2] === 0xbf;
    this.#begun = true;
    this.#scan(rest, bom ? 3 : 0, true);
    if (this.#state === QUOTED) throw fail('csv-quote-open', {}, { place: this.#quotePlace });
    const openEnd = this.#fields > 0 || this.#state !== FIELD_START;
    const openEndEmptyField = openEnd && this.#state === FIELD_START;
    if (openEnd) this.#endRecord(this.#bytes);
    return {
      records: this.#records,
      width: this.#width,
      bytes: this.#bytes,
      lines: this.#lineStart < this.#bytes ? this.#line : this.#line - 1,
      blankLines: this.#blank,
      openEnd,
      openEndEmptyField,
      lastLine: this.#lastLine,
      firstStart: this.#firstStart,
      secondStart: this.#secondStart === 0 ? this.#bytes : this.#secondStart,
      longestRecord: this.#longest,
      endsInReturn: this.#endsInReturn,
      lineEnds: { ...this.#ends },
      quotedBreaks: this.#quotedBreaks,
      watched: this.#watched
    };
  }

  /** Text behind a quote that closed on a later line says more of the quote that was never closed than of itself. */
  #strayQuote(place: Place): Error {
    const opened = this.#quotePlace.line;
    return fail('csv-quote-stray', opened === place.line ? {} : { opened, line: place.line }, { place });
  }

  #place(offset: number): Place {
    return { file: this.#file, line: this.#line, column: offset - this.#lineStart - this.#extra + 1 };
  }

  #beginRecord(): void {
    if (this.#nextWatch < this.#watch.length && this.#watch[this.#nextWatch] === this.#records + 1) {
      this.#watched.set(this.#records + 1, this.#recordLine);
      this.#nextWatch++;
    }
  }

  #endRecord(offset: number): void {
    this.#fields++;
    this.#beginRecord();
    this.#records++;
    this.#lastLine = this.#recordLine;
    this.#longest = Math.max(this.#longest, offset - this.#recordStart);
    if (this.#longest > LONGEST_LINE) {
      throw fail('csv-line-too-long', {}, { place: { file: this.#file, line: this.#recordLine, column: 1 } });
    }
    if (this.#records === 1) {
      this.#width = this.#fields;
      this.#firstStart = this.#recordStart;
    }
    if (this.#fields !== this.#width && !this.#anyWidth) this.#wrongWidth(offset);
    this.#fields = 0;
    this.#state = FIELD_START;
  }

  #wrongWidth(end: number): void {
    const values = { found: this.#fields, expected: this.#width, line: this.#recordLine };
    const code = this.#fields < this.#width ? 'csv-too-few-fields' : 'csv-too-many-fields';
    const error = fail(code, values, { place: this.#place(end) });
    if (!this.#onWrong) throw error;
    this.#onWrong({ ...values, record: this.#records, start: this.#recordStart, end, error });
  }

  #newLine(offset: number, bytes: number): void {
    this.#line++;
    this.#lineStart = offset + bytes;
    this.#extra = 0;
  }

  #quotedLine(offset: number): void {
    this.#quotedBreaks++;
    this.#newLine(offset, 1);
  }

  /** Ends the record at a line break, or counts a blank line; `offset` is where the break begins. */
  #breakRecord(offset: number): void {
    const blank = this.#state === FIELD_START && this.#fields === 0;
    // In a table of one column an empty line is a record whose field is empty.
    if (blank && (this.#width !== 1 || this.#anyWidth)) this.#blank++;
    else this.#endRecord(offset);
  }

  #scan(chunk: Uint8Array, from: number, last: boolean): void {
    const outside = this.#outside;
    const inside = this.#inside;
    const base = this.#bytes;
    const length = chunk.length;
    let state = this.#state;
    let index = from;
    if (this.#afterReturn && (index < length || last)) index = this.#finishReturn(chunk, index, base);
    while (index < length) {
      if (state === QUOTED) {
        while (index < length && inside[chunk[index] as number] === PLAIN) index++;
      } else if (state === UNQUOTED) {
        while (index < length && outside[chunk[index] as number] === PLAIN) index++;
      }
      if (index >= length) break;
      const byte = chunk[index] as number;
      const kind = state === QUOTED ? inside[byte] : outside[byte];
      if (kind === HIGH) {
        const size = sequenceLength(chunk, index);
        if (size === 0 || (size < 0 && last))
          throw fail('csv-not-utf-8', { multibyte: this.#multibyte }, { place: this.#place(base + index) });
        if (size < 0) {
          this.#tail = chunk.slice(index);
          break;
        }
        if (state === QUOTE_SEEN) throw this.#strayQuote(this.#place(base + index));
        if (state === FIELD_START) state = UNQUOTED;
        this.#multibyte++;
        this.#extra += size - 1;
        index += size;
        continue;
      }
      if (kind === NUL) throw fail('csv-nul', {}, { place: this.#place(base + index) });
      if (state === QUOTED) {
        if (kind === QUOTE) state = QUOTE_SEEN;
        else if (kind === LINE_FEED) this.#quotedLine(base + index);
        else if (index + 1 < length) {
          if (chunk[index + 1] === 10) index++;
          this.#quotedLine(base + index);
        } else {
          // A return that ends the chunk: the line break may go on in the next one.
          if (last) this.#quotedLine(base + index);
          else this.#tail = chunk.slice(index);
          if (!last) break;
        }
        index++;
        continue;
      }
      if (kind === PLAIN) {
        // Spaces between a closing quote and the delimiter are dropped, as DuckDB does.
        if (state === QUOTE_SEEN && byte === SPACE) {
          index++;
          continue;
        }
        if (state === QUOTE_SEEN) throw this.#strayQuote(this.#place(base + index));
        state = UNQUOTED;
      } else if (kind === DELIMITER) {
        this.#fields++;
        state = FIELD_START;
      } else if (kind === QUOTE) {
        if (state === FIELD_START) {
          state = QUOTED;
          this.#quotePlace = this.#place(base + index);
        } else if (state === QUOTE_SEEN) state = QUOTED;
      } else {
        this.#state = state;
        this.#breakRecord(base + index);
        state = FIELD_START;
        if (kind === LINE_FEED) {
          this.#ends.lf++;
          this.#onBreak?.(base + index, base + index + 1);
          this.#newLine(base + index, 1);
          this.#startRecord();
        } else {
          this.#afterReturn = true;
          this.#returnAt = base + index;
          if (index + 1 < length || last) {
            index = this.#finishReturn(chunk, index + 1, base);
            continue;
          }
        }
      }
      index++;
    }
    this.#state = state;
    if (length > 0) this.#endsInReturn = chunk[length - 1] === 13;
    this.#bytes = base + (this.#tail.length > 0 ? length - this.#tail.length : length);
  }

  #finishReturn(chunk: Uint8Array, index: number, base: number): number {
    this.#afterReturn = false;
    const both = chunk[index] === 10;
    if (both) this.#ends.crlf++;
    else this.#ends.cr++;
    const next = both ? index + 1 : index;
    this.#onBreak?.(this.#returnAt, base + next);
    this.#newLine(base + next, 0);
    this.#startRecord();
    return next;
  }

  #startRecord(): void {
    this.#recordLine = this.#line;
    this.#recordStart = this.#lineStart;
    if (this.#records === 1 && this.#secondStart === 0) this.#secondStart = this.#lineStart;
  }
}

/** Bytes of the UTF-8 sequence at `index`; 0 when it is none, −1 when the chunk ends within it (Unicode 15, table 3-7). */
function sequenceLength(chunk: Uint8Array, index: number): number {
  const lead = chunk[index] as number;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let step = 1; step < size; step++) {
    const byte = chunk[index + step];
    if (byte === undefined) return -1;
    const low = step > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = step > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return 0;
  }
  return size;
}

import type { JobOptions } from '../../../shared/job';
import { AppError } from '../../../shared/errors';
import { quoteText, type Duck } from '../../duck';
import type { CsvOptions, Encoding, Remark } from '../contract';
import { fail } from '../errors';
import { columnNames, fileName } from '../files/names';
import type { Staged } from '../source';
import { proposeDialect, proposeHeader, proposeMarks } from './dialect';
import { encodingFromHead, oneByteEncoding, toUtf8 } from './encoding';
import { sampleRecords } from './records';
import { withLineFeeds } from './line-feeds';
import { linesOfRecords, scanBlob } from './scan-file';
import type { ScanFacts, WrongWidth } from './scanner';
import { checkFew, recordsOf, stageWrong, without } from './wrong-records';
import { remark } from '../remarks';

/** Files up to this size (in UTF-8) become tables; larger ones are read where they lie. */
export const IN_PLACE_FROM = 256 * 1024 * 1024;

const SAMPLE = 512 * 1024;
const LONG_LINE = 2 * 1024 * 1024;
const MOST_COLUMNS = 10_000;

export interface OpenedCsv {
  staged: Staged;
  csv: CsvOptions;
  marksAmbiguous: boolean;
}

interface Text {
  blob: Blob;
  encoding: Encoding;
  facts: ScanFacts;
  wrong: readonly WrongWidth[];
  /** Bytes of the given file that the reader has had. */
  readBytes: number;
  csv: CsvOptions;
  marksAmbiguous: boolean;
}

export interface CsvInput {
  path: string;
  blob: Blob;
  wanted: Partial<CsvOptions>;
  /** A name that no other registered file has. */
  handle: string;
  /** Records with another number of fields go aside instead of being an error. */
  setAside?: boolean;
  inPlaceFrom?: number;
}

/**
 * Opens delimited text: what is not wanted in a certain way is proposed; then every byte is scanned, and DuckDB is set to
 * read exactly that, nothing guessed by it.
 */
export async function openCsv(duck: Duck, input: CsvInput, options: JobOptions): Promise<OpenedCsv> {
  const { path, handle } = input;
  const { blob, facts, csv, encoding, marksAmbiguous, wrong, readBytes } = await scanText(input, options);
  const warnings: Remark[] = [];
  const end = checkEnd(path, facts, csv, warnings);
  if (facts.width > MOST_COLUMNS) {
    throw fail('csv-too-many-columns', { found: facts.width, most: MOST_COLUMNS }, { place: { file: path, line: 1 } });
  }
  const head = await sampleText(blob);
  const { names, changed } = csv.header
    ? columnNames(firstRecord(await sampleText(blob, facts.secondStart), csv))
    : columnNames(Array.from({ length: facts.width }, () => null));
  if (csv.header && changed > 0) {
    warnings.push(remark('names-changed', { count: changed }));
  }
  if (input.wanted.encoding === undefined && !encoding.startsWith('utf-')) {
    warnings.push(remark('encoding-proposed', { encoding }));
  }
  const heading = csv.header && facts.records > 0 ? 1 : 0;
  const rows = facts.records - heading - wrong.length;
  const start = csv.header ? facts.secondStart : facts.firstStart;
  const text = wrong.length > 0 ? await without(blob, wrong, start, end) : blob.slice(start, end);
  const local = rows > 0 ? await duck.registerFile(handle, text) : undefined;
  const aside = wrong.length > 0 ? await stageWrong(duck, blob, wrong, { file: path, heading, handle }) : undefined;
  const columns = names.map((name, at) => ({ name, key: `c${at}`, kind: 'open' as const }));
  const staged: Staged = {
    from: local === undefined ? nothing(columns.length) : readCsvSql(local, csv, columns.length, facts),
    columns,
    rows,
    inPlace: facts.bytes >= (input.inPlaceFrom ?? IN_PLACE_FROM),
    linesOf: async (wanted) => {
      const records = recordsOf(wanted, heading, wrong);
      const lines = await linesOfRecords(blob, { file: path, delimiter: csv.delimiter, quote: csv.quote }, records);
      return records.map((record) => lines.get(record) ?? 0);
    },
    ...(aside && { wrong: aside }),
    counted: { records: facts.records, heading, blankLines: facts.blankLines, readBytes },
    warnings,
    raw: head.split(/\r\n|\n|\r/, 51).slice(0, 50),
    release: async () => {
      await aside?.release();
      if (local !== undefined) await duck.dropFile(handle);
    }
  };
  return { staged, csv, marksAmbiguous };
}

async function scanText(input: CsvInput, options: JobOptions): Promise<Text> {
  const known = input.wanted.encoding ?? (await encodingFromHead(input.blob));
  try {
    return await scanAs(input, known ?? 'utf-8', options);
  } catch (error) {
    // Not one letter beyond ASCII was UTF-8 before the first that is not: it never was UTF-8.
    const never = error instanceof AppError && error.code === 'csv-not-utf-8' && error.values['multibyte'] === 0;
    if (known !== undefined || !never) throw error;
    return scanAs(input, await oneByteEncoding(input.blob), options);
  }
}

async function scanAs(
  { blob: given, path, wanted, setAside }: CsvInput,
  encoding: Encoding,
  options: JobOptions
): Promise<Text> {
  let transcoded = 0;
  const onBytes = (bytes: number) => void (transcoded += bytes);
  const blob = await toUtf8(given, encoding, path, { signal: options.signal, onBytes });
  const text = await sampleText(blob);
  const whole = blob.size <= SAMPLE;
  const dialect = proposeDialect(text, wanted, whole);
  const records = sampleRecords(text, dialect, { most: 1000, whole });
  const header = wanted.header ?? proposeHeader(records);
  const { ambiguous, ...marks } = proposeMarks(header ? records.slice(1) : records);
  let wrong: WrongWidth[] = [];
  const scan = {
    file: path,
    ...dialect,
    ...(setAside && { onWrong: (record: WrongWidth) => void wrong.push(record) })
  };
  const facts = await scanBlob(blob, {
    ...scan,
    signal: options.signal,
    onBytes: (done) =>
      options.progress?.({ step: 'import-scanning', done, total: blob.size, unit: 'bytes', of: fileName(path) })
  });
  checkFew(wrong, facts.records);
  if (facts.records === 0) throw fail('file-empty', { file: path }, { place: { file: path } });
  const csv: CsvOptions = {
    ...dialect,
    encoding,
    header,
    decimal: wanted.decimal ?? marks.decimal,
    thousands:
      wanted.thousands ?? (wanted.decimal === undefined || wanted.decimal === marks.decimal ? marks.thousands : ''),
    dateOrder: wanted.dateOrder ?? 'ymd',
    ...(wanted.lastLine !== undefined && { lastLine: wanted.lastLine })
  };
  const marksAmbiguous = ambiguous && wanted.decimal === undefined;
  const readBytes = encoding === 'utf-8' ? facts.bytes : transcoded;
  if (!needsOneKind(facts)) return { blob, encoding, facts, csv, marksAmbiguous, wrong, readBytes };
  const one = await withLineFeeds(blob, { ...scan, onWrong: () => undefined });
  wrong = [];
  // The same records and lines: only offsets have moved. The end's story is the given file's.
  const moved = await scanBlob(one, { ...scan, signal: options.signal });
  const { openEnd, openEndEmptyField, lastLine } = facts;
  const there = { ...moved, openEnd, openEndEmptyField, lastLine };
  return { blob: one, encoding, facts: there, csv, marksAmbiguous, wrong, readBytes };
}

/** The last line break is half a CRLF: a cut went through it. */
function hasHalfBreak({ lineEnds: { lf, cr }, endsInReturn }: ScanFacts): boolean {
  return cr === 1 && lf === 0 && endsInReturn;
}

/**
 * DuckDB knows one kind of line end a file, and takes the first break it meets for it, be it one inside quotes. Such files
 * are given to it with LF everywhere outside quotes; what is inside stays.
 */
function needsOneKind(facts: ScanFacts): boolean {
  const { lf, crlf, cr } = facts.lineEnds;
  const kinds = [lf, crlf, hasHalfBreak(facts) && crlf > 0 ? 0 : cr].filter((count) => count > 0).length;
  return kinds > 1 || (facts.quotedBreaks > 0 && lf === 0);
}

/** What the end of the file says about a cut. @returns where the content ends */
function checkEnd(file: string, facts: ScanFacts, csv: CsvOptions, warnings: Remark[]): number {
  const place = { file, line: facts.lastLine };
  const halfBreak = hasHalfBreak(facts);
  if (facts.openEndEmptyField && csv.lastLine !== 'whole') {
    throw fail('csv-last-line-cut', { line: facts.lastLine }, { place });
  }
  if ((facts.openEnd || halfBreak) && csv.lastLine !== 'whole') {
    warnings.push(remark('last-line-open', { line: facts.lastLine }, place));
  }
  return halfBreak ? facts.bytes - 1 : facts.bytes;
}

async function sampleText(blob: Blob, size = SAMPLE): Promise<string> {
  return new TextDecoder().decode(await blob.slice(0, size).arrayBuffer());
}

function firstRecord(text: string, { delimiter, quote }: CsvOptions): readonly (string | null)[] {
  return sampleRecords(text, { delimiter, quote }, { most: 1, whole: true })[0] ?? [];
}

/** Everything explicit: the sniffer loses rows in silence (DuckDB 1.4.3). An empty field is NULL, `""` is empty text. */
function readCsvSql(path: string, csv: CsvOptions, width: number, facts: ScanFacts): string {
  const types = Array.from({ length: width }, (_, at) => `'c${at}': 'VARCHAR'`).join(', ');
  const quote = quoteText(csv.quote);
  const { lf, crlf, cr } = facts.lineEnds;
  // Told that lines end in CRLF, DuckDB misreads a quoted last field; it finds out by itself from the first line break.
  const end = lf > 0 ? `new_line='\\n', ` : crlf === 0 && cr > 0 ? `new_line='\\r', ` : '';
  const size =
    facts.longestRecord < LONG_LINE ? '' : `, max_line_size=${64 * 1024 * 1024}, buffer_size=${128 * 1024 * 1024}`;
  return (
    `read_csv(${quoteText(path)}, auto_detect=false, compression='none', delim=${quoteText(csv.delimiter)}, quote=${quote}, escape=${quote}, ` +
    `header=false, strict_mode=true, null_padding=false, ignore_errors=false, nullstr='', allow_quoted_nulls=false, ` +
    `${end}encoding='utf-8'${size}, columns={${types}})`
  );
}

function nothing(width: number): string {
  const columns = Array.from({ length: width }, (_, at) => `NULL::VARCHAR AS c${at}`).join(', ');
  return `(SELECT ${columns} WHERE false)`;
}

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
import { linesOfRecords, scanBlob, type ScanFacts } from './scanner';
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
  csv: CsvOptions;
  marksAmbiguous: boolean;
}

export interface CsvInput {
  path: string;
  blob: Blob;
  wanted: Partial<CsvOptions>;
  /** A name that no other registered file has. */
  handle: string;
  inPlaceFrom?: number;
}

/**
 * Opens delimited text: what is not wanted in a certain way is proposed; then every byte is scanned, and DuckDB is set to
 * read exactly that, nothing guessed by it.
 */
export async function openCsv(duck: Duck, input: CsvInput, options: JobOptions): Promise<OpenedCsv> {
  const { path, handle } = input;
  const { blob, facts, csv, encoding, marksAmbiguous } = await scanText(input, options);
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
  const rows = facts.records - (csv.header && facts.records > 0 ? 1 : 0);
  const start = csv.header ? facts.secondStart : facts.firstStart;
  const local = rows > 0 ? await duck.registerFile(handle, blob.slice(start, end)) : undefined;
  const columns = names.map((name, at) => ({ name, key: `c${at}`, kind: 'open' as const }));
  const staged: Staged = {
    from: local === undefined ? nothing(columns.length) : readCsvSql(local, csv, columns.length, facts),
    columns,
    rows,
    inPlace: facts.bytes >= (input.inPlaceFrom ?? IN_PLACE_FROM),
    linesOf: async (wanted) => {
      const shift = csv.header ? 1 : 0;
      const scan = { file: path, delimiter: csv.delimiter, quote: csv.quote };
      const lines = await linesOfRecords(
        blob,
        scan,
        wanted.map((row) => row + shift)
      );
      return wanted.map((row) => lines.get(row + shift) ?? 0);
    },
    warnings,
    raw: head.split(/\r\n|\n|\r/, 51).slice(0, 50),
    release: () => (local === undefined ? Promise.resolve() : duck.dropFile(handle))
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

async function scanAs({ blob: given, path, wanted }: CsvInput, encoding: Encoding, options: JobOptions): Promise<Text> {
  const blob = await toUtf8(given, encoding, path, options.signal);
  const text = await sampleText(blob);
  const whole = blob.size <= SAMPLE;
  const dialect = proposeDialect(text, wanted, whole);
  const records = sampleRecords(text, dialect, { most: 1000, whole });
  const header = wanted.header ?? proposeHeader(records);
  const { ambiguous, ...marks } = proposeMarks(header ? records.slice(1) : records);
  const scan = { file: path, ...dialect };
  const facts = await scanBlob(blob, {
    ...scan,
    signal: options.signal,
    onBytes: (done) =>
      options.progress?.({ step: 'import-scanning', done, total: blob.size, unit: 'bytes', of: fileName(path) })
  });
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
  if (!needsOneKind(facts)) return { blob, encoding, facts, csv, marksAmbiguous };
  const one = await withLineFeeds(blob, scan);
  // The same records and lines: only offsets have moved. The end's story is the given file's.
  const moved = await scanBlob(one, { ...scan, signal: options.signal });
  const { openEnd, openEndEmptyField, lastLine } = facts;
  return { blob: one, encoding, facts: { ...moved, openEnd, openEndEmptyField, lastLine }, csv, marksAmbiguous };
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

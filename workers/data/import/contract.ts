import type { JobOptions } from '../../shared/job';
import type { Place, Values } from '../../shared/errors';
import type { Table } from '../../shared/table';
import type { Relation, SourceFile } from '../contract';

export type ImportFormat = 'csv' | 'parquet' | 'json' | 'ndjson' | 'excel' | 'arrow' | 'duckdb';

/** integer holds 32 bits, bigint 64; number is a DOUBLE; timestamp has microseconds and no zone. */
export type ImportType =
  'text' | 'integer' | 'bigint' | 'number' | `decimal(${number},${number})` | 'boolean' | 'date' | 'timestamp' | 'time';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1' | 'iso-8859-15';
export type Delimiter = ',' | ';' | '\t' | '|' | ' ';
export type DateOrder = 'ymd' | 'dmy' | 'mdy';
/** What happens to values that do not fit their column: nothing is read, the column is text, or their rows go aside. */
export type Misfits = 'stop' | 'text' | 'set-aside';

export interface CsvOptions {
  delimiter: Delimiter;
  quote: '"' | "'" | '';
  encoding: Encoding;
  /** The first record holds the names. Without: column1, column2 … */
  header: boolean;
  decimal: '.' | ',';
  thousands: '' | '.' | ',' | ' ' | "'";
  dateOrder: DateOrder;
  /** `whole`: a person has said that the last line, which looks cut, is complete. */
  lastLine?: 'whole';
}

export interface ImportColumn {
  name: string;
  type: ImportType;
  unit?: string;
  label?: string;
  /** The name in the file, where `name` is another. */
  from?: string;
  /** Texts that mean "not recorded" in this column: `?`, `NA`, `-999`. An empty field always does. */
  missing?: readonly string[];
  /** Where this column differs from the file's. */
  dateOrder?: DateOrder;
  /** First year of the hundred that two-digit years lie in: 2000 reads 21 as 2021, 1950 reads 49 as 2049 and 50 as 1950. */
  yearsFrom?: number;
}

/** Everything needed to read one table again, exactly as a person confirmed it. Plain values: it is stored as YAML. */
export interface ImportPlan {
  /** Name of the table that comes of it. */
  name: string;
  /** Path with folder and archive: `ward/labs.csv`, `extract.zip/PERSON.csv`. */
  file: string;
  format: ImportFormat;
  /** The sheet of a workbook or the table of a DuckDB file (`schema.table`). */
  inner?: string;
  /** CSV only. */
  csv?: CsvOptions;
  /** Excel only: the first row holds the names. */
  header?: boolean;
  /** Excel only: the cells that are the table (`B3:F40`). Without: the whole sheet. */
  range?: string;
  /** Excel only: every cell of a merged block holds the block's value. Without: only its first. */
  fillMerged?: boolean;
  columns: readonly ImportColumn[];
  misfits: Misfits;
  /** As last read. A file that no longer has this fingerprint is an error on reading. */
  rows?: number;
  fingerprint?: Fingerprint;
}

/** What a person may have fixed already; the rest is proposed. Columns are matched by `from`, else by `name`. */
export type WantedPlan = Pick<ImportPlan, 'file'> &
  Partial<Omit<ImportPlan, 'file' | 'csv' | 'columns'>> & {
    csv?: Partial<CsvOptions>;
    columns?: readonly (Pick<ImportColumn, 'name'> & Partial<ImportColumn>)[];
  };

export interface Fingerprint {
  bytes: number;
  /** Milliseconds since 1970; of the outer file for one inside an archive. */
  modified: number;
  /** SHA-256 of the first and of the last MiB, hexadecimal, joined by a hyphen. */
  sha256: string;
}

/** An error or warning as plain values, so that lists of them cross to the page. */
export interface Remark {
  code: string;
  message: string;
  hint?: string;
  place?: Place;
  values?: Values;
}

/** One table that could be read from what was dropped. */
export interface FoundTable {
  file: string;
  inner?: string;
  format: ImportFormat;
  /** Size as stored unpacked. */
  bytes: number;
  /** Proposed: the stem in lower case, `_` for other characters, `t_` before a digit. */
  name: string;
  omop?: { version: '5.3' | '5.4'; table: string };
}

export interface Inspection {
  tables: readonly FoundTable[];
  /** Files that cannot be read, each with the reason and the way out. */
  problems: readonly (Remark & { file: string })[];
  /** Names that more than one table would take: a person (or an error) must decide. */
  clashes: readonly { name: string; files: readonly string[] }[];
  /** By-files that are no data: `__MACOSX/…`, `.DS_Store`, empty folders, our own notebooks. */
  ignored: readonly string[];
  omop?: { version: '5.3' | '5.4'; tables: number };
}

/** What only a person can answer. Until then the plan holds the safe choice (text). */
export interface Question {
  code: 'date-order' | 'decimal-mark' | 'last-line' | 'century';
  /** Columns it concerns, by the name in the plan. */
  columns: readonly string[];
  message: string;
  /** `change` is to be merged into the wanted plan. */
  choices: readonly { label: string; change: Omit<WantedPlan, 'file'> }[];
}

export interface ProposedColumn {
  name: string;
  /** Why this type: "14,203 of 14,203 read as whole number". */
  reason: Remark;
  /** Rows with a value, and rows empty or missing; absent where only reading the whole file would tell (Parquet, Arrow). */
  present?: number;
  missing?: number;
  /** Rows whose value does not fit the type. */
  misfits: number;
  /** The tokens that are read as missing, each with its count in the whole file. */
  tokens?: readonly { token: string; count: number }[];
  /** Other types that every value would fit. */
  alternatives: readonly ImportType[];
}

/** What was read against what the file holds. */
export interface Truth {
  /** Size of the file as it lies there (unpacked, where it lay in an archive). */
  fileBytes: number;
  /** Bytes that passed the reader: the file was read to its end only where they are equal. Absent: the format has no one pass. */
  readBytes?: number;
  /** Records (text) or rows (sheet, table) in the file, heading included; a line break inside quotes ends none. */
  records: number;
  heading: 0 | 1;
  /** Rows that go (or went) into the table of its own. */
  setAside: number;
  /** records − heading − setAside. */
  rows: number;
  blankLines: number;
}

/** Records whose number of fields is not the heading's. */
export interface WrongRecord {
  file: string;
  line: number;
  found: number;
  expected: number;
}

export interface MisfitPlaces {
  /** Rows that hold any. */
  rows: number;
  /** Values, over the whole file. */
  count: number;
  /** The first hundred, in the order of the file. */
  first: readonly Misfit[];
  /** Only where such rows are set aside: else the first is an error. */
  records: { count: number; first: readonly WrongRecord[] };
}

export interface Proposal {
  plan: ImportPlan;
  /** At most 50 rows as they will be. */
  preview: Table;
  /** The first lines as they stand in the file (CSV, JSON); empty for binary formats. */
  raw: readonly string[];
  /** In the order of `plan.columns`. */
  columns: readonly ProposedColumn[];
  questions: readonly Question[];
  warnings: readonly Remark[];
  /** What does not fit, found on the whole file before anything is read. */
  misfits: MisfitPlaces;
  truth: Truth;
  /** Of a workbook: the cells that the sheet uses (`A1:F40`), and how many of its blocks are merged. */
  sheet?: { used: string; merged: number };
  bytes: number;
  /** Rows of the file, those to be set aside included. */
  rows: number;
  omop?: { version: '5.3' | '5.4'; table: string };
}

export interface Misfit {
  file: string;
  /** The line the record begins on (CSV, NDJSON), the sheet's row (Excel), else the row counted from 1. */
  line: number;
  /** Column counted from 1. */
  column: number;
  columnName: string;
  expected: ImportType;
  /** Only in a proposal, for the person before the file, never for a message or a report: what stands there (cut at 80). */
  value?: string;
  /** Only in a proposal: the row of the preview and beyond, from 1. */
  row?: number;
}

export interface ImportResult {
  relation: Relation;
  rows: number;
  /** Present when rows were set aside; the relation is a table `<name>_set_aside`. */
  setAside?: { rows: number; relation: Relation };
  misfits: MisfitPlaces;
  truth: Truth;
  warnings: readonly Remark[];
  fingerprint: Fingerprint;
}

/** Bringing files in. Every method may throw an `AppError` with the place in the file; then nothing has changed. */
export interface Imports {
  /** What is in the files, folders and archives. Reads little of each. */
  inspect(files: readonly SourceFile[], options?: JobOptions): Promise<Inspection>;
  /**
   * How one table would be read. CSV, JSON and Excel are read whole to decide the types.
   * @param wanted what is known or fixed: at least the path (with `inner` for a sheet or a table)
   * @param sources the files as given to `inspect`; the one that `wanted.file` lies in is found by its path
   */
  propose(wanted: WantedPlan, sources: readonly SourceFile[], options?: JobOptions): Promise<Proposal>;
  /**
   * Reads the table; replaces one of the same name only when it is whole.
   * @throws `import-misfits` (with `misfits: 'stop'`): nothing is read; the first places are listed in `details`
   * @throws `file-changed` when the plan has a fingerprint and the file is another by now
   */
  read(plan: ImportPlan, sources: readonly SourceFile[], options?: JobOptions): Promise<ImportResult>;
  /** Lets go of the files behind relations that were removed. Unknown names are no error. */
  forget(names: readonly string[]): Promise<void>;
}

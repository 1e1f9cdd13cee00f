/** What is looked at before it leaves: plain values, so that every check runs anywhere and knows no engine. */
export type Value = string | number | boolean | undefined;

export type ValueKind = 'number' | 'text' | 'date' | 'bool';

export interface LookedColumn {
  name: string;
  /** Dates are ISO texts. */
  kind: ValueKind;
  values: readonly Value[];
}

export interface LookedTable {
  /** The cell or table it comes from: two exports of one name are compared. */
  name: string;
  columns: readonly LookedColumn[];
  /** Rows at hand. */
  rows: number;
  /** Rows that would leave, where that are more than are at hand. */
  of?: number;
  /** What the notebook knows: whether its rows are single persons or stays. */
  individual?: boolean;
}

export type PayloadKind =
  | 'notebook'
  | 'table'
  | 'chart'
  | 'report'
  | 'backup'
  | 'link'
  | 'clipboard'
  | 'print'
  | 'ledger'
  | 'model'
  | 'json'
  /** Made by this page from a seed: there is nobody in it. Named by `egress/simulated.ts` alone. */
  | 'simulated'
  | 'file';

export interface Payload {
  kind: PayloadKind;
  tables: readonly LookedTable[];
  /** Own text that leaves as it is. */
  texts?: readonly { name: string; text: string }[];
  /** A picture of so many marks; `individual`: made of rows of single persons. */
  drawn?: { name: string; marks: number; individual: boolean };
}

/** `stop`: not in this form. `mend`: with a reason, or mended. `tell`: to be known, no more. */
export type Severity = 'stop' | 'mend' | 'tell';

export type FindingCode =
  | 'identifier-name'
  | 'identifier-value'
  | 'identifier-text'
  | 'person-key'
  | 'rows'
  | 'rows-forbidden'
  | 'drawn-rows'
  | 'free-text'
  | 'birth-date'
  | 'exact-dates'
  | 'small-cells'
  | 'open-cells'
  | 'small-shares'
  | 'small-groups'
  | 'complements'
  | 'difference'
  | 'extremes'
  | 'no-counts'
  | 'partly-looked'
  | 'model-weights';

/** What an identifying column or value is. */
export type IdentifierKind = 'name' | 'email' | 'phone' | 'national-id' | 'iban' | 'record-number' | 'address' | 'ip';

export type Mend =
  | { kind: 'drop'; table: string; column: string }
  | { kind: 'suppress'; table: string; cells: readonly CellPlace[] }
  | { kind: 'year'; table: string; column: string }
  | { kind: 'round'; table: string; columns: readonly string[]; base: number }
  | { kind: 'counts'; table: string; columns: readonly string[] };

/** Row counted from 0, and the column's name. */
export interface CellPlace {
  row: number;
  column: string;
}

export interface Finding {
  code: FindingCode;
  severity: Severity;
  table?: string;
  column?: string;
  identifier?: IdentifierKind;
  /** How many cells, rows or lines it concerns. */
  count: number;
  /** Of those, where the first ones stand. */
  cells?: readonly CellPlace[];
  /** Any of them helps; the first is what is proposed. */
  mends: readonly Mend[];
}

/** Counts that left earlier, kept on this device to compare later exports with. */
export interface PublishedCounts {
  table: string;
  /** By count column and labels. */
  counts: Readonly<Record<string, number>>;
}

export interface CheckContext {
  /** The least count that may be seen. */
  minCell: number;
  rows: 'never' | 'ask';
  before?: readonly PublishedCounts[];
  /** Lets the page draw between two pieces of work. */
  breathe?: () => Promise<void>;
}

/** Values of a column that are there. */
export const present = (column: LookedColumn): Exclude<Value, undefined>[] =>
  column.values.filter((value) => value !== undefined) as Exclude<Value, undefined>[];

export const columnOf = (table: LookedTable, name: string): LookedColumn | undefined =>
  table.columns.find((column) => column.name === name);

/** `firstName`, `FIRST_NAME`, `First name` → `first_name`: how names of columns are compared. */
export function plainName(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}

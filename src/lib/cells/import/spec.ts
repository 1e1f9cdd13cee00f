import { isMap, isScalar, Document, LineCounter, parseDocument, type Node } from 'yaml';
import { nearNames } from '$workers/shared/near-names';
import type { Place } from '$workers/shared/errors';
import type { CsvOptions, Fingerprint, ImportColumn, ImportPlan, WantedPlan } from '$workers/data/import/contract';
import { fail } from './errors';

/** One table of one file. `complete`: nothing has to be proposed, the file is read as written. */
export interface TableSpec {
  shape: 'table';
  wanted: WantedPlan;
  complete: boolean;
}

/** An OMOP extract, a folder or an archive: each table under its own name, typed from the definition. */
export interface OmopSpec {
  shape: 'omop';
  file: string;
  version: string;
  tables: readonly string[];
  prefix: string;
}

export type ImportSpec = TableSpec | OmopSpec;

const keys = [
  'file',
  'inner',
  'format',
  'csv',
  'header',
  'range',
  'fillMerged',
  'columns',
  'misfits',
  'rows',
  'fingerprint',
  'omop',
  'tables',
  'prefix'
];
const columnKeys = ['type', 'unit', 'label', 'from', 'missing', 'dateOrder', 'yearsFrom'];
const formats = ['csv', 'parquet', 'json', 'ndjson', 'excel', 'arrow', 'duckdb'];
const csvChoices: Record<keyof CsvOptions, readonly unknown[]> = {
  delimiter: [',', ';', '\t', '|', ' '],
  quote: ['"', "'", ''],
  encoding: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'iso-8859-15'],
  header: [true, false],
  decimal: ['.', ','],
  thousands: ['', '.', ',', ' ', "'"],
  dateOrder: ['ymd', 'dmy', 'mdy'],
  lastLine: ['whole']
};
const type = /^(text|integer|bigint|number|boolean|date|timestamp|time|decimal\(\d+,\s*\d+\))$/;

/** @throws `import-…` with the line and column in the cell's text */
export function parseImport(text: string): ImportSpec {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) {
    const place = placeOf(lines, broken.pos[0]);
    throw fail('import-yaml', { line: place.line, what: broken.code.toLowerCase().replaceAll('_', ' ') }, { place });
  }
  const check = new Checker(document, lines);
  const spec = (document.toJS() ?? {}) as Record<string, unknown>;
  for (const key of Object.keys(spec)) {
    if (!keys.includes(key)) {
      throw fail('import-key', { key, near: nearNames(key, keys, 1)[0] }, { place: check.keyPlace([key]) });
    }
  }
  if (typeof spec.file !== 'string' || spec.file === '') throw fail('import-needs-file', {}, { place: { line: 1 } });
  return 'omop' in spec ? omopSpec(spec, check) : tableSpec(spec, check);
}

function omopSpec(spec: Record<string, unknown>, check: Checker): OmopSpec {
  check.one(['omop'], spec.omop === undefined ? undefined : String(spec.omop), ['5.3', '5.4']);
  const tables = spec.tables;
  if (!Array.isArray(tables) || !tables.every((table) => typeof table === 'string')) {
    throw check.wrong(['tables'], tables, 'a list of table names');
  }
  return {
    shape: 'omop',
    file: String(spec.file),
    version: String(spec.omop),
    tables,
    prefix: spec.prefix === undefined || spec.prefix === null ? '' : String(spec.prefix)
  };
}

function tableSpec(spec: Record<string, unknown>, check: Checker): TableSpec {
  check.one(['format'], spec.format, formats);
  check.one(['misfits'], spec.misfits, ['stop', 'text', 'set-aside']);
  check.one(['fillMerged'], spec.fillMerged, [true, false]);
  const csv = (spec.csv ?? {}) as Partial<CsvOptions>;
  for (const [key, value] of Object.entries(csv)) {
    const allowed = csvChoices[key as keyof CsvOptions];
    if (!allowed) throw fail('import-key', { key: `csv: ${key}` }, { place: check.keyPlace(['csv', key]) });
    check.one(['csv', key], value, allowed);
  }
  const columns = columnsOf(spec.columns, check);
  const { inner, format, header, range, fillMerged, misfits, rows, fingerprint } = spec as Partial<ImportPlan>;
  const wanted: WantedPlan = {
    file: String(spec.file),
    ...(inner === undefined ? {} : { inner: String(inner) }),
    ...(format === undefined ? {} : { format }),
    ...(header === undefined ? {} : { header }),
    ...(range === undefined ? {} : { range: String(range) }),
    ...(fillMerged === undefined ? {} : { fillMerged }),
    ...(misfits === undefined ? {} : { misfits }),
    ...(rows === undefined ? {} : { rows }),
    ...(fingerprint === undefined ? {} : { fingerprint: fingerprint as Fingerprint }),
    ...(spec.csv ? { csv } : {}),
    ...(columns ? { columns } : {})
  };
  const typed = columns?.length && columns.every((column) => column.type !== undefined);
  const settled = format !== 'csv' || Object.keys(csvChoices).every((key) => key === 'lastLine' || key in csv);
  return { shape: 'table', wanted, complete: Boolean(format && typed && settled && rows !== undefined) };
}

function columnsOf(value: unknown, check: Checker): WantedPlan['columns'] {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw check.wrong(['columns'], 'a list', 'a name and its settings a line');
  }
  return Object.entries(value as Record<string, Partial<ImportColumn> | string | null>).map(([name, written]) => {
    const column = typeof written === 'string' ? { type: written as ImportColumn['type'] } : written;
    if (Array.isArray(column) || (typeof column !== 'object' && column !== undefined)) {
      throw check.wrong(['columns', name], column, 'a type, or settings as in { type: text }');
    }
    for (const key of Object.keys(column ?? {})) {
      if (columnKeys.includes(key)) continue;
      const near = nearNames(key, columnKeys, 1)[0];
      throw fail('import-key', { key, near }, { place: check.keyPlace(['columns', name, key]) });
    }
    if (column?.type !== undefined && !type.test(column.type)) {
      throw check.wrong(
        typeof written === 'string' ? ['columns', name] : ['columns', name, 'type'],
        column.type,
        'text, integer, bigint, number, decimal(10,2), boolean, date, timestamp or time'
      );
    }
    return { name, ...(column ?? {}) };
  });
}

/** The YAML of an import cell that reads exactly what was confirmed. */
export function planText(plan: ImportPlan): string {
  const { name: _name, columns, ...rest } = plan;
  const document = new Document({
    ...rest,
    columns: Object.fromEntries(columns.map(({ name, ...column }) => [name, column]))
  });
  flowInside(document, ['csv']);
  flowInside(document, ['fingerprint']);
  for (const column of columns) flowInside(document, ['columns', column.name]);
  return document.toString({ lineWidth: 0 }).trimEnd();
}

/** The YAML of a cell that reads an OMOP extract. */
export function omopText(spec: Omit<OmopSpec, 'shape'>): string {
  const tables = spec.tables.map((table) => `  - ${table}`).join('\n');
  const document = new Document({ file: spec.file, omop: spec.version });
  return `${document.toString().trimEnd()}\ntables:\n${tables}`;
}

function flowInside(document: Document, path: readonly string[]): void {
  const node = document.getIn(path, true);
  if (isMap(node)) node.flow = true;
}

function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** Checks values and knows where each stands in the text. */
class Checker {
  constructor(
    private readonly document: ReturnType<typeof parseDocument>,
    private readonly lines: LineCounter
  ) {}

  place(path: readonly string[]): Place {
    const node = this.document.getIn(path, true) as Node | undefined;
    return node?.range ? placeOf(this.lines, node.range[0]) : this.keyPlace(path);
  }

  keyPlace(path: readonly string[]): Place {
    const parent = path.length > 1 ? this.document.getIn(path.slice(0, -1), true) : this.document.contents;
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))
      : undefined;
    const key = pair?.key as Node | undefined;
    return key?.range ? placeOf(this.lines, key.range[0]) : { line: 1, column: 1 };
  }

  wrong(path: readonly string[], value: unknown, expected: string) {
    return fail('import-value', { key: path.join(': '), value: String(value), expected }, { place: this.place(path) });
  }

  one(path: readonly string[], value: unknown, allowed: readonly unknown[]): void {
    if (value === undefined || allowed.includes(value)) return;
    const shown = allowed.map((choice) => (typeof choice === 'string' ? JSON.stringify(choice) : String(choice)));
    throw this.wrong(path, value, shown.join(', '));
  }
}

import type { BoolColumn, Int64Column, TextColumn } from '../../shared/table';
import type { Duck, StatementOptions } from '../duck';
import type { Misfit, MisfitPlaces, Truth } from './contract';
import type { Selected } from './select';
import type { Staged } from './source';

const LISTED = 100;

export interface MisfitReport {
  /** As DuckDB counts the file. */
  rows: number;
  /** Values that do not fit, a column. */
  counts: readonly number[];
  count: number;
  /** Rows that hold any. */
  badRows: number;
  first: readonly Misfit[];
}

/** A file that every value is known to fit. */
export function nothingWrong(staged: Staged): MisfitReport {
  return { rows: staged.rows, counts: [], count: 0, badRows: 0, first: [] };
}

export function placesOf({ badRows, count, first }: MisfitReport, { wrong }: Staged): MisfitPlaces {
  return {
    rows: badRows + (wrong?.count ?? 0),
    count,
    first,
    records: { count: wrong?.count ?? 0, first: wrong?.first ?? [] }
  };
}

/** @param setAside rows that are not in the table */
export function truthOf(staged: Staged, fileBytes: number, setAside: number): Truth {
  const { records = staged.rows, heading = 0, blankLines = 0, readBytes } = staged.counted ?? {};
  return {
    fileBytes,
    ...(readBytes !== undefined && { readBytes }),
    records,
    heading,
    setAside,
    rows: records - heading - setAside,
    blankLines
  };
}

/** Checks every value of the file against its type, and lists where the first hundred that fail stand. */
export async function findMisfits(
  duck: Duck,
  staged: Staged,
  selected: readonly Selected[],
  { file, values = false }: { file: string; values?: boolean },
  options: StatementOptions
): Promise<MisfitReport> {
  const checked = selected.filter(({ misfit }) => misfit !== undefined);
  const sums = checked.map(({ misfit }) => `count(CASE WHEN ${misfit} THEN 1 END)`);
  const any = anyMisfit(checked);
  const table = await duck.query(
    `SELECT ${['count(*)', `count(CASE WHEN ${any} THEN 1 END)`, ...sums].join(', ')} FROM ${staged.from}`,
    [],
    options
  );
  const numbers = table.columns.map((column) => Number((column as Int64Column).values[0]));
  const [rows = 0, badRows = 0, ...found] = numbers;
  const counts = selected.map((one) => (one.misfit === undefined ? 0 : (found[checked.indexOf(one)] ?? 0)));
  const count = counts.reduce((sum, next) => sum + next, 0);
  const first = count > 0 ? await listMisfits(duck, staged, selected, { file, counts, values }, options) : [];
  return { rows, counts, count, badRows, first };
}

export function anyMisfit(selected: readonly Selected[]): string {
  const all = selected.flatMap(({ misfit }) => (misfit === undefined ? [] : [misfit]));
  return all.length === 0 ? 'false' : all.join(' OR ');
}

async function listMisfits(
  duck: Duck,
  staged: Staged,
  selected: readonly Selected[],
  { file, counts, values }: { file: string; counts: readonly number[]; values: boolean },
  options: StatementOptions
): Promise<Misfit[]> {
  const bad = selected.map((one, at) => ({ ...one, at })).filter(({ at }) => counts[at]! > 0);
  const flags = bad.map(({ misfit }, nth) => `coalesce(${misfit}, false) AS b${nth}`);
  const keys = bad.map(({ staged: { key } }) => key);
  const texts = values ? bad.map(({ staged: { key } }) => `substr(CAST(${key} AS VARCHAR), 1, 80)`) : [];
  const table = await duck.query(
    `SELECT ${['row_', ...flags, ...texts].join(', ')} FROM (SELECT row_number() OVER () AS row_, ${keys.join(', ')} FROM ${staged.from})
     WHERE ${anyMisfit(bad)} LIMIT ${LISTED}`,
    [],
    options
  );
  const rows = Array.from((table.columns[0] as Int64Column).values, Number);
  const lines = await staged.linesOf(rows);
  const misfits: Misfit[] = [];
  rows.forEach((_, row) => {
    bad.forEach(({ column, staged: { key } }, nth) => {
      if (misfits.length >= LISTED || !(table.columns[nth + 1] as BoolColumn).values[row]) return;
      misfits.push({
        file,
        line: lines[row]!,
        column: staged.columns.findIndex((one) => one.key === key) + 1,
        columnName: column.name,
        expected: column.type,
        ...(values && { row: rows[row]!, value: textAt(table.columns[1 + bad.length + nth] as TextColumn, row) })
      });
    });
  });
  return misfits;
}

function textAt({ dictionary, values }: TextColumn, row: number): string {
  return dictionary[values[row]!] ?? '';
}

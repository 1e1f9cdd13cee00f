import { exactText, isPresent } from '$workers/shared/exact-text';
import type { Column, Table, TextColumn } from '$workers/shared/table';
import { packValidity } from '$workers/shared/validity';
import type { LookedColumn, LookedTable, Value } from '../checks';
import type { LeavingTable } from '../leaving';

/** Rows turned between two breaths. */
const slice = 5000;

/** A table of an engine as plain values. */
export async function lookedTable(given: LeavingTable, breathe: () => Promise<void>): Promise<LookedTable> {
  const { name, table, of, individual } = given;
  const columns: LookedColumn[] = [];
  for (const column of table.columns) {
    const values: Value[] = [];
    for (let from = 0; from < table.rows; from += slice) {
      const to = Math.min(table.rows, from + slice);
      for (let row = from; row < to; row++) values.push(isPresent(column, row) ? valueOf(column, row) : undefined);
      await breathe();
    }
    columns.push({ name: column.name, kind: kinds[column.type], values });
  }
  return {
    name,
    columns,
    rows: table.rows,
    ...(of === undefined ? {} : { of }),
    ...(individual === undefined ? {} : { individual })
  };
}

const kinds = {
  float64: 'number',
  int32: 'number',
  int64: 'number',
  decimal: 'number',
  bool: 'bool',
  text: 'text',
  date: 'date',
  timestamp: 'date'
} as const;

function valueOf(column: Column, row: number): Value {
  switch (column.type) {
    case 'bool':
      return column.values[row] === 1;
    case 'float64':
    case 'int32':
      return column.values[row];
    case 'int64':
    case 'decimal': {
      const text = exactText(column, row);
      const figure = Number(text);
      // A long id stays what it is.
      return Number.isSafeInteger(Math.trunc(figure)) ? figure : text;
    }
    default:
      return exactText(column, row);
  }
}

/** The mended table as the engine takes it: what was not touched is the very same column. */
export function engineTable(mended: LookedTable, before: LookedTable, table: Table): Table {
  const columns = mended.columns.map((column): Column => {
    const at = before.columns.findIndex((one) => one === column);
    const same = at < 0 ? undefined : table.columns[at];
    const was = table.columns.find(({ name }) => name === column.name);
    return same ?? { ...columnFrom(column, mended.rows), ...(was?.unit ? { unit: was.unit } : {}) };
  });
  return { rows: mended.rows, columns };
}

function columnFrom({ name, kind, values }: LookedColumn, rows: number): Column {
  const validity = packValidity(rows, (row) => values[row] !== undefined);
  if (kind === 'number' && values.every((value) => value === undefined || typeof value === 'number')) {
    const figures = Float64Array.from({ length: rows }, (_, row) => Number(values[row] ?? 0));
    const whole = figures.every((figure) => Number.isInteger(figure) && Math.abs(figure) < 2 ** 31);
    return whole
      ? { name, type: 'int32', values: Int32Array.from(figures), validity }
      : { name, type: 'float64', values: figures, validity };
  }
  if (kind === 'bool')
    return {
      name,
      type: 'bool',
      values: Uint8Array.from({ length: rows }, (_, row) => (values[row] ? 1 : 0)),
      validity
    };
  const codes = new Map<string, number>();
  const text: TextColumn = { name, type: 'text', values: new Int32Array(rows), dictionary: [], validity };
  for (let row = 0; row < rows; row++) {
    if (values[row] === undefined) continue;
    const value = String(values[row]);
    let code = codes.get(value);
    if (code === undefined) codes.set(value, (code = codes.size));
    text.values[row] = code;
  }
  return { ...text, dictionary: [...codes.keys()] };
}

/** Plain values as a table of the engine. */
export function plainTable({ columns, rows }: LookedTable): Table {
  return { rows, columns: columns.map((column) => columnFrom(column, rows)) };
}

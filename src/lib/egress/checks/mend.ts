import { isHidden, isTotal } from './layout';
import { lookedColumn } from './nested';
import type { LookedColumn, LookedTable, Mend, Payload, Value } from './payload';

/** Mends a payload; what comes out is checked again. */
export function mended(payload: Payload, mend: Mend): Payload {
  return {
    ...payload,
    tables: payload.tables.map((table) => (table.name === mend.table ? mendTable(table, mend) : table))
  };
}

export function mendTable(table: LookedTable, mend: Mend): LookedTable {
  switch (mend.kind) {
    case 'drop':
      return { ...table, columns: table.columns.filter(({ name }) => name !== mend.column) };
    case 'year':
      return change(table, [mend.column], (value) => yearOf(value), 'number');
    case 'round':
      return change(table, mend.columns, (value) => rounded(value, mend.base));
    case 'suppress':
      return suppressed(table, mend.cells);
    case 'counts':
      return countsBy(table, mend.columns);
  }
}

function change(
  table: LookedTable,
  names: readonly string[],
  to: (value: Value) => Value,
  kind?: LookedColumn['kind']
): LookedTable {
  const columns = table.columns.map((column) =>
    names.includes(column.name) ? { ...column, kind: kind ?? column.kind, values: column.values.map(to) } : column
  );
  return { ...table, columns };
}

function yearOf(value: Value): Value {
  const year = /(?<!\d)(\d{4})(?!\d)|^(\d{4})\d{4}$/.exec(String(value ?? ''));
  return year ? Number(year[1] ?? year[2]) : undefined;
}

/** To the nearest multiple: 1 and 2 become 0, 3 to 7 become 5. */
function rounded(value: Value, base: number): Value {
  if (isHidden(value)) return value;
  const figure = Number(value);
  if (!Number.isFinite(figure)) return value;
  const near = Math.round(figure / base) * base;
  return typeof value === 'string' ? String(near) : near;
}

/** Hidden counts become missing, and with a group's count what else the row says of so few. */
function suppressed(table: LookedTable, cells: readonly { row: number; column: string }[]): LookedTable {
  const hidden = new Map<string, Set<number>>();
  for (const { row, column } of cells) {
    const rows = hidden.get(column) ?? new Set();
    hidden.set(column, rows.add(row));
  }
  const columns = table.columns.map((column) => {
    const rows = hidden.get(column.name);
    if (!rows) return column;
    const values = column.values.map((value, row) => (rows.has(row) ? undefined : value));
    return { ...column, values };
  });
  return { ...table, columns };
}

/** How many rows there are of each combination of some columns. */
function countsBy(table: LookedTable, names: readonly string[]): LookedTable {
  const labels = names.flatMap((name) => table.columns.filter((column) => column.name === name));
  const groups = new Map<string, { values: Value[]; n: number }>();
  for (let row = 0; row < table.rows; row++) {
    const values = labels.map((column) => column.values[row]);
    const key = JSON.stringify(values.map((value) => value ?? null));
    const group = groups.get(key);
    if (group) group.n++;
    else groups.set(key, { values, n: 1 });
  }
  const all = [...groups.values()].filter(({ values }) => !values.some(isTotal));
  const columns = labels.map((column, at) => ({
    ...lookedColumn(
      column.name,
      all.map(({ values }) => values[at])
    ),
    kind: column.kind
  }));
  const n = lookedColumn(
    'n',
    all.map(({ n }) => n)
  );
  return { name: table.name, columns: [...columns, n], rows: all.length, individual: false };
}

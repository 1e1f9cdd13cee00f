import { largestOf } from '$workers/shared/extent';
import type { LookedColumn, LookedTable, Value, ValueKind } from './payload';

/** A list of so many alike things is rows. */
const leastRows = 3;

/** Tables that stand in a JSON text, however deep: lists of objects, lists of lists, columns of equal length. */
export function tablesInJson(name: string, text: string): LookedTable[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const found: LookedTable[] = [];
  visit(value, name, found, 0);
  return found;
}

function visit(value: unknown, place: string, found: LookedTable[], depth: number): void {
  if (depth > 40 || typeof value !== 'object' || value === null) return;
  const table = Array.isArray(value) ? ofList(value, place) : ofColumns(value as Record<string, unknown>, place);
  if (table) found.push(table);
  // Texts may be JSON again.
  for (const [key, inner] of Object.entries(value)) {
    if (Array.isArray(value) && table && typeof inner === 'object') {
      // What stands inside a row is looked at for the rows that it holds itself.
      for (const [part, deep] of Object.entries(inner ?? {})) visit(deep, `${place}[${key}].${part}`, found, depth + 1);
    } else if (typeof inner === 'string' && /^\s*[[{]/.test(inner))
      found.push(...tablesInJson(`${place}.${key}`, inner));
    else visit(inner, Array.isArray(value) ? `${place}[${key}]` : `${place}.${key}`, found, depth + 1);
  }
}

function ofList(list: readonly unknown[], place: string): LookedTable | undefined {
  if (list.length < leastRows) return undefined;
  if (list.every((row) => Array.isArray(row))) {
    const width = largestOf(list.map((row) => (row as unknown[]).length));
    if (width < 2) return undefined;
    const [head] = list as unknown[][];
    const hasHead = head !== undefined && head.every((cell) => typeof cell === 'string');
    const names = Array.from({ length: width }, (_, at) => (hasHead ? String(head[at] ?? at) : `column ${at + 1}`));
    const rows = (hasHead ? list.slice(1) : list) as unknown[][];
    return tableOf(place, names, rows.length, (row, at) => rows[row]?.[at]);
  }
  if (!list.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))) return undefined;
  const rows = list.map((row) => flat(row as Record<string, unknown>));
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return tableOf(place, names, rows.length, (row, at) => rows[row]?.[names[at] ?? '']);
}

/** `{ age: [3, 4, 7], sex: ["f", "m", "f"] }` */
function ofColumns(value: Record<string, unknown>, place: string): LookedTable | undefined {
  const lists = Object.entries(value).filter((entry): entry is [string, unknown[]] => {
    const [, list] = entry;
    return Array.isArray(list) && list.every((one) => typeof one !== 'object' || one === null);
  });
  const rows = lists[0]?.[1].length ?? 0;
  if (lists.length < 2 || rows < leastRows || lists.some(([, list]) => list.length !== rows)) return undefined;
  const names = lists.map(([name]) => name);
  return tableOf(place, names, rows, (row, at) => lists[at]?.[1][row]);
}

/** Fields of fields by their path. Lists inside stay apart. */
function flat(row: Record<string, unknown>, before = ''): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    if (Array.isArray(value)) continue;
    if (typeof value === 'object' && value !== null)
      Object.assign(fields, flat(value as Record<string, unknown>, `${before}${key}.`));
    else fields[before + key] = value;
  }
  return fields;
}

function tableOf(
  name: string,
  names: readonly string[],
  rows: number,
  at: (row: number, column: number) => unknown
): LookedTable | undefined {
  const columns = names.map((column, index) =>
    lookedColumn(
      column,
      Array.from({ length: rows }, (_, row) => at(row, index))
    )
  );
  return columns.length > 0 && rows > 0 ? { name, columns, rows } : undefined;
}

/** A column of plain values, its kind told from them. */
export function lookedColumn(name: string, given: readonly unknown[]): LookedColumn {
  const values = given.map((value): Value => {
    if (value === null || value === undefined || value === '') return undefined;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
    return JSON.stringify(value);
  });
  const seen = values.filter((value) => value !== undefined);
  const every = (type: string) => seen.length > 0 && seen.every((value) => typeof value === type);
  const isDate = every('string') && seen.every((value) => /^\d{4}-\d{2}-\d{2}([T ]|$)/.test(String(value)));
  const kind: ValueKind = isDate ? 'date' : every('number') ? 'number' : every('boolean') ? 'bool' : 'text';
  return {
    name,
    kind,
    values: kind === 'text' ? values.map((value) => (value === undefined ? value : String(value))) : values
  };
}

/** So many lines with the same separators one after another are rows that somebody pasted. */
const leastLines = 8;

/** Rows that stand in own text: CSV, `VALUES` lists and tables of Markdown. */
export function tablesInText(name: string, text: string): LookedTable[] {
  const found: LookedTable[] = [];
  const lines = text.split('\n');
  for (const separator of [',', ';', '\t', '|']) {
    let from = 0;
    while (from < lines.length) {
      const parts = fields(lines[from] ?? '', separator).length;
      let to = from;
      while (to < lines.length && parts > 2 && isRow(lines[to] ?? '', separator, parts)) to++;
      if (to - from >= leastLines) {
        const table = ofLines(`${name} ${from + 1}–${to}`, lines.slice(from, to), separator);
        if (table) found.push(table);
      }
      from = Math.max(to, from + 1);
    }
  }
  return found;
}

function isRow(line: string, separator: string, parts: number): boolean {
  return fields(line, separator).length === parts;
}

function fields(line: string, separator: string): string[] {
  const plain = line
    .trim()
    .replace(/^[([]|[)\]]?[,;]?$/g, '')
    .replace(/^\||\|$/g, '');
  return plain.match(new RegExp(`(?:"[^"]*"|'[^']*'|[^${separator === '|' ? '\\|' : separator}])+`, 'g')) ?? [];
}

function ofLines(name: string, lines: readonly string[], separator: string): LookedTable | undefined {
  const rows = lines
    .filter((line) => !/^[\s|:-]+$/.test(line))
    .map((line) => fields(line, separator).map((field) => field.trim().replace(/^["']|["']$/g, '')));
  const isFigure = (field: string) => /^-?\d+([.,]\d+)?$/.test(field);
  const body = rows.slice(1);
  // Code and lists of names have separators, too; rows have figures or dates in most of their lines.
  if (
    body.filter((row) => row.some((field) => isFigure(field) || /\d{4}-\d{2}-\d{2}/.test(field))).length <
    0.8 * body.length
  )
    return undefined;
  const hasHead = rows[0]?.every((field) => !isFigure(field)) ?? false;
  const names = (rows[0] ?? []).map((field, at) => (hasHead ? field : `column ${at + 1}`));
  const data = hasHead ? body : rows;
  return tableOf(name, names, data.length, (row, at) => {
    const field = data[row]?.[at];
    return field !== undefined && isFigure(field) ? Number(field.replace(',', '.')) : field;
  });
}

import type { Relation } from '$workers/data/contract';
import { cells as words } from '$lib/messages/cells';
import { formatCount } from '$lib/messages/figures';
import type { Choice } from '$lib/ui/choice';
import type { ColumnField, Field, Plain, RefField } from './fields';
import type { TaskReading } from './read-task';

/** A value as the form's text control shows it. */
export function textOf(value: Plain | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(listedOf).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}

/** A value of a list: in quotes where it would be taken for something else between commas. */
function listedOf(value: Plain): string {
  const text = textOf(value);
  return typeof value === 'string' && (/[,"\n]|^\s|\s$/.test(text) || text === '') ? JSON.stringify(text) : text;
}

/** A typed word as a value: numbers, true and false become what they look like. */
export function plainFrom(text: string): Plain | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  if (!/^[-+]?(0|[1-9]\d*)(\.\d+)?(e[-+]?\d+)?$/i.test(trimmed)) return trimmed;
  const number = Number(trimmed);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? BigInt(trimmed.replace('+', '')) : number;
}

/** A typed text, without the quotes that YAML needs where a number would be read back as the same text. */
export function textFrom(text: string): Plain | undefined {
  if (text === '') return undefined;
  return text === String(Number(text)) && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Words between commas as a list; a word in quotes may hold commas. `item` says whether numbers stay what is written. */
export function listFrom(text: string, item?: Field): Plain[] | undefined {
  if (item?.type === 'number') return numbersFrom(text);
  const values = partsOf(text).flatMap(({ part, quoted }) => {
    if (quoted) return [part];
    return (isText(item) ? textFrom(part.trim()) : plainFrom(part)) ?? [];
  });
  return values.length > 0 ? values : undefined;
}

/**
 * Numbers between commas or semicolons. Where blanks or semicolons part them, a comma between two digits is that of a
 * decimal: it stays in its place, so that the cell names it and nothing is computed from its two halves.
 */
function numbersFrom(text: string): Plain[] | undefined {
  const plain = text.replaceAll('"', '');
  const values = plain
    .split(/;|,\s/.test(plain) ? /[;,](?!\d)|(?<!\d),|;/ : ',')
    .flatMap((part) => plainFrom(part) ?? []);
  return values.length > 0 ? values : undefined;
}

const isText = (item: Field | undefined): boolean =>
  item !== undefined && ['text', 'ref', 'column', 'choice'].includes(item.type);

/** What stands between commas; a part that is no whole JSON text is taken as it is. */
function partsOf(text: string): { part: string; quoted: boolean }[] {
  return [...text.matchAll(/\s*("(?:[^"\\]|\\.)*")\s*(?=,|$)|([^,]+)/gs)].map(([, quoted, plain = '']) => {
    const read = quoted === undefined ? undefined : unquoted(quoted);
    return read === undefined ? { part: quoted ?? plain, quoted: false } : { part: read, quoted: true };
  });
}

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}

/** Whether what is written differs from what would hold anyway. */
export function isChanged(field: Field, written: Plain | undefined): boolean {
  if (written === undefined || written === null || field.required) return false;
  const usual = 'default' in field ? field.default : undefined;
  // What every such cell says is no deviation.
  if (usual === undefined && !field.more) return false;
  // A choice called 2 may be written with quotes or without.
  if (['choice', 'choices', 'text'].includes(field.type)) return textOf(written) !== textOf(usual);
  return JSON.stringify(written, plainJson) !== JSON.stringify(usual, plainJson);
}

function plainJson(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

/** The tables to choose from; those that are not there yet stay in the list. */
export function tablesOf(tables: readonly Relation[], written: readonly string[]): Choice[] {
  const named = tables.filter((table) => !table.name.startsWith('cell '));
  const choices = named.map(({ name, rows, columns }) => ({
    value: name,
    label: name,
    meta: rows === undefined ? `${columns.length}` : `${formatCount(rows)} × ${columns.length}`
  }));
  return withWritten(choices, written);
}

/** The tables for a field of one: none, where it may be left out. */
export function tableChoices(field: RefField, tables: readonly Relation[], written: string): Choice[] {
  return withUnset(field, tablesOf(tables, written === '' ? [] : [written]));
}

/** What columns are looked up in. */
interface Known {
  reading: TaskReading<unknown>;
  tables: readonly Relation[];
}

/** The columns of the table that the field names, with their types and units; those that are not there stay in the list. */
export function columnsOf(
  field: ColumnField,
  path: readonly (string | number)[],
  { reading, tables, listed }: Known & { listed: readonly string[] }
): Choice[] {
  const from = tableOfColumn(field, path, reading).toLowerCase();
  const columns = tables.find((table) => table.name.toLowerCase() === from)?.columns ?? [];
  const fitting = columns.filter((column) => !field.accepts || field.accepts.includes(column.type));
  const choices = fitting.map(({ name, sqlType, unit }) => ({
    value: name,
    label: name,
    meta: unit === undefined ? sqlType : `${sqlType}, ${unit}`
  }));
  return withWritten(choices, listed);
}

/** The columns for a field of one: none, where it may be left out. */
export function columnChoices(
  field: ColumnField,
  path: readonly (string | number)[],
  { written, ...known }: Known & { written: string }
): Choice[] {
  return withUnset(field, columnsOf(field, path, { ...known, listed: written === '' ? [] : [written] }));
}

function withUnset({ required }: Pick<Field, 'required'>, choices: Choice[]): Choice[] {
  return required ? choices : [{ value: '', label: words.formUnset }, ...choices];
}

/** The name that the nearest `of` gives, outwards from the field; where there is none, that of `or`. */
export function tableOfColumn(
  field: ColumnField,
  path: readonly (string | number)[],
  reading: Pick<TaskReading<unknown>, 'writtenAt'>
): string {
  for (const key of [field.of, field.or]) {
    if (key === undefined) continue;
    for (let depth = path.length - 1; depth >= 0; depth--) {
      const name = textOf(reading.writtenAt([...path.slice(0, depth), key]));
      if (name !== '') return name;
    }
  }
  return '';
}

/** Names count without case: what is chosen stays as it was written. */
function withWritten(choices: readonly Choice[], written: readonly string[]): Choice[] {
  const byName = new Map(written.map((name) => [name.toLowerCase(), name]));
  const known = choices.map((choice) => ({ ...choice, value: byName.get(choice.value.toLowerCase()) ?? choice.value }));
  const names = new Set(known.map(({ value }) => value));
  return [
    ...known,
    ...[...byName.values()].filter((name) => !names.has(name)).map((name) => ({ value: name, label: name }))
  ];
}

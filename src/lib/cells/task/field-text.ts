import type { Relation } from '$workers/data/contract';
import { cells as words } from '$lib/messages/cells';
import { formatCount } from '$lib/messages/figures';
import type { Choice } from '$lib/ui/choice';
import type { ColumnField, Field, Plain } from './fields';
import type { TaskReading } from './read-task';

/** A value as the form's text control shows it. */
export function textOf(value: Plain | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
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

/** Words between commas as a list. */
export function listFrom(text: string): Plain[] | undefined {
  const values = text.split(',').flatMap((part) => plainFrom(part) ?? []);
  return values.length > 0 ? values : undefined;
}

/** Whether what is written differs from what would hold anyway. */
export function isChanged(field: Field, written: Plain | undefined): boolean {
  if (written === undefined || written === null || field.required) return false;
  const usual = 'default' in field ? field.default : undefined;
  // What every such cell says is no deviation.
  if (usual === undefined && !field.more) return false;
  return JSON.stringify(written, plainJson) !== JSON.stringify(usual, plainJson);
}

function plainJson(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

/** The tables to choose from; one that is not there yet stays in the list. */
export function tableChoices(tables: readonly Relation[], written: string): Choice[] {
  const named = tables.filter((table) => !table.name.startsWith('cell '));
  const choices = named.map(({ name, rows, columns }) => ({
    value: name,
    label: name,
    meta: rows === undefined ? `${columns.length}` : `${formatCount(rows)} × ${columns.length}`
  }));
  return withWritten(choices, written);
}

/** The columns of the table that the field names, with their types and units. */
export function columnChoices(
  field: ColumnField,
  path: readonly (string | number)[],
  { reading, tables, written }: { reading: TaskReading<unknown>; tables: readonly Relation[]; written: string }
): Choice[] {
  const from = tableOfColumn(field, path, reading).toLowerCase();
  const columns = tables.find((table) => table.name.toLowerCase() === from)?.columns ?? [];
  const fitting = columns.filter((column) => !field.accepts || field.accepts.includes(column.type));
  const choices = fitting.map(({ name, sqlType, unit }) => ({
    value: name,
    label: name,
    meta: unit === undefined ? sqlType : `${sqlType}, ${unit}`
  }));
  const known = withWritten(choices, written);
  return field.required ? known : [{ value: '', label: words.formUnset }, ...known];
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

function withWritten(choices: Choice[], written: string): Choice[] {
  const known = written === '' || choices.some((choice) => choice.value.toLowerCase() === written.toLowerCase());
  return known ? choices : [...choices, { value: written, label: written }];
}

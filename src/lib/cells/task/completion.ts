import type { CompletionItem, CompletionProvider } from '$lib/ui/code-editor/editor-options';
import { knownTables, type KnownNames } from '../known-names';
import { said, type Field, type FieldTable } from './fields';

/** Keys of a task and what they can be, from its table of fields: the text is as quick to write as the form. */
export function taskComplete(
  fieldsOf: (text: string) => FieldTable,
  known: () => KnownNames | Promise<KnownNames>
): CompletionProvider {
  return async ({ text, from }) => {
    const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
    const table = fieldsAt(text, from, fieldsOf(text));
    if (!table) return [];
    const key = /(?:^|[{,])\s*(?:- )?([\w-]+):\s*(?:\[[^\]]*)?$/.exec(line)?.[1];
    if (key !== undefined)
      return Object.hasOwn(table, key) ? valueItems(table[key] as Field, { text, from, known: await known() }) : [];
    if (!/(?:^|[{,])\s*(?:- )?$/.test(line)) return [];
    return Object.entries(table).map(([label, field]) => ({
      label,
      kind: 'keyword' as const,
      detail: said(field.label),
      insert: field.type === 'record' || field.type === 'map' ? `${label}:` : `${label}: `
    }));
  };
}

/** The fields of the record that the caret stands in, by the keys above it with less indentation. */
function fieldsAt(text: string, from: number, fields: FieldTable): FieldTable | undefined {
  const lines = text.slice(0, from).split('\n');
  const path: string[] = [];
  const open = /([\w-]+):\s*\{[^}]*$/.exec(lines.at(-1) ?? '')?.[1];
  if (open !== undefined) path.unshift(open);
  let indent = /^\s*/.exec(lines.at(-1) ?? '')?.[0].length ?? 0;
  for (const line of lines.slice(0, -1).reverse()) {
    const outer = /^(\s*)(?:- )?([\w-]+):/.exec(line);
    if (!outer || (outer[1] as string).length >= indent) continue;
    indent = (outer[1] as string).length;
    path.unshift(outer[2] as string);
  }
  let table: FieldTable | undefined = fields;
  for (const key of path) {
    const field: Field | undefined = table && Object.hasOwn(table, key) ? table[key] : undefined;
    const inner: Field | undefined = field?.type === 'list' ? field.item : field?.type === 'map' ? field.value : field;
    table = inner?.type === 'record' ? inner.fields : undefined;
  }
  return table;
}

/** What a key says nearest to the caret: in its own record, else at the top of the text. */
function nearest(key: string, text: string, from: number): string | undefined {
  const value = `${key}:\\s*['"]?([^'"\\n#,{}]+?)['"]?\\s*`;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', from);
  const line = text.slice(start, end < 0 ? undefined : end);
  const beside = new RegExp(`[{,]\\s*${value}[,}]`).exec(line)?.[1];
  if (beside !== undefined) return beside;
  const indent = /^\s*(?:- )?/.exec(line)?.[0].length ?? 0;
  const lines = text.split('\n');
  const at = text.slice(0, start).split('\n').length - 1;
  const inner = (one: string | undefined) =>
    one !== undefined && (one.trim() === '' || (/^\s*(?:- )?/.exec(one)?.[0].length ?? 0) >= indent);
  let first = at;
  while (first > 0 && !lines[first]?.trimStart().startsWith('- ') && inner(lines[first - 1])) first--;
  let last = at;
  while (inner(lines[last + 1]) && !lines[last + 1]?.trimStart().startsWith('- ')) last++;
  const written = new RegExp(`^(?:- )?${value}(?:#.*)?$`);
  for (const one of lines.slice(first, last + 1)) {
    const own = (/^\s*(?:- )?/.exec(one)?.[0].length ?? 0) === indent && written.exec(one.trim())?.[1];
    if (own) return own;
  }
  return new RegExp(`^${value}(?:#.*)?$`, 'm').exec(text)?.[1];
}

function valueItems(
  field: Field,
  { text, from, known }: { text: string; from: number; known: KnownNames }
): CompletionItem[] {
  switch (field.type) {
    case 'choice':
    case 'choices':
      return field.of.map((label) => ({ label, kind: 'value', detail: field.words?.[label] }));
    case 'boolean':
      return ['true', 'false'].map((label) => ({ label, kind: 'value' }));
    case 'ref':
      if (field.to === 'value') return known.values.map((label) => ({ label, kind: 'value' }));
      return knownTables(known).map(({ name }) => ({ label: name, kind: 'table' }));
    case 'column': {
      const table = nearest(field.of, text, from) ?? (field.or && nearest(field.or, text, from));
      const relation = known.relations.find((one) => one.name.toLowerCase() === table?.toLowerCase());
      const columns = relation?.columns.filter((column) => !field.accepts || field.accepts.includes(column.type)) ?? [];
      return columns.map(({ name, sqlType, unit }) => ({
        label: name,
        kind: 'column',
        detail: unit === undefined ? sqlType : `${sqlType}, ${unit}`
      }));
    }
    default:
      return [];
  }
}

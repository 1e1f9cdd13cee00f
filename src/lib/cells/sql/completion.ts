import type { Relation } from '$workers/data/contract';
import { scanSql } from '$workers/shared/sql-scan';
import type { CompletionItem, CompletionProvider } from '$lib/ui/code-editor/editor-options';
import { sqlKeywords } from '$lib/ui/code-editor/sql-words';
import { isNameable, knownTables, type KnownNames } from '../known-names';
import { asWritten } from './as-written';

/** One thing that a query can name. */
export interface SqlCompletion extends CompletionItem {
  kind: 'table' | 'column' | 'function' | 'value';
  /** Columns only: the table it belongs to. */
  of?: string;
}

const boosts = { column: 2, table: 1, value: 1, function: -1 };

/**
 * Names for the caret of a query: values inside `${…}`, columns behind `table.`, tables behind FROM and JOIN, else the
 * columns of the tables in use, all tables, functions and keywords.
 */
export function sqlComplete(known: () => KnownNames | Promise<KnownNames>): CompletionProvider {
  return async ({ text, from, explicit, position }) => {
    const before = text.slice(0, from);
    const qualifier = /(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_]*))\.$/u.exec(before);
    const inBraces = /\$\{\s*$/.test(before);
    if (!explicit && from === position && !qualifier && !inBraces) return [];
    const names = await known();
    const all = sqlCompletions(names);
    if (inBraces) return all.filter(({ kind }) => kind === 'value').map(({ label, kind }) => ({ label, kind }));
    // A word at the caret, else `w. from hourly` would read as one name.
    const whole = `${before}caret${text.slice(position)}`;
    const named = qualifier && (qualifier[1]?.replaceAll('""', '"') ?? qualifier[2]);
    const used = tablesUsed(whole, names, named ?? undefined);
    const ofUsed = ({ kind, of }: SqlCompletion) => kind === 'column' && (used.length === 0 || used.includes(of ?? ''));
    if (qualifier) return used.length === 0 ? [] : once(all.filter(ofUsed));
    const wantsTable = /\b(from|join)\s+$/i.test(before);
    if (wantsTable) return all.filter(({ kind }) => kind === 'table');
    const fitting = once(all.filter((item) => item.kind !== 'column' || ofUsed(item)));
    return [
      ...fitting.map((item) => ({ ...item, boost: boosts[item.kind] })),
      ...[...sqlKeywords].map((label) => ({ label, kind: 'keyword' as const, boost: -2 }))
    ];
  };
}

/** Everything a query can name, tables first. Cells without an id have no name to be offered. */
export function sqlCompletions(names: KnownNames): SqlCompletion[] {
  const { relations, values, functions } = names;
  const tables = knownTables(names).map(({ name, relation }): SqlCompletion => {
    const rows = relation?.rows === undefined ? '' : `${relation.rows} × `;
    return { ...written(name), kind: 'table', detail: relation && `${rows}${relation.columns.length}` };
  });
  const columns = relations
    .filter(({ name }) => isNameable(name))
    .flatMap((relation) =>
      relation.columns.map(({ name, sqlType, unit }): SqlCompletion => ({
        ...written(name),
        kind: 'column',
        detail: unit === undefined ? sqlType : `${sqlType}, ${unit}`,
        of: relation.name
      }))
    );
  return [
    ...tables,
    ...columns,
    ...values.map((name): SqlCompletion => ({ label: name, kind: 'value', insert: `\${${name}}` })),
    ...functions.map(({ name, parameters, returns }): SqlCompletion => ({
      label: name,
      kind: 'function',
      detail: `(${parameters}) → ${returns}`,
      insert: `${name}(`
    }))
  ];
}

function written(name: string): { label: string; insert?: string } {
  const insert = asWritten(name);
  return insert === name ? { label: name } : { label: name, insert };
}

/** Columns of one name in several tables are offered once. */
function once(items: readonly SqlCompletion[]): SqlCompletion[] {
  const byName = new Map(items.map((item) => [`${item.kind} ${item.label}`, item]));
  return [...byName.values()];
}

/** The tables that a query reads; with a name only the one that is called so here, by itself or by an alias. */
function tablesUsed(text: string, { relations }: KnownNames, named?: string): string[] {
  const wanted = named?.toLowerCase();
  const found = scanSql(text).uses.flatMap((use) => {
    const alias = /^\s+(?:as\s+)?([\p{L}_][\p{L}\p{N}_]*)/iu.exec(text.slice(use.end))?.[1]?.toLowerCase();
    if (wanted !== undefined && use.name.toLowerCase() !== wanted && alias !== wanted) return [];
    return relations.filter((relation: Relation) => relation.name.toLowerCase() === use.name.toLowerCase());
  });
  return found.map((relation) => relation.name);
}

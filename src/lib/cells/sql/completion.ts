import type { Relation } from '$workers/data/contract';
import { quoted } from '../sql-name';

/** One thing that may be written at the caret. */
export interface SqlCompletion {
  label: string;
  kind: 'table' | 'column' | 'function' | 'value';
  /** Faint, behind the label: type and unit, row count, parameters. */
  detail: string;
  /** Columns only: the table it belongs to. */
  of?: string;
  /** What is inserted where the label cannot stand as it is. */
  insert?: string;
}

interface Known {
  relations: readonly Relation[];
  /** Ids of cells that make tables but have not run. */
  tables: readonly string[];
  /** Ids of inputs, offered inside `${…}`. */
  values: readonly string[];
  functions: readonly { name: string; parameters: string; returns: string }[];
}

/** Everything a query can name, tables first. Cells without an id have no name to be offered. */
export function sqlCompletions({ relations, tables, values, functions }: Known): SqlCompletion[] {
  const seen = new Set<string>();
  const found: SqlCompletion[] = [];
  for (const relation of relations) {
    if (!isNameable(relation.name)) continue;
    seen.add(relation.name.toLowerCase());
    const rows = relation.rows === undefined ? '' : `${relation.rows} × `;
    found.push(named({ label: relation.name, kind: 'table', detail: `${rows}${relation.columns.length}` }));
  }
  for (const name of tables) {
    if (isNameable(name) && !seen.has(name.toLowerCase()))
      found.push(named({ label: name, kind: 'table', detail: '' }));
  }
  for (const relation of relations) {
    if (!isNameable(relation.name)) continue;
    for (const { name, sqlType, unit } of relation.columns) {
      const detail = unit === undefined ? sqlType : `${sqlType}, ${unit}`;
      found.push(named({ label: name, kind: 'column', detail, of: relation.name }));
    }
  }
  for (const name of values) found.push({ label: name, kind: 'value', detail: '', insert: `\${${name}}` });
  for (const { name, parameters, returns } of functions) {
    found.push({ label: name, kind: 'function', detail: `(${parameters}) → ${returns}`, insert: `${name}()` });
  }
  return found;
}

/** Internal names of unnamed cells hold a blank and are nobody's business. */
function isNameable(name: string): boolean {
  return !name.startsWith('cell ');
}

/** Words that DuckDB takes as its own unless they are quoted (`duckdb_keywords()`, reserved). */
const reserved = new Set(
  (
    'all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create ' +
    'default deferrable desc describe distinct do else end except false fetch for foreign from group having in ' +
    'initially intersect into lambda lateral leading limit not null offset on only or order pivot pivot_longer ' +
    'pivot_wider placing primary qualify references returning select show some summarize symmetric table then to ' +
    'trailing true union unique unpivot using variadic when where window with'
  ).split(' ')
);

function named(completion: SqlCompletion): SqlCompletion {
  const { label } = completion;
  if (/^[a-z_][a-z0-9_]*$/i.test(label) && !reserved.has(label.toLowerCase())) return completion;
  return { ...completion, insert: quoted(label) };
}

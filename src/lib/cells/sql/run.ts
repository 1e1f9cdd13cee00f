import type { SqlResult, Variable } from '$workers/data/contract';
import { scanSql } from '$workers/shared/sql-scan';
import { sqlTokens } from '$workers/shared/sql-tokens';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import type { Cell } from '$lib/notebook/model';
import { fail } from '../failures';
import { tableInputs } from '../inputs';
import { placeIn } from './place';

export interface SqlSpec {
  /** The id, or a name that nobody can write by chance: unnamed results are paged through and forgotten like others. */
  name: string;
  sql: string;
  tables: readonly string[];
  values: readonly string[];
}

/** What a query gave: the relation to page through, and its first rows at once. */
export interface SqlOutput extends SqlResult {
  /** Tables and values it read, for the sentence about an empty result. */
  read: readonly string[];
}

/** @throws `sql-empty`, `sql-file`, `sql-parameter` with the place in the text */
export function parseSql(text: string, { id, key }: Pick<Cell, 'id' | 'key'>): SqlSpec {
  if (sqlTokens(text).every((token) => token.text === ';'))
    throw fail('sql-empty', {}, { place: { line: 1, column: 1 } });
  const { tables, files, params, parameters } = scanSql(text);
  const [file] = files;
  if (file !== undefined) {
    throw fail('sql-file', { file }, { place: placeIn(text, Math.max(text.indexOf(file) - 1, 0)) });
  }
  const nameless = parameters.find((parameter) => parameter.name === '');
  if (nameless) {
    const written = text.slice(nameless.start, nameless.end);
    throw fail('sql-parameter', { text: written }, { place: placeIn(text, nameless.start) });
  }
  return { name: id ?? `cell ${key}`, sql: text, tables, values: params };
}

/** Defines the query as a view under its name; what it reads is made a table first. */
export async function runSql(spec: SqlSpec, context: RunContext): Promise<Outcome<SqlOutput>> {
  const { engines, signal, inputs } = context;
  const variables: Record<string, Variable> = {};
  for (const name of spec.values) {
    const input = inputs.get(name);
    if (input?.type === 'table') throw fail('sql-table-as-value', { table: name }, { place: placeOfValue(spec, name) });
    if (input?.type === 'live') throw fail('needs-plain-value', { name }, { place: placeOfValue(spec, name) });
    if (input) variables[name] = input.value;
  }
  for (const name of spec.tables) {
    const sort = inputs.get(name)?.type;
    if (sort === 'value' || sort === 'live') {
      throw fail('sql-value-as-table', { value: name }, { place: placeOfTable(spec, name) });
    }
  }
  const read = await tableInputs(spec.tables, context);
  const { name, sql } = spec;
  const definition = { name, sql, variables, inputs: read.map((relation) => relation.name) };
  const result = await engines.data.define(definition, { signal });
  const values = new Map<string, CellValue>([[name, { type: 'table', relation: result.relation }]]);
  return { output: { ...result, read: [...spec.tables, ...spec.values] }, values };
}

function placeOfValue(spec: SqlSpec, name: string) {
  return placeIn(spec.sql, scanSql(spec.sql).parameters.find((one) => one.name === name)?.start ?? 0);
}

function placeOfTable(spec: SqlSpec, name: string) {
  return placeIn(spec.sql, scanSql(spec.sql).uses.find((one) => one.name === name)?.start ?? 0);
}

import type { DataEngine, Relation } from '$workers/data/contract';
import { figureOf, textsOf } from '../chart/vector';
import { quoted } from '../sql-name';

type Asked = Pick<DataEngine, 'query'>;

export interface Concept {
  id: string;
  name: string;
}

/** Concepts of a search: a list to choose from, not to read through. */
const mostFound = 8;

/** A vocabulary table that the person supplies, by its columns: `concept`, or one called `…_concept`. */
export function conceptTable(tables: readonly Relation[]): Relation | undefined {
  return vocabularyTable(tables, 'concept', ['concept_id', 'concept_name']);
}

function vocabularyTable(tables: readonly Relation[], name: string, columns: readonly string[]): Relation | undefined {
  const fits = (table: Relation) =>
    columns.every((column) => table.columns.some((one) => one.name.toLowerCase() === column));
  const named = tables.filter((table) => !table.name.startsWith('cell ') && fits(table));
  return (
    named.find((table) => table.name.toLowerCase() === name) ??
    named.find((table) => table.name.toLowerCase().endsWith(`_${name}`))
  );
}

/** The names of some concepts, by id; those that the vocabulary has not are missing. */
export async function conceptNames(
  data: Asked,
  table: Relation,
  ids: readonly string[],
  signal: AbortSignal
): Promise<ReadonlyMap<string, string>> {
  const whole = ids.filter((id) => /^\d{1,18}$/.test(id));
  if (whole.length === 0) return new Map();
  const sql = `SELECT CAST(concept_id AS VARCHAR) AS id, coalesce(CAST(concept_name AS VARCHAR), '') AS name FROM ${quoted(table.name)} WHERE TRY_CAST(concept_id AS BIGINT) IN (${whole.map(() => 'CAST(? AS BIGINT)').join(', ')})`;
  const found = await data.query(sql, whole, { signal });
  const names = textsOf(found, 'name');
  return new Map(textsOf(found, 'id').map((id, row) => [id, names[row] ?? '']));
}

/** Concepts by a part of their name, or by their id; the shortest names first. */
export async function findConcepts(
  data: Asked,
  table: Relation,
  typed: string,
  signal: AbortSignal
): Promise<readonly Concept[]> {
  const text = typed.trim();
  if (text.length < 2) return [];
  const sql = `SELECT CAST(concept_id AS VARCHAR) AS id, CAST(concept_name AS VARCHAR) AS name FROM ${quoted(table.name)} WHERE contains(lower(CAST(concept_name AS VARCHAR)), lower(CAST(? AS VARCHAR))) OR CAST(concept_id AS VARCHAR) = CAST(? AS VARCHAR) ORDER BY length(name), name, id LIMIT ${mostFound}`;
  const found = await data.query(sql, [text, text], { signal });
  const names = textsOf(found, 'name');
  return textsOf(found, 'id').map((id, row) => ({ id, name: names[row] ?? '' }));
}

/** Descendants of some concepts; undefined where no table `concept_ancestor` tells them. */
export async function descendantsOf(
  data: Asked,
  tables: readonly Relation[],
  ids: readonly number[]
): Promise<ReadonlyMap<number, readonly number[]> | undefined> {
  const columns = ['ancestor_concept_id', 'descendant_concept_id'];
  const table = vocabularyTable(tables, 'concept_ancestor', columns);
  if (!table) return undefined;
  const found = new Map<number, number[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  const cast = (column: string) => `TRY_CAST(${column} AS BIGINT)`;
  const sql = `SELECT ${cast('ancestor_concept_id')} AS above, ${cast('descendant_concept_id')} AS below FROM ${quoted(table.name)} WHERE above IN (${ids.map(() => 'CAST(? AS BIGINT)').join(', ')}) AND below IS NOT NULL ORDER BY 1, 2`;
  const rows = await data.query(sql, ids.map(String));
  for (let row = 0; row < rows.rows; row++) {
    found.get(figureOf(rows, 'above', row))?.push(figureOf(rows, 'below', row));
  }
  return found;
}

import type { MappedConcept, QualitySource } from './contract';
import { fail } from './errors';
import { Extract, findTables, numberAt, textAt } from './extract';
import { checkMap, type CheckedOptions } from './options';
import { filledText, quoteText, timeOf } from './sql';
import { resolveUnit, type ResolvedUnit } from './units';

type Settings = Extract['settings'];

/** Reads what the SQL is made of: tables, date of the extract, the map of variables and the units that are used. */
export async function prepare(
  source: QualitySource,
  options: CheckedOptions,
  signal: AbortSignal | undefined
): Promise<Extract> {
  const tables = await findTables(source, options, signal);
  const bare: Settings = { ...options.settings, extractDate: options.extractDate, units: [], unit: `''` };
  const extract = new Extract(tables, bare);
  const ask = (sql: string) => source.query(sql, [], signal && { signal });
  const extractDate = options.extractDate ?? (await releaseDate(extract, ask));
  const map = await mapOf(extract, options, ask);
  const unit = await unitSql(extract, ask);
  const units = await usedUnits(extract, { map, unit }, ask);
  return new Extract(tables, { ...bare, extractDate, unit, units });
}

type Ask = (sql: string) => ReturnType<QualitySource['query']>;

async function releaseDate(extract: Extract, ask: Ask): Promise<string | undefined> {
  const column = extract.column('cdm_source', 'source_release_date');
  if (!column) return undefined;
  const found = await ask(
    `SELECT CAST(CAST(max(${timeOf(column, 's')}) AS DATE) AS VARCHAR) FROM ${extract.from('cdm_source')} s`
  );
  return textAt(found, 0, 0);
}

async function mapOf(extract: Extract, { variableMap }: CheckedOptions, ask: Ask): Promise<readonly MappedConcept[]> {
  if (typeof variableMap !== 'string') return variableMap;
  const table = variableMap.toLowerCase();
  if (!extract.has(table)) throw fail('quality-map-absent', { table: variableMap });
  const absent = ['concept_id', 'variable'].find((name) => !extract.column(table, name));
  if (absent) throw fail('quality-map-columns', { table: variableMap, column: absent });
  const optional = (name: string, sql: (name: string) => string) => (extract.column(table, name) ? sql(name) : 'NULL');
  const found = await ask(`SELECT ${extract.whole(table, 'concept_id', 'm')}, ${extract.text(table, 'variable', 'm')},
  CAST(${optional('unit', (name) => extract.text(table, name, 'm'))} AS VARCHAR), CAST(${optional('factor', (name) => extract.number(table, name, 'm'))} AS DOUBLE)
FROM ${extract.from(table)} m`);
  const map = Array.from({ length: found.rows }, (_, row): MappedConcept => {
    const id = textAt(found, 0, row);
    if (id === undefined) throw fail('quality-map-entry', { row: row + 1, part: 'concept_id' });
    return {
      conceptId: BigInt(id),
      variable: textAt(found, 1, row) ?? '',
      unit: textAt(found, 2, row) ?? '',
      factor: numberAt(found, 3, row) ?? 1
    };
  });
  checkMap(map);
  return map;
}

/** SQL of a unit as written, of measurement `m`: the text of the source, else the code of the unit's concept; empty without. */
async function unitSql(extract: Extract, ask: Ask): Promise<string> {
  const source = extract.column('measurement', 'unit_source_value');
  const parts = source ? [filledText(source, 'm')] : [];
  if (extract.column('measurement', 'unit_concept_id')) {
    const concept = extract.whole('measurement', 'unit_concept_id', 'm');
    // Where the text is there the concept is not looked up: a CASE of hundreds for nothing.
    const missing = source ? ` AND ${filledText(source, 'm')} IS NULL` : '';
    const code = extract.lacking([{ table: 'concept', columns: ['concept_id', 'concept_code'] }])
      ? 'NULL'
      : `(SELECT min(${extract.text('concept', 'concept_code', 'c')}) FROM ${extract.from('concept')} c WHERE ${extract.whole('concept', 'concept_id', 'c')} = u.id)`;
    const found = await ask(
      `SELECT u.id, coalesce(CAST(${code} AS VARCHAR), 'concept ' || u.id) FROM (SELECT DISTINCT ${concept} AS id FROM ${extract.from('measurement')} m WHERE ${concept} <> 0${missing}) u`
    );
    const whens = Array.from(
      { length: found.rows },
      (_, row) => `WHEN ${textAt(found, 0, row)} THEN ${quoteText(textAt(found, 1, row) ?? '')}`
    );
    if (whens.length > 0) parts.push(`CASE ${concept} ${whens.join(' ')} END`);
  }
  return `coalesce(${[...parts, `''`].join(', ')})`;
}

async function usedUnits(
  extract: Extract,
  { map, unit }: { map: readonly MappedConcept[]; unit: string },
  ask: Ask
): Promise<ResolvedUnit[]> {
  if (map.length === 0 || extract.lacking([{ table: 'measurement', columns: ['measurement_concept_id'] }])) return [];
  const concept = extract.whole('measurement', 'measurement_concept_id', 'm');
  const ids = [...new Set(map.map(({ conceptId }) => String(conceptId)))];
  const found = await ask(
    `SELECT DISTINCT ${concept}, ${unit} FROM ${extract.from('measurement')} m WHERE ${concept} IN (${ids.join(', ')})`
  );
  const pairs = Array.from({ length: found.rows }, (_, row) => ({
    concept: BigInt(textAt(found, 0, row) ?? 0),
    unit: textAt(found, 1, row) ?? ''
  }));
  // In the order of the map, so that the report does not depend on the order of rows.
  pairs.sort(
    (one, other) =>
      ids.indexOf(String(one.concept)) - ids.indexOf(String(other.concept)) || (one.unit < other.unit ? -1 : 1)
  );
  return pairs.flatMap(({ concept, unit }) => resolveUnit(concept, unit, map) ?? []);
}

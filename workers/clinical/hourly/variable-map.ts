import { isPresent } from '../../shared/exact-text';
import type { Relation } from '../../shared/relation';
import type { Column, Table } from '../../shared/table';
import { HOURLY_VARIABLES } from './contract';
import { fail } from './errors';
import { byName, type HourlySource } from './source';
import { isWhole, quoted } from './sql-text';

/** What a code of the table of measurements means. */
export interface MapEntry {
  code: string;
  variable: string;
  /** The unit of the value times `factor`; without a factor, that of rows which say none. */
  unit: string | undefined;
  /** Given: it holds whatever unit the row says. */
  factor: number | undefined;
}

/** The concepts of our simulated data; in tables with names, the names that are known. */
export function defaultMap(source: HourlySource): MapEntry[] {
  const entry = (code: string, variable: string): MapEntry => ({ code, variable, unit: undefined, factor: undefined });
  if (source.layout === 'wide') return source.values.map(({ variable, column }) => entry(column.name, variable));
  if (isWhole(source.code)) {
    return HOURLY_VARIABLES.flatMap(({ name, concept }) =>
      concept === undefined ? [] : [entry(String(concept), name)]
    );
  }
  return HOURLY_VARIABLES.flatMap(({ name, also = [] }) => [name, ...also].map((one) => entry(one, name)));
}

const codeNames = ['concept_id', 'measurement_concept_id', 'code', 'name', 'item'];

/** @throws `hourly-map-column` */
export function mapSql(map: Relation): string {
  const code = codeNames.map((name) => byName(map, name)).find((column) => column !== undefined);
  if (!code) throw fail('hourly-map-column', { table: map.name, column: 'concept_id' });
  const text = (name: string, required: boolean) => {
    const column = byName(map, name);
    if (!column && required) throw fail('hourly-map-column', { table: map.name, column: name });
    return column
      ? `nullif(trim(CAST(${quoted(column.name)} AS VARCHAR)), '') AS ${quoted(name)}`
      : `CAST(NULL AS VARCHAR) AS ${quoted(name)}`;
  };
  const factor = byName(map, 'factor');
  return (
    `SELECT nullif(trim(CAST(${quoted(code.name)} AS VARCHAR)), '') AS code, ${text('variable', true)}, ${text('unit', false)}, ` +
    `${factor ? `CAST(${quoted(factor.name)} AS DOUBLE)` : 'CAST(NULL AS DOUBLE)'} AS factor FROM ${quoted(map.name)}`
  );
}

/** Columns that every grid has. */
const taken = ['person_id', 'stay_id', 'hour', 'time'];
const variableName = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** @throws `hourly-map-row`, `hourly-map-twice` */
export function readMap(read: Table, table: string): MapEntry[] {
  const [codes, variables, units, factors] = read.columns as [Column, Column, Column, Column];
  const seen = new Set<string>();
  return Array.from({ length: read.rows }, (_, row) => {
    const [code, variable, unit] = [textAt(codes, row), textAt(variables, row), textAt(units, row)];
    const factor = isPresent(factors, row) ? Number(factors.values[row]) : undefined;
    const wrong = (what: string) => fail('hourly-map-row', { table, row: row + 1, what });
    if (code === undefined) throw wrong('code');
    if (variable === undefined || !variableName.test(variable)) throw wrong('variable');
    if (taken.includes(variable.toLowerCase())) throw wrong('variable');
    if (factor !== undefined && !(factor > 0 && factor < Infinity)) throw wrong('factor');
    const key = code.toLowerCase();
    if (seen.has(key)) throw fail('hourly-map-twice', { table, row: row + 1 });
    seen.add(key);
    return { code, variable, unit, factor };
  });
}

export function textAt(column: Column, row: number): string | undefined {
  if (!isPresent(column, row)) return undefined;
  return column.type === 'text' ? column.dictionary[column.values[row] as number] : String(column.values[row]);
}

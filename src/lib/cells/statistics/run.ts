import type { Relation } from '$workers/data/contract';
import { AppError, type Place } from '$workers/shared/errors';
import { formulaNames } from '$workers/shared/formula-tokens';
import type { Column, Table } from '$workers/shared/table';
import type { Analysis } from '$workers/statistics';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { columnOf } from '../columns';
import { tableInputs } from '../inputs';
import { quoted } from '../sql-name';
import type { StatisticsSpec } from './spec';

export interface StatisticsOutput {
  found: Analysis;
  /** The tables it made. */
  tables: readonly string[];
}

/** Reads the columns that the method needs, has them analysed, and puts what was found into tables. */
export async function runStatistics(spec: StatisticsSpec, context: RunContext): Promise<Outcome<StatisticsOutput>> {
  const { engines, signal, progress } = context;
  const job = { signal, progress };
  const names = [...(spec.from === undefined ? [] : [spec.from]), ...spec.others.values()];
  const relations = new Map((await tableInputs(names, context)).map((relation, at) => [names[at] as string, relation]));
  const { name: method } = spec.form;
  const request = engineRequest(spec);
  progress({ step: 'statistics-read' });
  for (const [key, name] of spec.others) {
    const relation = relations.get(name);
    if (relation) {
      request[camel(key)] = await engines.data.query(`SELECT * FROM ${quoted(relation.name)}`, [], { signal });
    }
  }
  try {
    const relation = spec.from === undefined ? undefined : relations.get(spec.from);
    const columns = relation && (await engines.statistics.columnsOf(method, request, { signal }));
    const table = relation && (await readColumns(spec, relation, columns ?? [], context));
    const found = await engines.statistics.analyse(method, table, request, job);
    return await tabled(spec, found, context);
  } catch (error) {
    throw placed(error, spec);
  }
}

const camel = (key: string) => key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The request as the engine spells it: maps as objects. */
function engineRequest({ request }: StatisticsSpec): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(request).map(([key, value]) => [
      camel(key),
      value instanceof Map ? Object.fromEntries(value) : value
    ])
  );
}

/** Only the columns that are used, each once, under the names that the cell writes. */
async function readColumns(
  spec: StatisticsSpec,
  relation: Relation,
  names: readonly string[],
  { engines, signal }: RunContext
): Promise<Table> {
  const found = names.map((name) => columnOf(relation, name, placeOfName(spec, name)));
  const wanted = [...new Set(found.map(({ name }) => name))];
  // A method may read no column at all: the rows still count.
  const sql = `SELECT ${wanted.length === 0 ? '1 AS one' : wanted.map(quoted).join(', ')} FROM ${quoted(relation.name)}`;
  const table = await engines.data.query(sql, [], { signal });
  const columns = names.map((name, at): Column => {
    const column = found[at] as (typeof found)[number];
    const values = table.columns[wanted.indexOf(column.name)] as Column;
    return { ...values, name, ...(column.unit !== undefined && { unit: column.unit }) };
  });
  return { rows: table.rows, columns };
}

/** Where the text names a column. */
function placeOfName({ request, placeOf, placeInFormula }: StatisticsSpec, name: string): Place {
  for (const [key, value] of Object.entries(request)) {
    if (value === name) return placeOf(key);
    if (Array.isArray(value) && value.includes(name)) return placeOf(key, String(value.indexOf(name)));
  }
  if (typeof request.formula !== 'string') return placeOf('method');
  return placeInFormula(formulaNames(request.formula).find((one) => one.name === name)?.at ?? 0);
}

/** The engine tells places in the formula's own text: here they become places of the cell's. */
function placed(error: unknown, { request, placeInFormula }: StatisticsSpec): unknown {
  const { formula } = request;
  if (!(error instanceof AppError) || typeof formula !== 'string' || !error.code.startsWith('formula-')) return error;
  const { code, message, hint, values, details, place } = error;
  const lines = formula.split('\n').slice(0, (place?.line ?? 1) - 1);
  const at = lines.reduce((sum, one) => sum + one.length + 1, 0) + (place?.column ?? 1) - 1;
  return new AppError(code, message, hint, placeInFormula(at), values, details, error);
}

async function tabled(
  spec: StatisticsSpec,
  found: Analysis,
  { engines, signal, progress }: RunContext
): Promise<Outcome<StatisticsOutput>> {
  const values = new Map<string, CellValue>();
  const made: [string, Table][] =
    spec.name === undefined
      ? []
      : [
          [spec.name, found.table],
          ...found.more.map(({ name, table }): [string, Table] => [`${spec.name}_${name}`, table])
        ];
  for (const [name, table] of made) {
    values.set(name, { type: 'table', relation: await engines.data.insert(name, table, { signal, progress }) });
  }
  // A table without rows, as that of an imputation that was not asked for, need not be named.
  return { output: { found, tables: made.filter(([, { rows }], at) => at === 0 || rows > 0).map(([name]) => name) }, values }; // prettier-ignore
}

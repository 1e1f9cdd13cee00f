import type { JobOptions } from '../shared/job';
import { onlySignal, quoteName, type Duck } from './duck';
import type { Held } from './relations';

/**
 * Makes a view a table: the rows go into a table beside it, and the view reads that. What is built on the view keeps
 * its name for it, and does not run it again.
 */
export async function holdRows(duck: Duck, held: Held, job: JobOptions = {}): Promise<void> {
  const name = quoteName(held.relation.name);
  const table = `phems_held.${name}`;
  const options = onlySignal(job);
  await duck.run(`CREATE OR REPLACE TABLE ${table} AS SELECT * FROM main.${name}`, [], options);
  await duck.run(`CREATE OR REPLACE VIEW main.${name} AS SELECT * FROM ${table}`);
  held.source = table;
  held.relation = { ...held.relation, kind: 'table', rows: await countRows(duck, table) };
  if (held.beside === undefined) return;
  await duck.run(`DROP TABLE IF EXISTS ${held.beside}`);
  delete held.beside;
}

/** A copy of a file's rows, for what a file read in place cannot give: another order. The view goes on reading the file. */
export async function copyRows(duck: Duck, held: Held, job: JobOptions = {}): Promise<void> {
  const name = quoteName(held.relation.name);
  await duck.run(`CREATE OR REPLACE TABLE phems_held.${name} AS SELECT * FROM main.${name}`, [], onlySignal(job));
  held.source = `phems_held.${name}`;
}

/** Exact. A table knows its count; a view runs. */
export async function countRows(duck: Duck, source: string, job: JobOptions = {}): Promise<number> {
  const table = await duck.query(`SELECT count(*) AS n FROM ${source}`, [], onlySignal(job));
  return Number((table.columns[0]!.values as BigInt64Array)[0]);
}

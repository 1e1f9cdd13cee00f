import type { JobOptions } from '../shared/job';
import type { SqlDefinition, SqlResult } from './contract';
import { onlySignal, quoteName, type Described, type Duck } from './duck';
import { explain } from './explain';
import { readFunctions } from './introspection';
import { takesPlace } from './insert';
import { countRows } from './materialise';
import { withNotes, type Held, type Relations } from './relations';
import { compileCell, type CompiledCell } from './sql-cell';

/** Rows shown at once, before anything is made a table. */
const firstRowCount = 200;
let lastVariable = 0;

/**
 * A cell's SELECT becomes a view under its name; its first rows are read. Until they are there, an older view of that
 * name stays as it was.
 */
export async function defineCell(
  duck: Duck,
  relations: Relations,
  definition: SqlDefinition,
  options: JobOptions = {}
): Promise<SqlResult> {
  const cell = compileCell(definition, () => `v${++lastVariable}`);
  try {
    for (const { name, value } of cell.variables) await duck.setVariable(name, value);
    await duck.prepare(cell.statement);
    return cell.volatile || definition.atOnce
      ? await defineHeld(duck, relations, definition, cell, options)
      : await defineView(duck, relations, definition, cell, options);
  } catch (error) {
    await forgetVariables(
      duck,
      cell.variables.map((variable) => variable.name)
    );
    throw await explained(error, duck, relations, cell);
  }
}

export async function forgetVariables(duck: Duck, names: readonly string[] = []): Promise<void> {
  for (const name of names) await duck.setVariable(name, null).catch(() => undefined);
}

async function defineView(
  duck: Duck,
  relations: Relations,
  definition: SqlDefinition,
  cell: CompiledCell,
  options: JobOptions
): Promise<SqlResult> {
  const head = await duck.head(cell.statement, firstRowCount, onlySignal(options));
  const held = await take(duck, relations, definition, {
    statements: [`CREATE VIEW main.${quoteName(definition.name)} AS ${cell.statement}`],
    described: head.described
  });
  held.variables = cell.variables.map((variable) => variable.name);
  if (head.complete) held.relation = { ...held.relation, rows: head.table.rows };
  if (cell.alias !== undefined && relations.find(cell.alias)) held.alias = cell.alias;
  return { relation: held.relation, first: withNotes(head.table, held.relation) };
}

/**
 * A clock or random numbers give other rows each time: such a SELECT runs once, and everybody reads that table. So does
 * one that is wanted `atOnce`.
 */
async function defineHeld(
  duck: Duck,
  relations: Relations,
  definition: SqlDefinition,
  cell: CompiledCell,
  options: JobOptions
): Promise<SqlResult> {
  const arriving = `arriving_${++lastVariable}`;
  const table = `phems_held.${quoteName(definition.name)}`;
  await duck.run(`CREATE TABLE phems_held.${arriving} AS ${cell.statement}`, [], onlySignal(options));
  const held = await take(duck, relations, definition, {
    statements: [
      `ALTER TABLE phems_held.${arriving} RENAME TO ${quoteName(definition.name)}`,
      `CREATE VIEW main.${quoteName(definition.name)} AS SELECT * FROM ${table}`
    ],
    described: await duck.describe(`FROM phems_held.${arriving}`)
  });
  await forgetVariables(
    duck,
    cell.variables.map((variable) => variable.name)
  );
  held.source = table;
  held.relation = { ...held.relation, kind: 'table', rows: await countRows(duck, table) };
  const { table: first } = await duck.head(`FROM ${table}`, firstRowCount, onlySignal(options));
  return { relation: held.relation, first: withNotes(first, held.relation) };
}

async function take(
  duck: Duck,
  relations: Relations,
  { name, inputs }: SqlDefinition,
  { statements, described }: { statements: readonly string[]; described: readonly Described[] }
): Promise<Held> {
  const older = relations.find(name)?.variables;
  const notes = relations.notesOf(inputs);
  await duck.transaction([...(await takesPlace(duck, relations, name)), ...statements]);
  relations.delete(name);
  await forgetVariables(duck, older);
  await relations.adopt(name, 'view', { described, notes });
  const held = relations.need(name);
  held.reads = inputs;
  return held;
}

async function explained(error: unknown, duck: Duck, relations: Relations, cell: CompiledCell): Promise<unknown> {
  const columns = cell.tables.flatMap((table) => relations.find(table)?.relation.columns.map((one) => one.name) ?? []);
  return explain(error, {
    columns,
    tables: relations.names(),
    functions: /Function with name/.test(String(error)) ? (await readFunctions(duck)).map((one) => one.name) : [],
    files: cell.uses.flatMap(({ name, place }) => relations.inPlace([name]).map((file) => ({ name: file, place }))),
    placeOf: cell.placeOf,
    end: cell.end
  });
}

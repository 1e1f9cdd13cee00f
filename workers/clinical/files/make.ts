import { breathe } from '../../shared/breathe';
import { TableBuilder } from '../../shared/column-builder';
import type { JobOptions } from '../../shared/job';
import type { Table } from '../../shared/table';
import { writeTable, type FileWriter } from '../../shared/table-files/file-writer';
import { fail } from '../errors';
import { simulate, type AnySimulationOptions } from '../simulate';
import { MOST_PERSONS_IN_FILES, partsOf, type FilePiece, type FilesRequest, type MadePart } from './contract';
import { hackathonTables, SOURCE_TABLES } from './hackathon';

/** The same in every part: written with the first. */
const FIXED_TABLES: readonly string[] = ['care_site', 'concept', 'cdm_source'];

/**
 * Simulates one part of a data set and writes it as files, or as the next pieces of files. All parts put together are the
 * data set that one call without parts would make: same ids, same rows, same order.
 *
 * @param part from 0, of `partsOf(request)`
 * @throws `simulate-…` for options out of range; `stopped`
 */
export async function makeFiles(request: FilesRequest, part: number, job: JobOptions = {}): Promise<MadePart> {
  if (!Number.isInteger(request.persons) || request.persons < 1 || request.persons > MOST_PERSONS_IN_FILES) {
    throw fail('simulate-persons-range', { most: MOST_PERSONS_IN_FILES.toLocaleString('en-GB') });
  }
  const { useCase, layout } = request;
  if (layout === 'hackathon' && useCase !== 'picu-sepsis') throw fail('files-hackathon-use', { use: useCase });
  const parts = partsOf(request);
  const between = parts[part];
  if (!between) throw fail('files-part-none', { part: part + 1, parts: parts.length });
  const made = await simulate(simulationOf(request, between), job);
  const tables = layout === 'hackathon' ? hackathonTables(made.tables, request) : Object.entries(made.tables);
  const pieces: FilePiece[] = [];
  for (const [name, table] of tables) {
    const isFixed = FIXED_TABLES.includes(name);
    if (!table || (isFixed && part > 0)) continue;
    const piece = { name, table, part, parts: isFixed ? 1 : parts.length };
    pieces.push(await written(request, piece, job.signal));
  }
  if (part === 0) {
    const named = tables.flatMap(([name, table]) => (table ? [[name, table] as const] : []));
    pieces.push(await written(request, { name: 'columns', table: columnsTable(named), part: 0, parts: 1 }, job.signal));
  }
  return { pieces, persons: made.persons };
}

/** What each column is: type and unit, which a CSV file cannot say. */
function columnsTable(tables: readonly (readonly [string, Table])[]): Table {
  const builder = new TableBuilder(
    ['table', 'column', 'type', 'unit', 'label'].map((name) => ({ name, type: 'text' as const }))
  );
  for (const [name, { columns }] of tables) {
    for (const column of columns) builder.push(name, column.name, column.type, column.unit, column.label);
  }
  return builder.finish();
}

function simulationOf(request: FilesRequest, part: [number, number]): AnySimulationOptions {
  const { useCase, persons, seed, hospitals, leak, faults, layout } = request;
  const tables = layout === 'hackathon' ? SOURCE_TABLES : request.tables;
  return {
    useCase,
    persons,
    seed,
    hospitals,
    faults,
    tables,
    part,
    ...(useCase === 'picu-sepsis' && { leak })
  };
}

interface Written {
  name: string;
  table: Table;
  part: number;
  parts: number;
}

async function written(
  { format, layout }: FilesRequest,
  { name, table, part, parts }: Written,
  signal: AbortSignal | undefined
): Promise<FilePiece> {
  const between = async () => {
    await breathe();
    if (signal?.aborted) throw fail('stopped');
  };
  if (format === 'parquet' && layout === 'tables' && name !== 'columns') {
    const { parquetWriter } = await import('../../shared/table-files/parquet');
    const content = await writeTable(parquetWriter(table.columns), table, between);
    const path = parts === 1 ? `${name}.parquet` : `${name}/part-${String(part + 1).padStart(4, '0')}.parquet`;
    return { path, content, rows: table.rows, ends: true };
  }
  const { csvWriter } = await import('../../shared/table-files/csv');
  const writer: FileWriter = csvWriter(table.columns, { forMachines: true, header: part === 0 });
  const content = await writeTable(writer, table, between);
  return { path: `${name}.csv`, content, rows: table.rows, ends: part === parts - 1 };
}

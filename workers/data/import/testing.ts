import { AppError } from '../../shared/errors';
import type { Column, Table } from '../../shared/table';
import type { DataEngine, SourceFile } from '../contract';
import type { Duck } from '../duck';
import { openNodeDuck } from '../duck-node';
import { createDataEngine } from '../engine';
import type { ImportResult, Imports, Proposal, WantedPlan } from './contract';
import { createImports, type ImportSettings } from './imports';

/** An engine in Node with the import room over it, for tests. */
export interface Bench {
  duck: Duck;
  engine: DataEngine;
  imports: Imports;
  propose(name: string, content: BlobPart | BlobPart[], wanted?: Partial<WantedPlan>): Promise<Proposal>;
  /** Proposes and reads. */
  bring(name: string, content: BlobPart | BlobPart[], wanted?: Partial<WantedPlan>): Promise<Brought>;
  /** All rows of a SELECT as plain values: bigint and decimals as text, dates as ISO text, missing as null. */
  rows(sql: string): Promise<unknown[][]>;
}

export interface Brought {
  proposal: Proposal;
  result: ImportResult;
}

export async function openBench(settings: ImportSettings = {}): Promise<Bench> {
  const duck = await openNodeDuck();
  const { engine, relations } = await createDataEngine(duck);
  const imports = createImports(duck, relations, settings);
  const bench: Bench = {
    duck,
    engine,
    imports,
    propose: (name, content, wanted = {}) => imports.propose({ file: name, ...wanted }, [fileOf(name, content)]),
    bring: async (name, content, wanted = {}) => {
      const sources = [fileOf(name, content)];
      const proposal = await imports.propose({ file: name, ...wanted }, sources);
      return { proposal, result: await imports.read(proposal.plan, sources) };
    },
    rows: async (sql) => rowsOf(await engine.query(sql))
  };
  return bench;
}

export function fileOf(path: string, content: BlobPart | BlobPart[]): SourceFile {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    path,
    file: new File(Array.isArray(content) ? content : [content], name, { lastModified: 1_700_000_000_000 })
  };
}

export function rowsOf(table: Table): unknown[][] {
  return Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => valueOf(column, row)));
}

function valueOf(column: Column, row: number): unknown {
  if (column.validity && !((column.validity[row >> 3]! >> (row & 7)) & 1)) return null;
  switch (column.type) {
    case 'text':
      return column.dictionary[column.values[row]!];
    case 'bool':
      return column.values[row] === 1;
    case 'date':
      return new Date(column.values[row]! * 86_400_000).toISOString().slice(0, 10);
    case 'timestamp':
      return `${column.values[row]!}`;
    case 'decimal':
      return `${column.values[row]!}e-${column.scale}`;
    case 'int64':
      return `${column.values[row]!}`;
    default:
      return column.values[row];
  }
}

/** The failure of a promise, by code. */
export async function failure(promise: Promise<unknown>): Promise<AppError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

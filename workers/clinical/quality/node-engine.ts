/** For tests only: the real engine in Node, and tables of a simulation in it. */
import { createDataRoom, type DataRoom } from '../../data';
import { openNodeDuck } from '../../data/duck-node';
import { exactText, isPresent } from '../../shared/exact-text';
import type { Table } from '../../shared/table';
import { simulate, TABLES, type Simulation, type SimulationOptions } from '../index';
import type { QualityReport, QualityResult } from './contract';

export const openRoom = async (): Promise<DataRoom> => createDataRoom(await openNodeDuck());

/** All tables of a simulation, their names behind a prefix. */
export async function simulateInto(
  room: DataRoom,
  prefix: string,
  options: Partial<SimulationOptions>
): Promise<Simulation> {
  const simulation = await simulate({ useCase: 'picu-sepsis', persons: 200, seed: 1, tables: TABLES, ...options });
  for (const [name, table] of Object.entries(simulation.tables)) await room.insert(`${prefix}${name}`, table);
  return simulation;
}

/** A table made by SQL. */
export async function make(room: DataRoom, name: string, sql: string): Promise<void> {
  await room.insert(name, await room.query(sql));
}

export const withStatus = ({ results }: QualityReport, status: QualityResult['status']): QualityResult[] =>
  results.filter((result) => result.status === status);

/** Failing rows of the lines of one check that these words are part of the name of. */
export function failing({ results }: QualityReport, check: number, words = ''): number {
  const lines = results.filter((result) => result.check === check && result.id.includes(words));
  return lines.reduce((sum, line) => sum + line.failing, 0);
}

/** One column of a result as text; the empty text where it is missing. */
export function texts(table: Table, name: string): string[] {
  const column = table.columns.find((one) => one.name.toLowerCase() === name);
  if (!column) throw new Error(`no column ${name}`);
  return Array.from({ length: table.rows }, (_, row) => (isPresent(column, row) ? exactText(column, row) : ''));
}

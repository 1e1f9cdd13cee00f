import type { Counted } from '$workers/clinical';
import type { Relation } from '$workers/data/contract';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { nameOf, type SimulateSpec } from './spec';

export interface SimulateOutput {
  seed: number;
  /** What was made, in the order in which it is told: persons, stays, hours … */
  counts: readonly Counted[];
  leak: boolean;
  /** How many kinds of faults were planted; where they are is not told here. */
  faultKinds: number;
  relations: readonly Relation[];
}

/** Simulates, then puts each table under its name. Nothing is replaced before all tables are made. */
export async function runSimulate(spec: SimulateSpec, context: RunContext): Promise<Outcome<SimulateOutput>> {
  const { engines, signal, progress, id } = context;
  const { use, persons, seed, hospitals, leak, faults, tables } = spec;
  const job = { signal, progress };
  const options = { useCase: use, persons, seed, hospitals, faults, tables, ...(use === 'picu-sepsis' && { leak }) };
  const simulation = await engines.clinical.simulate(options, job);
  const relations: Relation[] = [];
  for (const name of tables) {
    const table = simulation.tables[name];
    if (table) relations.push(await engines.data.insert(nameOf(spec, id, name), table, job));
  }
  const values = new Map(
    relations.map((relation): [string, CellValue] => [relation.name, { type: 'table', relation }])
  );
  const faultKinds = new Set(simulation.planted.map(({ fault }) => fault)).size;
  return { output: { seed, counts: simulation.counts, leak, faultKinds, relations }, values };
}

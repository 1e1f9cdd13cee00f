import type { Relation } from '$workers/data/contract';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { nameOf, type SimulateSpec } from './spec';

export interface SimulateOutput {
  seed: number;
  persons: number;
  episodes: number;
  hours: number;
  leak: boolean;
  /** How many kinds of faults were planted; where they are is not told here. */
  faultKinds: number;
  relations: readonly Relation[];
}

/** Simulates, then puts each table under its name. Nothing is replaced before all tables are made. */
export async function runSimulate(spec: SimulateSpec, context: RunContext): Promise<Outcome<SimulateOutput>> {
  const { engines, signal, progress, id } = context;
  const { use, ...options } = spec;
  const { persons, seed, hospitals, leak, faults } = options;
  const job = { signal, progress };
  const simulation = await engines.clinical.simulate(
    { useCase: use, persons, seed, hospitals, leak, faults, tables: spec.tables },
    job
  );
  const relations: Relation[] = [];
  for (const name of spec.tables) {
    const table = simulation.tables[name];
    if (table) relations.push(await engines.data.insert(nameOf(spec, id, name), table, job));
  }
  const values = new Map(
    relations.map((relation): [string, CellValue] => [relation.name, { type: 'table', relation }])
  );
  const output = {
    seed,
    persons: simulation.persons,
    episodes: simulation.episodes,
    hours: simulation.hours,
    leak,
    faultKinds: new Set(simulation.planted.map(({ fault }) => fault)).size,
    relations
  };
  return { output, values };
}

import type { JobOptions } from '../shared/job';
import type { Table } from '../shared/table';
import { simulateCardiac, type CardiacOptions, type CardiacSimulation } from './cardiac';
import { USE_CASES, type UseCase } from './contract';
import { fail } from './errors';
import { simulateHaemophilia, type HaemophiliaOptions, type HaemophiliaSimulation } from './haemophilia';
import type { SimulationOptions } from './picu/options';
import { simulatePicu, type Simulation } from './picu/simulate';
import type { PlantedFault } from './shared/faults';

/** A number of things that were made. */
export interface Counted {
  of: 'persons' | 'episodes' | 'hours' | 'events' | 'doses' | 'bleeds';
  n: number;
}

interface Told {
  /** What was made, in the order in which it is told. */
  counts: readonly Counted[];
}

/** The options of any use case; which tables and settings it has is checked. */
export interface AnySimulationOptions extends Omit<SimulationOptions, 'useCase' | 'tables'> {
  useCase: UseCase;
  /** Default the first of the use case. */
  tables?: readonly string[];
}

export interface AnySimulation extends Told {
  tables: Partial<Record<string, Table>>;
  planted: readonly PlantedFault[];
  persons: number;
}

/**
 * Simulates a data set of a use case: no real patient, for research and education.
 *
 * @throws `simulate-…` for options out of range; `stopped`
 */
export function simulate(options: SimulationOptions, job?: JobOptions): Promise<Simulation & Told>;
export function simulate(options: CardiacOptions, job?: JobOptions): Promise<CardiacSimulation & Told>;
export function simulate(options: HaemophiliaOptions, job?: JobOptions): Promise<HaemophiliaSimulation & Told>;
export function simulate(options: AnySimulationOptions, job?: JobOptions): Promise<AnySimulation>;
export async function simulate(options: AnySimulationOptions, job: JobOptions = {}): Promise<AnySimulation> {
  switch (options.useCase) {
    case 'picu-sepsis': {
      const made = await simulatePicu(options as SimulationOptions, job);
      return { ...made, counts: counted(made, 'persons', 'episodes', 'hours') };
    }
    case 'cardiac-surgery': {
      const made = await simulateCardiac(options as CardiacOptions, job);
      return { ...made, counts: counted(made, 'persons', 'events') };
    }
    case 'haemophilia': {
      const made = await simulateHaemophilia(options as HaemophiliaOptions, job);
      return { ...made, counts: counted(made, 'persons', 'doses', 'bleeds') };
    }
    default:
      throw fail('simulate-use-unknown', { use: String(options.useCase), known: Object.keys(USE_CASES).join(', ') });
  }
}

function counted<Of extends Counted['of']>(made: Readonly<Record<Of, number>>, ...names: readonly Of[]): Counted[] {
  return names.map((of) => ({ of, n: made[of] }));
}

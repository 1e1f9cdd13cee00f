import type { JobOptions } from '../shared/job';
import { simulatePicu, type Simulation } from './picu/simulate';
import type { SimulationOptions } from './picu/options';

export { MOST_PERSONS, MOST_PERSONS_AT_ONCE, TABLES, type TableName } from './contract';
export type { SimulationOptions } from './picu/options';
export type { Simulation } from './picu/simulate';
export type { FaultNumber, PlantedFault } from './picu/faults';

/**
 * Simulates a data set of a use case: no real patient, for research and education.
 *
 * @throws `simulate-…` for options out of range; `stopped`
 */
export function simulate(options: SimulationOptions, job: JobOptions = {}): Promise<Simulation> {
  return simulatePicu(options, job);
}

export {
  score,
  type InputSummary,
  type Remark as ScoreRemark,
  type ScoreInputs,
  type ScoreOptions,
  type ScoreResult
} from './scores';

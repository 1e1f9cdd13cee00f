import { TableBuilder } from '../../shared/column-builder';
import type { JobOptions } from '../../shared/job';
import type { Table } from '../../shared/table';
import { Planting, type Faulty, type PlantedFault } from '../shared/faults';
import { pushFixed } from '../shared/fixed';
import { Pacer } from '../shared/pacer';
import { pushPersonRow } from '../shared/person-row';
import { round } from '../shared/round';
import { CONCEPTS } from './concepts';
import { HOSPITALS, USE_CASE } from './constants';
import type { CardiacTable } from './contract';
import { pushEvents, pushOperation, type Case } from './flat';
import { pushConditions, pushDevices, pushMeasurements, pushProcedures, pushStays, type Builders } from './omop';
import { drawOperation, type Operation } from './operation';
import { checkOptions, type CardiacOptions } from './options';
import { drawPathway } from './pathway';
import { COLUMNS } from './tables';

export interface CardiacSimulation {
  /** The chosen tables, by name. */
  tables: Partial<Record<CardiacTable, Table>>;
  /** What `faults: true` broke, with the rows' keys. Apart from the tables, so that it can be kept from a class. */
  planted: readonly PlantedFault[];
  /** Also the number of operations. */
  persons: number;
  /** Of the event log. */
  events: number;
}

const DESCRIPTION = 'Seeded simulation of paediatric cardiac surgery, for research and education.';

function writeOperation(builders: Builders, seed: number, operation: Operation, faulty: Faulty | undefined): number {
  const pathway = drawPathway(seed, operation);
  const tenfold = faulty?.counted.weightTenfold === true;
  const one: Case = {
    operation,
    pathway,
    personId: pushPersonRow(builders.person, operation, faulty),
    weightKg: round(tenfold ? operation.weightKg * 10 : operation.weightKg, 1)
  };
  if (builders.operations) pushOperation(builders.operations, one);
  if (builders.events) pushEvents(builders.events, seed, one);
  pushStays(builders, one, faulty);
  if (builders.procedure_occurrence) pushProcedures(builders.procedure_occurrence, one);
  if (builders.condition_occurrence) pushConditions(builders.condition_occurrence, seed, one);
  if (builders.device_exposure) pushDevices(builders.device_exposure, seed, one);
  pushMeasurements(builders.measurement, one, faulty);
  return pathway.events.length;
}

/**
 * Simulates use case B, "paediatric cardiac surgery": no real patient.
 *
 * The same options give the same bytes on every machine. A person does not change when the number of persons, the
 * hospitals, the tables or `faults` do (but for the planted faults); rows come in the order of persons.
 *
 * @throws `simulate-…` for options out of range; `stopped`
 */
export async function simulateCardiac(options: CardiacOptions, job: JobOptions = {}): Promise<CardiacSimulation> {
  const { persons, seed, hospitals, faults, part, tables: names } = checkOptions(options);
  const [first, end] = part;
  const pacer = new Pacer(job, { step: 'simulate-persons', unit: 'persons', total: end - first });
  await pacer.begin();
  const died = (index: number) => drawOperation(seed, index).deathAfterDays !== undefined;
  const planting = faults ? new Planting({ seed, useCase: USE_CASE, persons, died }) : undefined;
  const builders: Builders = {};
  for (const name of names) builders[name] = new TableBuilder(COLUMNS[name]);
  pushFixed(builders, { sites: HOSPITALS, hospitals, concepts: CONCEPTS, description: DESCRIPTION });
  const made = { persons: 0, events: 0 };
  for (let index = first; index < end; index++) {
    const operation = drawOperation(seed, index);
    if (hospitals.includes(operation.hospital.number)) {
      made.persons += 1;
      made.events += writeOperation(builders, seed, operation, planting?.of(operation));
    }
    await pacer.step(index + 1 - first);
  }
  const tables: CardiacSimulation['tables'] = {};
  for (const name of names) tables[name] = (builders[name] as TableBuilder).finish();
  return { tables, planted: planting?.log.list() ?? [], ...made };
}

import { TableBuilder } from '../../shared/column-builder';
import type { JobOptions } from '../../shared/job';
import type { Table } from '../../shared/table';
import type { TableName } from '../contract';
import { Planting, type Faulty, type PlantedFault } from '../shared/faults';
import { pushFixed } from '../shared/fixed';
import { personId, rowIds } from '../shared/identity';
import { Pacer } from '../shared/pacer';
import { round } from '../shared/round';
import { doubledHourClock, plainClock } from './clock';
import { HOSPITALS, USE_CASE } from './constants';
import { pushEpisode, pushHours, type Stay } from './flat';
import { drawHours } from './hours';
import { CONCEPTS } from './omop/concepts';
import { MeasurementWriter } from './omop/measurement';
import { pushPerson, type Builders } from './omop/person';
import { pushDevices, pushDrugs, pushFindings, pushVisits, type RowCounters } from './omop/stay';
import { checkOptions, type CheckedOptions, type SimulationOptions } from './options';
import { drawPerson, type Person } from './person';
import { spoilValues } from './spoil';
import { COLUMNS, hoursColumns } from './tables';

export interface Simulation {
  /** The chosen tables, by name. */
  tables: Partial<Record<TableName, Table>>;
  /** What `faults: true` broke, with the rows' keys. Apart from the tables, so that it can be kept from a class. */
  planted: readonly PlantedFault[];
  persons: number;
  episodes: number;
  hours: number;
}

const DESCRIPTION = 'Seeded simulation of paediatric intensive care, for research and education.';

function openBuilders({ tables, leak }: CheckedOptions): Builders {
  const builders: Builders = {};
  for (const name of tables) builders[name] = new TableBuilder(name === 'hours' ? hoursColumns(leak) : COLUMNS[name]);
  return builders;
}

/** The hours are nearly all of the work; these tables do without them. */
const WITHOUT_HOURS: readonly TableName[] = [
  'episodes',
  'person',
  'observation_period',
  'visit_occurrence',
  'visit_detail',
  'condition_occurrence',
  'procedure_occurrence',
  'observation',
  'death',
  'care_site',
  'concept',
  'cdm_source'
];

/** To a tenth of a kilogram, as a bed scale shows it. */
function writtenWeight(kg: number, tenfold: boolean): number {
  return round(tenfold ? kg * 10 : kg, 1);
}

function writePerson(builders: Builders, person: Person, leak: boolean, faulty: Faulty | undefined): void {
  const hoursNeeded =
    faulty !== undefined || Object.keys(builders).some((name) => !WITHOUT_HOURS.includes(name as TableName));
  pushPerson(builders, person, faulty);
  const id = personId(person, faulty !== undefined);
  const writer = new MeasurementWriter(builders.measurement, rowIds(person), faulty);
  const ids: RowCounters = {
    condition: rowIds(person),
    drug: rowIds(person),
    procedure: rowIds(person),
    device: rowIds(person),
    observation: rowIds(person)
  };
  for (const episode of person.episodes) {
    const tenfold = faulty?.counted.weightTenfold === true && episode.number === 1;
    const stay: Stay = {
      person,
      episode,
      personId: id,
      weightKg: writtenWeight(episode.weightKg, tenfold),
      clock: faulty ? doubledHourClock(person, episode) : plainClock
    };
    if (builders.episodes) pushEpisode(builders.episodes, stay);
    pushVisits(builders, stay, faulty);
    pushFindings(builders, stay, ids);
    if (!hoursNeeded) continue;
    const hours = drawHours(person, episode);
    const spoiled = faulty && spoilValues(person, hours, faulty);
    if (builders.hours) pushHours(builders.hours, stay, hours, leak);
    pushDevices(builders, stay, hours, ids);
    pushDrugs(builders, stay, hours, { ids, leak });
    if (builders.measurement || faulty) writer.pushStay(stay, hours, spoiled);
  }
}

/**
 * Simulates use case A, "PICU sepsis, hourly": no real patient.
 *
 * The same options give the same bytes on every machine. A person does not change when the number of persons, the
 * hospitals, the tables, `leak` or `faults` do (but for the planted faults); rows come in the order of persons.
 *
 * @throws `simulate-…` for options out of range; `stopped`
 */
export async function simulatePicu(options: SimulationOptions, job: JobOptions = {}): Promise<Simulation> {
  const checked = checkOptions(options);
  const { persons, seed, hospitals, leak, faults, part } = checked;
  const [first, end] = part;
  const pacer = new Pacer(job, { step: 'simulate-persons', unit: 'persons', total: end - first });
  await pacer.begin();
  const died = (index: number) => drawPerson(seed, index).episodes.some((episode) => episode.died);
  const planting = faults ? new Planting({ seed, useCase: USE_CASE, persons, died }) : undefined;
  const builders = openBuilders(checked);
  pushFixed(builders, { sites: HOSPITALS, hospitals, concepts: CONCEPTS, description: DESCRIPTION });
  const made = { persons: 0, episodes: 0, hours: 0 };
  for (let index = first; index < end; index++) {
    const person = drawPerson(seed, index);
    if (hospitals.includes(person.hospital.number)) {
      writePerson(builders, person, leak, planting?.of(person));
      made.persons += 1;
      made.episodes += person.episodes.length;
      for (const { hours } of person.episodes) made.hours += hours;
    }
    await pacer.step(index + 1 - first);
  }
  const tables: Simulation['tables'] = {};
  for (const name of checked.tables) tables[name] = (builders[name] as TableBuilder).finish();
  return { tables, planted: planting?.log.list() ?? [], ...made };
}

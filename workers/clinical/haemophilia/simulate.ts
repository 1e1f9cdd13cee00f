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
import type { HaemophiliaTable } from './contract';
import { pushFlat, type Builders, type Chart } from './flat';
import { drawHistory } from './history';
import { pushDrugs, pushMeasurements, pushStays } from './omop';
import { checkOptions, type HaemophiliaOptions } from './options';
import { drawPatient, type Patient } from './patient';
import { drawSamples } from './samples';
import { COLUMNS } from './tables';
import { visitsOf } from './visits';

export interface HaemophiliaSimulation {
  /** The chosen tables, by name. */
  tables: Partial<Record<HaemophiliaTable, Table>>;
  /** What `faults: true` broke, with the rows' keys. Apart from the tables, so that it can be kept from a class. */
  planted: readonly PlantedFault[];
  persons: number;
  /** Planned and on demand, missed ones too. */
  doses: number;
  bleeds: number;
}

const DESCRIPTION = 'Seeded simulation of haemophilia A and B in childhood, for research and education.';

function writePatient(builders: Builders, seed: number, patient: Patient, faulty: Faulty | undefined): Chart {
  const history = drawHistory(seed, patient);
  const tenfold = faulty?.counted.weightTenfold === true;
  const chart: Chart = {
    patient,
    history,
    samples: drawSamples(seed, patient, history),
    personId: pushPersonRow(builders.person, patient, faulty),
    weightKg: round(tenfold ? patient.weightKg * 10 : patient.weightKg, 1)
  };
  pushFlat(builders, chart);
  pushStays(builders, chart, visitsOf(patient, chart.samples), faulty);
  if (builders.drug_exposure) pushDrugs(builders.drug_exposure, chart);
  pushMeasurements(builders.measurement, chart, faulty);
  return chart;
}

/**
 * Simulates use case C, "haemophilia": no real patient.
 *
 * The same options give the same bytes on every machine. A person does not change when the number of persons, the
 * hospitals, the tables or `faults` do (but for the planted faults); rows come in the order of persons.
 *
 * @throws `simulate-…` for options out of range; `stopped`
 */
export async function simulateHaemophilia(
  options: HaemophiliaOptions,
  job: JobOptions = {}
): Promise<HaemophiliaSimulation> {
  const { persons, seed, hospitals, faults, part, world, tables: names } = checkOptions(options);
  const [first, end] = part;
  const pacer = new Pacer(job, { step: 'simulate-persons', unit: 'persons', total: end - first });
  await pacer.begin();
  // Nobody dies of it here.
  const planting = faults ? new Planting({ seed, useCase: USE_CASE, persons, died: () => false }) : undefined;
  const builders: Builders = {};
  for (const name of names) builders[name] = new TableBuilder(COLUMNS[name]);
  pushFixed(builders, { sites: HOSPITALS, hospitals, concepts: CONCEPTS, description: DESCRIPTION });
  const made = { persons: 0, doses: 0, bleeds: 0 };
  for (let index = first; index < end; index++) {
    const patient = drawPatient(seed, index, world);
    if (hospitals.includes(patient.hospital.number)) {
      const { history } = writePatient(builders, seed, patient, planting?.of(patient));
      made.persons += 1;
      made.doses += history.doses.length;
      made.bleeds += history.bleeds.length;
    }
    await pacer.step(index + 1 - first);
  }
  const tables: HaemophiliaSimulation['tables'] = {};
  for (const name of names) tables[name] = (builders[name] as TableBuilder).finish();
  return { tables, planted: planting?.log.list() ?? [], ...made };
}

import type { TableBuilder } from '../../shared/column-builder';
import { timestamp } from '../shared/identity';
import { LEVELS } from './constants';
import type { HaemophiliaTable } from './contract';
import type { History } from './history';
import type { Patient } from './patient';
import type { Sample } from './samples';

/** The builders of the chosen tables; the others are absent and not filled. */
export type Builders = Partial<Record<HaemophiliaTable, TableBuilder>>;

/** What every row about one person needs. */
export interface Chart {
  patient: Patient;
  history: History;
  samples: readonly Sample[];
  /** As the tables hold it. */
  personId: number | bigint;
  /** As written, maybe ten times too large. */
  weightKg: number;
}

/** As the laboratory writes a level below quantification. */
export const BELOW = `<${LEVELS.quantification}`;

const time = (minutes: number | undefined) => (minutes === undefined ? undefined : timestamp(minutes));

function pushPatient(builder: TableBuilder, { patient, personId, weightKg }: Chart): void {
  const { inhibitor, prophylaxis } = patient;
  builder.push(
    personId,
    patient.hospital.number,
    patient.type,
    patient.severity.name,
    Number(prophylaxis),
    patient.doseIU,
    prophylaxis ? patient.intervalHours : undefined,
    patient.endogenous,
    weightKg,
    patient.ageYears,
    Number(patient.male),
    Number(inhibitor !== undefined),
    time(inhibitor?.from),
    time(inhibitor?.to),
    timestamp(patient.observed.from),
    patient.years
  );
}

/** The rows of one person in the four flat tables. */
export function pushFlat(builders: Builders, chart: Chart): void {
  const { patient, history, samples, personId } = chart;
  const site = patient.hospital.number;
  if (builders.patients) pushPatient(builders.patients, chart);
  for (const { reason, planned, given } of builders.doses ? history.doses : []) {
    const isGiven = given !== undefined;
    const units = isGiven ? patient.doseIU : undefined;
    builders.doses?.push(personId, site, reason, time(planned), Number(isGiven), time(given), units);
  }
  for (const { at, hoursSinceDose, value } of builders.levels ? samples : []) {
    const isBelow = value === undefined;
    const reported = isBelow ? BELOW : value.toFixed(1);
    builders.levels?.push(personId, site, timestamp(at), hoursSinceDose, value, Number(isBelow), reported);
  }
  for (const { at, site: where, treated } of builders.bleeds ? history.bleeds : []) {
    builders.bleeds?.push(personId, site, timestamp(at), where, Number(treated));
  }
}

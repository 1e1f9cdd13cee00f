import type { TableBuilder } from '../../shared/column-builder';
import { STANDARD, WEIGHT } from '../shared/concepts';
import { FAULTS } from '../shared/fault-sizes';
import type { Faulty } from '../shared/faults';
import { day, rowIds, timestamp, visitId } from '../shared/identity';
import { pushOutOfTime } from '../shared/out-of-time';
import { pushVisitRow } from '../shared/visit-rows';
import { bleedConcept, LOCAL } from './concepts';
import { BELOW, type Builders, type Chart } from './flat';
import type { Interval } from './patient';
import { visitAt, visitsOf } from './visits';

const moment = (at: number) => [day(at), timestamp(at)] as const;

/** Observation period, visits and conditions of one person. */
export function pushStays(builders: Builders, chart: Chart, visits: readonly Interval[], faulty?: Faulty): void {
  const { patient, history, personId } = chart;
  const { from, to } = patient.observed;
  builders.observation_period?.push(patient.index + 1, personId, day(from), day(to), STANDARD.ehr);
  visits.forEach((visit, position) => {
    const row = { number: position + 1, concept: LOCAL.clinicVisit, ...visit };
    pushVisitRow(builders.visit_occurrence, patient, row, { id: personId, faulty });
  });
  if (!builders.condition_occurrence) return;
  const builder = builders.condition_occurrence;
  const nextId = rowIds(patient);
  const push = (concept: number, name: string, at: number, more: { end?: number; visit?: number } = {}) => {
    const end = more.end === undefined ? undefined : day(more.end);
    builder.push(nextId(), personId, concept, ...moment(at), end, STANDARD.ehr, more.visit, name);
  };
  push(LOCAL.disease[patient.type], `haemophilia ${patient.type}`, from, { visit: visitId(patient, 1) });
  if (patient.inhibitor) push(LOCAL.inhibitor, 'inhibitor', patient.inhibitor.from, { end: patient.inhibitor.to });
  for (const { at, site } of history.bleeds) push(bleedConcept(site), site, at, { end: at });
}

/** Every dose that was given. */
export function pushDrugs(builder: TableBuilder, { patient, history, personId }: Chart): void {
  const nextId = rowIds(patient);
  const { type, doseIU } = patient;
  const drug = LOCAL.concentrate[type];
  for (const { given, reason } of history.doses) {
    if (given === undefined) continue;
    const times = [...moment(given), ...moment(given)] as const;
    const route = [LOCAL.intravenous, undefined] as const;
    builder.push(nextId(), personId, drug, ...times, STANDARD.ehr, doseIU, ...route, reason, 'Intravenous', 'IU');
  }
}

interface Measurement {
  concept: number;
  name: string;
  at: number;
  value: number | undefined;
  below?: boolean;
  unit: { concept: number; name: string } | undefined;
  /** As written in the source, where the number alone does not say it. */
  source?: string;
}

/** Weight at the first visit, levels, and with faults what should not be there. Without a builder faults are noted. */
export function pushMeasurements(builder: TableBuilder | undefined, chart: Chart, faulty: Faulty | undefined): void {
  const { patient, samples, personId, weightKg } = chart;
  const nextId = rowIds(patient);
  const visits = visitsOf(patient, samples);
  const write = (
    row: Measurement,
    person: number | bigint = personId,
    visit = visitAt(visits, row.at) || 1
  ): number => {
    const id = nextId();
    builder?.push(
      id,
      person,
      row.concept,
      ...moment(row.at),
      STANDARD.ehr,
      row.below ? LOCAL.below : undefined,
      row.value,
      row.unit?.concept ?? 0,
      visitId(patient, visit),
      row.name,
      row.unit?.name,
      row.source
    );
    return id;
  };
  const kilogram = { concept: LOCAL.kilogram, name: 'kg' };
  const { from } = patient.observed;
  const weight: Measurement = { concept: WEIGHT, name: 'weight', at: from, value: weightKg, unit: kilogram };
  const first = write(weight);
  if (faulty?.counted.weightTenfold) faulty.log.add(11, 'measurement', first);
  for (const { at, value } of samples) {
    const below = value === undefined;
    const unit = { concept: LOCAL.unitsPerDecilitre, name: 'IU/dL' };
    const { type } = patient;
    const row: Measurement = { concept: LOCAL.level[type], name: `factor level ${type}`, at, value, below, unit };
    pushLevel(below ? { ...row, source: BELOW } : row, write, { chart, faulty });
  }
  if (!faulty) return;
  const asIs = { ...weight, value: patient.weightKg };
  pushOutOfTime(faulty, { birth: patient.birth }, (at = from, person = undefined) =>
    write({ ...asIs, at }, person ?? personId, 1)
  );
}

/** One level, with the faults of laboratory rows: 5, 12 and 15. */
function pushLevel(
  row: Measurement,
  write: (row: Measurement) => number,
  { chart, faulty }: { chart: Chart; faulty: Faulty | undefined }
): void {
  if (!faulty) {
    write(row);
    return;
  }
  const { stream, log } = faulty;
  const unitless = stream.chance(FAULTS.unitMissing);
  const comma = stream.chance(FAULTS.decimalComma) && chart.patient.hospital.number === 2 && row.value !== undefined;
  const twice = stream.chance(FAULTS.duplicates);
  if (comma) {
    const source = String(row.value).replace('.', ',');
    log.add(15, 'measurement', write({ ...row, value: undefined, source }));
  } else if (unitless) {
    log.add(12, 'measurement', write({ ...row, unit: undefined }));
  } else {
    write(row);
    if (twice) log.add(5, 'measurement', write(row));
  }
}

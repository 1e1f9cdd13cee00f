import type { TableBuilder } from '../../shared/column-builder';
import { randomStream } from '../../shared/random';
import { STANDARD, WEIGHT } from '../shared/concepts';
import type { Faulty } from '../shared/faults';
import { day, rowIds, timestamp, visitId } from '../shared/identity';
import { pushOutOfTime } from '../shared/out-of-time';
import { pushVisitRow } from '../shared/visit-rows';
import { CONDITIONS, LOCAL, procedureConcept } from './concepts';
import { USE_CASE } from './constants';
import type { CardiacTable } from './contract';
import type { Case } from './flat';
import type { Interval } from './pathway';

/** The builders of the chosen tables; the others are absent and not filled. */
export type Builders = Partial<Record<CardiacTable, TableBuilder>>;

/** Observation period, the visit, its times in intensive care, death. */
export function pushStays(
  builders: Builders,
  { operation, pathway, personId }: Case,
  faulty: Faulty | undefined
): void {
  const { visit, picuStays, events, death, end } = pathway;
  const referral = events[0]?.at ?? visit.from;
  builders.observation_period?.push(operation.index + 1, personId, day(referral), day(end), STANDARD.ehr);
  const row = { number: 1, concept: STANDARD.inpatient, ...visit };
  pushVisitRow(builders.visit_occurrence, operation, row, { id: personId, faulty });
  const nextId = rowIds(operation);
  for (const { from, to } of picuStays) {
    builders.visit_detail?.push(
      nextId(),
      personId,
      STANDARD.intensiveCare,
      day(from),
      timestamp(from),
      day(to),
      timestamp(to),
      STANDARD.ehr,
      operation.hospital.number,
      visitId(operation, 1)
    );
  }
  if (death !== undefined) builders.death?.push(personId, day(death), timestamp(death), STANDARD.ehr);
}

/** The operation, bypass, what came before and a re-operation. What lies before the visit belongs to none. */
export function pushProcedures(builder: TableBuilder, { operation, pathway, personId }: Case): void {
  const nextId = rowIds(operation);
  const push = (concept: number, name: string, at: number) => {
    const visit = at < pathway.visit.from ? undefined : visitId(operation, 1);
    builder.push(nextId(), personId, concept, day(at), timestamp(at), STANDARD.ehr, visit, name);
  };
  for (const { activity, at } of pathway.events) {
    if (activity === 'Pre-op echo') push(LOCAL.echo, 'echo', at);
    if (activity === 'Cardiac catheter') push(LOCAL.catheter, 'catheter', at);
    if (activity === 'Re-operation') push(LOCAL.reoperation, 'reoperation', at);
    if (activity !== 'Surgery') continue;
    push(procedureConcept(operation.procedure), operation.procedure.name, at);
    if (operation.procedure.bypass) push(LOCAL.bypass, 'bypass', at);
  }
}

/** Complications some time in the first stay in intensive care; what the child was born with at admission. */
export function pushConditions(builder: TableBuilder, seed: number, { operation, pathway, personId }: Case): void {
  const nextId = rowIds(operation);
  const stream = randomStream(seed, USE_CASE, operation.index, 'conditions');
  const { visit, picuStays } = pathway;
  const push = (concept: number, name: string, at: number) => {
    const end = day(visit.to);
    const row = visitId(operation, 1);
    builder.push(nextId(), personId, concept, day(at), timestamp(at), end, STANDARD.ehr, row, name);
  };
  if (operation.preterm) push(LOCAL.preterm, 'preterm', visit.from);
  if (operation.syndrome) push(LOCAL.syndrome, 'syndrome', visit.from);
  const first = picuStays[0] as Interval;
  for (const { name, concept } of CONDITIONS) {
    const at = stream.uniform(first.from, first.to);
    if (operation.complications[name]) push(concept, name, at);
  }
}

/** Ventilation by unbroken intervals, and ECMO for a part of the first stay. */
export function pushDevices(builder: TableBuilder, seed: number, { operation, pathway, personId }: Case): void {
  const nextId = rowIds(operation);
  const stream = randomStream(seed, USE_CASE, operation.index, 'devices');
  const push = (concept: number, name: string, { from, to }: Interval) => {
    const times = [day(from), timestamp(from), day(to), timestamp(to)] as const;
    builder.push(nextId(), personId, concept, ...times, STANDARD.ehr, visitId(operation, 1), name);
  };
  for (const interval of pathway.ventilation) push(LOCAL.ventilator, 'imv', interval);
  if (!operation.complications.ecmo) return;
  const { from, to } = pathway.picuStays[0] as Interval;
  const start = from + stream.uniform(0, 0.2) * (to - from);
  push(LOCAL.ecmo, 'ecmo', { from: start, to: start + stream.uniform(0.3, 0.9) * (to - start) });
}

/** The weight at admission, and with faults the weights at impossible times. */
export function pushMeasurements(
  builder: TableBuilder | undefined,
  { operation, pathway, personId, weightKg }: Case,
  faulty: Faulty | undefined
): void {
  const nextId = rowIds(operation);
  const { from } = pathway.visit;
  const write = (at: number, person: number | bigint, kg: number): number => {
    const id = nextId();
    const times = [day(at), timestamp(at)] as const;
    const unit = [LOCAL.kilogram, visitId(operation, 1), 'weight', 'kg', undefined] as const;
    builder?.push(id, person, WEIGHT, ...times, STANDARD.ehr, kg, ...unit);
    return id;
  };
  const row = write(from, personId, weightKg);
  if (!faulty) return;
  if (faulty.counted.weightTenfold) faulty.log.add(11, 'measurement', row);
  const life = { birth: operation.birth, ...(pathway.death !== undefined && { death: pathway.death }) };
  pushOutOfTime(faulty, life, (at = from, person = undefined) => write(at, person ?? personId, operation.weightKg));
}

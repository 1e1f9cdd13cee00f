import type { TableBuilder } from '../../shared/column-builder';
import { randomStream } from '../../shared/random';
import { timestamp } from '../shared/identity';
import { round } from '../shared/round';
import { CASE_NAMED_NA, PATHWAY, RESOURCES, USE_CASE } from './constants';
import { COMPLICATION_NAMES, type Operation } from './operation';
import type { Pathway } from './pathway';

const MINUTES_PER_DAY = 1440;

/** What every row about one operation needs. */
export interface Case {
  operation: Operation;
  pathway: Pathway;
  /** As the tables hold it. */
  personId: number | bigint;
  /** As written, maybe ten times too large. */
  weightKg: number;
}

/** Text; one of them is `NA`. */
export function caseId(index: number): string {
  return index === CASE_NAMED_NA ? 'NA' : `C${String(index + 1).padStart(6, '0')}`;
}

export function pushOperation(builder: TableBuilder, { operation, pathway, personId, weightKg }: Case): void {
  const { procedure, complications, surgery } = operation;
  const first = pathway.picuStays[0];
  // A re-operation cuts the stay, the count of days runs on to the ward.
  const last = operation.complications.reoperation ? pathway.picuStays[1] : first;
  const since = (at: number) => Math.floor((at - surgery) / MINUTES_PER_DAY);
  builder.push(
    personId,
    caseId(operation.index),
    operation.hospital.number,
    timestamp(surgery),
    procedure.name,
    procedure.category,
    Number(procedure.bypass),
    // Down, not to the nearest: 0.999 months are not a month.
    Math.floor(operation.ageMonths * 100) / 100,
    weightKg,
    Number(operation.male),
    Number(operation.preterm),
    Number(operation.syndrome),
    operation.expectedRisk,
    first && last && Math.max(0.01, round((last.to - first.from) / MINUTES_PER_DAY, 2)),
    ...COMPLICATION_NAMES.map((name) => Number(complications[name])),
    Number(pathway.death !== undefined),
    pathway.death === undefined ? undefined : since(pathway.death),
    since(pathway.end)
  );
}

/** The event log of one case, in true order. Some events carry the time stamp of the one before. */
export function pushEvents(builder: TableBuilder, seed: number, { operation, pathway }: Case): void {
  const stream = randomStream(seed, USE_CASE, operation.index, 'log');
  let written = 0;
  pathway.events.forEach(({ activity, at }, position) => {
    const [name, count] = RESOURCES[activity];
    const resource = count === 1 ? name : `${name} ${stream.integer(1, count + 1)}`;
    if (!stream.chance(PATHWAY.sameTime) || position === 0) written = at;
    builder.push(caseId(operation.index), activity, timestamp(written), resource, operation.hospital.number);
  });
}

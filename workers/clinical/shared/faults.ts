import { randomStream, type RandomStream } from '../../shared/random';
import { FAULTS } from './fault-sizes';
import type { Numbered } from './identity';

/** Faults are numbered as in the specification; the names say what a check should find. */
export const FAULT_NAMES = {
  1: 'temperature in °F without unit, hospital 4',
  2: 'glucose in mmol/L labelled mg/dL, hospital 3',
  3: 'visit ends before it starts',
  4: 'measurement long after death or before birth',
  5: 'measurement written twice',
  6: 'person_id without a person',
  7: 'heart rate 0 or 999',
  8: 'measurement in the year 2099',
  9: 'oxygen saturation above 100',
  10: 'systolic and diastolic pressure swapped',
  11: 'weight ten times too large',
  12: 'unit missing on laboratory rows',
  13: 'gender unknown',
  14: 'overlapping visits',
  15: 'decimal comma in value_source_value, number missing, hospital 2',
  16: 'person_id above 2^53, hospital 4',
  17: 'hour doubled at the October clock change, hospital 1'
} as const;

export type FaultNumber = keyof typeof FAULT_NAMES;

/** One kind of fault and the rows it was put into, by the primary key of the table. */
export interface PlantedFault {
  fault: FaultNumber;
  name: string;
  table: string;
  rows: readonly bigint[];
}

/** The faults that a fixed number of persons has. */
export interface PersonFaults {
  visitReversed?: true;
  afterDeath?: true;
  beforeBirth?: true;
  farFuture?: true;
  visitOverlapping?: true;
  genderUnknown?: true;
  weightTenfold?: true;
  /** A row of a person who does not exist. */
  orphan?: number;
}

class FaultLog {
  readonly #rows = new Map<string, { fault: FaultNumber; table: string; rows: bigint[] }>();

  add(fault: FaultNumber, table: string, row: number | bigint): void {
    const key = `${fault} ${table}`;
    let entry = this.#rows.get(key);
    if (!entry) this.#rows.set(key, (entry = { fault, table, rows: [] }));
    entry.rows.push(BigInt(row));
  }

  list(): PlantedFault[] {
    return [...this.#rows.values()]
      .sort((one, other) => one.fault - other.fault)
      .map((entry) => ({ ...entry, name: FAULT_NAMES[entry.fault] }));
  }
}

/** Takes persons from the pool, each for one counted fault only: two faults on one visit would hide each other. */
function take(pool: number[], count: number, stream: RandomStream): number[] {
  const taken: number[] = [];
  while (taken.length < count && pool.length > 0) {
    const position = stream.integer(0, pool.length);
    taken.push(pool[position] as number);
    pool[position] = pool[pool.length - 1] as number;
    pool.pop();
  }
  return taken;
}

/** The data set in which faults are planted. */
export interface FaultyDataSet {
  seed: number;
  useCase: string;
  persons: number;
  /** Whether a person dies within the data. */
  died: (index: number) => boolean;
}

/**
 * Chooses the persons of the counted faults among all persons of the data set, so that one hospital or one part alone
 * has the same faults as within the whole.
 */
function planFaults({ seed, useCase, persons, died }: FaultyDataSet): Map<number, PersonFaults> {
  const stream = randomStream(seed, useCase, 'faults');
  const dead: number[] = [];
  const alive: number[] = [];
  for (let index = 0; index < persons; index++) (died(index) ? dead : alive).push(index);
  const plan = new Map<number, PersonFaults>();
  const mark = (indices: readonly number[], faults: PersonFaults) => {
    for (const index of indices) plan.set(index, { ...plan.get(index), ...faults });
  };
  const share = (part: number) => Math.max(1, Math.round(part * persons));
  mark(take(dead, FAULTS.afterDeath, stream), { afterDeath: true });
  mark(take(alive, FAULTS.visitsReversed, stream), { visitReversed: true });
  mark(take(alive, FAULTS.visitsOverlapping, stream), { visitOverlapping: true });
  mark(take(alive, FAULTS.beforeBirth, stream), { beforeBirth: true });
  mark(take(alive, FAULTS.farFuture, stream), { farFuture: true });
  take(alive, FAULTS.orphans, stream).forEach((index, orphan) => mark([index], { orphan }));
  mark(take(alive, share(FAULTS.weightTenfold), stream), { weightTenfold: true });
  mark(take(alive, share(FAULTS.genderUnknown), stream), { genderUnknown: true });
  return plan;
}

/** The last plan: all parts of a data set have the same, and its persons are drawn for it. */
let planned: { of: string; plan: Map<number, PersonFaults> } | undefined;

function plannedFaults(dataSet: FaultyDataSet): Map<number, PersonFaults> {
  const of = `${dataSet.useCase} ${dataSet.seed} ${dataSet.persons}`;
  if (planned?.of !== of) planned = { of, plan: planFaults(dataSet) };
  return planned.plan;
}

/** One person's faults while the rows are written. */
export interface Faulty {
  counted: PersonFaults;
  /** Of its own, so that a fault changes no other number. */
  stream: RandomStream;
  log: FaultLog;
}

/** Minutes since 1970 of fault 8. */
export const FAR_FUTURE = Date.UTC(2099, 0, 1) / 60_000;

/** Ids that no person has: below those of hospital 4 with faults, above all others. */
export const ORPHAN_ID = 8_000_000_000;

/** What a data set with faults keeps while it is written. */
export class Planting {
  readonly log = new FaultLog();
  readonly #plan: Map<number, PersonFaults>;

  constructor(private readonly dataSet: FaultyDataSet) {
    this.#plan = plannedFaults(dataSet);
  }

  of(person: Numbered): Faulty {
    const { seed, useCase } = this.dataSet;
    const { index } = person;
    return {
      counted: this.#plan.get(index) ?? {},
      stream: randomStream(seed, useCase, 'faults', index),
      log: this.log
    };
  }
}

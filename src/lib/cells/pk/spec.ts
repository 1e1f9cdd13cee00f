import type { WhatIf } from '$workers/clinical';
import { THRESHOLDS } from '$workers/clinical/contract';
import type { Place } from '$workers/shared/errors';
import type { Cell } from '$lib/notebook/model';
import { readTask, specOf, type SpecOf } from '../task';
import { failPk as fail } from './failures';
import { fieldsOfShow, OWN, pkFields } from './fields';

type Written = SpecOf<typeof pkFields>;
type Placed = { name: string; placeOf(...path: string[]): Place };

/** The curve of one person. */
export interface CurveSpec extends Placed {
  show: 'curve';
  model: { name: string } | { json: string };
  /** As the text says, or what the tables say of them. */
  person: Written['person'];
  endogenous: number | undefined;
  patients: string | undefined;
  who: string | undefined;
  doses: string | undefined;
  given: Written['given'];
  levels: string | undefined;
  measured: Written['measured'];
  whatIf: WhatIf | undefined;
  target: { trough: number; everyHours: number } | undefined;
  thresholds: readonly number[];
  isLog: boolean;
  fromHour: number | undefined;
  toHour: number | undefined;
  residual: { additive: number; proportional: number } | undefined;
  quantificationLimit: number | undefined;
  seed: number;
}
export interface BleedingSpec extends Placed {
  show: 'bleeding' | 'inhibitor';
  patients: string;
  bleeds: string;
  by: string | undefined;
}
export interface AdherenceSpec extends Placed {
  show: 'adherence';
  doses: string;
  toleranceHours: number;
}
export type PkSpec = CurveSpec | BleedingSpec | AdherenceSpec;

/** @throws `task-…`, `pk-cell-…` with line and column in the text */
export function parsePk(text: string, { id }: Pick<Cell, 'id'>): PkSpec {
  const reading = readTask(text, pkFields);
  const written = specOf(reading);
  if (id === undefined) throw fail('pk-cell-name');
  const { show } = written;
  const placed: Placed = { name: id, placeOf: (...path) => reading.placeOf(path) };
  const strange = Object.keys(pkFields).find(
    (key) => reading.writtenAt([key]) != null && !fieldsOfShow[show].includes(key as keyof typeof pkFields)
  );
  if (strange !== undefined) throw fail('pk-cell-unused', { key: strange, show }, { place: placed.placeOf(strange) });
  const needed = <Value>(value: Value | undefined, key: string): Value => {
    if (value !== undefined) return value;
    throw fail('pk-cell-needs', { key, show }, { place: placed.placeOf('show') });
  };
  switch (show) {
    case 'curve':
      return curveSpec(written, placed);
    case 'bleeding':
    case 'inhibitor': {
      const { by } = written;
      return {
        ...placed,
        show,
        patients: needed(written.patients, 'patients'),
        bleeds: needed(written.bleeds, 'bleeds'),
        by
      };
    }
    case 'adherence':
      return { ...placed, show, doses: needed(written.doses, 'doses'), toleranceHours: written.tolerance_h };
  }
}

function curveSpec(written: Written, placed: Placed): CurveSpec {
  const { placeOf } = placed;
  const { model, own, patients, who, doses, given, levels, measured } = written;
  const refuseBoth = (one: string, other: string) => {
    throw fail('pk-cell-both', { one, other }, { place: placeOf(other) });
  };
  if (doses !== undefined && given) refuseBoth('doses', 'given');
  if (levels !== undefined && measured) refuseBoth('levels', 'measured');
  if (model === undefined) throw fail('pk-cell-needs', { key: 'model', show: 'curve' }, { place: placeOf('show') });
  if ((model === OWN) !== (own !== undefined)) throw fail('pk-cell-own', {}, { place: placeOf('model') });
  if (patients !== undefined && who === undefined) {
    throw fail('pk-cell-needs', { key: 'who', show: 'curve' }, { place: placeOf('patients') });
  }
  for (const key of ['weight_kg', 'age_y'] as const) {
    if (patients !== undefined || written.person[key] !== undefined) continue;
    throw fail('pk-cell-person', { key }, { place: placeOf('person') });
  }
  for (const [row, { level, below }] of (measured ?? []).entries()) {
    if (level === undefined && !below) throw fail('pk-cell-level', {}, { place: placeOf('measured', String(row)) });
  }
  const { residual } = written;
  const hasResidual = residual.additive !== undefined || residual.proportional !== undefined;
  return {
    ...placed,
    show: 'curve',
    model: own !== undefined ? { json: own } : { name: model },
    person: written.person,
    endogenous: written.endogenous,
    patients,
    who,
    doses,
    given,
    levels,
    measured,
    whatIf: whatIfOf(written, placed),
    target: targetOf(written, placed),
    thresholds: written.thresholds ?? THRESHOLDS,
    isLog: written.scale === 'log',
    fromHour: written.from_h,
    toHour: written.to_h,
    residual: hasResidual ? { additive: residual.additive ?? 0, proportional: residual.proportional ?? 0 } : undefined,
    quantificationLimit: written.quantification_limit,
    seed: written.seed
  };
}

function whatIfOf({ what_if }: Written, { placeOf }: Placed): WhatIf | undefined {
  const { iu, every_h, times, minutes, start_h, missed, clearance } = what_if;
  const plan = { every_h, times, minutes, start_h, missed };
  const needsAmount = Object.values(plan).some((value) => value !== undefined);
  if (iu === undefined && !needsAmount && clearance === undefined) return undefined;
  if (iu === undefined ? needsAmount : times !== undefined && times > 1 && every_h === undefined) {
    throw fail('pk-cell-what-if', { key: iu === undefined ? 'iu' : 'every_h' }, { place: placeOf('what_if') });
  }
  return {
    ...(iu !== undefined && { amount: iu, times: times ?? 1 }),
    ...(every_h !== undefined && { everyHours: every_h }),
    ...(minutes !== undefined && { durationHours: minutes / 60 }),
    ...(start_h !== undefined && { startHour: start_h }),
    ...(missed && { missed }),
    ...(clearance !== undefined && { clearance })
  };
}

function targetOf({ target, what_if }: Written, { placeOf }: Placed): CurveSpec['target'] {
  if (target.level === undefined && target.every_h === undefined) return undefined;
  const everyHours = target.every_h ?? what_if.every_h;
  if (target.level === undefined || everyHours === undefined) {
    const key = target.level === undefined ? 'level' : 'every_h';
    throw fail('pk-cell-target', { key }, { place: placeOf('target') });
  }
  return { trough: target.level, everyHours };
}

/** The tables that a cell reads. */
export function tablesOf(spec: PkSpec): string[] {
  switch (spec.show) {
    case 'curve':
      return [spec.patients, spec.doses, spec.levels].filter((name) => name !== undefined);
    case 'bleeding':
    case 'inhibitor':
      return [spec.patients, spec.bleeds];
    case 'adherence':
      return [spec.doses];
  }
}

/** The tables that a cell makes. */
export function namesOf({ name, show }: PkSpec): string[] {
  switch (show) {
    case 'curve':
      return [name, `${name}_figures`, `${name}_levels`];
    case 'bleeding':
    case 'inhibitor':
      return [name, `${name}_groups`];
    case 'adherence':
      return [name];
  }
}

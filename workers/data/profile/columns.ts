import {
  noiseRows,
  type ColumnProfile,
  type ProfileFlag,
  type ProfileKind,
  type ProfileShape
} from '../../shared/profile';
import type { Basics } from './basics';
import { binsQuery, readBins, readValues, valuesQuery } from './bars';
import { cutOf } from './bins';
import { isTime, type Asked } from './classify';
import type { Probe } from './probe';
import type { Result } from './results';
import type { Rows } from './rows';

/** What is known of a column before anything of it is drawn. */
export interface Known {
  column: Asked;
  basics: Basics;
  probe: Probe;
  kind: ProfileKind;
  rows: Rows;
}

/** Asks one statement; may be broken off and asked again. */
export type Ask = (sql: string) => Promise<Result>;

export interface Room {
  bins: number;
  /** Bars for values, before the others are put together. */
  values: number;
}

/** In a strip. */
export const stripRoom: Room = { bins: 20, values: 5 };
/** On a card. */
export const cardRoom: Room = { bins: 28, values: 12 };

/** Whole numbers of so few values are drawn value by value. */
const fewValues = 12;
/** Above this share of distinct values a column is taken for an identifier … */
const idShare = 0.9;
/** … and below these many rows a whole number is not: a small table's counts are all different. */
const fewestIds = { whole: 100, text: noiseRows + 1 };

/** Whether the probed rows are so unlike each other that the whole column must be counted. */
export function mayBeId(column: Asked, probe: Probe): boolean {
  const { family, namedId } = column;
  return !namedId && (family === 'whole' || family === 'text') && probe.distinct > (idShare / 2) * probe.present;
}

/** @param distinct an estimate for the columns that may be identifiers */
export function kindOf(column: Asked, basics: Basics, probe: Probe, distinct: number | undefined): ProfileKind {
  const { family, namedId, isCode } = column;
  if (family === 'other') return 'other';
  if (family === 'bool') return 'bool';
  if (isTime(column)) return 'time';
  if (namedId) return 'id';
  if (family === 'float' || family === 'decimal') return 'number';
  const present = basics.rows - basics.missing.n;
  const isUnlike = distinct !== undefined && distinct > idShare * present;
  if (family === 'whole') {
    if (isUnlike && present >= fewestIds.whole) return 'id';
    return isCode ? 'category' : 'whole';
  }
  if (probe.isFree) return 'text';
  return isUnlike && present >= fewestIds.text ? 'id' : 'category';
}

/** What a strip or a card draws, and the exact number of distinct values where that is counted on the way. */
export async function shapeOf(
  { column, basics, probe, kind, rows }: Known,
  room: Room,
  ask: Ask
): Promise<{ shape: ProfileShape; distinct: number | undefined }> {
  const none = (why: 'id' | 'text' | 'nothing' | 'other') => ({
    shape: { of: 'none', why } as const,
    distinct: undefined
  });
  if (basics.rows === basics.missing.n) return { shape: { of: 'none', why: 'nothing' }, distinct: 0 };
  if (kind === 'other' || kind === 'id' || kind === 'text') return none(kind);
  if (kind === 'bool' || kind === 'category') {
    return readValues(await ask(valuesQuery(rows, column, room.values)), { shown: true });
  }
  if (kind === 'whole' && probe.distinct <= fewValues) {
    const few = readValues(await ask(valuesQuery(rows, column, fewValues)), { shown: true });
    if (few.distinct <= fewValues && few.shape.of === 'values') {
      const values = few.shape.values.toSorted((a, b) => Number(a.text) - Number(b.text));
      return { ...few, shape: { ...few.shape, values } };
    }
  }
  if (!Number.isFinite(basics.low)) return none('nothing');
  const cut = cutOf(basics.low, basics.high, probe.step, room.bins);
  const bins = readBins(
    await ask(binsQuery(rows, column, cut, { carefully: basics.notFinite > 0 })),
    cut,
    rows.kept !== undefined
  );
  return { shape: { of: 'bins', bins }, distinct: undefined };
}

export function profileOf(
  { column, basics, probe, kind }: Known,
  { shape, distinct }: { shape: ProfileShape; distinct: number | undefined }
): ColumnProfile {
  const present = basics.rows - basics.missing.n;
  const isShown = kind === 'number' || kind === 'whole' || kind === 'time';
  return {
    name: column.name,
    sqlType: column.sqlType,
    kind,
    unit: column.unit,
    rows: basics.rows,
    missing: basics.missing,
    kept: basics.kept,
    notFinite: basics.notFinite,
    distinct,
    least: isShown ? basics.least : undefined,
    greatest: isShown ? basics.greatest : undefined,
    step: probe.step,
    shape,
    flags: flagsOf(kind, basics, probe, present, distinct)
  };
}

function flagsOf(
  kind: ProfileKind,
  basics: Basics,
  probe: Probe,
  present: number,
  distinct: number | undefined
): ProfileFlag[] {
  const one =
    distinct === 1 || (basics.least !== undefined && basics.least === basics.greatest && basics.notFinite === 0);
  return [
    ...(present > 1 && one ? [{ flag: 'constant' } as const] : []),
    ...(basics.missing.n > basics.rows / 2 ? [{ flag: 'mostly-missing' } as const] : []),
    ...(kind === 'id' ? [{ flag: 'id' } as const] : []),
    ...(probe.suspicion && kind !== 'id' ? [{ flag: probe.suspicion }] : []),
    ...(basics.notFinite > 0 ? [{ flag: 'not-finite', n: basics.notFinite } as const] : [])
  ];
}

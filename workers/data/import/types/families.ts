import type { Table, TextColumn } from '../../../shared/table';
import type { StagedColumn } from '../source';
import { shapeOf, type Shape } from './shapes';

/** What a column's first rows look like, so that the whole file is asked the right questions only. */
export type Family = 'unknown' | 'text' | 'number' | 'iso' | 'day-first' | 'short-year' | 'compact' | 'time' | 'word';

const familyOf: Record<Shape, Family | undefined> = {
  empty: undefined,
  missing: undefined,
  whole: 'number',
  compact: 'number',
  point: 'number',
  'point-3': 'number',
  comma: 'number',
  'comma-3': 'number',
  'grouped-comma': 'number',
  'grouped-point': 'number',
  date: 'iso',
  dotted: 'day-first',
  'day-first': 'day-first',
  'short-year': 'short-year',
  time: 'time',
  word: 'word',
  text: 'text'
};

export interface Impression {
  family: Family;
  /** Dots between day, month and year: that is never month first. */
  dotted: boolean;
  /** Some value has a time of day. */
  clocked: boolean;
  /** Numbers like `1,234`, which may be one and a bit. */
  commaThree: boolean;
  zoned: boolean;
  /** All numbers seen are whole. */
  whole: boolean;
}

/** @param sample rows of the staged relation, all text */
export function impressions(sample: Table, columns: readonly StagedColumn[]): Impression[] {
  return columns.map((column, at) => impression(column, sample.columns[at] as TextColumn | undefined, sample.rows));
}

function impression(column: StagedColumn, texts: TextColumn | undefined, rows: number): Impression {
  const counts = new Map<Family, number>();
  const seen = { dotted: 0, slashed: 0, clocked: 0, commaThree: 0, compact: 0, whole: 0, zoned: 0, all: 0 };
  const shapes = texts?.dictionary.map(shapeOf) ?? [];
  for (let row = 0; row < rows && texts; row++) {
    if (texts.validity && !((texts.validity[row >> 3]! >> (row & 7)) & 1)) continue;
    const code = texts.values[row]!;
    const shape = shapes[code]!;
    const family = familyOf[shape];
    if (family === undefined) continue;
    seen.all++;
    counts.set(family, (counts.get(family) ?? 0) + 1);
    if (shape === 'dotted' || (shape === 'short-year' && texts.dictionary[code]!.includes('.'))) seen.dotted++;
    else if (shape === 'short-year') seen.slashed++;
    if (shape === 'day-first') seen.slashed++;
    if (shape === 'comma-3') seen.commaThree++;
    if (shape === 'compact') seen.compact++;
    if (shape === 'compact' || shape === 'whole') seen.whole++;
    if (family === 'iso' || family === 'day-first' || family === 'short-year') {
      const text = texts.dictionary[code]!;
      if (text.includes(':')) seen.clocked++;
      if (/(Z|UTC|:\d{2} ?[+-]\d{2}(:?\d{2})?|\.\d+ ?[+-]\d{2}(:?\d{2})?)\s*$/.test(text)) seen.zoned++;
    }
  }
  const rest = {
    dotted: seen.dotted > 0 && seen.slashed === 0,
    clocked: seen.clocked > 0,
    commaThree: seen.commaThree > 0,
    zoned: seen.zoned > 0,
    whole: seen.whole > 0 && seen.whole === (counts.get('number') ?? 0)
  };
  if (seen.all === 0) return { family: 'unknown', ...rest };
  const [family, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  if (count < 0.8 * seen.all) return { family: 'text', ...rest };
  if (family === 'number' && seen.compact === count && /dat|day|tag|jour|fecha|time/i.test(column.name)) {
    return { family: 'compact', ...rest };
  }
  return { family, ...rest };
}

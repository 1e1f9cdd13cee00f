import type { Table } from '../../shared/table';
import { exp } from '../../shared/elementary';
import { float64Column, textColumn } from '../columns';
import type { Estimate, StatisticsRemark } from '../estimate';
import type { Measure, MeasuredEstimate, OwnName, Said } from './contract';
import type { ForestFigure, ForestRow } from './figures';

/** An estimate as people read it: ratios as ratios, probabilities as probabilities. */
export interface ShownEstimate {
  estimate: number;
  lower: number | null;
  upper: number | null;
  null: number;
}

const back: Readonly<Record<Estimate['scale'], (value: number) => number>> = {
  identity: (value) => value,
  log: exp,
  logit: (value) => 1 / (1 + exp(-value))
};

export function shown({ scale, estimate, lower, upper, null: none }: Estimate): ShownEstimate {
  const of = back[scale];
  // A limit beyond all numbers, as the exponential of a wide one, is none.
  const orNull = (value: number | null) => (value === null || !Number.isFinite(of(value)) ? null : of(value));
  return { estimate: of(estimate), lower: orNull(lower), upper: orNull(upper), null: of(none) };
}

/** A name that the page words, and what of the data it belongs to: `ownName('age-from', '365')`. */
export function ownName(code: OwnName, of?: string): { name: string; named: 'code' } {
  return { name: of === undefined ? code : `${code}: ${of}`, named: 'code' };
}

/** The estimates of a room with what they measure. */
export function measured(
  estimates: readonly Estimate[],
  measure: Measure | ((estimate: Estimate) => Measure)
): MeasuredEstimate[] {
  return estimates.map((estimate) => ({
    ...estimate,
    measure: typeof measure === 'string' ? measure : measure(estimate)
  }));
}

/**
 * A row an estimate: name, measure, estimate, lower, upper (as they are read: ratios as ratios), p (p_adjusted where
 * several comparisons stand beside each other), coefficient and se (on
 * the scale of the analysis), scale, df, level, n.
 */
export function estimatesTable(estimates: readonly MeasuredEstimate[]): Table {
  const all = estimates.map((estimate) => ({ ...estimate, seen: shown(estimate) }));
  type Row = (typeof all)[number];
  const text = (name: string, of: (row: Row) => string) => textColumn(name, all.map(of));
  const number = (name: string, of: (row: Row) => number | null) =>
    float64Column(
      name,
      Float64Array.from(all, (row) => of(row) ?? NaN)
    );
  return {
    rows: all.length,
    columns: [
      text('name', ({ name }) => name),
      text('measure', ({ measure }) => measure),
      number('estimate', ({ seen }) => seen.estimate),
      number('lower', ({ seen }) => seen.lower),
      number('upper', ({ seen }) => seen.upper),
      number('p', ({ p }) => p),
      ...(estimates.some(({ adjusted }) => adjusted !== undefined)
        ? [number('p_adjusted', ({ adjusted }) => adjusted ?? null)]
        : []),
      number('coefficient', ({ estimate }) => estimate),
      number('se', ({ se }) => se),
      text('scale', ({ scale }) => scale),
      number('df', ({ df }) => df),
      number('level', ({ level }) => level),
      number('n', ({ n }) => n)
    ]
  };
}

/** Estimates of one measure as a forest: what has no interval, and intercepts, stay out. */
export function forestOf(
  estimates: readonly MeasuredEstimate[],
  measure: Measure,
  rows: (row: ForestRow, estimate: MeasuredEstimate) => ForestRow = (row) => row
): ForestFigure[] {
  const taken = estimates.filter((one) => one.measure === measure);
  const [first] = taken;
  if (!first) return [];
  return [
    {
      kind: 'forest',
      measure,
      scale: first.scale === 'log' ? 'log' : 'identity',
      null: shown(first).null,
      level: first.level,
      rows: taken.map((one) => {
        const { estimate, lower, upper } = shown(one);
        return rows({ name: one.name, ...(one.named && { named: one.named }), estimate, lower, upper, p: one.p }, one);
      })
    }
  ];
}

/** The generic sentence of an estimate: "Hazard ratio of age: 1.04 (95 % CI 1.01 to 1.07, p = 0.012)." */
export function saysEstimate(one: MeasuredEstimate): Said {
  const { estimate, lower, upper } = shown(one);
  return {
    code: 'estimate',
    values: {
      measure: one.measure,
      of: one.of ?? one.name,
      ...(one.named && { named: one.named }),
      estimate,
      level: one.level,
      ...(lower !== null && { lower }),
      ...(upper !== null && { upper }),
      ...(one.p !== null && { p: one.p })
    }
  };
}

/** What the reader is to be told, by its code: a test holds such codes to their words. */
export const remark = (code: string, values: StatisticsRemark['values'] = {}): StatisticsRemark => ({ code, values });

import type { Column } from '../../shared/table';
import { commonRows, groupsOf, numbersOf, truthsOf } from '../columns';
import type { StatisticsRemark } from '../estimate';
import { fail } from './errors';

/** Complete rows of an outcome and one or more predictions. */
export interface ScoredRows {
  /** 0 or 1 a row. */
  outcome: Uint8Array;
  /** One array for each prediction asked for, finite numbers. */
  scores: Float64Array[];
  /** Person of each row, counted from 0 without gaps; absent: every row is a person. */
  person?: Int32Array;
  persons: number;
  events: number;
  n: number;
  nDropped: number;
}

/** Fewer events, or fewer rows without one, than this: the numbers below rest on little. */
const FEW = 10;

/**
 * Complete cases: rows with an outcome, every prediction and, if asked for, a person.
 *
 * @throws `prediction-no-rows`, `columns-unlike`, `column-…`
 */
export function readScored(outcome: Column, scores: readonly Column[], person?: Column): ScoredRows {
  const all = commonRows([outcome, ...scores, ...(person ? [person] : [])]);
  const truths = truthsOf(outcome);
  const numbers = scores.map(numbersOf);
  const codes = person && groupsOf(person).codes;
  const rows: number[] = [];
  for (let row = 0; row < all; row++) {
    const isMissing = truths[row] === -1 || codes?.[row] === -1 || numbers.some((values) => Number.isNaN(values[row]));
    if (!isMissing) rows.push(row);
  }
  if (rows.length === 0) throw fail('prediction-no-rows');
  const kept = Uint8Array.from(rows, (row) => truths[row]!);
  const renumbered = codes && withoutGaps(Int32Array.from(rows, (row) => codes[row]!));
  return {
    outcome: kept,
    scores: numbers.map((values) => Float64Array.from(rows, (row) => values[row]!)),
    ...(renumbered && { person: renumbered.codes }),
    persons: renumbered ? renumbered.persons : rows.length,
    events: kept.reduce((sum, value) => sum + value, 0),
    n: rows.length,
    nDropped: all - rows.length
  };
}

function withoutGaps(codes: Int32Array): { codes: Int32Array; persons: number } {
  const next = new Map<number, number>();
  const renumbered = codes.map((code) => {
    const known = next.get(code) ?? next.size;
    next.set(code, known);
    return known;
  });
  return { codes: renumbered, persons: next.size };
}

/** @throws `prediction-one-class` */
export function needBothClasses({ events, n }: ScoredRows, measure: string): void {
  if (events === 0 || events === n) throw fail('prediction-one-class', { rows: n, measure });
}

/** @throws `prediction-risk-range` */
export function needRisks(risk: Float64Array): void {
  const outside = risk.reduce((sum, value) => sum + Number(!(value >= 0 && value <= 1)), 0);
  if (outside > 0) throw fail('prediction-risk-range', { rows: outside });
}

/** What the reader of any measure of these rows is to be told. */
export function remarksOf({ n, persons, events }: ScoredRows): StatisticsRemark[] {
  const remarks: StatisticsRemark[] = [];
  // Rows of a person are alike: limits that take them for independent are too narrow.
  if (persons < n) remarks.push({ code: 'prediction-rows-not-persons', values: { rows: n, persons } });
  if (Math.min(events, n - events) < FEW) {
    remarks.push({ code: 'prediction-few-events', values: { events, others: n - events } });
  }
  return remarks;
}

import { isEndless } from '../../shared/endless';
import { isPresent } from '../../shared/exact-text';
import type { Column } from '../../shared/table';
import { commonRows, daysOf, groupsOf, numbersOf, truthsOf, type Groups } from '../columns';
import { fail } from './errors';

/** Cases one after the other: outcomes 0 or 1 and the risks expected of them. */
export interface Cases {
  outcome: Uint8Array;
  risk: Float64Array;
}

/** @throws `cases-none`, `cases-unlike`, `outcome-other`, `risk-outside` */
export function checkCases({ outcome, risk }: Cases): void {
  if (outcome.length !== risk.length) throw fail('cases-unlike', { outcomes: outcome.length, risks: risk.length });
  const others = outcome.reduce((sum, value) => sum + Number(value > 1), 0);
  if (others > 0) throw fail('outcome-other', { rows: others });
  checkRisks(risk);
}

/** @throws `cases-none`, `risk-outside` with the number of risks that are none */
export function checkRisks(risk: Float64Array): void {
  if (risk.length === 0) throw fail('cases-none');
  const outside = risk.reduce((sum, value) => sum + Number(!(value > 0 && value < 1)), 0);
  if (outside > 0) throw fail('risk-outside', { rows: outside });
}

export interface CaseColumns {
  outcome: Column;
  risk?: Column | undefined;
  hospital?: Column | undefined;
  /** A date or point in time: cases are put in its order, equal ones as they stand in the table. */
  time?: Column | undefined;
}

export interface ReadCases extends Cases {
  /** Row of the table of each case. */
  rows: Int32Array;
  /** Group of each case, and a row of each group. */
  hospital: Groups;
  used: number;
  /** Rows left out because one of the columns has no value. */
  dropped: number;
}

/**
 * Complete cases of the columns that are used.
 *
 * @throws `cases-none`, `risk-outside`, `column-…`, `columns-unlike`
 */
export function readCases({ outcome, risk, hospital, time }: CaseColumns): ReadCases {
  const columns = [outcome, risk, hospital, time].filter((column): column is Column => column !== undefined);
  const all = commonRows(columns);
  const truths = truthsOf(outcome);
  const risks = risk ? numbersOf(risk) : new Float64Array(all).fill(0.5);
  const groups = hospital ? groupsOf(hospital) : { codes: new Int32Array(all), rows: new Int32Array(1) };
  const order = time ? orderOf(time) : undefined;
  const complete: number[] = [];
  for (let row = 0; row < all; row++) {
    const missing =
      truths[row] === -1 || Number.isNaN(risks[row]) || groups.codes[row] === -1 || Number.isNaN(order?.[row]);
    if (!missing) complete.push(row);
  }
  if (order) complete.sort((a, b) => (order[a] as number) - (order[b] as number) || a - b);
  const rows = Int32Array.from(complete);
  const cases = {
    outcome: Uint8Array.from(rows, (row) => truths[row] as number),
    risk: Float64Array.from(rows, (row) => risks[row] as number)
  };
  checkCases(cases);
  const codes = Int32Array.from(rows, (row) => groups.codes[row] as number);
  return { ...cases, rows, hospital: { codes, rows: groups.rows }, used: rows.length, dropped: all - rows.length };
}

/** The place of each row in the order of time: exact for points in time; NaN where it is missing or endless. */
function orderOf(time: Column): Float64Array {
  if (time.type !== 'timestamp') return daysOf(time);
  const { codes } = groupsOf(time);
  return Float64Array.from(codes, (code, row) => (isPresent(time, row) && !isEndless(time, row) ? code : NaN));
}

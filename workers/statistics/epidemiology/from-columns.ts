import type { Column } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { commonRows, groupsOf, numbersOf, truthsOf } from '../columns';
import { checkRow } from './counts';
import { fail } from './errors';

export interface CountedTables {
  /** Cells of the 2×2 table of each stratum, in the order of the strata; one stratum if none is named. */
  a: Float64Array;
  b: Float64Array;
  c: Float64Array;
  d: Float64Array;
  /** The value of each stratum; absent without a column of strata. */
  strata?: Column;
  n: number;
  /** Rows without exposure, outcome or stratum. */
  nDropped: number;
}

/**
 * Persons counted by exposure, outcome and stratum.
 *
 * @param columns.exposure yes and no
 * @param columns.outcome yes and no
 * @throws `column-…`, `columns-unlike`
 */
export function countTables(columns: { exposure: Column; outcome: Column; stratum?: Column }): CountedTables {
  const { exposure, outcome, stratum } = columns;
  const rows = commonRows(stratum ? [exposure, outcome, stratum] : [exposure, outcome]);
  const [exposed, events] = [truthsOf(exposure), truthsOf(outcome)];
  const groups = stratum ? groupsOf(stratum) : { codes: new Int32Array(rows), rows: Int32Array.of(0) };
  const cells = Array.from({ length: 4 }, () => new Float64Array(groups.rows.length));
  let n = 0;
  for (let row = 0; row < rows; row++) {
    const group = groups.codes[row] as number;
    if (exposed[row] === -1 || events[row] === -1 || group === -1) continue;
    const counts = cells[(exposed[row] === 1 ? 0 : 2) + (events[row] === 1 ? 0 : 1)] as Float64Array;
    counts[group] = (counts[group] as number) + 1;
    n += 1;
  }
  const [a, b, c, d] = cells as [Float64Array, Float64Array, Float64Array, Float64Array];
  return { a, b, c, d, ...(stratum && { strata: takenRows(stratum, groups.rows) }), n, nDropped: rows - n };
}

export interface CountedStrata {
  /** Sums by group and stratum: group by group, the strata within. */
  events: Float64Array;
  time: Float64Array;
  /** The weight of each stratum in the standard. */
  standard: Float64Array;
  groups: Column | undefined;
  strata: Column;
  nDropped: number;
}

/**
 * Events and time at risk summed by group and stratum, with the standard's weights in the same order of strata.
 *
 * @param data.group default: all rows are one group
 * @param standard a table of the strata, each once, and of their weights
 * @throws `epidemiology-standard` if a stratum of the data has no weight or two; `column-…`, `columns-unlike`
 */
export function countStrata(
  data: { stratum: Column; events: Column; time: Column; group?: Column },
  standard: { stratum: Column; weight: Column }
): CountedStrata {
  const { stratum, group } = data;
  const rows = commonRows([stratum, data.events, data.time, ...(group ? [group] : [])]);
  const [counts, times, strata] = [numbersOf(data.events), numbersOf(data.time), groupsOf(stratum)];
  const groups = group ? groupsOf(group) : { codes: new Int32Array(rows), rows: Int32Array.of(0) };
  const length = groups.rows.length * strata.rows.length;
  const [events, time] = [new Float64Array(length), new Float64Array(length)];
  let used = 0;
  for (let row = 0; row < rows; row++) {
    const [within, of] = [strata.codes[row] as number, groups.codes[row] as number];
    const [count, length] = [counts[row] as number, times[row] as number];
    if (within === -1 || of === -1 || Number.isNaN(count) || Number.isNaN(length)) continue;
    checkRow(count, length, { events: data.events.name, time: data.time.name });
    const place = of * strata.rows.length + within;
    events[place] = (events[place] as number) + count;
    time[place] = (time[place] as number) + length;
    used += 1;
  }
  return {
    events,
    time,
    standard: weightsOf(takenRows(stratum, strata.rows), standard),
    groups: group && takenRows(group, groups.rows),
    strata: takenRows(stratum, strata.rows),
    nDropped: rows - used
  };
}

/**
 * A number for each stratum, found by what the strata say, so that a dictionary of the standard may have another order.
 *
 * @throws `epidemiology-standard`
 */
export function weightsOf(strata: Column, standard: { stratum: Column; weight: Column }): Float64Array {
  commonRows([standard.stratum, standard.weight]);
  const weights = numbersOf(standard.weight);
  const known = groupsOf(standard.stratum);
  const words = Array.from({ length: strata.values.length }, (_, row) => wordOf(strata, row));
  const found = new Map<string, number>();
  let isTwice = 0;
  known.codes.forEach((code, row) => {
    if (code === -1 || Number.isNaN(weights[row])) return;
    const key = wordOf(standard.stratum, row);
    if (found.has(key)) isTwice += 1;
    found.set(key, weights[row] as number);
  });
  const missing = words.filter((word) => !found.has(word));
  if (isTwice + missing.length > 0) throw fail('epidemiology-standard', { strata: isTwice + missing.length });
  return Float64Array.from(words, (word) => found.get(word) as number);
}

/** What a value says. */
export const wordOf = (column: Column, row: number): string =>
  column.type === 'text' ? (column.dictionary[column.values[row] as number] ?? '') : String(column.values[row]);

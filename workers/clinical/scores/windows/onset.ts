import type { JobOptions } from '../../../shared/job';
import type { BoolColumn, Column, Table } from '../../../shared/table';
import { Pacer } from '../../shared/pacer';
import type { ScoreInput } from '../definition';
import { flag } from '../definitions/inputs';
import { failWindow } from './errors';
import { onsetTable, type StayOnset } from './onset-table';
import { onsetRemarks, type OnsetRemark } from './remarks';
import { orderRows } from './order';
import { HOUR, readTimes } from './persons-and-times';
import { readInputs, rowsOf } from './read-inputs';
import { Stays, type StayColumns } from './stays';

/** Phoenix over time. */
export interface OnsetCourse extends StayColumns {
  /** timestamp, date, or numbers with the unit s, min, h or d. */
  time: Column;
  /** Phoenix total, 0 to 13; missing is no organ dysfunction. */
  total: Column;
  /** Its cardiovascular points, for septic shock. */
  cardiovascular?: Column | undefined;
  /** By then; absent or missing: not established. */
  suspected_infection?: Column | undefined;
}

export interface OnsetOptions {
  /** Also label each row: 1 from so many hours before the onset on. 0 to 48; 6 in the challenge of 2019. */
  before?: number;
  /** Hours that the label stays 1; left out: to the end of the stay. */
  length?: number;
}

/** How many stays of which reading. */
export interface OnsetCounts {
  stays: number;
  sepsis: number;
  shock: number;
  /** Organ dysfunction of which it is not known whether an infection was suspected. */
  notEstablished: number;
  notSuspected: number;
  none: number;
  /** No row has a time. */
  unknown: number;
  /** The onset is at the first time: it may have been earlier. */
  atFirst: number;
}

export interface Onsets {
  /**
   * A row a stay in the order of the table: person, episode, times, reading, sepsis_onset, sepsis_total, shock_onset,
   * dysfunction_onset, at_first. Times are of the type of the course.
   */
  table: Table;
  counts: OnsetCounts;
  /** A row a row of the course: `sepsis_label`, or `dysfunction_label` where no infection is known of anywhere. */
  label?: BoolColumn;
  remarks: readonly OnsetRemark[];
}

const INPUTS: readonly ScoreInput[] = [
  { name: 'total', label: 'Phoenix total', kind: 'count', valid: [0, 13], whole: true },
  { name: 'cardiovascular', label: 'Cardiovascular', kind: 'count', valid: [0, 6], whole: true },
  flag('suspected_infection', 'Suspected infection')
];
const THRESHOLD = 2;
const MOST_BEFORE = 48;

interface Read {
  total: Float64Array;
  cardiovascular: Float64Array;
  infection: Float64Array;
}

/** @param rows of one stay in the order of time */
function onsetOf(rows: Int32Array, first: number, { total, cardiovascular, infection }: Read): StayOnset {
  const found: StayOnset = {
    first,
    times: rows.length,
    sepsis: -1,
    shock: -1,
    dysfunction: -1,
    unknown: -1,
    start: -1
  };
  if (rows.length > 0) found.start = rows[0] as number;
  for (const row of rows) {
    if (!((total[row] as number) >= THRESHOLD)) continue;
    if (found.dysfunction < 0) found.dysfunction = row;
    const suspected = infection[row] as number;
    if (Number.isNaN(suspected)) {
      if (found.unknown < 0) found.unknown = row;
      continue;
    }
    if (suspected !== 1) continue;
    if (found.sepsis < 0) found.sepsis = row;
    if (found.shock < 0 && (cardiovascular[row] as number) >= 1) found.shock = row;
    if (found.shock >= 0) break;
  }
  return found;
}

function checkOptions({ before, length }: OnsetOptions): void {
  if (before !== undefined && !(before >= 0 && before <= MOST_BEFORE)) {
    throw failWindow('windows-label-before', { most: MOST_BEFORE });
  }
  if (length !== undefined && !(length > 0 && Number.isFinite(length))) throw failWindow('windows-label-length');
}

/**
 * When each stay fulfils the Phoenix criteria first: a total of at least 2 at a time by which an infection is suspected.
 * Without a suspected infection it is organ dysfunction and no sepsis, and has an onset of its own.
 *
 * Rows may come in any order; of rows of the same time any counts. A total that is missing or impossible is none.
 *
 * @throws `score-rows-differ`, `score-input-type`, `windows-…`, `stopped`
 * @see Schlapbach et al., JAMA 2024; the label as in the PhysioNet/CinC Challenge 2019
 */
export async function sepsisOnset(
  course: OnsetCourse,
  options: OnsetOptions = {},
  job: JobOptions = {}
): Promise<Onsets> {
  checkOptions(options);
  const { person, episode, time, ...given } = course;
  const expected = rowsOf({ person, episode, time, ...given });
  const stays = new Stays();
  const whose = stays.read(course);
  const { times } = readTimes(time);
  const pacer = new Pacer(job, { step: 'onset-read', unit: 'rows', total: expected });
  await pacer.begin();
  const { values, rejected } = await readInputs(INPUTS, given, expected, pacer);
  const [total, cardiovascular, infection] = values as [Float64Array, Float64Array, Float64Array];
  const read: Read = { total, cardiovascular, infection };
  const { rows, starts } = orderRows(whose, times, stays.count);
  const firstRows = new Int32Array(stays.count).fill(-1);
  for (let row = expected - 1; row >= 0; row--) if ((whose[row] as number) >= 0) firstRows[whose[row] as number] = row;
  const onsets = Array.from({ length: stays.count }, (_, stay) =>
    onsetOf(rows.subarray(starts[stay], starts[stay + 1]), firstRows[stay] as number, read)
  );
  const knowsInfection = infection.some((value) => !Number.isNaN(value));
  const { table, counts } = onsetTable(course, onsets, { times, total });
  return {
    table,
    counts,
    ...(options.before !== undefined && {
      label: labelOf(whose, times, onsets, { ...options, before: options.before, knowsInfection })
    }),
    remarks: onsetRemarks({
      'onset-lost': expected - rows.length,
      'onset-rejected': rejected.reduce((sum, n) => sum + n, 0),
      'onset-not-established': counts.notEstablished,
      'onset-at-first': counts.atFirst
    })
  };
}

/** 1 within the hours of the label; missing where nobody can say whether the organ dysfunction was sepsis. */
function labelOf(
  whose: Int32Array,
  times: Float64Array,
  onsets: readonly StayOnset[],
  { before, length = Infinity, knowsInfection }: OnsetOptions & { before: number; knowsInfection: boolean }
): BoolColumn {
  const values = new Uint8Array(times.length);
  const validity = new Uint8Array((times.length + 7) >> 3);
  for (let row = 0; row < times.length; row++) {
    const now = times[row] as number;
    const onset = onsets[whose[row] as number];
    if (!onset || Number.isNaN(now)) continue;
    if (knowsInfection && onset.sepsis < 0 && onset.unknown >= 0) continue;
    const at = knowsInfection ? onset.sepsis : onset.dysfunction;
    const start = at < 0 ? NaN : (times[at] as number) - before * HOUR;
    values[row] = Number(now >= start && now - start < length * HOUR);
    validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7));
  }
  const name = knowsInfection ? 'sepsis_label' : 'dysfunction_label';
  const what = knowsInfection ? 'sepsis' : 'organ dysfunction, infection not established';
  return { name, label: `From ${before} h before the onset of ${what}`, type: 'bool', values, validity };
}

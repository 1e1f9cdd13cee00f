import { sumOf } from '../../shared/compensated-sum';
import type { JobOptions } from '../../shared/job';
import { isPresent } from '../../shared/exact-text';
import type { Column, Table } from '../../shared/table';
import { averagePrecision, type AveragePrecision } from './average-precision';
import { typedColumn } from './numeric-columns';
import type { HourColumns } from './patient-hours';
import { sepsisUtility, type SepsisUtility } from './sepsis-utility';
import type { UtilityOptions } from './hourly';
import { utilityByThreshold } from './threshold-search';
import { Pacer } from '../shared/pacer';

/** Where the calls stand, or the scores of which those at or above a threshold are calls. */
export type WarningColumns = HourColumns &
  ({ call: string } | { score: string; threshold?: number }) & {
    /** A column of groups, such as hospitals: text, int32 or int64. Of a patient with several the first counts. */
    group?: string;
  };

/** The normalised utility of early warnings, of all patients and by group, with what belongs beside it. */
export interface WarningStudy {
  utility: SepsisUtility;
  /**
   * A row a group in the order of first appearance, or one row for all: [group], patients, septic, hours, observed, best,
   * inaction, normalised (missing where no call could have helped).
   */
  groups: Table;
  /** Of scores only. */
  scores?: {
    precision: AveragePrecision;
    /** threshold, calls, normalised: a row a distinct score, from the highest. */
    curve: Table;
    /** Of which calls were made; undefined: every threshold is worse than never to call, and no call was made. */
    threshold: number | undefined;
    /** The threshold has the greatest utility of these same patients, which flatters it. */
    chosenHere: boolean;
  };
}

const GROUPS = ['text', 'int64', 'int32'] as const;
type GroupColumn = Extract<Column, { type: (typeof GROUPS)[number] }>;
const idAt = (column: GroupColumn, row: number) =>
  column.type === 'text' ? (column.dictionary[column.values[row]!] ?? '') : column.values[row]!;

/** The row of the table that stands for the group of each patient; −1 where none is known. */
function groupRows(table: Table, columns: WarningColumns, patients: Table): Int32Array {
  const group = typedColumn(table, columns.group ?? '', 'group', GROUPS);
  const patient = typedColumn(table, columns.patient, 'patient', GROUPS);
  const found = new Map<string | number | bigint, number>();
  for (let row = 0; row < table.rows; row++) {
    if (!isPresent(patient, row) || !isPresent(group, row)) continue;
    const id = idAt(patient, row);
    if (!found.has(id)) found.set(id, row);
  }
  const ids = patients.columns[0] as GroupColumn;
  return Int32Array.from({ length: patients.rows }, (_, one) => found.get(idAt(ids, one)) ?? -1);
}

/** Numbers the groups of patients from 0; a patient without one is in none. */
function numbered(table: Table, columns: WarningColumns, patients: Table): { codes: Int32Array; names: Column } {
  const group = typedColumn(table, columns.group ?? '', 'group', GROUPS);
  const known = new Map<string | number | bigint, number>();
  const codes = groupRows(table, columns, patients).map((row) => {
    if (row < 0) return -1;
    const id = idAt(group, row);
    let code = known.get(id);
    if (code === undefined) known.set(id, (code = known.size));
    return code;
  });
  const ids = [...known.keys()];
  const named = { name: 'group', ...(group.label !== undefined && { label: group.label }) };
  const names: Column =
    group.type === 'text'
      ? { ...named, type: 'text', dictionary: ids.map(String), values: Int32Array.from(ids, (_, code) => code) }
      : group.type === 'int64'
        ? { ...named, type: 'int64', values: BigInt64Array.from(ids as bigint[]) }
        : { ...named, type: 'int32', values: Int32Array.from(ids as number[]) };
  return { codes, names };
}

function groupTable({ table }: SepsisUtility, groups: { codes: Int32Array; names: Column } | undefined): Table {
  const rows = groups ? groups.names.values.length : 1;
  const codes = groups?.codes ?? new Int32Array(table.rows);
  const of = (name: string) => table.columns.find((one) => one.name === name)!.values as ArrayLike<number>;
  const members = Array.from({ length: rows }, (): number[] => []);
  codes.forEach((code, one) => members[code]?.push(one));
  const sums = (name: string) => members.map((some) => sumOf(some.map((one) => of(name)[one]!)));
  const [observed, best, inaction] = [sums('utility'), sums('best'), sums('inaction')];
  const spans = best.map((value, row) => value - inaction[row]!);
  const validity = new Uint8Array((rows + 7) >> 3);
  spans.forEach((span, row) => {
    if (span > 0) validity[row >> 3]! |= 1 << (row & 7);
  });
  const count = (name: string, values: number[]): Column => ({ name, type: 'int32', values: Int32Array.from(values) });
  const number = (name: string, values: number[]): Column => ({
    name,
    type: 'float64',
    values: Float64Array.from(values)
  });
  return {
    rows,
    columns: [
      ...(groups ? [groups.names] : []),
      count(
        'patients',
        members.map((some) => some.length)
      ),
      count('septic', sums('septic')),
      count('hours', sums('hours')),
      number('observed', observed),
      number('best', best),
      number('inaction', inaction),
      {
        ...number(
          'normalised',
          spans.map((span, row) => (span > 0 ? (observed[row]! - inaction[row]!) / span : 0))
        ),
        validity
      } as Column
    ]
  };
}

/** No score is above it: nothing is called. */
const NEVER = Number.MAX_VALUE;

/**
 * The normalised utility of early warnings of sepsis, of all patients and by group; of scores also their utility at every
 * threshold and their average precision.
 *
 * @throws as {@link sepsisUtility}; `auprc-no-positive`; `stopped`
 * @see Reyna et al. 2020, Crit Care Med 48:210 (PhysioNet/CinC Challenge 2019)
 */
export async function warningStudy(
  table: Table,
  columns: WarningColumns,
  options: UtilityOptions = {},
  job: JobOptions = {}
): Promise<WarningStudy> {
  const pacer = new Pacer(job, { step: 'utility-weigh', unit: 'rows', total: table.rows });
  await pacer.begin();
  const finish = (utility: SepsisUtility) => ({
    utility,
    groups: groupTable(utility, columns.group === undefined ? undefined : numbered(table, columns, utility.table))
  });
  if ('call' in columns) return finish(sepsisUtility(table, columns, options));
  const { score, label } = columns;
  const found = utilityByThreshold(table, columns, options);
  await pacer.begin();
  const threshold = columns.threshold ?? found.best.threshold;
  const utility = sepsisUtility(table, { ...columns, threshold: threshold ?? NEVER }, options);
  await pacer.begin();
  const precision = averagePrecision(table, { score, label });
  return {
    ...finish(utility),
    scores: { precision, curve: found.table, threshold, chosenHere: columns.threshold === undefined }
  };
}

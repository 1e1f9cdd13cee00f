import type { Column, Table } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { commonRows, float64Column, groupsOf } from '../columns';
import { fail } from './errors';

/** A row for each drug and event of a report; a pair that stands twice in a report counts once. */
export interface ReportColumns {
  report: Column;
  drug: Column;
  event: Column;
}

export interface PairCounts {
  /** A row a pair that was reported, by drug and event: drug, event, reports, drug_reports, event_reports, expected. */
  table: Table;
  reports: Float64Array;
  drugReports: Float64Array;
  eventReports: Float64Array;
  expected: Float64Array;
  /** Reports altogether. */
  n: number;
  /** Rows without report, drug or event. */
  nDropped: number;
}

/**
 * Counts reports of each pair of drug and event, and those that would be expected by chance.
 *
 * @throws `pharmacovigilance-no-pairs`, `columns-unlike`
 */
export function countPairs({ report, drug, event }: ReportColumns): PairCounts {
  const rows = commonRows([report, drug, event]);
  const [reports, drugs, events] = [groupsOf(report), groupsOf(drug), groupsOf(event)];
  const codes = [drugs.codes, events.codes, reports.codes] as const;
  const complete = Int32Array.from({ length: rows }, (_, row) => row).filter((row) => codes.every((code) => code[row] !== -1)); // prettier-ignore
  if (complete.length === 0) throw fail('pharmacovigilance-no-pairs');
  const code = (of: 0 | 1 | 2, row: number) => codes[of][row] as number;
  complete.sort((a, b) => code(0, a) - code(0, b) || code(1, a) - code(1, b) || code(2, a) - code(2, b));
  const firsts: number[] = [];
  const counts: number[] = [];
  let before = -1;
  for (const row of complete) {
    const isPair = before !== -1 && code(0, row) === code(0, before) && code(1, row) === code(1, before);
    if (!isPair) {
      firsts.push(row);
      counts.push(1);
    } else if (code(2, row) !== code(2, before)) {
      counts[counts.length - 1] = (counts.at(-1) as number) + 1;
    }
    before = row;
  }
  const byDrug = distinctReports(drugs.codes, reports.codes, complete, drugs.rows.length, reports.rows.length);
  const byEvent = distinctReports(events.codes, reports.codes, complete, events.rows.length, reports.rows.length);
  const n = new Set(complete.map((row) => code(2, row))).size;
  const drugReports = Float64Array.from(firsts, (row) => byDrug[code(0, row)] as number);
  const eventReports = Float64Array.from(firsts, (row) => byEvent[code(1, row)] as number);
  const expected = drugReports.map((count, pair) => (count / n) * (eventReports[pair] as number));
  const observed = Float64Array.from(counts);
  return {
    table: {
      rows: firsts.length,
      columns: [
        { ...takenRows(drug, firsts), name: 'drug' },
        { ...takenRows(event, firsts), name: 'event' },
        float64Column('reports', observed),
        float64Column('drug_reports', drugReports),
        float64Column('event_reports', eventReports),
        float64Column('expected', expected)
      ]
    },
    reports: observed,
    drugReports,
    eventReports,
    expected,
    n,
    nDropped: rows - complete.length
  };
}

/** Reports that name each value. */
function distinctReports(
  codes: Int32Array,
  reports: Int32Array,
  rows: Int32Array,
  values: number,
  reportCount: number
): Float64Array {
  const seen = new Set<number>();
  const counts = new Float64Array(values);
  for (const row of rows) {
    const code = codes[row] as number;
    const key = code * reportCount + (reports[row] as number);
    if (seen.has(key)) continue;
    seen.add(key);
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

import type { Column, Table } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { commonRows, float64Column, groupsOf } from '../columns';
import { fail } from './errors';

/**
 * A row for each drug and event of a report, or fewer: a report that names two drugs and two events reports four pairs,
 * however its rows put them together. A pair counts once in a report.
 */
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

/** Pairs of all reports, each by itself: more are not counted in reasonable time, and a column is taken for another. */
const MOST_PAIRS = 5e7;

/**
 * Counts reports of each pair of drug and event, and those that would be expected by chance.
 *
 * @throws `pharmacovigilance-no-pairs`, `pharmacovigilance-reports-long`, `columns-unlike`
 */
export function countPairs({ report, drug, event }: ReportColumns): PairCounts {
  const rows = commonRows([report, drug, event]);
  const [reports, drugs, events] = [groupsOf(report), groupsOf(drug), groupsOf(event)];
  const codes = [drugs.codes, events.codes, reports.codes] as const;
  const complete = Int32Array.from({ length: rows }, (_, row) => row).filter((row) => codes.every((code) => code[row] !== -1)); // prettier-ignore
  if (complete.length === 0) throw fail('pharmacovigilance-no-pairs');
  complete.sort((a, b) => reports.codes[a]! - reports.codes[b]!);
  const [byDrug, byEvent] = [new Float64Array(drugs.rows.length), new Float64Array(events.rows.length)];
  const byPair = new Map<number, number>();
  const width = events.rows.length;
  let [n, work] = [0, 0];
  for (let from = 0; from < complete.length; n++) {
    let to = from + 1;
    while (to < complete.length && reports.codes[complete[to]!] === reports.codes[complete[from]!]) to++;
    const own = complete.subarray(from, to);
    const [named, seen] = [drugs.codes, events.codes].map((code) => distinct(own, code)) as [number[], number[]];
    work += named.length * seen.length;
    if (work > MOST_PAIRS) throw fail('pharmacovigilance-reports-long', { column: report.name });
    for (const code of named) byDrug[code]! += 1;
    for (const code of seen) byEvent[code]! += 1;
    for (const one of named) {
      for (const other of seen) byPair.set(one * width + other, (byPair.get(one * width + other) ?? 0) + 1);
    }
    from = to;
  }
  const pairs = Float64Array.from(byPair.keys()).sort();
  const drugOf = Int32Array.from(pairs, (pair) => Math.floor(pair / width));
  const eventOf = Int32Array.from(pairs, (pair) => pair % width);
  const observed = Float64Array.from(pairs, (pair) => byPair.get(pair)!);
  const drugReports = Float64Array.from(drugOf, (code) => byDrug[code]!);
  const eventReports = Float64Array.from(eventOf, (code) => byEvent[code]!);
  const expected = drugReports.map((count, pair) => (count / n) * eventReports[pair]!);
  const rowsOf = (codesOfPairs: Int32Array, first: Int32Array) => Array.from(codesOfPairs, (code) => first[code]!);
  return {
    table: {
      rows: pairs.length,
      columns: [
        { ...takenRows(drug, rowsOf(drugOf, drugs.rows)), name: 'drug' },
        { ...takenRows(event, rowsOf(eventOf, events.rows)), name: 'event' },
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

/** Codes of some rows, each once. */
const distinct = (rows: Int32Array, codes: Int32Array): number[] => [
  ...new Set(Array.from(rows, (row) => codes[row]!))
];

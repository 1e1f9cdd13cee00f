import type { Column, Table } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { commonRows, float64Column, groupsOf, truthsOf } from '../columns';
import { observedExpected } from '../poisson-count';
import { clopperPearson, wilson } from '../proportion';
import { holm } from '../two-sided';
import { readCases, type ReadCases } from './cases';
import { fail } from './errors';
import { TableBuilder } from '../../shared/column-builder';

export interface HospitalCounts {
  /** A row of the table of each hospital, in the order of their names. */
  rows: Int32Array;
  cases: Float64Array;
  observed: Float64Array;
  expected: Float64Array;
}

/** Sums by hospital; hospitals without a complete case are left out. */
export function countsByHospital(cases: ReadCases): HospitalCounts {
  const all = cases.hospital.rows.length;
  const sums = { cases: new Float64Array(all), observed: new Float64Array(all), expected: new Float64Array(all) };
  cases.hospital.codes.forEach((group, index) => {
    sums.cases[group] = (sums.cases[group] as number) + 1;
    sums.observed[group] = (sums.observed[group] as number) + (cases.outcome[index] as number);
    sums.expected[group] = (sums.expected[group] as number) + (cases.risk[index] as number);
  });
  const kept = (_: number, group: number) => (sums.cases[group] as number) > 0;
  return {
    rows: cases.hospital.rows.filter(kept),
    cases: sums.cases.filter(kept),
    observed: sums.observed.filter(kept),
    expected: sums.expected.filter(kept)
  };
}

export interface ByHospital {
  table: Table;
  used: number;
  dropped: number;
}

/**
 * Observed over expected events by hospital: hospital, cases, observed, expected, ratio, exact limits, Byar's, exact p and p
 * adjusted for the number of hospitals (Holm). In the order of the hospitals' names: results are no ranking.
 *
 * @param level coverage as a fraction, default 0.95
 * @throws `risk-outside`, `cases-none`, `level-range`, `column-…`, `columns-unlike`
 */
export function observedExpectedByHospital(
  columns: { hospital: Column; outcome: Column; risk: Column },
  { level = 0.95 }: { level?: number } = {}
): ByHospital {
  const cases = readCases(columns);
  const counts = countsByHospital(cases);
  const found = Array.from(counts.observed, (observed, group) =>
    observedExpected(observed, counts.expected[group] as number, level)
  );
  const column = (name: string, of: (one: (typeof found)[number]) => number) =>
    float64Column(name, Float64Array.from(found, of));
  return {
    table: {
      rows: found.length,
      columns: [
        { ...takenRows(columns.hospital, counts.rows), name: 'hospital' },
        float64Column('cases', counts.cases),
        float64Column('observed', counts.observed),
        float64Column('expected', counts.expected),
        column('ratio', (one) => one.ratio),
        column('lower', (one) => one.lower),
        column('upper', (one) => one.upper),
        column('byar_lower', (one) => one.byarLower),
        column('byar_upper', (one) => one.byarUpper),
        column('p', (one) => one.p),
        float64Column('p_holm', Float64Array.from(holm(found.map((one) => one.p))))
      ]
    },
    used: cases.used,
    dropped: cases.dropped
  };
}

/**
 * Rates of events (complications) by hospital: a row an event and hospital with hospital, event, cases, events, missing,
 * rate, exact limits (Clopper-Pearson) and Wilson's. A case without the value counts as missing, not as free of it.
 *
 * @param columns.events columns of yes and no, each an event of its own
 * @param level coverage as a fraction, default 0.95
 * @returns `dropped`: rows without a hospital
 * @throws `cases-none`, `level-range`, `column-…`, `columns-unlike`
 */
export function ratesByHospital(
  { hospital, events }: { hospital: Column; events: readonly Column[] },
  { level = 0.95 }: { level?: number } = {}
): ByHospital {
  const all = commonRows([hospital, ...events]);
  const { codes, rows } = groupsOf(hospital);
  if (rows.length === 0 || events.length === 0) throw fail('cases-none');
  const builder = new TableBuilder([
    { name: 'event', type: 'text' },
    ...['cases', 'events', 'missing'].map((name) => ({ name, type: 'int32' as const })),
    ...['rate', 'lower', 'upper', 'wilson_lower', 'wilson_upper'].map((name) => ({ name, type: 'float64' as const }))
  ]);
  const shown: number[] = [];
  for (const event of events) {
    const truths = truthsOf(event);
    const counts = Array.from(rows, () => ({ cases: 0, events: 0, missing: 0 }));
    truths.forEach((truth, row) => {
      const count = counts[codes[row] as number];
      if (!count) return;
      if (truth === -1) count.missing += 1;
      else count.cases += 1;
      if (truth === 1) count.events += 1;
    });
    counts.forEach((count, group) => {
      shown.push(rows[group] as number);
      const fixed = [event.name, count.cases, count.events, count.missing];
      if (count.cases === 0) {
        builder.push(...fixed, undefined, undefined, undefined, undefined, undefined);
        return;
      }
      const exact = clopperPearson(count.events, count.cases, level);
      const score = wilson(count.events, count.cases, level);
      builder.push(...fixed, exact.estimate, exact.lower, exact.upper, score.lower, score.upper);
    });
  }
  const { columns, rows: length } = builder.finish();
  const used = codes.reduce((sum, code) => sum + Number(code !== -1), 0);
  return {
    table: {
      rows: length,
      columns: [{ ...takenRows(hospital, Int32Array.from(shown)), name: 'hospital' }, ...columns]
    },
    used,
    dropped: all - used
  };
}

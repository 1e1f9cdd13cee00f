import { isPresent } from '../../shared/exact-text';
import type { JobOptions } from '../../shared/job';
import type { Column, Table } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { float64Column, groupsOf } from '../columns';
import { controlLimit, monitorInOrder, type ControlLimit } from '../monitoring';
import type { CourseRequest } from './request';

/** A hospital with fewer cases is not followed: there is no course to see. */
const LEAST_CASES = 10;
/** More than this would be no drawing. */
const MOST_HOSPITALS = 24;

/** One hospital over time. */
export interface Unit {
  /** Its row in the table of the hospitals. */
  hospital: number;
  /** Its rows in the table of the course. */
  from: number;
  to: number;
  cases: number;
  /** Expected minus observed events at the end. */
  vlad: number;
  limits?: { worse: ControlLimit; better: ControlLimit };
  /** Number of its case, from 1, with the first alarm. */
  firstAlarm: { worse?: number; better?: number };
}

export interface Course {
  /**
   * A row a case: hospital, case (from 1, in the order of time), time, outcome, expected, vlad, cusum_worse, cusum_better;
   * hospitals in the order of their names.
   */
  table: Table;
  units: readonly Unit[];
  /** Cases without a time, which are in no course. */
  undated: number;
  /** Hospitals of too few cases to be followed, and those beyond the first 24. */
  few: number;
  beyond: number;
}

export interface CourseCases {
  hospital: Column;
  outcome: Column;
  risk: Column;
  time: Column;
}

/**
 * VLAD and risk-adjusted CUSUM of each hospital; its control limits come from its own case mix.
 *
 * @throws `odds-ratio-range`, `control-options`, `control-work`, `risk-outside`, `column-not-dated`, `stopped`
 */
export async function courseOf(
  { hospital, outcome, risk, time }: CourseCases,
  { worse = 2, better = 0.5, limits }: CourseRequest,
  job: JobOptions
): Promise<Course> {
  const { codes, rows: hospitals } = groupsOf(hospital);
  const byHospital = Array.from(hospitals, (): number[] => []);
  let undated = 0;
  codes.forEach((code, row) => {
    if (!isPresent(time, row)) undated += 1;
    else byHospital[code]?.push(row);
  });
  const long = byHospital.flatMap((rows, code) => (rows.length < LEAST_CASES ? [] : [{ code, rows }]));
  const followed = long.slice(0, MOST_HOSPITALS);
  const order: number[] = [];
  const numbers: number[] = [];
  const sums: Record<'vlad' | 'cusum_worse' | 'cusum_better', number[]> = {
    vlad: [],
    cusum_worse: [],
    cusum_better: []
  };
  const units: Unit[] = [];
  for (const { code, rows } of followed) {
    const own = (column: Column) => takenRows(column, Int32Array.from(rows));
    const cases = { outcome: own(outcome), risk: own(risk), time: own(time) };
    const mix = cases.risk.values as Float64Array;
    const found = limits && {
      worse: await limitOf(mix, worse, limits, job),
      better: await limitOf(mix, better, limits, job)
    };
    const heights = found && { worse: found.worse.limit, better: found.better.limit };
    const { table, firstAlarm } = monitorInOrder(cases, { worse, better, ...(heights && { limits: heights }) });
    const valuesOf = (name: string) =>
      (table.columns.find((one) => one.name === name) as Column).values as Float64Array;
    const from = order.length;
    for (const row of valuesOf('row')) {
      order.push(rows[row] as number);
      numbers.push(order.length - from);
    }
    for (const [name, values] of Object.entries(sums)) for (const value of valuesOf(name)) values.push(value);
    const vlad = sums.vlad.at(-1) as number;
    const unit = { hospital: code, from, to: order.length, cases: rows.length, vlad, firstAlarm };
    units.push(found ? { ...unit, limits: found } : unit);
  }
  const chosen = Int32Array.from(order);
  return {
    table: {
      rows: chosen.length,
      columns: [
        { ...takenRows(hospital, chosen), name: 'hospital' },
        { name: 'case', type: 'int32', values: Int32Array.from(numbers) },
        { ...takenRows(time, chosen), name: 'time' },
        { ...takenRows(outcome, chosen), name: 'outcome' },
        { ...takenRows(risk, chosen), name: 'expected' },
        ...Object.entries(sums).map(([name, values]) => float64Column(name, Float64Array.from(values)))
      ]
    },
    units,
    undated,
    few: byHospital.length - long.length,
    beyond: long.length - followed.length
  };
}

function limitOf(
  mix: Float64Array,
  oddsRatio: number,
  { falseAlarm, cases = mix.length, runs, seed }: NonNullable<CourseRequest['limits']>,
  job: JobOptions
): Promise<ControlLimit> {
  const options = { oddsRatio, target: { falseAlarm, cases }, seed, ...(runs !== undefined && { runs }) };
  return controlLimit(mix, options, job);
}

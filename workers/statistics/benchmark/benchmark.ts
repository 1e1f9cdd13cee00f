import type { JobOptions } from '../../shared/job';
import type { Column, Table } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { commonRows, groupsOf, numbersOf } from '../columns';
import { expectedRisks, ratesByHospital, readRiskModel } from '../monitoring';
import { observedExpected, type ObservedExpected } from '../poisson-count';
import { clopperPearson, type Interval } from '../proportion';
import { courseOf, type Course } from './course';
import { fail } from './errors';
import { hospitalFigures, type HospitalFigures } from './hospitals';
import { recalibrated } from './recalibrate';
import { outcomesOf, type Exclusion } from './outcomes';
import type { BenchmarkRequest } from './request';
import { staysByHospital } from './stays';

export interface Benchmark extends HospitalFigures {
  /** Cases of the table; those that are in the figures. */
  cases: number;
  used: number;
  /** Why the others are not, only reasons that occur. */
  excluded: readonly (readonly [reason: Exclusion, cases: number])[];
  level: number;
  /** All hospitals together. */
  observed: number;
  rate: Interval;
  /** With risks. */
  all?: ObservedExpected;
  /** By how much the logit of the risks was moved, where that was asked for. */
  shift?: number;
  /**
   * Of every case with a hospital, also without an outcome or a risk: a short follow-up tells nothing of complications. A row
   * an event and hospital: hospital, event, cases, events, missing, rate, lower, upper, wilson_lower, wilson_upper.
   */
  complications?: Table;
  /** Of every case with a hospital, as the complications: what `staysByHospital` gives. */
  stays?: Table;
  course?: Course;
}

/**
 * Compares outcomes of hospitals: exact rates, observed over expected events, funnels, complications, and each hospital over
 * time. A case counts once it has an outcome, a hospital and, where risks are given, a risk; every other is counted as
 * excluded, with its reason. Complications are told of every case with a hospital. Hospitals stand in the order of their names: nothing here ranks.
 *
 * @throws `benchmark-…`, `column-…`, `columns-unlike`, `risk-…`, `level-range`, `days-range`, `funnel-target`,
 *   `odds-ratio-range`, `control-…`, `cases-none`, `stopped`
 */
export async function benchmark(request: BenchmarkRequest, job: JobOptions = {}): Promise<Benchmark> {
  const {
    hospital,
    outcome,
    risk,
    recalibrate = false,
    time,
    complications = [],
    stay,
    level = 0.95,
    target,
    course
  } = request;
  commonRows([
    hospital,
    ...(time ? [time] : []),
    ...complications,
    ...(stay ? [stay] : []),
    ...Object.values(outcome).filter(isColumn)
  ]);
  const found = outcomesOf(outcome);
  const complete = completeCases(found.rows, hospital, risk);
  if (complete.rows.length === 0) throw fail('benchmark-nothing-left', { cases: found.cases });
  const used = complete.rows.length;
  const rows = Int32Array.from(complete.rows, (at) => found.rows[at] as number);
  const events = Uint8Array.from(complete.rows, (at) => found.events[at] as number);
  const observed = events.reduce((sum, one) => sum + one, 0);
  const fitted = recalibrate && complete.risk ? recalibrated(complete.risk.values, observed) : undefined;
  const risks = fitted
    ? { ...complete.risk, name: 'expected', type: 'float64' as const, values: fitted.risk }
    : complete.risk;
  const columns = {
    hospital: takenRows(hospital, rows),
    outcome: { name: 'outcome', type: 'bool' as const, values: events },
    ...(risks && { risk: risks })
  };
  const expected = risks?.values.reduce((sum, one) => sum + one, 0);
  const figures = hospitalFigures(columns, { level, target });
  const everyHospital = takenRows(hospital, found.all);
  const rates = complications.map((column) => takenRows(column, found.all));
  const followed =
    course && time && risks
      ? await courseOf({ ...columns, risk: risks, time: takenRows(time, rows) }, course, job)
      : undefined;
  return {
    cases: found.cases,
    used,
    excluded: [...found.excluded, ...complete.excluded].filter(([, cases]) => cases > 0),
    level,
    observed,
    rate: clopperPearson(observed, used, level),
    ...(expected !== undefined && { all: observedExpected(observed, expected, level) }),
    ...(fitted && { shift: fitted.shift }),
    ...figures,
    ...(rates.length > 0 && {
      complications: ratesByHospital({ hospital: everyHospital, events: rates }, { level }).table
    }),
    ...(stay && { stays: staysByHospital(everyHospital, takenRows(stay, found.all)) }),
    ...(followed && { course: followed })
  };
}

function isColumn(value: unknown): value is Column {
  return typeof value === 'object' && value !== null && 'values' in value;
}

interface Complete {
  /** Places in the list of cases. */
  rows: Int32Array;
  risk?: { name: string; type: 'float64'; values: Float64Array };
  excluded: readonly (readonly [Exclusion, number])[];
}

function completeCases(rows: Int32Array, hospital: Column, risk: BenchmarkRequest['risk']): Complete {
  const { codes } = groupsOf(takenRows(hospital, rows));
  const risks = risk && risksOf(risk, rows);
  const noHospital = codes.reduce((sum, code) => sum + Number(code === -1), 0);
  const complete = Int32Array.from(rows.keys()).filter(
    (at) => codes[at] !== -1 && !Number.isNaN(risks ? (risks[at] as number) : 0)
  );
  const values = risks && Float64Array.from(complete, (at) => risks[at] as number);
  return {
    rows: complete,
    ...(values && { risk: { name: 'expected', type: 'float64', values } }),
    excluded: [
      ['no hospital', noHospital],
      ['no expected risk', rows.length - noHospital - complete.length]
    ]
  };
}

/** Only of cases that have an outcome: a level that only others have needs no coefficient. */
function risksOf(risk: NonNullable<BenchmarkRequest['risk']>, rows: Int32Array): Float64Array {
  if (!('coefficients' in risk)) return numbersOf(takenRows(risk, rows));
  const columns = risk.of.columns.map((column) => takenRows(column, rows));
  return numbersOf(expectedRisks(readRiskModel(risk.coefficients), { rows: rows.length, columns }).risk);
}

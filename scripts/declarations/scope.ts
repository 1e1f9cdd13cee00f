/*
 * What own code finds by name, for the compiler to read: nothing here ever runs. `declarations.ts` makes the help of the
 * editor of it.
 */
import type { ColumnTable } from '../../workers/sandbox/column-table';
import type { LazyTable } from '../../workers/sandbox/lazy-table';
import type { Analyses } from './scope-analyses';

export type * as Plot from '@observablehq/plot';
export type * as ss from 'simple-statistics';
export type { Inputs } from '../../workers/sandbox/inputs';
export type { Generators } from '../../workers/sandbox/changing';
export type { tableFrom } from '../../workers/sandbox/table-from';

export type * as d3array from 'd3-array';
export type * as d3format from 'd3-format';
export type * as d3scale from 'd3-scale';
export type * as d3shape from 'd3-shape';
export type * as d3time from 'd3-time';
export type * as d3timeFormat from 'd3-time-format';

/** Shows a value under the cell, and gives it back. */
export declare function display<Value>(value: Value): Value;
/** Shows a control and stands for its value: other cells that use the name run again when it changes. */
export declare function view<Value>(input: { value: Value }): Value;
/** Settles when this cell runs again or is deleted: end there what goes on by itself. */
export declare const invalidation: Promise<void>;
/** Room for drawings, in pixels. */
export declare const width: number;
/** Asks the data engine with one SELECT. What stands in `${…}` is bound; a table there is read. */
export declare function sql(strings: TemplateStringsArray, ...values: unknown[]): Promise<ColumnTable>;
/** Text in Markdown. */
export declare function md(strings: TemplateStringsArray, ...values: unknown[]): unknown;
/** An element of HTML. Values in `${…}` become text. It is cleaned before it is shown. */
export declare function html(strings: TemplateStringsArray, ...values: unknown[]): Element;
/** An element of SVG. Values in `${…}` become text. */
export declare function svg(strings: TemplateStringsArray, ...values: unknown[]): SVGElement;
/** What `clinical.simulate` is told. */
interface Simulated {
  useCase: 'picu-sepsis' | 'cardiac-surgery' | 'haemophilia';
  persons: number;
  seed: number;
  tables?: string[];
  hospitals?: number[];
  leak?: boolean;
  faults?: boolean;
}
/** A table of another cell, or rows in memory. */
type AnyTable = LazyTable | ColumnTable;
/** Columns of an event log. */
interface Events {
  case: string;
  activity: string;
  time: string;
  hospital?: string;
  order?: string;
}
/** Which cases of an event log count. */
interface WhichCases {
  hospitals?: (string | null)[];
  activities?: string[];
  variantShare?: number;
}
/** Columns of who and when; `episode` where stays of a person are told apart. */
interface Stays {
  person: string;
  time: string;
  episode?: string;
}
/** Labels from some hours before the onset on; 6 in the challenge of 2019. */
interface OnsetLabel {
  before?: number;
  length?: number;
}
/** When sepsis begins, a row a stay. */
interface Onsets {
  table: ColumnTable;
  counts: { stays: number; sepsis: number; shock: number; notEstablished: number; none: number };
}
interface Interval {
  estimate: number;
  lower: number;
  upper: number;
}
interface Funnel {
  target: number;
  hospitals: ColumnTable;
  curve: ColumnTable;
  used: number;
  dropped: number;
}
/** A table, and how many of the rows it was made of. */
interface Counted {
  table: ColumnTable;
  used: number;
  dropped: number;
}
/** Simulated data, scores and pathways. For research and education; no basis for treating a patient. */
export declare const clinical: {
  /** Simulates a data set from a seed. Its tables come by name. */
  simulate(options: Simulated): Promise<{ tables: Record<string, ColumnTable>; persons: number }>;
  /** Scores every row: points of each part, the total, what was missing. `columns` names the columns of inputs. */
  score(
    name: string,
    table: AnyTable,
    options?: { columns?: Record<string, string>; units?: Record<string, string> }
  ): Promise<{ table: ColumnTable; summary: { name: string; missing: number; rejected: number }[] }>;
  /**
   * Phoenix with its published look-backs of 6, 12 and 24 hours over rows of a person and time. Columns are found by the
   * names of inputs, or named by `columns`; `long` is for observations one a row, scored at the times of `at`.
   */
  phoenixWindows(
    table: AnyTable,
    stays: Stays,
    options?: {
      score?: 'phoenix' | 'phoenix-8';
      columns?: Record<string, string>;
      units?: Record<string, string>;
      timeUnit?: 's' | 'min' | 'h' | 'd';
      onset?: OnsetLabel;
      long?: { variable: string; value: string; text?: string; unit?: string; at?: AnyTable };
    }
  ): Promise<{
    table: ColumnTable;
    observations: { name: string; values: number; rejected: number }[];
    onset?: Onsets;
  }>;
  /** Least creatinine of the 48 hours and of the 7 days before each row: inputs of the score `kdigo`. */
  creatinineBaselines(
    table: AnyTable,
    columns: Stays & { creatinine: string },
    options?: { unit?: string; timeUnit?: 's' | 'min' | 'h' | 'd' }
  ): Promise<ColumnTable>;
  /** When sepsis begins: the first Phoenix total of 2 by which an infection is suspected. `before` gives `labels`, too. */
  sepsisOnset(
    table: AnyTable,
    columns: Stays & { total: string; cardiovascular?: string; suspected_infection?: string },
    options?: OnsetLabel & { timeUnit?: 's' | 'min' | 'h' | 'd' }
  ): Promise<Onsets & { labels?: ColumnTable }>;
  /** What follows what in an event log: activities, edges, variants, cases and waiting times, as tables. */
  pathways(
    events: AnyTable,
    columns: Events,
    which?: WhichCases
  ): Promise<{
    activities: ColumnTable;
    edges: ColumnTable;
    variants: ColumnTable;
    cases: ColumnTable;
    waiting: ColumnTable;
  }>;
  /** How far the cases follow a reference path such as `A > [B] > C*`. */
  conformance(
    events: AnyTable,
    columns: Events,
    path: string,
    which?: WhichCases
  ): Promise<{ steps: ColumnTable; extras: ColumnTable; variants: ColumnTable; cases: ColumnTable }>;
  /** The normalised utility of calls of sepsis (PhysioNet/CinC 2019); labels begin `shiftHours` before the onset. */
  sepsisUtility(
    table: AnyTable,
    columns: { patient: string; hour: string; label: string; call: string },
    options?: { shiftHours?: number }
  ): Promise<{ utility: number }>;
  /** The same at every threshold of a score. */
  utilityByThreshold(
    table: AnyTable,
    columns: { patient: string; hour: string; label: string; score: string },
    options?: { shiftHours?: number }
  ): Promise<unknown>;
  /** Average precision of a score, with the prevalence that chance gives. */
  averagePrecision(
    table: AnyTable,
    columns: { score: string; label: string }
  ): Promise<{ averagePrecision: number; prevalence: number; rows: number; positives: number }>;
  /** One person's factor level: estimate, curve with its band, figures. Not for dosing. */
  pkStudy(request: object): Promise<unknown>;
  /** Bleeds a year with exact limits, from `person_id`, `bleeds` and `years`. */
  bleedingRates(table: AnyTable, options?: { level?: number }): Promise<{ persons: ColumnTable; group: object }>;
  /** Doses given of those planned, by person; both tables have `person_id` and `time`. */
  adherence(planned: AnyTable, given: AnyTable, toleranceHours: number): Promise<ColumnTable>;
  /** Measurements on the hours of stays: a row a person and hour, a column a variable, as the cell hourly makes it. */
  hourly(
    tables: { from: AnyTable; stays?: AnyTable; map?: AnyTable },
    options?: {
      variables?: string[];
      aggregate?: Record<string, 'last' | 'first' | 'min' | 'max' | 'mean' | 'count'>;
      carry?: Record<string, number>;
      unitless?: 'skip' | 'take';
      columns?: Record<string, string>;
      stayColumns?: { person?: string; id?: string; start?: string; end?: string };
      ages?: boolean;
    }
  ): Promise<{ table: ColumnTable; hours: number; persons: number; variables: object[] }>;
  /** Data-quality checks of OMOP tables, which come by their names in the CDM. */
  quality(
    tables: Record<string, AnyTable>,
    options?: {
      checks?: number[];
      thresholds?: Record<number, number>;
      variableMap?: AnyTable;
      hours?: { label?: string; stay?: string; time?: string };
      extractDate?: string;
      ageYears?: [youngest: number, oldest: number];
      intensiveCare?: number[];
    }
  ): Promise<{ table: ColumnTable; failed: number; passed: number; notApplicable: number }>;
};

/** Analyses of a table, and outcomes of hospitals. Nothing here ranks; rows come in the order of the hospitals' names. */
export declare const statistics: Analyses & {
  /** Compares hospitals: exact rates, observed over expected, funnels, complications, lengths of stay, each hospital over time. */
  benchmark(
    table: AnyTable,
    columns: {
      hospital: string;
      outcome?: string;
      death?: string;
      followUp?: string;
      operation?: string;
      episode?: string;
      risk?: string;
      time?: string;
      complications?: string[];
      stay?: string;
    },
    options?: {
      coefficients?: AnyTable;
      recalibrate?: boolean;
      days?: number;
      level?: number;
      target?: number;
      course?: {
        worse?: number;
        better?: number;
        limits?: { falseAlarm: number; cases?: number; runs?: number; seed: number };
      };
    }
  ): Promise<{
    cases: number;
    used: number;
    excluded: [reason: string, cases: number][];
    observed: number;
    rate: Interval;
    table: ColumnTable;
    crude?: Funnel;
    adjusted?: Funnel;
    complications?: ColumnTable;
    stays?: ColumnTable;
    course?: { table: ColumnTable; units: object[] };
  }>;
  /** A funnel of proportions, or with a risk of observed over expected: 95 % and 99.8 % limits. */
  funnel(
    table: AnyTable,
    columns: { hospital: string; outcome: string; risk?: string },
    options?: { target?: number }
  ): Promise<Funnel>;
  /** Observed over expected events by hospital, with exact limits and p. */
  observedExpected(
    table: AnyTable,
    columns: { hospital: string; outcome: string; risk: string },
    options?: { level?: number }
  ): Promise<Counted>;
  /** Rates of events, such as complications, by hospital, with exact limits and Wilson's. */
  rates(
    table: AnyTable,
    columns: { hospital: string; events: string[] },
    options?: { level?: number }
  ): Promise<Counted>;
  /** VLAD and risk-adjusted CUSUM in both directions, case by case in the order of time. */
  monitor(
    table: AnyTable,
    columns: { outcome: string; risk: string; time?: string },
    options?: { worse?: number; better?: number; limits?: { worse?: number; better?: number } }
  ): Promise<Counted & { firstAlarm: { worse?: number; better?: number } }>;
  /** Control limit of a CUSUM on these cases' risks, by simulation in control. */
  controlLimit(
    table: AnyTable,
    columns: { risk: string },
    options: {
      oddsRatio: number;
      target: { falseAlarm: number; cases: number } | { averageRunLength: number };
      runs?: number;
      seed: number;
    }
  ): Promise<{ limit: number; lower: number; upper: number; achieved: number }>;
  /** A table with the risk `expected` of a table of coefficients: `term`, `coefficient`, `level`, `kind`. */
  expectedRisks(coefficients: AnyTable, table: AnyTable): Promise<Counted>;
  /** Deaths within 30 days of the first operation of an episode; shorter follow-up is excluded and counted. */
  thirtyDayOutcomes(
    table: AnyTable,
    columns: { episode: string; operation: string; death: string; followUp: string },
    options?: { days?: number }
  ): Promise<{ table: ColumnTable; episodes: number; deaths: number; used: number; excluded: Record<string, number> }>;
  /** Level and slope before and after a change, with the errors of Newey and West. */
  interruptedTimeSeries(
    table: AnyTable,
    columns: { value: string },
    options: { start: number; lag?: number; level?: number }
  ): Promise<{ coefficients: ColumnTable; series: ColumnTable; durbinWatson: number }>;
};

/** What a name of another cell's table offers. */
export declare const table: LazyTable;
/** What rows in memory offer. */
export declare const rows: ColumnTable;
export declare const list: unknown[];
export declare const text: string;
export declare const standard: {
  Array: ArrayConstructor;
  Date: DateConstructor;
  JSON: JSON;
  Math: Math;
  Number: NumberConstructor;
  Object: ObjectConstructor;
  Promise: PromiseConstructor;
  String: StringConstructor;
  console: Console;
};

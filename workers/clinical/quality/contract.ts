import type { JobOptions } from '../../shared/job';
import type { Table } from '../../shared/table';

/** One SELECT of ours, the whole result; `?` in it are bound. The data engine's `query` is one. */
export type Query = (
  sql: string,
  parameters?: readonly (string | number | bigint | boolean | null)[],
  options?: { signal?: AbortSignal }
) => Promise<Table>;

export interface QualitySource {
  query: Query;
}

/** What a concept measures. `value × factor` is in the unit of the plausibility table; `unit` is the one as written. */
export interface MappedConcept {
  conceptId: number | bigint;
  variable: string;
  unit?: string;
  /** Default 1. */
  factor?: number;
}

/** What the checks by a measure compare with. */
export interface QualityLimits {
  /** 23: months beyond median ± this many times the spread. Default 4. */
  trend: number;
  /** 24: standardised difference between sites. Default 1. */
  drift: number;
  /** 26: default 0.95. */
  auroc: number;
  /** 26: default 0.6. */
  averagePrecision: number;
}

/** The flat table of check 26. */
export interface HoursTable {
  /** Default `hours`, behind the prefix. */
  table?: string;
  /** Default `SepsisLabel`. */
  label?: string;
  /** Default `episode`, else `person_id`. */
  stay?: string;
  /** Default `time`, else `hour`, `measurement_datetime`. */
  time?: string;
}

export interface QualityOptions extends JobOptions {
  /** Before the names of all tables, as in `site1_`. */
  prefix?: string;
  /** Default `main`. */
  schema?: string;
  /** The tables by their names in the CDM, where no prefix says which is which; no other is looked at then. */
  tables?: Readonly<Record<string, string>>;
  /** Numbers of the checks to run, default all. */
  checks?: readonly number[];
  /** Percent by check number, in place of the default ones. */
  thresholds?: Readonly<Record<number, number>>;
  limits?: Partial<QualityLimits>;
  /** The concepts, or the name of a table `(concept_id, variable, unit, factor)`. Default: those of PHEMS-sim. */
  variableMap?: readonly MappedConcept[] | string;
  /** ISO date, default the release date in `cdm_source`. No event is later. */
  extractDate?: string;
  /** Whole years at a visit, both included. Default 0 and 18. */
  ageYears?: readonly [youngest: number, oldest: number];
  /** Visit concepts that are intensive care. Default 32037. */
  intensiveCare?: readonly number[];
  hours?: HoursTable;
}

export type QualityKind = 'conformance' | 'completeness' | 'plausibility';
export type QualityStatus = 'fail' | 'pass' | 'not applicable';

/** One check of one column (or table, or variable). */
export interface QualityResult {
  /** Stays the same from run to run. */
  id: string;
  check: number;
  name: string;
  kind: QualityKind;
  table: string;
  column: string | undefined;
  /** The variable, unit or side of the check that the line is about. */
  detail: string | undefined;
  /** Rows, but persons in 9, hours in 12, months in 23, distinct texts in 8 where the column is a source value. */
  checked: number;
  failing: number;
  /** Of those checked; undefined where nothing was. */
  percent: number | undefined;
  /** In percent: more than this fails. */
  threshold: number;
  status: QualityStatus;
  /** Why it is not applicable: the table or column that is absent, or that there is nothing to check. */
  reason: string | undefined;
  /** What a check by a measure found: the standardised difference; AUROC and average precision. */
  measures: readonly { name: string; value: number }[];
  /** A SELECT of the failing rows. */
  rowsSql: string | undefined;
}

export interface QualityReport {
  /** Failing first, then passing, then not applicable; by number, table and column within. */
  results: readonly QualityResult[];
  failed: number;
  passed: number;
  notApplicable: number;
}

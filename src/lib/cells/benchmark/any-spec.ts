import type { Cell } from '$lib/notebook/model';
import { methodOf } from './fields';
import { parseBenchmark, tableNames, type BenchmarkSpec } from './spec';
import { parseWarning, warningTables, type WarningSpec } from './warning/spec';

/** What a benchmark compares: hospitals, or early warnings with none. */
export type AnyBenchmarkSpec = BenchmarkSpec | WarningSpec;

/** @throws `task-…`, `benchmark-…` with line and column in the text */
export function parseAnyBenchmark(text: string, cell: Pick<Cell, 'id'>): AnyBenchmarkSpec {
  return methodOf(text) === 'sepsis-utility' ? parseWarning(text, cell) : parseBenchmark(text, cell);
}

export function isWarning(spec: AnyBenchmarkSpec): spec is WarningSpec {
  return spec.method === 'sepsis-utility';
}

/** The tables it makes. */
export function anyTableNames(spec: AnyBenchmarkSpec): string[] {
  return isWarning(spec) ? warningTables(spec) : tableNames(spec);
}

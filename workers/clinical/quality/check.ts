import type { QualityKind } from './contract';
import type { Extract, Lack, Need } from './extract';

/** What one line of the report is about. */
export interface Line {
  table: string;
  column?: string | undefined;
  /** Variable, unit or side of the check. */
  detail?: string;
  /** In percent, where the check's own does not fit this column. */
  threshold?: number;
  /** A SELECT of the failing rows. */
  rowsSql?: string;
  /** Said where no row was checked. */
  unchecked?: string;
}

/** Lines that one SELECT counts, or that cannot be counted. */
export type Part =
  | {
      lines: readonly Line[];
      /**
       * Rows `(line, checked, failing)` and as many measures as `measures` names; `line` counts from 0. A line that has
       * no row was not checked.
       */
      sql: string;
      measures?: readonly string[];
    }
  | { lacks: Lack; detail?: string };

/** One check. Adding one is adding an entry to a list. */
export interface Check {
  /** As in the specification; part of what is kept, so never changed. */
  number: number;
  name: string;
  kind: QualityKind;
  /** Of the whole check. What only some of its lines need, these say themselves. */
  needs: readonly Need[];
  /** In percent. */
  threshold: number;
  /** The SQL; called only where the needs are met. */
  parts: (extract: Extract) => readonly Part[];
}

/** `SELECT t.* FROM … t WHERE …`: the failing rows of one table. */
export function rowsWhere(extract: Extract, table: string, condition: string): string {
  return `SELECT t.* FROM ${extract.from(table)} t WHERE ${condition}`;
}

/**
 * What the notebook page offers at `/notebook#runner` (as `window.phemsRunner`) and what the runner prints.
 * The page fulfils it in its own code; nothing of `src` imports this file.
 */

export interface CellError {
  message: string;
  /** From 1, in the cell's own text. */
  line?: number;
  column?: number;
  code?: string;
  hint?: string;
}

/** A scalar of a result: BIGINT, HUGEINT and DECIMAL come as strings, NaN and ±Infinity are written as strings. */
export type Scalar = string | number | boolean | null | Scalar[];

export interface CellTable {
  columns: { name: string; type: string }[];
  /** The first `rows` of them. */
  rows: Scalar[][];
  rowCount: number;
}

export interface CellResult {
  id: string;
  kind: string;
  /** `skipped` is `off=true` and nothing else. `running` and `waiting` only in a snapshot. */
  status: 'ok' | 'error' | 'skipped' | 'running' | 'waiting';
  error?: CellError;
  value?: Scalar;
  table?: CellTable;
  warnings?: string[];
}

/** Something that belongs to no cell: a line of the file that was not understood, a data file that needs an answer. */
export interface Problem {
  message: string;
  hint?: string;
  code?: string;
  file?: string;
  line?: number;
  column?: number;
}

export interface RunnerResult {
  cells: CellResult[];
  problems?: Problem[];
  /** What passed the gate. */
  egress?: unknown[];
}

export interface PageRunner {
  /** Opens a notebook's text, trusted. */
  open(text: string): Promise<void>;
  /** Registers what `#runner-files` and `#runner-folder` hold at the moment, as if dropped. */
  attach(): Promise<{ problems: Problem[] }>;
  /** Runs every cell, those that wait for a click too, and waits for the end. */
  run(options: { rows: number }): Promise<RunnerResult>;
  /** Where things stand, while `run` is under way. */
  snapshot?(options: { rows: number }): RunnerResult;
}

export interface NotebookOutcome extends RunnerResult {
  notebook: string;
  /** The notebook could not be run to its end. */
  error?: { message: string };
  requests: { method: string; url: string }[];
  egress: unknown[];
}

declare global {
  interface Window {
    phemsRunner?: PageRunner;
  }
}

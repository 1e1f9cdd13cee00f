import type { Table } from '../../shared/table';
import type { Block } from './block';
import type { ScoreDefinition } from './definition';
import type { OutputBlock } from './outputs';
import type { Remark } from './remarks';

export interface ScoreOptions {
  /** Declared unit an input; wins over that of the column. */
  units?: Readonly<Record<string, string>>;
  /** Rows of a table of which no column is an input: everything is missing. */
  rows?: number;
  /** The reference values of `z-score`. */
  lms?: { table: Table; variable: string };
}

/** One run of a score over all blocks of a table. */
export interface ScoreRun {
  /** Makes inputs out of their sources, before it is noted what is missing. */
  prepare?(block: Block): void;
  score(block: Block, out: OutputBlock): void;
  /** What was noticed on the way. */
  remarks?(): Remark[];
}

export interface Scorer {
  definition: ScoreDefinition;
  open(options: ScoreOptions): ScoreRun;
}

import type { Argument } from '../../shared/call-arguments';
import type { JobOptions } from '../../shared/job';
import type { Table } from '../../shared/table';
import type { Analysis, Question } from './contract';
import type { Given } from './given';

/** What a method itself says; the rest of an {@link Analysis} follows from it. */
export type Found = Omit<
  Analysis,
  'method' | 'question' | 'source' | 'table' | 'more' | 'figures' | 'tests' | 'facts'
> &
  Partial<Pick<Analysis, 'table' | 'more' | 'figures' | 'tests' | 'facts' | 'source'>>;

/**
 * One method of analysis. Adding one is a file with this, and a line in `methods.ts`; its form is in the cell's folder,
 * its words in the messages.
 */
export interface AnalysisMethod {
  /** As cells write it: `kaplan-meier`. Own code calls it `statistics.kaplanMeier`. */
  name: string;
  question: Question;
  /** Paper or table that defines it. */
  source: string;
  /** Keys of the request beside the table: what they have to be. In own code's spelling: `eventIs`. */
  takes: readonly Argument[];
  /** Absent where it needs no table: planning. */
  table?: false;
  /** Names of the columns that it reads, of a request that was checked; by default every `column` and `columns`. */
  reads?: (request: Readonly<Record<string, unknown>>) => readonly string[];
  run(given: Given, job: JobOptions): Promise<Found>;
}

/** Checks the type of what is defined; nothing else. */
export function defineAnalysis(method: AnalysisMethod): AnalysisMethod {
  return method;
}

export const NO_TABLE: Table = { rows: 0, columns: [] };

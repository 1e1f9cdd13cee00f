import type { Table } from '$workers/shared/table';
import { figureOf } from '../chart/vector';
import type { CohortSpec } from './spec';
import type { JudgedStep } from './sql/chain';
import type { Statement } from './sql/statement';

/** One row of the diagram. */
export interface CohortRow {
  /** Index in the cell's steps, or one that the cohort itself makes. */
  of: JudgedStep['of'] | 'all';
  /** Entries left after this step, and whose they are. */
  entries: number;
  persons: number;
  /** Entries left out here. */
  lost: number;
  /** Entries that this step would leave out as the only one. */
  alone: number;
  /** Entries for which it could not be decided, of those that came so far. */
  unknown: number;
  ties: number;
}

export interface CohortCounts {
  /** All entries first, then a row a step. A step that only checks dates and persons is there where it left out any. */
  rows: readonly CohortRow[];
  entries: number;
  persons: number;
  /** Persons of whose birth only the year or month is known, where an age was asked by it. */
  partlyBorn: number;
  /** Entries in the cohort whose last day is not known, where an exit is asked for. */
  openEnds: number;
}

/** Reads the one row of counts. */
export function readCounts(table: Table, _spec: CohortSpec, { steps }: Statement): CohortCounts {
  const figure = (name: string) => figureOf(table, name);
  let left = figure('entries');
  const all: CohortRow = {
    of: 'all',
    entries: left,
    persons: figure('persons'),
    lost: 0,
    alone: 0,
    unknown: 0,
    ties: 0
  };
  const rows = steps.map((step, at): CohortRow => {
    const entries = figure(`entries_${at}`);
    const row = {
      of: step.of,
      entries,
      persons: figure(`persons_${at}`),
      lost: left - entries,
      alone: figure(`alone_${at}`),
      // All that the first step leaves out is not known; saying it twice would not help.
      unknown: typeof step.of !== 'number' || step.tie !== undefined ? 0 : figure(`unknown_${at}`),
      ties: step.tie === undefined ? 0 : figure(`ties_${at}`)
    };
    left = entries;
    return row;
  });
  const shown = rows.filter((row) => row.of !== 'dated' || row.lost > 0);
  const last = rows.at(-1);
  return {
    rows: [all, ...shown],
    entries: last?.entries ?? all.entries,
    persons: last?.persons ?? all.persons,
    partlyBorn: figure('partly'),
    openEnds: figure('open_ends')
  };
}

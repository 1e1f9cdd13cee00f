import type { Column, DateColumn, TimestampColumn } from '../../shared/table';
import { packValidity } from '../../shared/validity';
import { daysOf, numbersOf, truthsOf } from '../columns';
import { thirtyDayOutcomes, type Excluded } from '../monitoring';
import { fail } from './errors';
import type { BenchmarkRequest, DeathWithin } from './request';

/** Why a case is in no figure. */
export type Exclusion = Excluded | 'no episode' | 'no outcome' | 'no hospital' | 'no expected risk';

export interface Outcomes {
  /** Row of the table of each case that has an outcome, and the outcome, 0 or 1. */
  rows: Int32Array;
  events: Uint8Array;
  /** Row of every case, also of those without an outcome: what does not hang on a follow-up is told of these. */
  all: Int32Array;
  /** Cases with and without an outcome. */
  cases: number;
  excluded: readonly (readonly [reason: Exclusion, cases: number])[];
}

/** Beyond this a number is no day: five thousand years. */
const MOST_DAYS = 2_000_000;

/** @throws `column-…`, `columns-unlike`, `days-range`, `cases-none`, `benchmark-operation-missing`, `benchmark-days-impossible` */
export function outcomesOf(outcome: BenchmarkRequest['outcome']): Outcomes {
  return 'event' in outcome ? ofEvents(outcome.event) : ofDeaths(outcome);
}

function ofEvents(event: Column): Outcomes {
  const truths = truthsOf(event);
  const rows = Int32Array.from(truths.keys()).filter((row) => truths[row] !== -1);
  return {
    rows,
    events: Uint8Array.from(rows, (row) => truths[row] as number),
    all: Int32Array.from(truths.keys()),
    cases: truths.length,
    excluded: [['no outcome', truths.length - rows.length]]
  };
}

function ofDeaths({ death, followUp, operation, episode, days = 30 }: DeathWithin): Outcomes {
  const rows = death.values.length;
  const needsDates = isDated(death) || isDated(followUp) || episode !== undefined;
  if (needsDates && !operation) throw fail('benchmark-operation-missing');
  // Each row a case of its own and days counted from its operation: the date of that does not matter.
  const operated = needsDates && operation ? daysOf(operation) : new Float64Array(death.values.length);
  const found = thirtyDayOutcomes(
    {
      episode: episode ?? { name: 'case', type: 'int32', values: Int32Array.from({ length: rows }, (_, row) => row) },
      operation: dates('operation', operated),
      death: dates(death.name, dayOf(death, operated)),
      followUp: dates(followUp.name, dayOf(followUp, operated))
    },
    { days }
  );
  const [, row, died] = found.table.columns as readonly Column[] as [Column, Column, Column];
  const outcomes = truthsOf(died);
  const complete = Int32Array.from(outcomes.keys()).filter((one) => outcomes[one] !== -1);
  const reasons = Object.entries(found.excluded) as [Excluded, number][];
  return {
    rows: Int32Array.from(complete, (one) => row.values[one] as number),
    events: Uint8Array.from(complete, (one) => outcomes[one] as number),
    all: Int32Array.from(row.values, Number),
    // Rows that belong to no episode may be cases, too: they are counted as if each was one.
    cases: found.episodes + found.dropped,
    excluded: [...reasons, ['no episode', found.dropped]]
  };
}

function isDated(column: Column): column is DateColumn | TimestampColumn {
  return column.type === 'date' || column.type === 'timestamp';
}

/** Days since 1970 of a column of dates, or of one of days after the operation. */
function dayOf(column: Column, operated: Float64Array): Float64Array {
  if (isDated(column)) return daysOf(column);
  const after = numbersOf(column);
  const impossible = after.reduce((sum, days) => sum + Number(Math.abs(days) > MOST_DAYS), 0);
  if (impossible > 0) throw fail('benchmark-days-impossible', { column: column.name, rows: impossible });
  return after.map((days, row) => (operated[row] as number) + Math.floor(days));
}

function dates(name: string, days: Float64Array): DateColumn {
  const validity = packValidity(days.length, (row) => !Number.isNaN(days[row]));
  return { name, type: 'date', values: Int32Array.from(days, (day) => (Number.isNaN(day) ? 0 : day)), validity };
}

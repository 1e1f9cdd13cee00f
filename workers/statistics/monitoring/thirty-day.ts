import type { Column, Table, TextColumn } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { packValidity } from '../../shared/validity';
import { commonRows, daysOf, groupsOf } from '../columns';
import { fail } from './errors';

/** Why an episode has no outcome. */
export type Excluded =
  'follow-up too short' | 'follow-up unknown' | 'operation undated' | 'death before operation' | 'deaths differ';

export interface ThirtyDayColumns {
  /** An episode of care, which may hold several operations; ids of 64 bits are kept. */
  episode: Column;
  /** Date or point in time of the operation of the row. */
  operation: Column;
  /** Death, wherever it happened; missing: not known to have died. */
  death: Column;
  /** Last day the child is known to be alive or dead. */
  followUp: Column;
}

export interface ThirtyDayOutcomes {
  /**
   * A row an episode, in the order of their ids: episode, row (of the first operation in the input, from 0),
   * died (yes or no; missing where excluded), days (from operation to death; missing without), excluded (the reason; missing without).
   */
  table: Table;
  episodes: number;
  deaths: number;
  /** Episodes with an outcome. */
  used: number;
  excluded: Readonly<Record<Excluded, number>>;
  /** Rows without an episode. */
  dropped: number;
}

const REASONS: readonly Excluded[] = [
  'follow-up too short',
  'follow-up unknown',
  'operation undated',
  'death before operation',
  'deaths differ'
];

/**
 * Thirty-day mortality of episodes: deaths up to and with the thirtieth day after the first operation of an episode, wherever
 * they happen. Days are calendar days. Whoever was followed for less, and is not known to have died, is excluded and counted.
 *
 * An episode is also excluded if one of its operations has no date (it might be the first), if death lies before the first
 * operation, or if its rows tell different days of death.
 *
 * @param days default 30
 * @throws `days-range`, `cases-none`, `column-not-dated`, `columns-unlike`
 */
export function thirtyDayOutcomes(columns: ThirtyDayColumns, { days = 30 }: { days?: number } = {}): ThirtyDayOutcomes {
  if (!Number.isInteger(days) || days < 0) throw fail('days-range');
  commonRows(Object.values(columns));
  const { codes, rows } = groupsOf(columns.episode);
  if (rows.length === 0) throw fail('cases-none');
  const operation = daysOf(columns.operation);
  const death = daysOf(columns.death);
  const followUp = daysOf(columns.followUp);
  const episodes = Array.from(rows, (row) => new Episode(row));
  codes.forEach((code, row) => {
    episodes[code]?.add(row, {
      operation: operation[row] as number,
      death: death[row] as number,
      followUp: followUp[row] as number
    });
  });
  const outcomes = episodes.map((episode) => episode.outcome(days));
  const firstRows = Int32Array.from(episodes, (episode) => episode.row);
  const count = (reason: Excluded) => outcomes.filter((one) => one.excluded === reason).length;
  return {
    table: tableOf(columns.episode, firstRows, outcomes),
    episodes: episodes.length,
    deaths: outcomes.filter((one) => one.died).length,
    used: outcomes.filter((one) => one.died !== undefined).length,
    excluded: Object.fromEntries(REASONS.map((reason) => [reason, count(reason)])) as Record<Excluded, number>,
    dropped: codes.reduce((sum, code) => sum + Number(code === -1), 0)
  };
}

interface Outcome {
  died?: boolean;
  daysToDeath?: number;
  excluded?: Excluded;
}

/** What the rows of one episode say together. */
class Episode {
  #first = NaN;
  #death = NaN;
  #followUp = NaN;
  #undated = false;
  #differs = false;

  /** @param row the row of its first operation; until one is dated, its first row */
  constructor(public row: number) {}

  add(row: number, { operation, death, followUp }: { operation: number; death: number; followUp: number }): void {
    if (Number.isNaN(operation)) this.#undated = true;
    else if (!(operation >= this.#first)) {
      this.#first = operation;
      this.row = row;
    }
    if (!Number.isNaN(death)) {
      if (!Number.isNaN(this.#death) && death !== this.#death) this.#differs = true;
      this.#death = death;
    }
    if (!Number.isNaN(followUp))
      this.#followUp = Math.max(followUp, Number.isNaN(this.#followUp) ? -Infinity : this.#followUp);
  }

  outcome(days: number): Outcome {
    if (this.#undated) return { excluded: 'operation undated' };
    if (this.#differs) return { excluded: 'deaths differ' };
    if (!Number.isNaN(this.#death)) {
      const daysToDeath = this.#death - this.#first;
      if (daysToDeath < 0) return { excluded: 'death before operation' };
      return { died: daysToDeath <= days, daysToDeath };
    }
    if (Number.isNaN(this.#followUp)) return { excluded: 'follow-up unknown' };
    return this.#followUp - this.#first < days ? { excluded: 'follow-up too short' } : { died: false };
  }
}

function tableOf(episode: Column, rows: Int32Array, outcomes: readonly Outcome[]): Table {
  const length = rows.length;
  const validity = (present: (one: Outcome) => boolean) =>
    packValidity(length, (row) => present(outcomes[row] as Outcome));
  const excluded: TextColumn = {
    name: 'excluded',
    type: 'text',
    values: Int32Array.from(outcomes, (one) => (one.excluded ? REASONS.indexOf(one.excluded) : 0)),
    dictionary: REASONS,
    validity: validity((one) => one.excluded !== undefined)
  };
  return {
    rows: length,
    columns: [
      { ...takenRows(episode, rows), name: 'episode' },
      { name: 'row', type: 'int32', values: rows },
      {
        name: 'died',
        type: 'bool',
        values: Uint8Array.from(outcomes, (one) => Number(one.died ?? false)),
        validity: validity((one) => one.died !== undefined)
      },
      {
        name: 'days',
        type: 'int32',
        values: Int32Array.from(outcomes, (one) => one.daysToDeath ?? 0),
        validity: validity((one) => one.daysToDeath !== undefined),
        unit: 'd'
      },
      excluded
    ]
  };
}

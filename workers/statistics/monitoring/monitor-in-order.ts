import type { Column, Table } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { float64Column } from '../columns';
import { readCases } from './cases';
import { cusum, vlad } from './cusum';

export interface MonitorOptions {
  /** Odds ratio that the upward CUSUM looks for, default 2: deterioration. */
  worse?: number;
  /** Odds ratio of the other direction, default 0.5: improvement. */
  better?: number;
  /** Control limits, by simulation on this unit's case mix; without them no alarms. */
  limits?: { worse?: number; better?: number };
}

export interface Monitored {
  /**
   * A row a case in the order of time: row (of the input, from 0), time if given, outcome, risk, vlad, cusum_worse,
   * cusum_better. Both CUSUMs are 0 or above.
   */
  table: Table;
  /** Number of the case, from 1, with the first alarm. */
  firstAlarm: { worse?: number; better?: number };
  used: number;
  dropped: number;
}

/**
 * VLAD and risk-adjusted CUSUM in both directions, case by case in the order of time.
 *
 * @param columns.time dates or points in time; cases of one day stay as they stand in the table. Without it: as they stand.
 * @throws `risk-outside`, `cases-none`, `odds-ratio-range`, `control-limit-range`, `column-…`, `columns-unlike`
 */
export function monitorInOrder(
  columns: { outcome: Column; risk: Column; time?: Column },
  { worse = 2, better = 0.5, limits = {} }: MonitorOptions = {}
): Monitored {
  const cases = readCases(columns);
  const up = cusum(cases, { oddsRatio: worse, limit: limits.worse });
  const down = cusum(cases, { oddsRatio: better, limit: limits.better });
  return {
    table: {
      rows: cases.used,
      columns: [
        { name: 'row', type: 'int32', values: cases.rows },
        ...(columns.time ? [{ ...takenRows(columns.time, cases.rows), name: 'time' }] : []),
        { name: 'outcome', type: 'bool', values: cases.outcome },
        float64Column('risk', cases.risk),
        float64Column('vlad', vlad(cases)),
        float64Column('cusum_worse', up.statistic),
        float64Column('cusum_better', down.statistic)
      ]
    },
    firstAlarm: {
      ...(up.firstAlarm !== undefined && { worse: up.firstAlarm }),
      ...(down.firstAlarm !== undefined && { better: down.firstAlarm })
    },
    used: cases.used,
    dropped: cases.dropped
  };
}

import { log } from '../../shared/elementary';
import type { Table } from '../../shared/table';
import { float64Column, textColumn } from '../columns';
import type { Estimate, StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import {
  isSameTime,
  lastUpTo,
  prepare,
  probabilityLimits,
  rowsWithout,
  slicesOf,
  stackedTable,
  usedCodes,
  zOf,
  type Classes,
  type IntervalScale
} from '../survival';
import { checkCause, type Endings } from './endings';
import { fail } from './errors';
import { incidenceOf, type Incidence } from './incidence';

export interface IncidenceOptions {
  group?: Classes;
  /** Scale on which the limits are symmetric. */
  scale?: IntervalScale;
  level?: number;
  /** Times at which the incidence is asked for. */
  at?: readonly number[];
}

/** Missing values stand where something does not exist. */
export interface CumulativeIncidence {
  /** A row a cause and distinct time of a group: group, cause, time, at_risk, events, incidence, se, lower, upper. */
  curves: Table;
  /** group, cause, time, incidence, se, lower, upper, one_minus_km (what Kaplan-Meier would say, too much). */
  at: Table;
  estimates: Estimate[];
  remarks: StatisticsRemark[];
  n: number;
  nDropped: number;
  method: string;
}

/**
 * Cumulative incidence of each cause by Aalen and Johansen.
 *
 * @throws `competing-causes`, `competing-options`, `level-range` and those of a follow-up (`survival-…`)
 * @see Aalen and Johansen 1978, Scand J Stat 5:141; variance after Aalen 1978, equal to R survival 3.5-3 `survfit`
 */
export function cumulativeIncidence(endings: Endings, options: IncidenceOptions = {}): CumulativeIncidence {
  const { group, scale = 'log-log', level = 0.95, at = [] } = options;
  checkLevel(level);
  checkCause(endings, 1);
  if (at.some((time) => !(time >= 0 && time < Infinity))) {
    throw fail('competing-options', { option: 'A time to look at', rule: 'is a finite number from 0' });
  }
  const z = zOf(level);
  const count = endings.causes.length;
  const prepared = prepare(
    { time: endings.time, status: endings.ending },
    rowsWithout(endings.time.length, [group]),
    count
  );
  const names = group?.names ?? ['all'];
  const parts = slicesOf(prepared, usedCodes(prepared, group), names.length).flatMap((slice, code) => {
    if (slice.leaving.length === 0) return [];
    return endings.causes.map((cause, index) => ({
      group: names[code]!,
      cause,
      curve: incidenceOf(prepared, slice, { cause: index + 1, causes: count })
    }));
  });
  const n = prepared.rows.length;
  const method = `Aalen-Johansen cumulative incidence (${scale} interval)`;
  const estimates: Estimate[] = [];
  const limits = (value: number, se: number) => probabilityLimits(value, se, { scale, z });
  const looks = parts.flatMap(({ group: name, cause, curve }) =>
    at.map((time) => {
      const { value, se, naive } = lookAt(curve, time);
      const [lower, upper] = limits(value, se);
      if (value > 0 && value < 1 && lower > 0 && upper < 1) {
        estimates.push({
          name: `${cause} by ${time}: ${name}`,
          estimate: logit(value),
          se: se / (value * (1 - value)),
          lower: logit(lower),
          upper: logit(upper),
          level,
          scale: 'logit',
          null: 0,
          df: null,
          p: null,
          n,
          nDropped: prepared.dropped,
          method
        });
      }
      return { group: name, cause, row: [time, value, se, lower, upper, naive] };
    })
  );
  return {
    curves: stackedTable(
      ['group', 'cause'],
      ['time', 'at_risk', 'events', 'incidence', 'se', 'lower', 'upper'],
      parts.map(({ group: name, cause, curve }) => {
        const { incidence, se } = curve;
        const lower = incidence.map((value, k) => limits(value, se[k]!)[0]);
        const upper = incidence.map((value, k) => limits(value, se[k]!)[1]);
        return { words: { group: name, cause }, columns: { ...curve, at_risk: curve.atRisk, lower, upper } };
      })
    ),
    at: tableOf(['time', 'incidence', 'se', 'lower', 'upper', 'one_minus_km'], looks),
    estimates,
    remarks: parts
      .filter(({ curve }) => curve.events.every((events) => events === 0))
      .map(({ group: name, cause }) => ({ code: 'competing-no-event-in-group', values: { group: name, cause } })),
    n,
    nDropped: prepared.dropped,
    method
  };
}

const logit = (p: number) => log(p) - log(1 - p);

/** Behind the last time nothing is known, unless everybody's follow-up had ended in an event. */
function lookAt({ time, incidence, se, naive, survival }: Incidence, at: number) {
  const k = lastUpTo(time, at);
  if (k < 0) return { value: 0, se: 0, naive: 0 };
  const isBehind = k === time.length - 1 && !isSameTime(time[k]!, at) && survival[k]! > 0;
  return isBehind ? { value: NaN, se: NaN, naive: NaN } : { value: incidence[k]!, se: se[k]!, naive: naive[k]! };
}

function tableOf(
  names: readonly string[],
  rows: readonly { group: string; cause: string; row: readonly number[] }[]
): Table {
  return {
    rows: rows.length,
    columns: [
      textColumn(
        'group',
        rows.map(({ group }) => group)
      ),
      textColumn(
        'cause',
        rows.map(({ cause }) => cause)
      ),
      ...names.map((name, column) =>
        float64Column(
          name,
          Float64Array.from(rows, ({ row }) => row[column]!)
        )
      )
    ]
  };
}

import type { Table } from '../../shared/table';
import { smallestOf } from '../../shared/extent';
import type { Estimate, StatisticsRemark } from '../estimate';
import { float64Column, textColumn } from '../columns';
import { curveOf, quantileOfCurve, restrictedMeanOf, type Curve } from './curve';
import { fail } from './errors';
import { isSameTime, lastUpTo, prepare, rowsWithout, usedCodes, type Classes, type FollowUp } from './follow-up';
import { zOf, type IntervalScale } from './interval';
import { checkOptions } from './options';
import { slicesOf } from './slices';
import { stackedTable } from './stacked-table';

export interface KaplanMeierOptions {
  group?: Classes;
  /** Scale on which the limits are symmetric; R's default is `log`. */
  scale?: IntervalScale;
  level?: number;
  /** Shares that have had the event: 0.5 is the median. */
  quantiles?: readonly number[];
  /** Times at which survival and numbers at risk are asked for. */
  at?: readonly number[];
  /** Means are taken up to here; default: the shortest of the last times of the groups. */
  tau?: number;
}

/** Missing values stand where something does not exist, as a median that is not reached. */
export interface KaplanMeier {
  /** A row a distinct time of a group: group, time, at_risk, events, censored, survival, se, lower, upper. */
  curves: Table;
  /** group, p, time, lower, upper. */
  quantiles: Table;
  /** group, time, at_risk (with a time of at least this one), events and censored (so far), survival, se, lower, upper. */
  at: Table;
  /** group, tau, mean, se, lower, upper. */
  restrictedMeans: Table;
  /** group, n, events, last (the longest time). */
  groups: Table;
  estimates: Estimate[];
  remarks: StatisticsRemark[];
  n: number;
  nDropped: number;
  method: string;
}

/**
 * Survival curves by Kaplan and Meier. Deaths come before censorings at the same time.
 *
 * @throws `level-range`, `survival-options`, `survival-tau-beyond` and those of the follow-up
 * @see Kaplan and Meier 1958; limits after Kalbfleisch and Prentice 2002 §1.4; Greenwood 1926. Agrees with R survival 3.5-3
 */
export function kaplanMeier(followUp: FollowUp, options: KaplanMeierOptions = {}): KaplanMeier {
  const { group, scale = 'log-log', level = 0.95, quantiles = [0.25, 0.5, 0.75], at = [] } = options;
  checkOptions({ level, quantiles, at, tau: options.tau });
  const z = zOf(level);
  const prepared = prepare(followUp, rowsWithout(followUp.time.length, [group]));
  const names = group?.names ?? ['all'];
  const parts = slicesOf(prepared, usedCodes(prepared, group), names.length)
    .map((slice, code) => ({ name: names[code]!, n: slice.leaving.length, slice }))
    .filter(({ n }) => n > 0)
    .map(({ name, n, slice }) => ({ name, n, curve: curveOf(prepared, slice, { scale, z }) }));
  const tau = options.tau ?? smallestOf(parts.map(({ curve }) => curve.time[curve.time.length - 1]!));
  const n = prepared.rows.length;
  const shared = { level, n, nDropped: prepared.dropped, method: `Kaplan-Meier (${scale} interval)` };
  const estimates: Estimate[] = [];
  const estimate = (name: string, values: Pick<Estimate, 'estimate' | 'se' | 'lower' | 'upper'>) =>
    estimates.push({ name, ...values, scale: 'identity', null: 0, df: null, p: null, ...shared });

  const quantileRows = parts.flatMap(({ name, curve }) =>
    quantiles.map((p) => {
      const row = [
        p,
        quantileOfCurve(curve.time, curve.survival, p),
        quantileOfCurve(curve.time, curve.lower, p),
        quantileOfCurve(curve.time, curve.upper, p)
      ];
      if (p === 0.5 && !Number.isNaN(row[1])) {
        estimate(`median: ${name}`, { estimate: row[1]!, se: null, lower: orNull(row[2]!), upper: orNull(row[3]!) });
      }
      return { name, row };
    })
  );
  // Without a time after 0 there is no area; who asked for none need not hear of it.
  const meanRows = (tau > 0 ? parts : []).map(({ name, curve }) => {
    checkTau(name, curve, tau);
    const { mean, se } = restrictedMeanOf(curve, tau);
    // Nobody had the event before tau, or all at once: nothing tells how sure the mean is, as of a survival of 1.
    const half = se > 0 ? z * se : NaN;
    const row = [tau, mean, se, mean - half, mean + half];
    estimate(`restricted mean: ${name}`, { estimate: mean, se, lower: orNull(row[3]!), upper: orNull(row[4]!) });
    return { name, row };
  });
  return {
    curves: stackedTable(
      ['group'],
      ['time', 'at_risk', 'events', 'censored', 'survival', 'se', 'lower', 'upper'],
      parts.map(({ name, curve }) => ({ words: { group: name }, columns: { ...curve, at_risk: curve.atRisk } }))
    ),
    quantiles: tableOf(['p', 'time', 'lower', 'upper'], quantileRows),
    at: tableOf(
      ['time', 'at_risk', 'events', 'censored', 'survival', 'se', 'lower', 'upper'],
      parts.flatMap(({ name, curve }) => at.map((time) => ({ name, row: [time, ...lookAt(curve, time)] })))
    ),
    restrictedMeans: tableOf(['tau', 'mean', 'se', 'lower', 'upper'], meanRows),
    groups: tableOf(
      ['n', 'events', 'last'],
      parts.map(({ name, n: size, curve }) => ({
        name,
        row: [size, curve.events.reduce((sum, d) => sum + d, 0), curve.time[curve.time.length - 1]!]
      }))
    ),
    estimates,
    remarks: remarksOf(parts, followUp.start !== undefined),
    n,
    nDropped: prepared.dropped,
    method: shared.method
  };
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value);

/** @throws `survival-tau-beyond` where the curve has not come down to 0 before it ends; `survival-no-time` */
export function checkTau(group: string, { time, survival }: Curve, tau: number): void {
  const last = time[time.length - 1]!;
  if (!(tau > 0)) throw fail('survival-no-time', { group });
  if (tau > last && survival[survival.length - 1]! > 0) throw fail('survival-tau-beyond', { tau, group, last });
}

function lookAt(curve: Curve, time: number): number[] {
  const k = lastUpTo(curve.time, time);
  const size = curve.time.length;
  const upTo = (values: Float64Array) => values.subarray(0, k + 1).reduce((sum, value) => sum + value, 0);
  const next = k >= 0 && isSameTime(curve.time[k]!, time) ? k : k + 1;
  const atRisk = curve.atRisk[next] ?? 0;
  const counts = [atRisk, upTo(curve.events), upTo(curve.censored)];
  if (k < 0) return [...counts, 1, 0, NaN, NaN];
  // Behind the last time nothing is known, unless nobody was left.
  if (next >= size && curve.survival[k]! > 0) return [...counts, NaN, NaN, NaN, NaN];
  return [...counts, curve.survival[k]!, curve.se[k]!, curve.lower[k]!, curve.upper[k]!];
}

function tableOf(names: readonly string[], rows: readonly { name: string; row: readonly number[] }[]): Table {
  return {
    rows: rows.length,
    columns: [
      textColumn(
        'group',
        rows.map(({ name }) => name)
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

function remarksOf(parts: readonly { name: string; curve: Curve }[], delayed: boolean): StatisticsRemark[] {
  return parts.flatMap(({ name, curve }) => {
    const remarks: StatisticsRemark[] = [];
    if (curve.events.every((d) => d === 0)) remarks.push({ code: 'survival-all-censored', values: { group: name } });
    const empty = curve.survival.indexOf(0);
    // With delayed entry an early moment with few at risk brings the curve down for good.
    if (delayed && empty >= 0 && empty < curve.time.length - 1) {
      remarks.push({ code: 'survival-risk-set-emptied', values: { group: name, time: curve.time[empty]! } });
    }
    return remarks;
  });
}

import { may, type Argument } from '../../../shared/call-arguments';
import { float64Column } from '../../columns';
import { fail } from '../../errors';
import type { Design } from '../../power';
import type { MeasuredEstimate } from '../contract';
import type { Found } from '../define';
import type { LinesFigure } from '../figures';
import type { Given } from '../given';

/** Of every plan of a test: how sure it is to be, or how many there are. */
export const planTakes: readonly Argument[] = [may('power', 'number'), may('alpha', 'number'), may('sides', 'number')];

export function testOf(given: Given): { alpha: number; sides: 1 | 2 } {
  return { alpha: given.option<number>('alpha') ?? 0.05, sides: (given.option<number>('sides') ?? 2) as 1 | 2 };
}

/** A number of a plan as an estimate: nothing is uncertain about it. */
export function planned(
  name: string,
  measure: MeasuredEstimate['measure'],
  estimate: number,
  { method, n }: { method: string; n: number }
): MeasuredEstimate {
  const none = { se: null, lower: null, upper: null, df: null, p: null } as const;
  return { name, measure, estimate, ...none, level: 0.95, scale: 'identity', null: 0, n, nDropped: 0, method };
}

/** What a plan says: persons of each group and the power they have, with the power of other numbers as a curve. */
export function planOf(
  design: Design,
  asked: { isSize: boolean; groups: readonly string[] },
  powerOf: (groups: readonly number[]) => number
): Omit<Found, 'name'> {
  const { groups, total, power, alpha, sides, method, remarks } = design;
  const values = { total, groups: groups.join(' + '), power: Math.round(1000 * power) / 10, alpha };
  return {
    says: [{ code: asked.isSize ? 'plan-size' : 'plan-power', values }],
    estimates: [
      ...groups.map((n, at) => planned(asked.groups[at] ?? String(at + 1), 'sample-size', n, { method, n: total })),
      planned('power', 'power', power, { method, n: total })
    ],
    facts: [
      { code: 'total', value: total, as: 'count' },
      { code: 'alpha', value: alpha, as: 'number' },
      { code: 'sides', value: sides, as: 'count' }
    ],
    ...curveOf(groups, power, powerOf),
    remarks,
    counted: 'none',
    n: total,
    nDropped: 0
  };
}

const STEPS = 40;

/** The power of numbers from few to twice as many, in the same proportion of the groups. */
function curveOf(
  groups: readonly number[],
  power: number,
  powerOf: (groups: readonly number[]) => number
): { figures: LinesFigure[]; more: Found['more'] & object } {
  const total = groups.reduce((sum, n) => sum + n, 0);
  const points: [number, number][] = [];
  for (let step = 1; step <= STEPS; step++) {
    const scaled = groups.map((n) => Math.round((2 * n * step) / STEPS));
    if (scaled.some((n) => n < 2)) continue;
    const persons = scaled.reduce((sum, n) => sum + n, 0);
    if (points.at(-1)?.[0] !== persons) points.push([persons, powerOf(scaled)]);
  }
  const x = Float64Array.from(points, ([persons]) => persons);
  const y = Float64Array.from(points, ([, one]) => one);
  return {
    more: [
      { name: 'curve', table: { rows: x.length, columns: [float64Column('persons', x), float64Column('power', y)] } }
    ],
    figures: [
      {
        kind: 'lines',
        what: 'power',
        series: [
          { name: 'power', look: 'line', x: x.slice(), y: y.slice() },
          { name: 'planned', look: 'points', x: Float64Array.of(total), y: Float64Array.of(power) }
        ],
        domainY: [0, 1]
      }
    ]
  };
}

/** Whether persons are asked for: where they are given, their power is. @throws `plan-both`, `plan-groups` */
export function asksSize(given: Given, size: readonly string[]): boolean {
  const named = size.filter((key) => given.has(key));
  if (named.length > 0 && given.has('power')) throw fail('plan-both');
  if (named.length > 0 && named.length < size.length) throw fail('plan-groups');
  return named.length === 0;
}

import { may, type Argument } from '../../../shared/call-arguments';
import { float64Column } from '../../columns';
import { fail } from '../../errors';
import type { Design } from '../../power';
import type { Fact, MeasuredEstimate, OwnName, Said } from '../contract';
import type { Found } from '../define';
import type { LinesFigure } from '../figures';
import type { Given } from '../given';
import { ownName } from '../tidy';

/** Of every plan of a test: how sure it is to be, or how many there are. */
export const planTakes: readonly Argument[] = [may('power', 'number'), may('alpha', 'number'), may('sides', 'number')];

export function testOf(given: Given): { alpha: number; sides: 1 | 2 } {
  return { alpha: given.option<number>('alpha') ?? 0.05, sides: (given.option<number>('sides') ?? 2) as 1 | 2 };
}

/** A number of a plan as an estimate: nothing is uncertain about it. */
export function planned(
  name: OwnName,
  measure: MeasuredEstimate['measure'],
  estimate: number,
  { method, n }: { method: string; n: number }
): MeasuredEstimate {
  const none = { se: null, lower: null, upper: null, df: null, p: null } as const;
  return {
    ...ownName(name),
    measure,
    estimate,
    ...none,
    level: 0.95,
    scale: 'identity',
    null: 0,
    n,
    nDropped: 0,
    method
  };
}

/** The groups of a plan, and its sentence. */
export interface Asked {
  groups: readonly OwnName[];
  says: Said;
}

/** What a plan says: persons of each group and the power they have, with the power of other numbers as a curve. */
export function planOf(
  design: Design,
  asked: Asked,
  powerOf: (groups: readonly number[]) => number
): Omit<Found, 'name'> {
  const { groups, total, power, alpha, sides, method, remarks } = design;
  const about = { method, n: total };
  const values = {
    groups: groups.map(String).join(' + '),
    total,
    sharePower: power,
    alpha,
    sides,
    ...asked.says.values
  };
  return {
    says: [{ code: asked.says.code, values }],
    estimates: [
      ...groups.map((n, at) => planned(asked.groups[at]!, 'sample-size', n, about)),
      planned('power', 'power', power, about)
    ],
    facts: [{ code: 'total', value: total, as: 'count' }, ...testFacts({ alpha, sides })],
    ...curveOf({ x: total, power, unit: asked.groups.length === 1 ? 'pairs' : 'persons' }, scaled(groups), powerOf),
    remarks,
    counted: 'none',
    n: total,
    nDropped: 0
  };
}

export const testFacts = ({ alpha, sides }: { alpha: number; sides: 1 | 2 }): Fact[] => [
  { code: 'alpha', value: alpha, as: 'number' },
  { code: 'sides', value: sides, as: 'count' }
];

/** Points of a curve. */
export const STEPS = 40;
/** Beyond so many no power is computed. */
export const MOST = 1e9;

/** Numbers of persons from few to twice as many, in the same proportion of the groups. */
function scaled(groups: readonly number[]): number[][] {
  const steps = Array.from({ length: STEPS }, (_, at) => groups.map((n) => Math.round((2 * n * (at + 1)) / STEPS)));
  return steps.filter((step) => step.every((n) => n >= 2 && n <= MOST));
}

/** Power by the number of persons, pairs or events. */
export function curveOf(
  plan: { x: number; power: number; unit: 'persons' | 'pairs' | 'events' },
  steps: readonly (readonly number[])[],
  powerOf: (step: readonly number[]) => number
): { figures: LinesFigure[]; more: Found['more'] & object } {
  const points: [number, number][] = [];
  for (const step of steps) {
    const all = step.reduce((sum, n) => sum + n, 0);
    if (points.at(-1)?.[0] !== all) points.push([all, powerOf(step)]);
  }
  const x = Float64Array.from(points, ([all]) => all);
  const y = Float64Array.from(points, ([, one]) => one);
  return {
    more: [
      { name: 'curve', table: { rows: x.length, columns: [float64Column(plan.unit, x), float64Column('power', y)] } }
    ],
    figures: [
      {
        kind: 'lines',
        what: 'power',
        x: plan.unit,
        series: [
          { name: 'power', look: 'line', x: x.slice(), y: y.slice() },
          { name: 'planned', look: 'points', x: Float64Array.of(plan.x), y: Float64Array.of(plan.power) }
        ],
        domainY: [0, 1]
      }
    ]
  };
}

/**
 * Whether persons are asked for: where they are given, their power is.
 *
 * @throws `plan-both`, `plan-groups`, `plan-pairs`, `plan-ratio`
 */
export function asksSize(given: Given, { paired = false } = {}): boolean {
  const named = ['first', 'second'].filter((key) => given.has(key));
  if (paired && given.has('second')) throw fail('plan-pairs');
  if (named.length > 0 && given.has('power')) throw fail('plan-both');
  if (named.length === 1 && !paired) throw fail('plan-groups');
  // It would be read by nobody.
  if (given.has('ratio') && (paired || named.length > 0)) throw fail('plan-ratio');
  return named.length === 0;
}

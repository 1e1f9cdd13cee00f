import { normalUpper } from '../../shared/distributions';
import type { Estimate } from '../estimate';
import { binomialP, clopperPearson, wilson } from '../proportion';
import { fail } from './errors';
import { finished, type TestOptions, type TestResult } from './test-result';

/**
 * Exact binomial test that the probability of an event is `share`, with the limits of Clopper and Pearson.
 *
 * @param events whole, 0 ≤ events ≤ n
 * @param share of no effect, strictly between 0 and 1; default 0.5
 * @throws `counts-impossible`, `level-range`, `test-option`
 * @see Clopper and Pearson 1934, Biometrika 26:404; equals R `binom.test`
 */
export function binomialTest(
  events: number,
  n: number,
  { share = 0.5, level = 0.95 }: TestOptions & { share?: number | undefined } = {}
): TestResult {
  if (!(share > 0 && share < 1))
    throw fail('test-option', { option: 'share', rule: 'lies between 0 and 1, both excluded' });
  const method = 'Exact binomial test';
  const { estimate, lower, upper } = clopperPearson(events, n, level);
  const p = binomialP(events, n, share);
  const found: Estimate = {
    name: 'proportion',
    estimate,
    se: null,
    lower,
    upper,
    level,
    scale: 'identity',
    null: share,
    df: null,
    p,
    n,
    nDropped: 0,
    method
  };
  return finished({
    method,
    statistic: { name: 'events', value: events },
    df: [],
    p,
    estimates: [found],
    n,
    nDropped: 0,
    remarks: []
  });
}

export interface EventsOf {
  events: number;
  n: number;
}

/**
 * Difference of two independent proportions, first − second, with Newcombe's hybrid score interval; p by the score test,
 * which is Pearson's χ² without correction.
 *
 * @returns without any event, or with events only, the interval stands and p is 1, with a remark
 * @throws `counts-impossible`, `level-range`
 * @see Newcombe 1998, Stat Med 17:873, method 10
 */
export function proportionDifference(
  first: EventsOf,
  second: EventsOf,
  { level = 0.95 }: TestOptions = {}
): TestResult {
  const method = "Difference of proportions (Newcombe's score interval)";
  const [a, b] = [wilson(first.events, first.n, level), wilson(second.events, second.n, level)];
  const difference = a.estimate - b.estimate;
  const root = (one: number, other: number) => Math.sqrt(one * one + other * other);
  const n = first.n + second.n;
  const pooled = (first.events + second.events) / n;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.n + 1 / second.n));
  const z = error > 0 ? difference / error : null;
  const p = z === null ? 1 : Math.min(1, 2 * normalUpper(Math.abs(z)));
  const found: Estimate = {
    name: 'difference in proportions',
    estimate: difference,
    se: null,
    lower: difference - root(a.estimate - a.lower, b.upper - b.estimate),
    upper: difference + root(a.upper - a.estimate, b.estimate - b.lower),
    level,
    scale: 'identity',
    null: 0,
    df: null,
    p,
    n,
    nDropped: 0,
    method
  };
  return finished({
    method,
    statistic: z === null ? null : { name: 'z', value: z },
    df: [],
    p,
    estimates: [found],
    n,
    nDropped: 0,
    remarks: z === null ? [{ code: 'test-no-variation', values: { events: first.events + second.events } }] : []
  });
}

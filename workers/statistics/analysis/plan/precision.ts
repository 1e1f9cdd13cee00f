import { may } from '../../../shared/call-arguments';
import { fail } from '../../errors';
import { proportionLimits, proportionPrecision, rateLimits, ratePrecision } from '../../power';
import { defineAnalysis } from '../define';
import { intervalsOf } from './interval-curve';
import { planned } from './shared';

export const planPrecision = defineAnalysis({
  name: 'plan-precision',
  question: 'plan',
  source: 'Wilson 1927, J Am Stat Assoc 22:209; Rothman, Greenland and Lash 2008, Modern Epidemiology, ch. 14',
  table: false,
  takes: [
    may('proportion', 'number'),
    may('rate', 'number'),
    may('halfWidth', 'number'),
    may('factor', 'number'),
    may('interval', 'text'),
    may('level', 'number')
  ],
  async run(given) {
    const [proportion, rate] = [given.option<number>('proportion'), given.option<number>('rate')];
    const [halfWidth, factor] = [given.option<number>('halfWidth'), given.option<number>('factor')];
    const level = given.level;
    if ((proportion === undefined) === (rate === undefined)) throw fail('plan-what');
    if ((halfWidth === undefined) === (factor === undefined) || (proportion !== undefined && halfWidth === undefined)) {
      throw fail('plan-width');
    }
    if (proportion !== undefined) {
      const interval = given.choice('interval', ['wilson', 'wald'] as const, 'wilson');
      const { n, method } = proportionPrecision({ proportion, halfWidth: halfWidth!, interval, level });
      const limits = (persons: number) => proportionLimits({ proportion, interval, level }, persons);
      const { lower, upper } = limits(n);
      const values = { persons: n, level, shareExpected: proportion, points: 200 * halfWidth!, measure: 'proportion', lower, upper }; // prettier-ignore
      return {
        name: method,
        says: [{ code: 'plan-proportion', values }],
        estimates: [planned('persons', 'sample-size', n, { method, n })],
        ...intervalsOf({ unit: 'persons', of: 'proportion', value: proportion, planned: n, level }, limits),
        remarks: [],
        counted: 'none',
        n,
        nDropped: 0
      };
    }
    // Only proportions have several intervals: it would be read by nobody.
    const width = factor === undefined ? { halfWidth: halfWidth! } : { factor };
    const { events, personTime, method } = ratePrecision({ rate: rate!, level, ...width });
    const whole = Math.ceil(events * (1 - 1e-12));
    const limits = (count: number) => rateLimits({ rate: rate!, level, log: factor !== undefined }, count);
    return {
      name: method,
      says: [
        factor === undefined
          ? { code: 'plan-rate-width', values: { events: whole, personTime, level, rate: rate!, halfWidth: halfWidth! } } // prettier-ignore
          : { code: 'plan-rate-factor', values: { events: whole, personTime, level, rate: rate!, factor } }
      ],
      estimates: [
        planned('events', 'sample-size', whole, { method, n: whole }),
        planned('person-time', 'person-time', personTime, { method, n: whole })
      ],
      ...intervalsOf({ unit: 'events', of: 'rate', value: rate!, planned: whole, level }, limits),
      remarks: [],
      counted: 'none',
      n: whole,
      nDropped: 0
    };
  }
});

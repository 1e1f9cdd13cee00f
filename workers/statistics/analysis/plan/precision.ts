import { may } from '../../../shared/call-arguments';
import { fail } from '../../errors';
import { proportionPrecision, ratePrecision } from '../../power';
import { defineAnalysis } from '../define';
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
      return {
        name: method,
        says: [{ code: 'plan-proportion', values: { persons: n, level, shareExpected: proportion, shareHalf: halfWidth! } }], // prettier-ignore
        estimates: [planned('persons', 'sample-size', n, { method, n })],
        remarks: [],
        counted: 'none',
        n,
        nDropped: 0
      };
    }
    const width = factor === undefined ? { halfWidth: halfWidth! } : { factor };
    const { events, personTime, method } = ratePrecision({ rate: rate!, level, ...width });
    const whole = Math.ceil(events * (1 - 1e-12));
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
      remarks: [],
      counted: 'none',
      n: whole,
      nDropped: 0
    };
  }
});

import { may, need } from '../../../shared/call-arguments';
import { logRankPower, logRankSize, type LogRankDesign } from '../../power';
import { fail } from '../../errors';
import { defineAnalysis } from '../define';
import { planned, planTakes, testOf } from './shared';

export const planSurvival = defineAnalysis({
  name: 'plan-survival',
  question: 'plan',
  source: 'Schoenfeld 1983, Biometrics 39:499; Freedman 1982, Stat Med 1:121',
  table: false,
  takes: [
    need('hazardRatio', 'number'),
    may('eventShare', 'number'),
    may('events', 'number'),
    may('ratio', 'number'),
    may('by', 'text'),
    ...planTakes
  ],
  async run(given) {
    const asked = {
      hazardRatio: given.option<number>('hazardRatio')!,
      ratio: given.option<number>('ratio') ?? 1,
      method: given.choice('by', ['schoenfeld', 'freedman'] as const, 'schoenfeld'),
      ...testOf(given)
    };
    const events = given.option<number>('events');
    if (events !== undefined && given.has('power')) throw fail('plan-both');
    const share = given.option<number>('eventShare');
    const found: LogRankDesign =
      events === undefined
        ? logRankSize({ ...asked, power: given.option<number>('power') ?? 0.8, ...(share !== undefined && { eventShare: share }) }) // prettier-ignore
        : logRankPower({ ...asked, events });
    const { method, total, groups, power } = found;
    const values = {
      events: found.events,
      total,
      power: Math.round(1000 * power) / 10,
      hazardRatio: asked.hazardRatio
    };
    return {
      name: method,
      says: [
        events !== undefined
          ? { code: 'plan-events-power', values }
          : { code: total > 0 ? 'plan-events-persons' : 'plan-events', values }
      ],
      estimates: [
        planned('events', 'sample-size', found.events, { method, n: total }),
        ...groups.map((n, at) => planned(at === 0 ? 'first group' : 'second group', 'sample-size', n, { method, n: total })), // prettier-ignore
        planned('power', 'power', power, { method, n: total })
      ],
      facts: [
        { code: 'alpha', value: found.alpha, as: 'number' },
        { code: 'sides', value: found.sides, as: 'count' }
      ],
      remarks: found.remarks,
      counted: 'none',
      n: total,
      nDropped: 0
    };
  }
});

import { may, need } from '../../../shared/call-arguments';
import { logRankPower, logRankSize, type LogRankDesign } from '../../power';
import { fail } from '../../errors';
import { defineAnalysis } from '../define';
import { curveOf, MOST, planned, planTakes, STEPS, testFacts, testOf } from './shared';

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
    if (events !== undefined && share !== undefined) throw fail('plan-share');
    const found: LogRankDesign =
      events === undefined
        ? logRankSize({ ...asked, power: given.option<number>('power') ?? 0.8, ...(share !== undefined && { eventShare: share }) }) // prettier-ignore
        : logRankPower({ ...asked, events });
    const { method, total, groups, power, alpha, sides } = found;
    const about = { method, n: total };
    const values = { events: found.events, total, sharePower: power, hazardRatio: asked.hazardRatio, alpha, sides, groups: groups.map(String).join(' + '), ...(share !== undefined && { shareEvents: share }) }; // prettier-ignore
    const powerOf = ([one]: readonly number[]) => logRankPower({ ...asked, events: one! }).power;
    const steps = Array.from({ length: STEPS }, (_, at) => Math.round((2 * found.events * (at + 1)) / STEPS));
    return {
      name: method,
      says: [
        events !== undefined
          ? { code: 'plan-events-power', values }
          : { code: total > 0 ? 'plan-events-persons' : 'plan-events', values }
      ],
      estimates: [
        planned('events', 'sample-size', found.events, about),
        ...groups.map((n, at) => planned(at === 0 ? 'first-group' : 'second-group', 'sample-size', n, about)),
        planned('power', 'power', power, about)
      ],
      facts: [...(total > 0 ? [{ code: 'total', value: total, as: 'count' } as const] : []), ...testFacts(found)],
      ...curveOf(
        { x: found.events, power, unit: 'events' },
        steps.filter((n) => n >= 1 && n <= MOST).map((n) => [n]),
        powerOf
      ),
      remarks: found.remarks,
      counted: 'none',
      n: total,
      nDropped: 0
    };
  }
});

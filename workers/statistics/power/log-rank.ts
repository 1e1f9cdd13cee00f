import { normalUpper } from '../../shared/distributions';
import { log, pow } from '../../shared/elementary';
import { normalQuantile } from '../../shared/normal';
import type { StatisticsRemark } from '../estimate';
import { checkRatio, checkTest, MOST, roundedUp, within, type Design, type TestOptions } from './design';
import { fail } from './errors';

export interface LogRank extends TestOptions {
  /** Hazard of the second group over that of the first, above 0 and not 1. */
  hazardRatio: number;
  /** Persons of the second group for each of the first, 1 unless given. */
  ratio?: number;
  /** `schoenfeld` unless given. */
  method?: 'schoenfeld' | 'freedman';
}

export interface LogRankSize extends LogRank {
  power: number;
  /** Share of the first group that has the event while it is followed; without it only events are counted. */
  eventShare?: number;
}

export interface LogRankPower extends LogRank {
  /** Events of both groups together. */
  events: number;
}

export interface LogRankDesign extends Design {
  /** Events of both groups together, whole. */
  events: number;
  /** Before rounding up; null where they were given. */
  exactEvents: number | null;
}

const NAMES = { schoenfeld: 'Log-rank test, Schoenfeld’s formula', freedman: 'Log-rank test, Freedman’s formula' };

/**
 * Events, and persons, for the log-rank test under proportional hazards. The share of the second group with the event follows
 * from the first and the hazard ratio: 1 − (1 − share)^ratio.
 *
 * @throws `power-range`, `power-no-difference`, `power-out-of-reach`
 * @see Schoenfeld 1983, Biometrics 39:499; Freedman 1982, Stat Med 1:121
 */
export function logRankSize({ power, eventShare, ...asked }: LogRankSize): LogRankDesign {
  within('The power', power, 0, 1);
  const { z } = checkTest(asked);
  const { ratio = 1, hazardRatio } = asked;
  const effect = effectAnEvent(asked);
  const exactEvents = ((z + normalQuantile(power)) / effect) ** 2;
  // Below the level of significance no events at all have that power.
  if (z + normalQuantile(power) <= 0) throw fail('power-range', { option: 'The power', rule: 'lies above the level of significance' }); // prettier-ignore
  if (exactEvents > MOST) throw fail('power-out-of-reach', { most: '1,000,000,000 events' });
  const design = logRankPower({ ...asked, events: roundedUp(exactEvents) });
  if (eventShare === undefined) return { ...design, exactEvents };
  within('The share with the event', eventShare, 0, 1);
  const other = 1 - pow(1 - eventShare, hazardRatio);
  const persons = exactEvents / ((eventShare + ratio * other) / (1 + ratio));
  const exact = persons / (1 + ratio);
  if (exact > MOST) throw fail('power-out-of-reach', { most: '1,000,000,000 persons' });
  const groups = [roundedUp(exact), roundedUp(ratio * exact)];
  const total = groups.reduce((sum, n) => sum + n, 0);
  return { ...design, exactEvents, groups, total, exact };
}

/**
 * Power of the log-rank test with so many events.
 *
 * @throws `power-range`, `power-no-difference`
 * @see logRankSize
 */
export function logRankPower({ events, ...asked }: LogRankPower): LogRankDesign {
  if (!Number.isInteger(events) || events < 1 || events > MOST) {
    throw fail('power-range', { option: 'The number of events', rule: 'is whole, from 1 to 1,000,000,000' });
  }
  const { alpha, sides, z } = checkTest(asked);
  const power = normalUpper(z - Math.sqrt(events) * effectAnEvent(asked));
  const remarks: StatisticsRemark[] = [
    { code: 'power-proportional-hazards', values: { hazardRatio: asked.hazardRatio } }
  ];
  const method = NAMES[asked.method ?? 'schoenfeld'];
  return { groups: [], total: 0, exact: null, exactEvents: null, events, power, alpha, sides, remarks, method };
}

/** Mean of the test statistic of a single event. */
function effectAnEvent({ hazardRatio, ratio = 1, method = 'schoenfeld' }: LogRank): number {
  checkRatio(ratio);
  if (hazardRatio === 1) throw fail('power-no-difference');
  if (!(hazardRatio >= 1e-6 && hazardRatio <= 1e6)) {
    throw fail('power-range', { option: 'The hazard ratio', rule: 'lies between 0.000001 and 1,000,000' });
  }
  if (!Object.hasOwn(NAMES, method))
    throw fail('power-range', { option: 'The method', rule: 'is schoenfeld or freedman' });
  return method === 'schoenfeld'
    ? (Math.abs(log(hazardRatio)) * Math.sqrt(ratio)) / (1 + ratio)
    : (Math.abs(hazardRatio - 1) * Math.sqrt(ratio)) / (1 + ratio * hazardRatio);
}

import { expect, test } from 'vitest';
import { answerOf, drawn } from '../../shared/testing/extremes';
import * as power from './index';

const calls: Readonly<Record<string, (a: number, b: number, c: number) => unknown>> = {
  twoMeansSize: (a, b, c) => power.twoMeansSize({ difference: a, sd: b, power: c }),
  'twoMeansSize of a level and a ratio': (a, b) =>
    power.twoMeansSize({ difference: 0.5, sd: 1, power: 0.8, alpha: a, ratio: b }),
  twoMeansPower: (a, b, c) => power.twoMeansPower({ difference: a, sd: b, groups: [c, 20] }),
  'twoMeansPower of a level': (a, b) => power.twoMeansPower({ difference: a, sd: 1, groups: [3, 2], alpha: b }),
  twoProportionsSize: (a, b, c) => power.twoProportionsSize({ first: a, second: b, power: c, continuity: true }),
  'twoProportionsSize of a ratio': (a) => power.twoProportionsSize({ first: 0.1, second: 0.2, power: 0.8, ratio: a }),
  twoProportionsPower: (a, b, c) => power.twoProportionsPower({ first: 0.1, second: 0.3, groups: [a, b], alpha: c }),
  logRankSize: (a, b, c) => power.logRankSize({ hazardRatio: a, power: b, eventShare: c }),
  'logRankSize by Freedman': (a, b) => power.logRankSize({ hazardRatio: a, power: 0.8, ratio: b, method: 'freedman' }),
  logRankPower: (a, b, c) => power.logRankPower({ hazardRatio: a, events: b, ratio: c }),
  proportionPrecision: (a, b, c) => power.proportionPrecision({ proportion: a, halfWidth: b, level: c }),
  'proportionPrecision by Wald': (a, b) => power.proportionPrecision({ proportion: a, halfWidth: b, interval: 'wald' }),
  ratePrecision: (a, b, c) => power.ratePrecision({ rate: a, halfWidth: b, level: c }),
  'ratePrecision by a factor': (a, b) => power.ratePrecision({ rate: a, factor: b }),
  clusterDesign: (a, b, c) => power.clusterDesign({ n: a, size: b, icc: c, variation: a })
};

test.each(Object.entries(calls))('%s ends, with numbers or a reason', (name, call) => {
  const draw = drawn(17);
  for (let round = 0; round < 150; round++) {
    const [a = 0, b = 0, c = 0] = draw(3);
    const answer = answerOf(() => call(a, b, c));
    if ('numbers' in answer) expect(answer.numbers.every(Number.isFinite), `${name} of ${a}, ${b}, ${c}`).toBe(true);
  }
});

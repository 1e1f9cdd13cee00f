import { expect, test } from 'vitest';
import { answerOf, drawn } from '../../shared/testing/extremes';
import * as tests from './index';

const whole = (value: number) => Math.min(Math.abs(Math.trunc(value)), 2 ** 40);

const calls: Readonly<Record<string, (a: number, b: number, c: number) => unknown>> = {
  tTest: (a, b, c) => tests.tTest([a, b, 1], [2, c, 3, 4]),
  'tTest pooled': (a, b, c) => tests.tTest([a, b, 1], [2, c, 3, 4], { variances: 'pooled' }),
  'tTest with options': (a, b) => tests.tTest([1, 2, 5], [2, 8, 3], { mu: a, level: b }),
  pairedTTest: (a, b, c) => tests.pairedTTest([a, b, 1, 2], [2, c, 3, 4]),
  oneSampleTTest: (a, b, c) => tests.oneSampleTTest([a, 2, b], { mu: c }),
  rankSumTest: (a, b, c) => tests.rankSumTest([a, b, 1, 4], [2, c, 3]),
  'rankSumTest of ties': (a, b, c) => tests.rankSumTest([a, b, 1, a], [a, c, b, 3], { mu: c }),
  'rankSumTest with options': (a, b) => tests.rankSumTest([1, 4, 6], [2, 3, 9], { mu: a, level: b }),
  signedRankTest: (a, b, c) => tests.signedRankTest([a, b, c, a, 1], { mu: c }),
  pairedSignedRankTest: (a, b, c) => tests.pairedSignedRankTest([a, b, 1, 4, 7], [2, c, 3, b, 5]),
  anova: (a, b, c) => tests.anova([[a, 1], [b, c], [4, 7]]), // prettier-ignore
  welchAnova: (a, b, c) => tests.welchAnova([[a, 1], [b, c], [4, 7]]), // prettier-ignore
  kruskalTest: (a, b, c) => tests.kruskalTest([[a, 1], [b, c], [4, 7]]), // prettier-ignore
  leveneTest: (a, b, c) => tests.leveneTest([[a, 1, 2], [b, c, 3], [4, 7, 9]]), // prettier-ignore
  bartlettTest: (a, b, c) => tests.bartlettTest([[a, 1, 2], [b, c, 3], [4, 7, 9]]), // prettier-ignore
  pearson: (a, b, c) => tests.correlation([a, b, 1, 2, 9], [3, c, 5, 1, 2]),
  spearman: (a, b, c) => tests.correlation([a, b, 1, 2, 9], [3, c, 5, 1, 2], { method: 'spearman' }),
  kendall: (a, b, c) => tests.correlation([a, b, 1, 2, 9], [3, c, 5, 1, 2], { method: 'kendall', level: c }),
  shapiroWilkTest: (a, b, c) => tests.shapiroWilkTest([a, b, c, 1, 2]),
  chiSquareTest: (a, b, c) => tests.chiSquareTest([[a, b], [c, 5]]), // prettier-ignore
  'chiSquareTest of counts': (a, b, c) => tests.chiSquareTest([[whole(a), whole(b)], [whole(c), 5]]), // prettier-ignore
  'mcNemarTest of counts': (a, b, c) => tests.mcNemarTest([[whole(a), whole(b)], [whole(c), 5]]), // prettier-ignore
  'exact mcNemarTest of few': (a, b, c) => tests.mcNemarTest([[3, whole(a) % 1000], [whole(b) % 1000, 5]], { distribution: 'exact', level: c }), // prettier-ignore
  fisherTest: (a, b, c) => tests.fisherTest([[a, b], [c, 5]]), // prettier-ignore
  'fisherTest of counts': (a, b, c) => tests.fisherTest([[whole(a) % 1e6, whole(b) % 1e6], [whole(c) % 1e6, 5]]), // prettier-ignore
  'fisherTest of levels': (a) => tests.fisherTest([[12, 4], [3, 9]], { level: a }), // prettier-ignore
  binomialTest: (a, b, c) => tests.binomialTest(a, b, { share: c }),
  'binomialTest of few': (a, b) => tests.binomialTest(3, 20, { share: a, level: b }),
  proportionDifference: (a, b, c) =>
    tests.proportionDifference({ events: a, n: b }, { events: 3, n: 20 }, { level: c }),
  'proportionDifference of levels': (a) =>
    tests.proportionDifference({ events: 1, n: 9 }, { events: 3, n: 20 }, { level: a })
};

test.each(Object.entries(calls))('%s ends, with numbers or a reason', (name, call) => {
  const draw = drawn(13);
  for (let round = 0; round < 150; round++) {
    const [a = 0, b = 0, c = 0] = draw(3);
    const answer = answerOf(() => call(a, b, c));
    if ('numbers' in answer) expect(answer.numbers.every(Number.isFinite), `${name} of ${a}, ${b}, ${c}`).toBe(true);
  }
});

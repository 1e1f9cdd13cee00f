import { expect, test } from 'vitest';
import { answerOf, drawn } from '../../shared/testing/extremes';
import { disproportionality } from './disproportionality';
import { checkPairs, checkPrior, geometricMean, posterior, posteriorQuantile } from './gamma-mixture';

function scores(count: number, expected: number, alpha: number, beta: number) {
  const prior = { alpha1: alpha, beta1: beta, alpha2: 2, beta2: 4, p: 0.3 };
  checkPrior(prior);
  checkPairs([count], [expected]);
  const found = posterior(count, expected, prior);
  return [geometricMean(found), posteriorQuantile(found, 0.05), posteriorQuantile(found, 0.95)];
}

const calls: Readonly<Record<string, (a: number, b: number, c: number, d: number) => unknown>> = {
  disproportionality: (a, b, c, d) => disproportionality({ a, b, c, d }),
  'disproportionality of a few': (a, b) => disproportionality({ a: 3, b: 20, c: a, d: 900 }, { level: b }),
  scores: (a, b, c, d) => scores(a, b, c, d),
  'scores of a few': (a, b) => scores(7, a, 0.2, b)
};

test.each(Object.entries(calls))('%s ends, with numbers or a reason', (name, call) => {
  const draw = drawn(13);
  for (let round = 0; round < 200; round++) {
    const [a = 0, b = 0, c = 0, d = 0] = draw(4);
    const answer = answerOf(() => call(a, b, c, d));
    if ('numbers' in answer) expect(answer.numbers.every(Number.isFinite), `${name} of ${a}, ${b}, ${c}, ${d}: ${answer.numbers}`).toBe(true); // prettier-ignore
  }
});

import { expect, test } from 'vitest';
import { answerOf, drawn } from '../../shared/testing/extremes';
import { directlyStandardised, indirectlyStandardised, mantelHaenszel, rate, rateRatio, standardisedRatio, twoByTwo } from './index'; // prettier-ignore

const calls: Readonly<Record<string, (a: number, b: number, c: number, d: number) => unknown>> = {
  twoByTwo: (a, b, c, d) => twoByTwo({ a, b, c, d }),
  'twoByTwo of a few': (a, b, c) => twoByTwo({ a: 3, b: a, c: 0, d: 9 }, { level: b, correction: c }),
  mantelHaenszel: (a, b, c, d) => mantelHaenszel({ a: [a, 3], b: [b, 4], c: [c, 2], d: [d, 9] }),
  rate: (a, b, c, d) => rate(a, b, { per: c, reference: d }),
  'rate of a few': (a, b) => rate(3, a, { level: b }),
  rateRatio: (a, b, c, d) => rateRatio({ events: a, time: b }, { events: c, time: d }),
  'rateRatio of a few': (a, b, c) => rateRatio({ events: 3, time: a }, { events: 2, time: b }, { level: c }),
  standardisedRatio: (a, b, c) => standardisedRatio(a, b, { level: c }),
  directlyStandardised: (a, b, c, d) => directlyStandardised({ events: [a, 2], time: [b, 100] }, [c, 30], { level: d }),
  'directlyStandardised of a few': (a, b, c, d) => directlyStandardised({ events: [1, 2], time: [a, b] }, [c, d]),
  indirectlyStandardised: (a, b, c, d) => indirectlyStandardised({ events: [a, 1], time: [b, 9] }, { events: [c, 3], time: [d, 90] }) // prettier-ignore
};

test.each(Object.entries(calls))('%s ends, with numbers or a reason', (name, call) => {
  const draw = drawn(12);
  for (let round = 0; round < 200; round++) {
    const [a = 0, b = 0, c = 0, d = 0] = draw(4);
    const answer = answerOf(() => call(a, b, c, d));
    if ('numbers' in answer) expect(answer.numbers.every(Number.isFinite), `${name} of ${a}, ${b}, ${c}, ${d}`).toBe(true); // prettier-ignore
  }
});

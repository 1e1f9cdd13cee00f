import { expect, test } from 'vitest';
import { answerOf, drawn } from '../../shared/testing/extremes';
import * as agreement from './index';

const whole = (value: number) => Math.min(Math.abs(Math.trunc(value)), 2 ** 40);

const calls: Readonly<Record<string, (a: number, b: number, c: number) => unknown>> = {
  kappa: (a, b, c) => agreement.kappa([[whole(a), whole(b)], [whole(c), 5]]), // prettier-ignore
  'weighted kappa': (a, b, c) =>
    agreement.kappa([[whole(a), 1, 2], [0, whole(b), 3], [whole(c), 0, 4]], { weights: 'quadratic' }), // prettier-ignore
  'kappa of levels': (a) => agreement.kappa([[9, 2], [3, 7]], { level: a }), // prettier-ignore
  limitsOfAgreement: (a, b, c) => agreement.limitsOfAgreement([a, b, 1, 2], [3, c, 2, 4]),
  'limitsOfAgreement with options': (a, b) =>
    agreement.limitsOfAgreement([1, 3, 4], [2, 3, 6], { level: a, coverage: b }),
  concordanceCorrelation: (a, b, c) => agreement.concordanceCorrelation([a, b, 1, 2], [3, c, 2, 4]),
  intraclassCorrelation: (a, b, c) => agreement.intraclassCorrelation([[a, b, 1], [c, 3, 2], [1, 5, 3]]), // prettier-ignore
  'intraclassCorrelation of levels': (a) => agreement.intraclassCorrelation([[1, 2, 4], [2, 4, 3]], { level: a }) // prettier-ignore
};

test.each(Object.entries(calls))('%s ends, with numbers or a reason', (name, call) => {
  const draw = drawn(17);
  for (let round = 0; round < 200; round++) {
    const [a = 0, b = 0, c = 0] = draw(3);
    const answer = answerOf(() => call(a, b, c));
    if ('numbers' in answer) expect(answer.numbers.every(Number.isFinite), `${name} of ${a}, ${b}, ${c}`).toBe(true);
  }
});

import { expect, test } from 'vitest';
import { answerOf, drawn } from '../../shared/testing/extremes';
import { float64Column } from '../columns';
import {
  brierScore,
  calibration,
  calibrationCurve,
  compareRoc,
  confusion,
  decisionCurve,
  logLoss,
  precisionRecall,
  roc
} from './index';

const floats = (...values: number[]) => float64Column('x', Float64Array.from(values));
const outcome = floats(0, 1, 0, 1, 1, 0);
const score = (a: number, b: number, c: number) => floats(a, 0.7, b, 0.4, 0.2, c);

const calls: Readonly<Record<string, (a: number, b: number, c: number) => unknown>> = {
  roc: (a, b, c) => roc({ outcome, score: score(a, b, c) }),
  compareRoc: (a, b, c) => compareRoc({ outcome, first: score(a, b, c), second: score(c, a, b) }),
  precisionRecall: (a, b, c) => precisionRecall({ outcome, score: score(a, b, c) }),
  confusion: (a, b, c) => confusion({ outcome, score: score(a, b, 0.5) }, { threshold: c }),
  brierScore: (a, b, c) => brierScore({ outcome, risk: score(a, b, c) }),
  logLoss: (a, b, c) => logLoss({ outcome, risk: score(a, b, c) }),
  calibration: (a, b, c) => calibration({ outcome, risk: score(a, b, 0.5) }, { groups: c }),
  'calibration of tiny risks': (a, b, c) => calibration({ outcome, risk: score(a, b, c) }, { groups: 2 }),
  decisionCurve: (a, b, c) => decisionCurve({ outcome, risk: score(a, b, 0.5) }, { thresholds: [c] })
};

test.each(Object.entries(calls))('%s ends, with numbers or a reason', (name, call) => {
  const draw = drawn(29);
  for (let round = 0; round < 150; round++) {
    const [a = 0, b = 0, c = 0] = draw(3);
    const answer = answerOf(() => call(a, b, c));
    if ('numbers' in answer) expect(answer.numbers.every(Number.isFinite), `${name} of ${a}, ${b}, ${c}`).toBe(true);
  }
});

test('the calibration curve of extreme risks holds numbers or has a reason', async () => {
  const draw = drawn(31);
  for (let round = 0; round < 150; round++) {
    const [a = 0, b = 0, c = 0] = draw(3);
    const got = await calibrationCurve({ outcome, risk: score(a, b, c) }).catch((error: Error) => error.name);
    if (typeof got === 'string') expect(got).toBe('AppError');
    else expect(got.estimates.map(({ estimate }) => estimate).every(Number.isFinite), `${a}, ${b}, ${c}`).toBe(true);
  }
});

import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { EXTREMES, drawn } from '../../shared/testing/extremes';
import { cumulativeIncidence, fineGray, grayTest, predictIncidence } from '../competing-risks';
import {
  baselineHazard,
  coxRegression,
  coxResiduals,
  kaplanMeier,
  logRank,
  predictSurvival,
  proportionalHazards,
  restrictedMeanDifference,
  type Classes
} from './index';

const floats = (values: number[]) => Float64Array.from(values);
const group: Classes = { codes: Int32Array.of(0, 1, 0, 1, 0, 1, 0, 1), names: ['a', 'b'] };
const status = [1, 1, 0, 1, 1, 0, 1, 1];
const time = floats([3, 5, 2, 8, 7, 4, 1, 6]);
const design = (x: number[]) => ({ names: ['x'], values: floats(x) });
const endings = (of: Float64Array) => ({ time: of, ending: [1, 2, 0, 1, 2, 1, 1, 2], causes: ['one', 'two'] });

const calls: Readonly<Record<string, (eight: number[]) => unknown>> = {
  kaplanMeier: (eight) => kaplanMeier({ time: floats(eight), status }, { group, at: [1], scale: 'log' }),
  'kaplanMeier, delayed': (eight) => kaplanMeier({ start: floats(eight), time, status }),
  'kaplanMeier, options': ([level = 0, at = 0, tau = 0, p = 0]) =>
    kaplanMeier({ time, status }, { level, at: [Math.abs(at)], tau, quantiles: [p] }),
  logRank: (eight) => logRank({ time: floats(eight), status }, group, { rho: 1 }),
  restrictedMeanDifference: (eight) => restrictedMeanDifference({ time: floats(eight), status }, group),
  'coxRegression, times': (eight) => coxRegression({ time: floats(eight), status }, design([1, 4, 2, 5, 3, 6, 2, 1])),
  'coxRegression, covariate': async (eight) => {
    const fit = await coxRegression({ time, status }, design(eight));
    const parts = [
      proportionalHazards(fit),
      coxResiduals(fit, 'dfbeta'),
      coxResiduals(fit, 'score'),
      coxResiduals(fit, 'schoenfeld')
    ];
    return [fit, ...parts, baselineHazard(fit, 'mean'), predictSurvival(fit, 'mean')];
  },
  'coxRegression, weights': (eight) =>
    coxRegression({ time, status }, design([1, 4, 2, 5, 3, 6, 2, 1]), { weights: floats(eight) }),
  cumulativeIncidence: (eight) => cumulativeIncidence(endings(floats(eight)), { group, at: [1, 5] }),
  grayTest: (eight) => grayTest(endings(floats(eight)), group),
  fineGray: async (eight) => {
    const fit = await fineGray(endings(time), design(eight));
    return [fit, predictIncidence(fit, [eight[0]!])];
  }
};

function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value;
  else if (value instanceof Float64Array) yield* value;
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const part of Object.values(value)) yield* numbersIn(part);
  }
}

test.each(Object.entries(calls))('%s of numbers that nobody means: numbers or a reason', async (name, call) => {
  const draw = drawn(12);
  const mild = EXTREMES.filter((value) => value > 0 && value < 1e99);
  for (let round = 0; round < 150; round++) {
    const wild = draw(8);
    const eight = wild.map((value, at) =>
      round % 2 > 0 && !mild.includes(value as 1) ? mild[at % mild.length]! : value
    );
    try {
      const numbers = [...numbersIn(await call(eight))];
      expect(numbers.every(Number.isFinite), `${name} of ${eight.join(', ')}`).toBe(true);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
});

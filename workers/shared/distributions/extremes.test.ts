import { expect, test } from 'vitest';
import { answerOf, drawn } from '../testing/extremes';
import * as door from './index';
import type { Distribution } from './index';

const { beta, binomial, chiSquare, fDistribution, gamma, hypergeometric, negativeBinomial, normal, poisson, studentT } =
  door;
const families: readonly (readonly [name: string, parameters: number, make: (...given: number[]) => Distribution])[] = [
  ['normal', 2, normal],
  ['t', 1, studentT],
  ['χ²', 1, chiSquare],
  ['F', 2, fDistribution as (...given: number[]) => Distribution],
  ['gamma', 2, gamma as (...given: number[]) => Distribution],
  ['beta', 2, beta as (...given: number[]) => Distribution],
  ['Poisson', 1, poisson],
  ['binomial', 2, binomial as (...given: number[]) => Distribution],
  ['negative binomial by p', 2, (size, p) => negativeBinomial(size as number, { p: p as number })],
  ['negative binomial by mean', 2, (size, mean) => negativeBinomial(size as number, { mean: mean as number })],
  ['hypergeometric', 3, hypergeometric as (...given: number[]) => Distribution]
];
const PROBABILITIES = [0, 5e-324, 1e-300, 0.025, 0.5, 1 - 1.1e-16, 1, NaN];

test.each(families)('%s ends, with a number or a reason, for parameters that nobody means', (name, count, make) => {
  const draw = drawn(20_241);
  for (let round = 0; round < 250; round++) {
    const parameters = draw(count);
    const [x = 0] = draw(1);
    const p = PROBABILITIES[round % PROBABILITIES.length] as number;
    const told = `${name}(${parameters.join(', ')}) at ${x} and ${p}`;
    const ask = (of: (family: Distribution) => number) => answerOf(() => of(make(...parameters)));
    for (const side of ['lower', 'upper'] as const) {
      const answer = ask((family) => family[side](x));
      if ('numbers' in answer)
        expect(
          answer.numbers.every((one) => one >= 0 && one <= 1),
          told
        ).toBe(true);
      else expect(answer.code, told).toMatch(/^distribution-/);
    }
    for (const method of ['density', 'logDensity', 'logLower', 'logUpper'] as const) {
      const answer = ask((family) => family[method](x));
      if ('numbers' in answer) expect(answer.numbers, told).not.toContain(NaN);
    }
    for (const method of ['quantile', 'upperQuantile'] as const) {
      const answer = ask((family) => family[method](p));
      if ('numbers' in answer) expect(answer.numbers, told).not.toContain(NaN);
    }
  }
});

const functions = [
  ['logGamma', 1],
  ['digamma', 1],
  ['trigamma', 1],
  ['logBeta', 2],
  ['limitsAround', 2],
  ['incompleteGamma', 2],
  ['incompleteBeta', 3],
  ['normalLower', 1],
  ['normalUpper', 1]
] as const;

test.each(functions)('%s ends, with a number or a reason', (name, count) => {
  const draw = drawn(7);
  for (let round = 0; round < 400; round++) {
    const given = draw(count);
    const answer = answerOf(() => (door[name] as (...numbers: number[]) => unknown)(...given));
    if ('numbers' in answer) expect(answer.numbers, `${name}(${given.join(', ')})`).not.toContain(NaN);
    else expect(answer.code).toMatch(/^distribution-/);
  }
});

test.each([
  [
    'a negative binomial whose quantile lies beyond 2^53',
    () => negativeBinomial(1, { p: 1e-90 }).quantile(0.5),
    'distribution-whole-large'
  ],
  ['a Poisson count near a mean of 2^53', () => poisson(2 ** 53).lower(2 ** 53), 'distribution-not-converged'],
  ['an urn of 2^53', () => hypergeometric(2 ** 51, 2 ** 51, 2 ** 51).lower(2 ** 50), 'distribution-not-converged'],
  ['an urn beyond 2^53', () => hypergeometric(2 ** 52, 2 ** 52, 7), 'distribution-parameter'],
  ['shapes beyond 1e100', () => gamma(1e101), 'distribution-parameter']
])('%s is refused', (_, call, code) => {
  expect(answerOf(call)).toEqual({ code });
});

test.each([
  // Powers of x: by the leading term of each tail.
  [
    'gamma, x / scale below the smallest number',
    () => gamma(1e-3, 1e100).lower(1e-300),
    Math.exp(-1e-3 * 400 * Math.LN10 - 5.7721484e-4 * -1)
  ],
  ['F with 1e-90 degrees of freedom', () => fDistribution(1e-90, 1e-90).upper(1e200), 0.5]
])('%s is right', (_, call, expected) => {
  const answer = answerOf(call);
  expect('numbers' in answer && answer.numbers[0]).toBeCloseTo(expected, 6);
});

import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/r-agreement.json';
import { column } from '../testing/cells';
import {
  concordanceCorrelation,
  fleissKappa,
  intraclassCorrelation,
  kappa,
  limitsOfAgreement,
  repeatedLimits,
  readRatings,
  type KappaWeights
} from './index';

interface Input {
  counts: number[][];
  weights: KappaWeights;
  ratings: number[][];
  x: number[];
  y: number[];
  raters: number[][];
  level: number;
  person: number[];
}
interface Expected {
  estimate: number;
  se: number;
  lower: number;
  upper: number;
  p: number;
  single: number[];
  bias: number & number[];
  low: number[];
  high: number[];
  interval: number[];
  precision: number;
  forms: number[][];
  check: number[];
}
const cases = oracle.cases as unknown as { name: string; call: string; input: Input; expected: Expected }[];
const of = (call: string) => cases.filter((one) => one.call === call).map((one) => [one.name, one] as const);
const { rel, derivative } = oracle.tolerance;

function agree(got: (number | null | undefined)[], expected: readonly number[], relative: number): void {
  expect(got).toHaveLength(expected.length);
  expected.forEach((value, at) => {
    expect(Math.abs(got[at]! - value), `${at}: ${got[at]}`).toBeLessThanOrEqual(
      relative * Math.max(Math.abs(value), 1e-8)
    );
  });
}

describe('agrees with R 4.2.2', () => {
  test.each(of('kappa'))('%s', (_, { input, expected }) => {
    const [found] = kappa(input.counts, { weights: input.weights }).estimates;
    agree([found?.estimate, found?.p], [expected.estimate, expected.p], rel);
    agree([found?.se, found?.lower, found?.upper], [expected.se, expected.lower, expected.upper], derivative);
  });

  test.each(of('fleiss'))('%s', (_, { input, expected }) => {
    const ratings = readRatings(input.ratings.map((one, at) => column(`r${at}`, 'float64', one)));
    const [found, ...single] = fleissKappa(ratings).estimates;
    agree([found?.estimate, found?.p], [expected.estimate, expected.p], rel);
    agree([found?.se, found?.lower, found?.upper], [expected.se, expected.lower, expected.upper], derivative);
    agree(single.map(({ estimate }) => estimate), expected.single, rel); // prettier-ignore
  });

  test.each(of('limits'))('%s', (_, { input, expected }) => {
    const { estimates } = limitsOfAgreement(input.x, input.y, { level: input.level });
    const figures = estimates.flatMap(({ estimate, lower, upper }) => [estimate, lower, upper]);
    agree(figures, [...expected.bias, ...expected.low, ...expected.high], rel);
    agree([estimates[0]?.p], [expected.p], rel);
  });

  test.each(of('repeated'))('%s', (_, { input, expected }) => {
    const { x, y, person, level } = input;
    const { estimates, checks } = repeatedLimits(x, y, Int32Array.from(person), { level });
    const [bias, low, high] = estimates.map(({ estimate, lower, upper }) => [estimate, lower, upper]);
    agree(bias!, expected.bias as number[], rel);
    agree(low!, expected.low, rel);
    agree(high!, expected.high, rel);
    agree([estimates[0]!.p, checks.bias?.r, checks.bias?.p], [expected.p, ...expected.check], rel);
  });

  test.each(of('concordance'))('%s', (_, { input, expected }) => {
    const got = concordanceCorrelation(input.x, input.y, { level: input.level });
    const [found] = got.estimates;
    agree(
      [found?.estimate, found?.se, found?.lower, found?.upper],
      [expected.estimate, expected.se, ...expected.interval],
      rel
    );
    agree([got.precision, got.biasCorrection], [expected.precision, expected.bias], rel);
  });

  test.each(of('icc'))('%s', (_, { input, expected }) => {
    const { estimates } = intraclassCorrelation(input.raters, { level: input.level });
    estimates.forEach(({ estimate, lower, upper, p }, at) =>
      agree([estimate, lower, upper, p], expected.forms[at]!, rel)
    );
  });

  test('every case is read', () => {
    expect(cases).toHaveLength(15 + 4 + 6 + 6 + 7 + 6);
  });
});

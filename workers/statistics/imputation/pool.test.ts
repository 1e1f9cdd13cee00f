import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/r-imputation.json';
import type { Estimate } from '../estimate';
import { casesOf, expectClose, listOf } from '../testing/oracle';
import { poolEstimates } from './index';

const REL = 1e-8;
const estimate = (value: number, se: number | null, name = 'x'): Estimate => ({
  name,
  estimate: value,
  se,
  lower: null,
  upper: null,
  level: 0.95,
  scale: 'identity',
  null: 0,
  df: null,
  p: null,
  n: 50,
  nDropped: 3,
  method: 'A fit'
});

describe('as mice', () => {
  test.each(casesOf(oracle, 'pool').filter(({ name }) => name !== 'pool of linear models'))(
    '$name',
    ({ input, expected }) => {
      const errors = listOf(input.se);
      const fits = listOf(input.estimates).map((value, at) => [estimate(value, errors[at] as number)]);
      const got = poolEstimates(fits, { dfComplete: (input.dfComplete as number | null) ?? undefined });
      const [part] = got.parts;
      const [one] = got.estimates;
      expectClose([one?.estimate, part?.within, part?.between, part?.total], [expected.estimate, expected.within, expected.between, expected.total], REL); // prettier-ignore
      expectClose([part?.df, part?.increase, part?.fmi, part?.lambda], [expected.df, expected.r, expected.fmi, expected.lambda], REL); // prettier-ignore
      expectClose([one?.lower, one?.upper, one?.p], [...listOf(expected.ci), expected.p], REL);
    }
  );

  test.each(casesOf(oracle, 'pool of linear models'))('$name', ({ input, expected }) => {
    const [values, errors] = [input.estimates, input.se] as [number[][], number[][]];
    const fits = values.map((fit, at) => fit.map((value, of) => estimate(value, (errors[at] as number[])[of] as number, `b${of}`))); // prettier-ignore
    const { estimates } = poolEstimates(fits, { dfComplete: input.dfComplete as number });
    for (const [key, of] of Object.entries({
      estimate: 'estimate',
      se: 'se',
      df: 'df',
      p: 'p',
      lower: 'lower',
      upper: 'upper'
    } as const)) {
      // prettier-ignore
      expectClose(estimates.map((one) => one[of]), expected[key], REL, key); // prettier-ignore
    }
  });
});

describe('laws', () => {
  const number = fc.double({ min: -5, max: 5, noNaN: true });
  const sets = fc.array(fc.tuple(number, fc.double({ min: 0.1, max: 3, noNaN: true })), {
    minLength: 2,
    maxLength: 12
  });

  test('the order of the data sets does not matter, and another unit only scales', () => {
    fc.assert(
      fc.property(sets, fc.double({ min: 0.01, max: 100, noNaN: true }), (fits, unit) => {
        const of = (list: [number, number][], scale = 1) =>
          poolEstimates(list.map(([value, se]) => [estimate(value * scale, se * scale)]), { dfComplete: 40 }).estimates[0] as Estimate; // prettier-ignore
        const [plain, turned, scaled] = [of(fits), of([...fits].reverse()), of(fits, unit)];
        expectClose([turned.estimate, turned.se, turned.df], [plain.estimate, plain.se, plain.df], 1e-9, '', 1e-3);
        expectClose([scaled.estimate, scaled.se, scaled.df], [plain.estimate * unit, (plain.se as number) * unit, plain.df], 1e-9, '', 1e-3); // prettier-ignore
      }),
      { seed: 1, numRuns: 100 }
    );
  });

  test('estimates that agree are as one of complete data', () => {
    const got = poolEstimates([[estimate(2, 0.5)], [estimate(2, 0.5)]]);
    expect([got.estimates[0]?.se, got.estimates[0]?.df, got.parts[0]?.fmi]).toEqual([0.5, null, 0]);
    expect(poolEstimates([[estimate(2, 0.5)], [estimate(2, 0.5)]], { dfComplete: 30 }).estimates[0]?.df).toBeCloseTo((31 / 33) * 30, 12); // prettier-ignore
  });
});

describe('what cannot be pooled is refused with its reason', () => {
  test.each<[string, string, () => unknown]>([
    ['one data set', 'imputation-too-few', () => poolEstimates([[estimate(1, 1)]])],
    ['none', 'imputation-too-few', () => poolEstimates([])],
    ['fits of other coefficients', 'imputation-unlike', () => poolEstimates([[estimate(1, 1)], [estimate(1, 1, 'y')]])],
    ['an estimate without error', 'imputation-error', () => poolEstimates([[estimate(1, 1)], [estimate(1, null)]])],
    ['an error of 0', 'imputation-error', () => poolEstimates([[estimate(1, 0)], [estimate(1, 1)]])],
    ['no degrees of freedom', 'imputation-degrees', () => poolEstimates([[estimate(1, 1)], [estimate(1, 1)]], { dfComplete: 0 })] // prettier-ignore
  ])('%s', (_, code, call) => {
    expect(call).toThrowError(expect.objectContaining({ code }));
  });
});

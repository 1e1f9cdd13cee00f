import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { column } from '../testing/cells';
import {
  concordanceCorrelation,
  fleissKappa,
  intraclassCorrelation,
  kappa,
  limitsOfAgreement,
  ratingTable,
  readRatings
} from './index';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const words = (...values: (string | undefined)[]) => column('r', 'text', values);

describe('ratings', () => {
  test('levels of all raters, numbers rising, only persons whom all rated', () => {
    const ratings = readRatings([column('a', 'float64', [10, 9, undefined, 2]), column('b', 'float64', [10, 2, 2, 2])]);
    expect(ratings).toMatchObject({ levels: ['2', '9', '10'], n: 3, nDropped: 1 });
    expect(ratingTable(ratings)).toEqual([[1, 0, 0], [1, 0, 0], [0, 0, 1]]); // prettier-ignore
  });

  test('an order of words decides what lies next to what', () => {
    const [a, b] = [words('mild', 'severe', 'mild'), words('moderate', 'severe', 'mild')];
    const given = readRatings([a, b], { order: ['mild', 'moderate', 'severe'] });
    const byName = readRatings([a, b]);
    expect(given.levels).toEqual(['mild', 'moderate', 'severe']);
    expect(byName.levels).toEqual(['mild', 'moderate', 'severe']);
    const severeFirst = readRatings([a, b], { order: ['severe', 'mild', 'moderate'] });
    expect(severeFirst.levels[0]).toBe('severe');
  });

  test('identifiers beyond 2^53 are told apart', () => {
    const ids = column('id', 'int64', [2n ** 60n, 2n ** 60n + 1n]);
    expect(readRatings([ids, ids]).levels).toEqual(['1152921504606846976', '1152921504606846977']);
  });
});

describe('kappa', () => {
  test('perfect agreement is 1 without an interval, and said', () => {
    const got = kappa([[5, 0], [0, 7]]); // prettier-ignore
    expect(got.estimates[0]).toMatchObject({ estimate: 1, lower: null, upper: null, se: null });
    expect(got.remarks[0]?.code).toBe('agreement-perfect');
  });

  test('chance gives 0', () => {
    expect(kappa([[4, 4], [4, 4]]).estimates[0]).toMatchObject({ estimate: 0, p: 1 }); // prettier-ignore
    // Raters without a level in common: nothing of rounding beside 0.
    for (let other = 1; other <= 40; other++) {
      expect(kappa([[0, 0, 7, 11], [0, 0, 13, other], [0, 0, 0, 0], [0, 0, 0, 0]]).estimates[0]?.estimate).toBe(0); // prettier-ignore
    }
  });

  test('two raters: names of levels do not matter, nor who is first', () => {
    const cell = fc.integer({ min: 1, max: 20 });
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(table, (counts) => {
        const order = [2, 0, 1];
        const named = order.map((row) => order.map((other) => counts[row]![other]!));
        const turned = counts.map((_, row) => counts.map((other) => other[row]!));
        const [one, two, three] = [counts, named, turned].map((all) => kappa(all).estimates[0]!);
        const same = (a: number | null, b: number | null) => Math.abs(a! - b!) < 1e-12;
        return [two!, three!].every((other) => same(one!.estimate, other.estimate) && same(one!.se, other.se));
      }),
      { seed: 5, numRuns: 50 }
    );
  });
});

describe('measurements', () => {
  test('rows in another order, another unit', () => {
    const value = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 5, maxLength: 30 }), (pairs) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        fc.pre(new Set(x).size > 2 && new Set(y).size > 2 && new Set(x.map((a, at) => a - y[at]!)).size > 2);
        const same = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
        const scaled = (values: number[]) => values.map((one) => 4 * one);
        const runs = [
          (a: number[], b: number[]) => concordanceCorrelation(a, b).estimates[0]!.estimate,
          (a: number[], b: number[]) => intraclassCorrelation([a, b]).estimates[1]!.estimate
        ];
        const limits = (a: number[], b: number[]) => limitsOfAgreement(a, b).estimates[2]!.estimate;
        return (
          runs.every(
            (run) =>
              same(run(x, y), run(scaled(x), scaled(y))) && same(run(x, y), run([...x].reverse(), [...y].reverse()))
          ) && same(4 * limits(x, y), limits(scaled(x), scaled(y)))
        );
      }),
      { seed: 5, numRuns: 50 }
    );
  });

  test('differences that grow with the mean, and that spread with it, are remarked', () => {
    const x = Array.from({ length: 40 }, (_, at) => 10 + at);
    const grows = x.map((one, at) => 1.3 * one + (at % 3));
    const spreads = x.map((one, at) => one * (at % 2 === 0 ? 1.1 : 0.9));
    const codes = (y: number[]) => limitsOfAgreement(x, y).remarks.map((one) => one.code);
    expect(codes(grows)).toContain('agreement-bias-changes');
    expect(codes(spreads)).toContain('agreement-spread-changes');
    expect(codes(x.map((one, at) => one + [1, -1, -1, 1][at % 4]!))).toEqual([]);
  });

  test('missing values are dropped and counted', () => {
    expect(limitsOfAgreement([1, 2, NaN, 4, 7], [2, 2, 3, 3, 5])).toMatchObject({ n: 4, nDropped: 1 });
    expect(intraclassCorrelation([[1, 2, NaN, 4], [2, 2, 3, 6]])).toMatchObject({ n: 3, nDropped: 1, raters: 2 }); // prettier-ignore
  });

  test('equal columns: concordance 1 without limits; a line through the same mean has no error either', () => {
    expect(concordanceCorrelation([1, 2, 4], [1, 2, 4]).estimates[0]).toMatchObject({ estimate: 1, lower: null });
    const line = concordanceCorrelation([1, 2, 3], [0, 2, 4]);
    expect(line.estimates[0]).toMatchObject({ lower: null, se: null });
    expect(line.remarks[0]?.code).toBe('agreement-one-line');
  });
});

describe('what has no agreement is refused', () => {
  const same = words('yes', 'yes', 'yes');
  test.each<[string, () => unknown, string]>([
    ['one rater', () => readRatings([same]), 'agreement-too-few'],
    ['columns of two tables', () => readRatings([same, words('yes')]), 'columns-unlike'],
    ['a level without a place in the order', () => readRatings([same, same], { order: ['no'] }), 'agreement-order'],
    ['ratings that are measurements', () => readRatings(Array(2).fill(column('x', 'float64', Array.from({ length: 80 }, (_, at) => at)))), 'agreement-levels'], // prettier-ignore
    ['one level only', () => kappa([[5, 0], [0, 0]]), 'agreement-one-level'], // prettier-ignore
    ['an empty table', () => kappa([[0, 0], [0, 0]]), 'agreement-too-few'], // prettier-ignore
    ['a table that is not square', () => kappa([[1, 2, 3], [4, 5, 6]]), 'agreement-table'], // prettier-ignore
    ['a level of 2', () => kappa([[1, 2], [3, 4]], { level: 2 }), 'level-range'], // prettier-ignore
    ['the same from all raters', () => fleissKappa(readRatings([same, same, same])), 'agreement-one-level'],
    ['no person', () => fleissKappa(readRatings([words(), words()])), 'agreement-too-few'],
    ['two pairs', () => limitsOfAgreement([1, 2], [2, 4]), 'agreement-too-few'],
    ['a constant difference', () => limitsOfAgreement([1, 2, 3], [2, 3, 4]), 'agreement-exact'],
    ['values too large', () => limitsOfAgreement([1e300, -1e300, 0], [1, 2, 3]), 'agreement-large'],
    ['a coverage of 1', () => limitsOfAgreement([1, 2, 4], [2, 1, 3], { coverage: 1 }), 'agreement-option'],
    ['raters who agree but for a constant', () => intraclassCorrelation([[1, 2, 4], [2, 3, 5]]), 'agreement-exact'], // prettier-ignore
    ['persons who do not differ', () => intraclassCorrelation([[5, 5, 5], [5, 5, 5]]), 'agreement-constant'], // prettier-ignore
    ['one person', () => intraclassCorrelation([[1], [2]]), 'agreement-too-few'],
    ['one rater of measurements', () => intraclassCorrelation([[1, 2]]), 'agreement-too-few'],
    ['raters of different persons', () => intraclassCorrelation([[1, 2], [1]]), 'agreement-option'], // prettier-ignore
    ['a constant method', () => concordanceCorrelation([1, 2, 3], [4, 4, 4]), 'agreement-constant']
  ])('%s', (_, run, wanted) => {
    expect(run).toThrowError(code(wanted));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStream } from '../../shared/random';
import { numbersOf } from '../columns';
import { linearRegression, logisticRegression } from '../regression';
import { tableOf, type Cell } from '../regression/testing/tables';
import { linearMixedModel, logisticMixedModel, type LinearMixedModel, type LogisticMixedModel } from './index';
import { drawn } from './testing/drawn';

type Fit = (data: Record<string, Cell[]>, formula: string) => Promise<LinearMixedModel | LogisticMixedModel>;

const both: [string, string, Fit][] = [
  ['linear', 'y', (data, formula) => linearMixedModel(tableOf(data), formula)],
  ['logistic', 'e', (data, formula) => logisticMixedModel(tableOf(data), formula, { quadrature: 5 })]
];

const changed = (data: Record<string, Cell[]>, key: string, change: (value: number) => number) => ({
  ...data,
  [key]: data[key]!.map((value) => change(Number(value)))
});
const near = (got: ArrayLike<number>, wanted: ArrayLike<number>, digits = 6) => {
  expect(got.length).toBe(wanted.length);
  Array.from(wanted).forEach((value, at) =>
    expect(got[at]! / (Math.abs(value) || 1)).toBeCloseTo(Math.sign(value), digits)
  );
};
const seeds = (run: (seed: number) => Promise<void>) =>
  fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 500 }), run), { seed: 1, numRuns: 8 });

describe.each(both)('%s', (_, y, fit) => {
  const draw = (seed: number) => drawn({ groups: 12, most: 14, seed, spread: 1.5 });
  const formula = `${y} ~ x + g + (1 | h)`;

  test('the order of rows and the names of groups do not matter', () =>
    seeds(async (seed) => {
      const data = draw(seed);
      const plain = await fit(data, formula);
      const random = randomStream('order', seed);
      const order = data['x']!.map((__, row) => ({ row, at: random.uniform() })).sort((a, b) => a.at - b.at);
      const mixed = Object.fromEntries(
        Object.entries(data).map(([key, cells]) => [key, order.map(({ row }) => cells[row]!)])
      );
      mixed['h'] = mixed['h']!.map((name) => `${97 - Number(String(name).slice(1))} ward`);
      const other = await fit(mixed, formula);
      near(other.coefficients, plain.coefficients);
      near(other.se, plain.se);
      near([other.sigmaGroup, other.logLikelihood], [plain.sigmaGroup, plain.logLikelihood]);
      const modes = (of: typeof plain) => [...numbersOf(of.modes.columns[2]!)].sort((a, b) => a - b);
      near(modes(other), modes(plain), 5);
    }));

  test('other units of a covariate change its coefficient alone', () =>
    seeds(async (seed) => {
      const data = draw(seed);
      const plain = await fit(data, formula);
      const scaled = await fit(
        changed(data, 'x', (x) => 1e6 * x - 3e6),
        formula
      );
      near([scaled.coefficients[1]! * 1e6, scaled.p[1]!], [plain.coefficients[1]!, plain.p[1]!], 5);
      near([scaled.sigmaGroup], [plain.sigmaGroup]);
    }));

  test('the groups may be named beside the formula', async () => {
    const data = draw(3);
    const beside = await (y === 'y' ? linearMixedModel : logisticMixedModel)(tableOf(data), `${y} ~ x + g`, {
      group: 'h',
      ...(y === 'e' && { quadrature: 5 })
    });
    expect(beside.coefficients).toEqual((await fit(data, formula)).coefficients);
  });

  test('nothing is anything but finite, and every group has its row', async () => {
    const got = await fit(draw(7), `${y} ~ x * g + z + (1 | h)`);
    const { names, coefficients, se, p, lower, upper, covariance, fitted, sigmaGroup, logLikelihood, aic, bic } = got;
    for (const numbers of [
      coefficients,
      se,
      p,
      lower,
      upper,
      covariance,
      fitted,
      [sigmaGroup, logLikelihood, aic, bic]
    ])
      expect(Array.from(numbers).every(Number.isFinite)).toBe(true);
    expect(got.estimates.map(({ name }) => name)).toEqual(names);
    expect(got.modes.rows).toBe(got.groups);
    expect([...numbersOf(got.modes.columns[1]!)].reduce((sum, rows) => sum + rows)).toBe(got.n);
  });
});

describe('linear', () => {
  test('an outcome in other units has everything in other units', () =>
    seeds(async (seed) => {
      const data = drawn({ groups: 12, most: 14, seed, spread: 1.5 });
      const plain = await linearMixedModel(tableOf(data), 'y ~ x + (1 | h)');
      const scaled = await linearMixedModel(tableOf(changed(data, 'y', (y) => 1000 * y + 1e7)), 'y ~ x + (1 | h)');
      near([scaled.coefficients[1]!, scaled.sigma, scaled.sigmaGroup], [plain.coefficients[1]! * 1000, plain.sigma * 1000, plain.sigmaGroup * 1000], 5); // prettier-ignore
      near(scaled.df, plain.df, 4);
      near([scaled.icc.lower + 1, scaled.icc.upper], [plain.icc.lower + 1, plain.icc.upper], 5);
    }));

  test('in a balanced one-way layout the spread is that of the analysis of variance, with groups − 1 degrees of freedom', async () => {
    const data = drawn({ groups: 9, most: 6, equal: true, seed: 4 });
    const got = await linearMixedModel(tableOf(data), 'y ~ 1 + (1 | h)');
    const y = data['y'] as number[];
    const means = Array.from(
      { length: 9 },
      (_, group) => y.slice(group * 6, group * 6 + 6).reduce((a, b) => a + b) / 6
    );
    const mean = means.reduce((a, b) => a + b) / 9;
    const between = (6 * means.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / 8;
    const within = y.reduce((sum, value, row) => sum + (value - means[Math.floor(row / 6)]!) ** 2, 0) / 45;
    near([got.df[0]!, got.sigma ** 2, got.sigmaGroup ** 2, got.se[0]!], [8, within, (between - within) / 6, Math.sqrt(between / 54)], 9); // prettier-ignore
  });

  test('without spread it is least squares', async () => {
    const data = drawn({ groups: 10, most: 8, spread: 0, seed: 2 });
    const means = new Map<Cell, number[]>();
    data['h']!.forEach((group, row) => means.set(group, [...(means.get(group) ?? []), Number(data['y']![row])]));
    data['y'] = data['y']!.map((value, row) => {
      const own = means.get(data['h']![row]!)!;
      return Number(value) - own.reduce((a, b) => a + b) / own.length + 2;
    });
    const got = await linearMixedModel(tableOf(data), 'y ~ x + (1 | h)');
    const plain = await linearRegression(tableOf(data), 'y ~ x');
    expect(got).toMatchObject({ isSingular: true, sigmaGroup: 0, spread: { statistic: 0, p: 1 } });
    expect(got.remarks).toContainEqual({ code: 'mixed-singular', values: { group: 'h' } });
    near(got.coefficients, plain.coefficients, 9);
    near(got.se, plain.se, 9);
    near(got.df, [plain.degreesOfFreedom, plain.degreesOfFreedom], 9);
  });
});

describe('logistic', () => {
  test('without spread it is logistic regression', async () => {
    const data = drawn({ groups: 20, most: 10, spread: 0, seed: 3 });
    // Both outcomes equally often in each group: less spread than chance has.
    let row = 0;
    data['e'] = data['h']!.map((group, at) => Number((row = data['h']![at - 1] === group ? row + 1 : 0) % 2));
    const got = await logisticMixedModel(tableOf(data), 'e ~ x + (1 | h)');
    const plain = await logisticRegression(tableOf(data), 'e ~ x');
    expect(got).toMatchObject({ isSingular: true, sigmaGroup: 0, icc: 0, medianOddsRatio: 1 });
    near(got.coefficients, plain.coefficients, 9);
    near(got.se, plain.se, 9);
    expect(got.logLikelihood).toBe(plain.logLikelihood);
  });

  test('exchanging the outcomes changes the signs', () =>
    seeds(async (seed) => {
      const data = drawn({ groups: 12, most: 14, seed, spread: 1.5 });
      const plain = await logisticMixedModel(tableOf(data), 'e ~ x + (1 | h)');
      const turned = await logisticMixedModel(tableOf(changed(data, 'e', (e) => 1 - e)), 'e ~ x + (1 | h)');
      near(turned.coefficients.map((value) => -value), plain.coefficients); // prettier-ignore
      near([turned.sigmaGroup], [plain.sigmaGroup]);
    }));

  test('few nodes where many are needed are remarked', async () => {
    const data = drawn({ groups: 60, most: 3, seed: 5, spread: 3 });
    const codes = async (quadrature: number) =>
      (await logisticMixedModel(tableOf(data), 'e ~ x + (1 | h)', { quadrature })).remarks.map(({ code }) => code);
    expect(await codes(1)).toContain('mixed-quadrature');
    expect(await codes(25)).not.toContain('mixed-quadrature');
  });
});

import { expect, test } from 'vitest';
import { column } from '../testing/cells';
import { expectClose } from '../testing/oracle';
import { negativeBinomialRegression } from './negative-binomial';

test('a few rows with most of the counts: R 4.2.2, MASS 7.3-58.2 glm.nb(k ~ x + g), epsilon 1e-14', async () => {
  const k = [1, 0, 10, 2, 0, 0, 4, 0, 0, 2, 0, 1, 0, 5, 0, 0, 0, 1, 0, 5, 1, 1, 1, 2, 1, 1, 2, 0, 7, 0, 0, 0, 19, 0, 0, 2, 0, 8]; // prettier-ignore
  const x = [-0.4, 2, 0.2, 1.4, -0.4, 0.7, 0.9, 0.3, -1.7, 2.1, 1.8, -1.7, 1.2, 0.8, -1.1, -0.6, -0.9, -0.9, 0.5, 0.8, -0.8, 0.8, 0.2, -0.8, 0.8, -2.2, 0.3, 0.7, -0.9, -0.3, 0.5, 2.1, 2.2, -0.7, 0.4, -0.4, -0.7, 2]; // prettier-ignore
  const g = 'bcbcacacbbccccaaaabbabbabacccaccbabbbb'.split('');
  const table = {
    rows: k.length,
    columns: [column('k', 'float64', k), column('x', 'float64', x), column('g', 'text', g)]
  };
  const found = await negativeBinomialRegression(table, 'k ~ x + g');
  const [coefficients, errors] = [found.estimates.map(({ estimate }) => estimate), found.estimates.map(({ se }) => se)];
  expect(found.estimates.map(({ name }) => name)).toEqual(['(Intercept)', 'x', 'gb', 'gc']);
  expectClose(coefficients, [-0.0920255341824, 0.250457452942, 1.07418083897, 0.328593496253], 1e-8, 'coefficients');
  // MASS takes them of the step before the last.
  expectClose(errors, [0.563293383, 0.264537281, 0.736064243, 0.791185742], 1e-6, 'errors');
  expectClose(found.theta, 0.5426599188, 1e-8, 'theta');
});

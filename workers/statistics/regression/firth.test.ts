import { expect, test } from 'vitest';
import { column } from '../testing/cells';
import { expectClose } from '../testing/oracle';
import { firthRegression } from './firth';

test('two events of seventeen: the profile reaches far, as R’s optim of the penalised likelihood does', async () => {
  const x = [1.5, -2.8, -2.2, 0.4, -0.5, -0.5, 0.2, 0.2, 0.4, 1.7, 0.5, 0.4, -0.8, -0.5, -0.1, 1.2, 0.9];
  const y = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0];
  const columns = [column('y', 'float64', y), column('x', 'float64', x), column('g', 'text', 'abbabbaaaabbabbaa'.split(''))]; // prettier-ignore
  const found = await firthRegression({ rows: x.length, columns }, 'y ~ x + g');
  const [, slope] = found.estimates;
  expect(slope).toMatchObject({ name: 'x' });
  expectClose(slope?.estimate, -2.28256315, 1e-6, 'estimate');
  expectClose([slope?.lower, slope?.upper], [-10.5968248, -0.3209188], 1e-6, 'limits');
});
